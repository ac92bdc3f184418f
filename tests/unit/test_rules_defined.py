"""What the rule language knows of ages, school years and names, beside the law in plain Python; no call stays."""

import datetime as dt
import gc
import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.rules.absorbing import KNOWN
from kiosk.rules.cel import Language, Unknown
from kiosk.rules.functions import DEFINITIONS, functions
from tests import ages

DAYS = st.dates(dt.date(1868, 1, 1), dt.date(2060, 12, 31))
LEAP = dt.date(2016, 2, 29)


@cache
def language() -> Language:
    return Language(("m", "case"), functions())


def value(text: str, **facts: object) -> object:
    """A rule over m's facts."""
    return language().compile(text).evaluate(language().activation({"m": facts, "persons": [], "today": "2026-04-20"}))


@given(DAYS, DAYS)
def test_ages_and_grades_are_those_of_the_law_on_every_day(birth: dt.date, on: dt.date) -> None:
    said = {"birth": birth.isoformat(), "on": on.isoformat()}
    law = {"legal_age": ages.legal_age, "birthday_age": ages.birthday_age, "school_grade": ages.school_grade}
    for name, count in law.items():
        expected = count(birth, on)
        assert value(f"{name}(m.birth, m.on)", **said) == (Unknown() if expected is None else expected)


@given(DAYS, st.integers(0, 100))
def test_the_school_year_in_which_an_age_is_reached_ends_as_the_law_says(birth: dt.date, age: int) -> None:
    expected = ages.fy_end_of_age(birth, age)
    assert expected is not None
    assert value("fy_end(m.birth, m.age)", birth=birth.isoformat(), age=age) == expected.isoformat()


@pytest.mark.parametrize("day", [dt.date(2024, 2, 28), dt.date(2024, 2, 29), dt.date(2025, 2, 28), dt.date(2025, 3, 1)])
def test_who_was_born_on_the_leap_day_ages_on_the_eve_of_it(day: dt.date) -> None:
    said = {"birth": LEAP.isoformat(), "on": day.isoformat()}
    assert value("legal_age(m.birth, m.on)", **said) == ages.legal_age(LEAP, day)
    assert value("birthday_age(m.birth, m.on)", **said) == ages.birthday_age(LEAP, day)


@pytest.mark.parametrize(
    ("birth", "name"),
    [
        ("2020-04-02", "未就学"),
        ("2019-04-01", "小2"),
        ("2013-05-01", "中1"),
        ("2009-06-01", "高校生年代"),
        ("2008-04-01", "大学生年代"),
    ],
)
def test_a_grade_has_the_name_that_schools_use(birth: str, name: str) -> None:
    assert value("grade_name(m.birth, today)", birth=birth) == name


def test_names_are_the_same_whatever_space_is_between_them() -> None:
    assert value("same_name(m.one, m.other)", one="架空　太郎", other=" 架空 太郎") is True
    assert value("same_name(m.one, m.other)", one="架空　太郎", other="架空　次郎") is False


def test_the_earliest_of_some_days_and_the_new_year_before_a_day() -> None:
    assert value("earliest(m.days)", days=["2026-03-02", "2026-03-01", "2026-12-31"]) == "2026-03-01"
    assert value("earliest(m.days)", days=[]) == Unknown()
    assert value("jan1(today)") == "2026-01-01"


def test_a_defined_function_may_be_told_another_one_and_lie_in_a_loop() -> None:
    facts = {"birth": "2010-04-02", "on": "2026-04-20"}
    assert value('m.on <= fy_end(m.birth, legal_age(m.birth, "2028-04-01"))', **facts) is True
    assert value("[m.birth].exists(day, legal_age(day, m.on) == 16)", **facts) is True


def test_a_birth_that_is_not_known_is_what_is_missing() -> None:
    assert value("legal_age(m.birth, today) >= 18") == Unknown("birth")
    assert value("true || legal_age(m.birth, today) >= 18") is True


def test_an_age_is_worked_out_once_for_all_rules_that_look_at_it_and_only_of_texts_and_numbers() -> None:
    known: dict[object, object] = {}
    scope = language().activation({"m": {"birth": "2010-04-02", "on": "2026-04-20", "no": True}, KNOWN: known})
    for text in ("legal_age(m.birth, m.on) >= 18", "legal_age(m.birth, m.on) < 15", "legal_age(m.gone, m.on) > 3"):
        language().compile(text).evaluate(scope)
    assert known == {("legal_age", "2010-04-02", "2026-04-20"): 16}
    known["legal_age", "2010-04-02", "2026-04-20"] = 20
    assert language().compile("legal_age(m.birth, m.on) >= 18").evaluate(scope) is True
    assert language().compile("fy_end(m.birth, m.no)").evaluate(scope) == Unknown()


def test_what_a_rule_looks_at_is_what_was_written() -> None:
    found = language().compile("legal_age(m.birth.date, case.moved_on) >= 20")
    assert set(found.refs) == {"m.birth.date", "case.moved_on"}


@pytest.mark.parametrize("name", [*DEFINITIONS])
def test_nothing_stays_of_a_call(name: str) -> None:
    told = {"string": '"2010-04-02"', "int": "18", "list": '["2010-04-02", "2011-04-02"]'}
    text = f"{name}({', '.join(told[kind] for kind in DEFINITIONS[name].parameters.values())}) == m.never"
    for _ in range(50):
        value(text, never="x")
    gc.collect()
    gc.freeze()  # what was there before need not be looked through again for every function
    before = sys.getallocatedblocks()
    for _ in range(1000):
        value(text, never="x")
    gc.collect()
    assert sys.getallocatedblocks() - before < 500
