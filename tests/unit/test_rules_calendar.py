"""開庁日: the national holidays of the years a counter meets, day by day, whichever library names them."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.rules.calendar import OpenDays

NATIONAL = {
    2019: "0101 0114 0211 0321 0429 0430 0501 0502 0503 0504 0505 0506 "
    "0715 0811 0812 0916 0923 1014 1022 1103 1104 1123",
    2020: "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0723 0724 0810 0921 0922 1103 1123",
    2021: "0101 0111 0211 0223 0320 0429 0503 0504 0505 0722 0723 0808 0809 0920 0923 1103 1123",
    2022: "0101 0110 0211 0223 0321 0429 0503 0504 0505 0718 0811 0919 0923 1010 1103 1123",
    2023: "0101 0102 0109 0211 0223 0321 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123",
    2024: "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123",
    2025: "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
    2026: "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123",
    2027: "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123",
    2028: "0101 0110 0211 0223 0320 0429 0503 0504 0505 0717 0811 0918 0922 1009 1103 1123",
    2029: "0101 0108 0211 0212 0223 0320 0429 0430 0503 0504 0505 0716 0811 0917 0923 0924 1008 1103 1123",
    2030: "0101 0114 0211 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1103 1104 1123",
    2031: "0101 0113 0211 0223 0224 0321 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
    2032: "0101 0112 0211 0223 0320 0429 0503 0504 0505 0719 0811 0920 0921 0922 1011 1103 1123",
    2033: "0101 0110 0211 0223 0320 0321 0429 0503 0504 0505 0718 0811 0919 0923 1010 1103 1123",
    2034: "0101 0102 0109 0211 0223 0320 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123",
    2035: "0101 0108 0211 0212 0223 0321 0429 0430 0503 0504 0505 0716 0811 0917 0923 0924 1008 1103 1123",
}
"""国民の祝日 2019–2035, written down from another library (`holidays` 0.109)."""

OFFICE = OpenDays(year_end=frozenset())


@pytest.mark.parametrize("year", NATIONAL)
def test_the_national_holidays_of_a_year_are_those_that_two_sources_name(year: int) -> None:
    every = (dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366))
    closed = [day for day in every if day.year == year and OFFICE.why_closed(day) not in {"", "土曜日", "日曜日"}]
    assert [f"{day:%m%d}" for day in closed] == NATIONAL[year].split()


def test_holidays_are_named_and_a_day_in_lieu_is_named_for_what_it_is() -> None:
    named = {(2019, 4, 30): "国民の休日", (2019, 10, 22): "即位礼正殿の儀", (2024, 8, 12): "振替休日"}
    assert {day: OFFICE.why_closed(dt.date(*day)) for day in named} == named


def test_years_beyond_the_law_that_is_known_have_only_weekends() -> None:
    assert [OFFICE.why_closed(dt.date(9999, 12, day)) for day in (23, 25, 31)] == ["", "土曜日", ""]
    assert OFFICE.is_open(dt.date(1985, 1, 1))


def test_the_calendar_keeps_no_day_that_it_was_asked_for() -> None:
    office = OpenDays()
    office.next_open(dt.date(2026, 4, 18))
    kept = [day for month in vars(office)["_months"].values() for day in month]
    assert kept == [dt.date(2026, 4, 29)]


def test_the_library_of_holidays_is_loaded_by_the_first_day_that_is_asked_for() -> None:
    code = "import sys, kiosk.rules.calendar; print('jpholiday' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
