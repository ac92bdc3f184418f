"""Dates of which only a part is known, as a register tells them, and months where a form wants no more."""

import datetime as dt

import pytest

from kiosk.model.said_dates import UNKNOWN_ENDINGS, parse_month
from kiosk.model.wareki import (
    PartialDate,
    Precision,
    begins_after,
    calendar_day,
    era_parts,
    from_day,
    span,
    to_seireki,
    to_wareki,
    western_parts,
    written_in_parts,
)
from tests.dates import TODAY, parsed, refused
from tests.wording import told


@pytest.mark.parametrize(
    ("declared", "iso", "era_text", "precision"),
    [
        ("年月日不詳", None, None, Precision.UNKNOWN),
        ("生年月日不明", None, None, Precision.UNKNOWN),
        ("昭和年月日不詳", None, "昭和", Precision.UNKNOWN),
        ("令和５年　月日不詳", "2023", "令和5年", Precision.YEAR),
        ("昭和2年月日不詳", "1927", "昭和2年", Precision.YEAR),
        ("1950年月日不詳", "1950", None, Precision.YEAR),
        ("令和5年4月 日不詳", "2023-04", "令和5年4月", Precision.MONTH),
        ("昭和2年月不詳10日", "1927", "昭和2年", Precision.YEAR),
        ("令和5年頃", "2023", "令和5年", Precision.ABOUT),
        ("令和5年4月ごろ", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月1日頃", "2023-04-01", "令和5年4月1日", Precision.ABOUT),
        ("推定令和5年3月", "2023-03", "令和5年3月", Precision.ABOUT),
        ("推定令和5年3月10日", "2023-03-10", "令和5年3月10日", Precision.ABOUT),
        ("推定令和五年三月十日", "2023-03-10", "令和5年3月10日", Precision.ABOUT),
        ("令和5年春", "2023", "令和5年", Precision.ABOUT),
        ("令和5年4月上旬", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月中旬頃", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月1日から4月10日頃までの間", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月1日から10日頃までの間", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月1日から6月1日までの間", "2023", "令和5年", Precision.ABOUT),
        ("令和5年4月1日から令和6年1月1日までの間", None, None, Precision.ABOUT),
        ("令和5年4月から5月までの間", "2023", "令和5年", Precision.ABOUT),
        ("令和5年4月から4月10日頃までの間", "2023-04", "令和5年4月", Precision.ABOUT),
        ("令和5年4月1日午前1時から4月1日午前3時", "2023-04-01", "令和5年4月1日", Precision.ABOUT),
        ("令和5年4月1日から4月10日〜5月1日", "2023", "令和5年", Precision.ABOUT),
        ("令和5年4月1日時刻不詳", "2023-04-01", "令和5年4月1日", Precision.ABOUT),
        ("令和5年4月1日午前1時から午前3時頃までの間", "2023-04-01", "令和5年4月1日", Precision.ABOUT),
    ],
)
def test_an_imprecise_date_is_kept_letter_for_letter_with_what_is_known(
    declared: str, iso: str | None, era_text: str | None, precision: Precision
) -> None:
    date = parsed(declared)
    assert date == PartialDate(iso=iso, era_text=era_text, precision=precision, unknown_text=declared)
    assert calendar_day(date) is None
    assert to_wareki(date) == to_seireki(date) == declared


@pytest.mark.parametrize("ending", UNKNOWN_ENDINGS)
def test_every_key_for_an_imprecise_end_makes_an_imprecise_date(ending: str) -> None:
    assert parsed(f"昭和20年8月{ending}" if ending != "月日不詳" else "昭和20年月日不詳").precision is not Precision.DAY


def test_a_declaration_longer_than_the_record_is_refused_and_not_cut() -> None:
    longest = "昭和20年頃" + "あ" * 66
    assert parsed(longest).unknown_text == longest
    assert "72文字まで" in refused(longest + "あ").allowed


def test_four_boxes_of_a_form_stay_empty_for_what_is_unknown() -> None:
    assert era_parts(parsed("昭和2年月日不詳")) == ("昭和", "2", "", "")
    assert era_parts(parsed("昭和年月日不詳")) == ("昭和", "", "", "")
    assert era_parts(parsed("年月日不詳")) == ("", "", "", "")
    assert era_parts(from_day(dt.date(2026, 4, 20))) == ("令和", "8", "4", "20")


def test_a_year_of_two_eras_declared_in_the_west_takes_neither() -> None:
    assert era_parts(parsed("1989年頃")) == ("", "1989", "", "")
    assert era_parts(parsed("1988年頃")) == ("昭和", "63", "", "")


def test_what_no_era_is_sure_of_is_printed_in_the_west_and_what_nobody_knows_not_at_all() -> None:
    assert to_wareki(PartialDate(iso="1989", precision=Precision.YEAR)) == "1989年"
    unknown = PartialDate(precision=Precision.UNKNOWN)
    assert to_wareki(unknown) == to_seireki(unknown) == ""


def test_foreign_residents_see_the_western_year_only() -> None:
    assert to_seireki(parsed("S55.1.7")) == "1980年1月7日"
    assert to_seireki(from_day(dt.date(2026, 4, 20))) == "2026年4月20日"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("令和5年4月5月頃", "2023"),
        ("令和5年4月、5月頃", "2023"),
        ("令和5年4月又は5月頃", "2023"),
        ("令和5年4月1日10日頃", "2023-04"),
        ("令和5年4月1日頃", "2023-04-01"),
        ("令和5年4月頃と推定", "2023-04"),
    ],
)
def test_of_two_months_or_days_only_what_they_share_is_known(typed: str, known: str) -> None:
    assert (parsed(typed).iso, to_wareki(parsed(typed))) == (known, typed)


