"""Dates as people at a counter type them, and as they are printed."""

import datetime as dt

import pytest

from kiosk.model.wareki import (
    PartialDate,
    Precision,
    calendar_day,
    caution,
    echo,
    era_parts,
    to_wareki,
)
from tests.dates import parsed, refused, spoken
from tests.wording import told


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "S55.1.7",
            "S.55.1.7",
            "s55.01.07",
            "昭55/1/7",
            "昭和55-1-7",
            "S55 1 7",
            "S550107",
            "昭和550107",
            "㍼55年1月7日",
        ),
        *("昭和55年1月7日", "昭和５５年１月７日", "昭和五十五年一月七日", "昭和五五年一月七日", "昭和55 年 1 月 7 日"),
        *("Ｓ５５．１．７", "Ｓ５５ー１ー７", "昭和55年1月7日生", "昭和55年1月7日（1980年）", " S55.1.7 "),
    ],
)
def test_every_way_of_typing_a_birthday_in_showa_is_the_same_day(typed: str) -> None:
    date = parsed(typed)
    assert date == PartialDate(iso="1980-01-07", era_text="昭和55年1月7日")


@pytest.mark.parametrize(
    "typed", ["19800107", "1980-01-07", "1980/1/7", "1980.1.7", "1980年01月07日", "１９８００１０７"]
)
def test_a_western_birthday_keeps_no_era_but_prints_one(typed: str) -> None:
    date = parsed(typed)
    assert date == PartialDate(iso="1980-01-07")
    assert to_wareki(date) == "昭和55年1月7日"


def test_the_screen_echoes_both_calendars_while_the_clerk_types() -> None:
    assert spoken(parsed("S55.1.7")) == "昭和55年1月7日（1980年）"
    assert spoken(parsed("昭和2年月日不詳")) == "昭和2年月日不詳（1927年）"
    assert spoken(parsed("年月日不詳")) == "年月日不詳"


def test_the_echo_gives_other_languages_the_day_in_numbers() -> None:
    values = dict(echo(parsed("S55.1.7")).values)
    assert (values["year"], values["month"], values["day"]) == ("1980", 1, 7)


def test_a_day_before_the_eras_is_echoed_without_saying_its_year_twice() -> None:
    assert spoken(parsed("1868-02-10")) == "1868年2月10日"
    assert spoken(parsed("1868-02-30")) == "1868年2月30日（暦にない日）"


def test_the_echo_can_be_typed_back() -> None:
    date = parsed("R1.5.1")
    assert parsed(spoken(date)) == date


@pytest.mark.parametrize(
    "typed", ["令和元年5月1日", "R1.5.1", "R元.5.1", "令1.5.1", "令和1年5月1日", "令和元年５月１日"]
)
def test_the_first_year_is_printed_as_gannen(typed: str) -> None:
    date = parsed(typed)
    assert to_wareki(date) == "令和元年5月1日"
    assert era_parts(date) == ("令和", "元", "5", "1")


def test_the_licence_face_with_both_years_is_understood_and_must_agree() -> None:
    assert parsed("2029年（令和11年）06月01日").iso == "2029-06-01"
    assert "合っていません" in refused("2029年（令和12年）06月01日").message


@pytest.mark.parametrize(
    ("typed", "iso", "printed"),
    [
        ("明治45年7月30日", "1912-07-30", "明治45年7月30日"),
        ("大正元年7月30日", "1912-07-30", "大正元年7月30日"),
        ("T15.12.25", "1926-12-25", "大正15年12月25日"),
        ("S1.12.25", "1926-12-25", "昭和元年12月25日"),
        ("S64.1.7", "1989-01-07", "昭和64年1月7日"),
        ("H1.1.8", "1989-01-08", "平成元年1月8日"),
        ("H31.4.30", "2019-04-30", "平成31年4月30日"),
    ],
)
def test_a_day_at_the_edge_of_an_era_prints_as_it_was_declared(typed: str, iso: str, printed: str) -> None:
    date = parsed(typed)
    assert (date.iso, to_wareki(date)) == (iso, printed)
    assert "".join(era_parts(date)[:1]) == printed[:2]


