"""Days as other offices' programs write them into a table."""

import datetime as dt

import pytest

from kiosk.exchange.records.days import no_day, read_day, read_unknown
from kiosk.model.base import Issue
from kiosk.model.wareki import PartialDate, Precision, to_wareki

ON = dt.date(2026, 4, 20)


def read(text: str, *, past: bool = False) -> PartialDate | Issue | None:
    return read_day(text, where="転出証明書データ 2行目 生年月日", on=ON, past=past)


def day(text: str) -> str | None:
    found = read(text)
    assert isinstance(found, PartialDate), found
    return found.iso


@pytest.mark.parametrize(
    "text",
    [
        *("1988-06-15", "1988/6/15", "1988.06.15", "19880615", "昭和63年6月15日", "S63.6.15", "S63/06/15"),
        *("1988/06/15 0:00", "1988-06-15T00:00:00", "1988/6/15 00:00:00.000", "1988-06-15 12:34:56", "19880615 0:00"),
        *("1988-06-15T00:00:00+09:00", "1988/06/15 12:00:00 AM", "3630615", "3-63-06-15", "3.63.06.15"),
        *("19880615000000", "19880615 1234", "1988/06/15 午後0:00", "1988年6月15日 0時00分", "1988/06/15(水) 0:00"),
        *("昭和六十三年六月十五日", "昭63.6.15(水)", "19880615.0", "3630615.00"),
    ],
)
def test_every_spelling_that_means_one_day_is_that_day(text: str) -> None:
    assert day(text) == "1988-06-15"


@pytest.mark.parametrize(
    ("text", "iso"), [("3630105", "1988-01-05"), ("4010108", "1989-01-08"), ("5080401", "2026-04-01")]
)
def test_seven_digits_with_the_code_of_an_era_are_a_day_of_it(text: str, iso: str) -> None:
    assert day(text) == iso


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1450730", "明治45年7月30日"),
        ("2-01-07-30", "大正元年7月30日"),
        ("2151225", "大正15年12月25日"),
        ("3011225", "昭和元年12月25日"),
    ],
)
def test_the_day_that_two_eras_share_stays_in_the_one_that_was_written(text: str, said: str) -> None:
    found = read(text)
    assert isinstance(found, PartialDate)
    assert to_wareki(found) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            ("S25.00.00", "昭和25年月日不詳"),
            ("昭和25年5月00日", "昭和25年5月日不詳"),
            ("平01-99-99", "平成元年月日不詳"),
        ),
        *(("3250000", "昭和25年月日不詳"), ("19500500", "1950年5月日不詳")),
    ],
)
def test_noughts_for_a_month_or_a_day_are_told_as_not_known_in_any_calendar(text: str, said: str) -> None:
    assert no_day(text)
    assert read_unknown(text, "", on=ON).unknown_text == said


@pytest.mark.parametrize(
    "text", ["2020105", "1980107", "2010315", "1988615", "3650105", "6010101", "630615", "19880615x"]
)
def test_digits_that_may_be_two_days_or_none_are_refused_with_what_is_allowed(text: str) -> None:
    found = read(text)
    assert isinstance(found, Issue)
    assert "2行目 生年月日" in found.where
    assert "1990-01-05" in found.allowed


@pytest.mark.parametrize(
    "text",
    [
        *("9999-12-31", "99999999", "0000-00-00", "00000000", "0", "9999/12/31 0:00", "99991231", "9999-99-99"),
        *("0001-01-01", "0001-01-01T00:00:00", "1900/1/0", "2999-12-31", "-", "----/--/--", "**********"),
        *("5991231", "令和99年12月31日", "R99.12.31", "平成99年99月99日", "5999999", "4990000", "9999年12月31日"),
        *("8888-88-88", "2100-12-31", "22001231", "NULL", "null", "(null)", "N/A", "なし", "未設定"),
        *("9999-12-30", "99991231235959", "2099-12-31", "0/0/0", "999999", "88888888"),
        *("1753-01-01", "1900-01-01", "1899/12/30 0:00"),
    ],
)
def test_what_a_program_writes_for_no_date_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["1867-12-31", "3630-10-05", "2127-01-01", "32309", "15/06/1988", "88-06-15", "今日"])
def test_what_is_no_day_of_these_centuries_is_refused(text: str) -> None:
    assert isinstance(read(text), Issue)


def test_a_birth_is_not_after_today() -> None:
    assert isinstance(read("2026-04-20", past=True), PartialDate)
    assert isinstance(read("2026-04-21", past=True), Issue)
    assert isinstance(read("令和9年頃", past=True), Issue)
    assert isinstance(read("2026-04-21"), PartialDate)


def test_a_day_of_a_register_outside_the_calendar_stays_and_so_do_its_words() -> None:
    assert day("1963-02-29") == "1963-02-29"
    assert read("昭和25年頃") == PartialDate(
        iso="1950", era_text="昭和25年", precision=Precision.ABOUT, unknown_text="昭和25年頃"
    )


@pytest.mark.parametrize(
    ("text", "wording", "iso", "words"),
    [
        ("", "昭和25年頃", "1950", "昭和25年頃"),
        ("19500101", "昭和25年5月日不詳", "1950-05", "昭和25年5月日不詳"),
        ("3250000", "", "1950", "昭和25年月日不詳"),
        ("1950-05-00", "", "1950-05", "1950年5月日不詳"),
        ("19509999", "", "1950", "1950年月日不詳"),
        *(("19500101", "", None, "年月日不詳"), ("9999-99-99", "", None, "年月日不詳")),
        ("19500101", "満州にて出生", None, "満州にて出生"),
        ("", "昭和25年5月1日", None, "昭和25年5月1日"),
    ],
)
def test_a_day_that_is_marked_unknown_keeps_its_words_and_the_year_that_it_tells(
    text: str, wording: str, iso: str | None, words: str
) -> None:
    found = read_unknown(text, wording, on=ON)
    assert (found.iso, found.unknown_text) == (iso, words)
    assert found.precision is not Precision.DAY
