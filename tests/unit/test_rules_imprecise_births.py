"""Births known to the year or the month only: what holds for every day that they can be is decided, nothing else is."""

import pytest

from kiosk.rules.cel import Unknown
from tests.visits import book, told

BORN = "person[p1].birth.date"
RULES = (
    'legal_age(m.birth.date, "2026-04-20") >= 65',
    '65 <= legal_age(m.birth.date, "2026-04-20") && legal_age(m.birth.date, "2026-04-20") < 75',
    'birthday_age(m.birth.date, "2026-04-20") >= 75',
    "today <= fy_end(m.birth.date, 18)",
    'school_grade(m.birth.date, "2026-04-20") >= 1 && school_grade(m.birth.date, "2026-04-20") <= 9',
    'school_grade(m.birth.date, "2026-04-20") == 0',
    'legal_age(m.birth.date, "2026-04-20") == 65',
    '!(legal_age(m.birth.date, "2026-04-20") < 20 || legal_age(m.birth.date, "2026-04-20") >= 60)',
    'persons.exists(p, legal_age(p.birth.date, "2026-04-20") >= 75)',
    'grade_name(m.birth.date, "2026-04-20") == "大学生年代"',
)
YEARS = (1926, 1950, 1951, 1960, 1961, 1966, 1985, 2006, 2007, 2008, 2010, 2019, 2020, 2025)


def answers(born: str) -> dict[str, object]:
    facts = told("fusho").say({BORN: born}).now.facts
    return {text: facts.ask(book().language.rule(text), "p1") for text in RULES}


@pytest.mark.parametrize("year", YEARS)
def test_a_rule_is_decided_just_where_every_day_of_the_year_decides_it_alike(year: int) -> None:
    days = [f"{year}-{month:02}-{day:02}" for month, day in ((1, 1), (4, 1), (4, 2), (4, 20), (4, 21), (12, 31))]
    exact = [answers(day) for day in days]
    for text, answer in answers(f"{year}年月日不詳").items():
        possible = {one[text] for one in exact if not isinstance(one[text], Unknown)}
        if isinstance(answer, Unknown):
            assert len(possible) != 1 or "==" in text
        else:
            assert possible == {answer}


@pytest.mark.parametrize("born", ["昭和35年月日不詳", "大正15年月日不詳", "昭和36年頃", "昭和年月日不詳"])
def test_the_old_are_no_children_however_little_is_known_of_their_birth(born: str) -> None:
    desk = told("fusho").say({BORN: born})
    assert {desk.need(name).value for name in ("P20", "P21", "P60")} == {"not_needed"}


def test_a_child_whose_birth_is_known_to_the_year_gets_the_allowance() -> None:
    desk = told("kazoku4").say({"person[p3].birth.date": "平成28年月日不詳"})
    assert desk.need("P20").value == "needed"


def test_an_age_that_may_be_either_holds_the_procedure_and_says_that_the_birth_is_missing() -> None:
    found = told("fusho").say({BORN: "昭和36年月日不詳"}).outcome("P50")
    assert (found.need.value, found.lacks, found.missing) == ("held", (BORN,), ())


def test_a_birth_that_becomes_known_decides_at_once() -> None:
    desk = told("fusho").say({BORN: "昭和36年月日不詳"}).say({BORN: "S36.1.5"})
    assert desk.need("P50").value == "needed"
    assert desk.say({BORN: "昭和36年月日不詳"}).need("P50").value == "held"
    assert desk.hold(BORN).need("P20").value == "held"