@pytest.mark.parametrize(
    ("typed", "said", "offered"),
    [
        ("平成32年1月1日", "平成32年1月1日はありません", "令和2年1月1日"),
        ("昭和64年2月1日", "昭和64年2月1日はありません", "平成元年2月1日"),
        ("昭和64年2月頃", "昭和64年2月はありません", "平成元年2月"),
        ("平成元年1月7日", "平成元年1月7日はありません", "昭和64年1月7日"),
        ("明治45年7月31日", "明治45年7月31日はありません", "大正元年7月31日"),
        ("大正15.12.26", "大正15年12月26日はありません", "昭和元年12月26日"),
        ("R1.4.30", "令和元年4月30日はありません", "平成31年4月30日"),
        ("S0.1.1", "昭和0年1月1日はありません", "大正14年1月1日"),
    ],
)
def test_an_impossible_era_year_is_refused_with_the_right_one(typed: str, said: str, offered: str) -> None:
    issue = refused(typed)
    assert said in issue.message
    assert offered in issue.allowed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("昭和55年13月1日", "13月"),
        ("昭和55年0月1日", "0月"),
        ("昭和55年1月32日", "32日"),
        ("昭和55年1月0日", "0日"),
        ("昭和55年1月", "日まで入れて"),
        ("昭和55年", "月日まで入れて"),
        ("1980", "月日まで入れて"),
        ("元年", "読めません"),
        ("55.1.7", "読めません"),
        ("3550107", "読めません"),
        ("春子", "読めません"),
        ("", "読めません"),
        ("1867-01-01", "1867年"),
        ("2127-01-01", "2127年"),
        ("令和109年1月1日", "2127年"),
        ("昭和55年1月7日と言っていた", "読めません"),
    ],
)
def test_what_is_no_date_is_refused_and_nothing_is_guessed(typed: str, said: str) -> None:
    assert said in refused(typed).message


@pytest.mark.parametrize(
    ("typed", "allowed"),
    [
        ("春子", "元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます"),
        ("2029年（令和12年）06月01日", "2029年ではありませんか"),
        ("昭和55年", "分からないときは「月日不詳」と続けます"),
        ("昭和55年1月", "分からないときは「日不詳」と続けます"),
        ("昭和20年頃" + "あ" * 70, "72文字までです（いま76文字）"),
    ],
)
def test_what_is_refused_says_what_can_be_typed_instead(typed: str, allowed: str) -> None:
    assert refused(typed).allowed == allowed


def test_a_year_said_twice_in_brackets_is_not_read() -> None:
    assert "読めません" in refused("2029年（令和11年）06月01日（2029年）").message


@pytest.mark.parametrize(("typed", "iso"), [("今日", "2026-04-20"), ("昨日", "2026-04-19"), ("明日", "2026-04-21")])
def test_today_and_its_neighbours_can_be_said_in_words(typed: str, iso: str) -> None:
    assert parsed(typed).iso == iso


@pytest.mark.parametrize(("typed", "iso"), [("S58.2.29", "1983-02-29"), ("19830431", "1983-04-31")])
def test_a_day_outside_the_calendar_is_kept_and_the_clerk_is_asked(typed: str, iso: str) -> None:
    date = parsed(typed)
    assert (date.iso, date.precision, calendar_day(date)) == (iso, Precision.DAY, None)
    asked = caution(date)
    assert asked is not None
    assert told(asked).message == f"{to_wareki(date)}は暦にない日です。"
    assert told(asked).allowed == "戸籍などの書類にこの日付がある場合だけ、このまま進めます"
    assert spoken(date) == f"{to_wareki(date)}（1983年・暦にない日）"


def test_a_leap_day_in_a_leap_year_needs_no_caution() -> None:
    date = parsed("S59.2.29")
    assert caution(date) is None
    assert calendar_day(date) == dt.date(1984, 2, 29)