@pytest.mark.parametrize("typed", ["5月1日頃", "5月頃", "推定5月1日頃"])
def test_a_register_may_tell_a_day_without_its_year(typed: str) -> None:
    assert parsed(typed) == PartialDate(precision=Precision.ABOUT, unknown_text=typed)
    assert "13月" in refused("13月1日頃").message


def month(text: str) -> PartialDate:
    found = parse_month(text, today=TODAY)
    assert isinstance(found, PartialDate), str(found)
    return found


@pytest.mark.parametrize(
    "typed",
    ["平成28年4月", "H28.4", "2016-04", "2016/4", "平成28年4月日不詳", "H28.4.10", "2016-04-10"],
)
def test_where_a_month_is_wanted_every_spelling_gives_the_month(typed: str) -> None:
    assert to_wareki(month(typed)) == "平成28年4月"
    assert (month(typed).iso, month(typed).precision) == ("2016-04", Precision.MONTH)


@pytest.mark.parametrize("typed", ["昭和60年頃", "平成28年月日不詳", "年月日不詳", "平成28年春"])
def test_where_a_month_is_wanted_less_stays_as_declared(typed: str) -> None:
    assert to_wareki(month(typed)) == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [("平成28年", "月まで入れて"), ("2016", "月まで入れて"), ("H28.13", "13月")],
)
def test_where_a_month_is_wanted_what_names_none_is_refused(typed: str, said: str) -> None:
    assert said in told(parse_month(typed, today=TODAY)).message


def test_a_western_day_keeps_its_era_in_a_month_of_two() -> None:
    assert to_wareki(month("1989-01-05")) == "昭和64年1月"
    assert to_wareki(month("1989-01-20")) == "平成元年1月"
    assert to_wareki(month("1989-01")) == "1989年1月"


def test_the_western_calendar_fills_the_same_places() -> None:
    assert western_parts(parsed("R9.3.31")) == ("西暦", "2027", "3", "31")
    assert western_parts(parsed("2001-08-09")) == ("西暦", "2001", "8", "9")
    assert western_parts(parsed("年月日不詳")) == ("", "", "", "")


@pytest.mark.parametrize("typed", ["昭和25年頃", "昭和25年月日不詳", "年月日不詳", "令和8年5月1日頃", "5月1日頃"])
def test_only_a_whole_day_is_said_by_year_month_and_day(typed: str) -> None:
    assert not written_in_parts(parsed(typed))
    assert written_in_parts(parsed("S38.2.29"))


def test_an_imprecise_date_after_today_is_known_to_be() -> None:
    assert begins_after(parsed("令和9年頃"), TODAY)
    assert begins_after(parsed("令和8年5月日不詳"), TODAY)
    assert not any(begins_after(parsed(typed), TODAY) for typed in ("令和8年頃", "年月日不詳", "R8.4.20"))


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("S55.1.7", (1980, 1, 7), (1980, 1, 7)),
        ("昭和25年月日不詳", (1950, 1, 1), (1950, 12, 31)),
        ("平成28年2月日不詳", (2016, 2, 1), (2016, 2, 29)),
        ("S58.2.29", (1983, 2, 1), (1983, 2, 28)),
        ("昭和25年頃", (1945, 1, 1), (1955, 12, 31)),
        ("令和5年4月1日頃", (2018, 1, 1), (2028, 12, 31)),
        ("昭和年月日不詳", (1926, 12, 25), (1989, 1, 7)),
        ("令和年月日不詳", (2019, 5, 1), (9999, 12, 31)),
    ],
)
def test_a_date_lies_between_two_days(said: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert span(parsed(said)) == (dt.date(*first), dt.date(*last))


def test_a_date_that_nothing_bounds_lies_nowhere() -> None:
    assert span(PartialDate(unknown_text="年月日不詳")) is None
