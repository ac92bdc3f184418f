"""Ages by law: the day before the birthday, 4月1日 and 2月29日."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.wareki import PartialDate, Precision
from tests.ages import (
    age_reached_on,
    birthday_age,
    birthday_on,
    fy_end_of_age,
    grade_name,
    legal_age,
    preschool,
    school_grade,
    starts_school_on,
)

VECTORS = Path(__file__).resolve().parents[2] / ".." / "shared" / "domain" / "test_vectors.json"
births = st.dates(dt.date(1900, 1, 1), dt.date(2026, 12, 31))


def test_the_shared_age_vectors_hold() -> None:
    if not VECTORS.exists():
        pytest.skip("the shared domain data is not beside this checkout")
    checks: dict[str, Any] = {
        "reached": lambda born, row: age_reached_on(born, row["age"]),
        "child_until": lambda born, row: fy_end_of_age(born, row["age"]),
        "kouki_from": lambda born, row: birthday_on(born, row["age"]),
        "grade1_from": lambda born, _: starts_school_on(born),
    }
    held = 0
    for row in json.loads(VECTORS.read_text(encoding="utf-8"))["legal_age"]:
        for name in checks.keys() & row.keys():
            assert checks[name](dt.date.fromisoformat(row["birth"]), row).isoformat() == row[name], row
            held += 1
    assert held == 11


def test_a_child_of_april_first_is_a_school_year_older_than_one_of_april_second() -> None:
    first, second, on = dt.date(2020, 4, 1), dt.date(2020, 4, 2), dt.date(2026, 4, 1)
    assert (school_grade(first, on), school_grade(second, on)) == (1, 0)
    assert (preschool(first, on), preschool(second, on)) == (False, True)


def test_the_grade_counts_from_first_grade_to_after_middle_school() -> None:
    born = dt.date(2012, 5, 1)
    grades = [school_grade(born, dt.date(year, 4, 20)) for year in range(2018, 2030)]
    assert grades == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert [grade_name(grade) for grade in (0, 1, 6, 7, 9, 10)] == [
        *("未就学", "小学1年", "小学6年", "中学1年", "中学3年", "義務教育終了")
    ]


def test_the_grade_changes_on_the_first_of_april() -> None:
    born = dt.date(2015, 8, 8)
    assert school_grade(born, dt.date(2026, 3, 31)) == 4
    assert school_grade(born, dt.date(2026, 4, 1)) == 5


def test_the_age_is_reached_on_the_eve_but_the_birthday_rule_waits_one_day() -> None:
    born, eve = dt.date(1951, 5, 1), dt.date(2026, 4, 30)
    assert (legal_age(born, eve), birthday_age(born, eve)) == (75, 74)
    assert birthday_age(born, dt.date(2026, 5, 1)) == 75


def test_a_leap_day_child_ages_on_the_last_of_february_every_year() -> None:
    born = dt.date(2012, 2, 29)
    assert [age_reached_on(born, age) for age in (13, 14, 15, 16)] == [
        *(dt.date(2025, 2, 28), dt.date(2026, 2, 28), dt.date(2027, 2, 28), dt.date(2028, 2, 28))
    ]
    assert birthday_on(born, 15) == dt.date(2027, 3, 1)
    assert birthday_on(born, 16) == dt.date(2028, 2, 29)


def test_a_child_of_march_first_ages_on_the_leap_day() -> None:
    assert age_reached_on(dt.date(2012, 3, 1), 16) == dt.date(2028, 2, 29)


def test_a_newborn_is_zero_and_the_unborn_has_no_age() -> None:
    born = dt.date(2026, 4, 20)
    assert (legal_age(born, born), birthday_age(born, born)) == (0, 0)
    assert (legal_age(born, dt.date(2026, 4, 19)), birthday_age(born, dt.date(2026, 4, 19))) == (None, None)
    assert age_reached_on(born, 0) == birthday_on(born, 0) == born
    assert preschool(born, dt.date(2026, 4, 19)) is False


@pytest.mark.parametrize(
    "birth",
    [
        PartialDate(precision=Precision.UNKNOWN, unknown_text="年月日不詳"),
        PartialDate(iso="1927", precision=Precision.YEAR, unknown_text="昭和2年月日不詳"),
        PartialDate(iso="1983-02-29"),
    ],
)
def test_no_age_is_invented_for_an_imprecise_birth(birth: PartialDate) -> None:
    on = dt.date(2026, 4, 20)
    found = (legal_age(birth, on), birthday_age(birth, on), school_grade(birth, on), preschool(birth, on))
    assert found == (None, None, None, None)
    ends = (age_reached_on(birth, 18), birthday_on(birth, 75), fy_end_of_age(birth, 18), starts_school_on(birth))
    assert ends == (None, None, None, None)


def test_a_declared_birth_counts_like_its_day() -> None:
    declared = PartialDate(iso="2008-04-02", era_text="平成20年4月2日")
    assert fy_end_of_age(declared, 18) == dt.date(2027, 3, 31)


@given(births, st.integers(1, 100))
def test_the_age_steps_exactly_on_the_day_it_is_reached(born: dt.date, age: int) -> None:
    reached = age_reached_on(born, age)
    assert reached is not None
    assert legal_age(born, reached) == age
    assert legal_age(born, reached - dt.timedelta(days=1)) == age - 1
    assert birthday_age(born, reached) == age - 1


@given(births, st.integers(0, 40_000))
def test_both_countings_differ_by_at_most_one_year(born: dt.date, later: int) -> None:
    on = born + dt.timedelta(days=later)
    legal, celebrated = legal_age(born, on), birthday_age(born, on)
    assert legal is not None
    assert celebrated is not None
    assert legal - celebrated in {0, 1}


@given(births)
def test_school_begins_at_six_in_april(born: dt.date) -> None:
    starts = starts_school_on(born)
    assert starts is not None
    assert (starts.month, starts.day) == (4, 1)
    assert legal_age(born, starts - dt.timedelta(days=1)) == 6
    assert school_grade(born, starts) == 1
