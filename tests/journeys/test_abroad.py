"""Births and deaths in another country: three months to file them, and asked only where the place may lie abroad."""

from collections.abc import Callable

import pytest

from kiosk.model.plan import Need
from tests.invented import PLAIN, person, told
from tests.visits import Desk

HE = person("仮想　蓮", "H7.7.7", kana="カソウ　レン", phone="03-0000-0000")
FAR, NEAR, UNCLEAR = "アメリカ合衆国カリフォルニア州", "見本県仮想市本町1番1号", "仮想市本町1番1号"


def born(place: str, day: str = "R8.1.31", **said: str) -> Desk:
    words = {**PLAIN, "birth.filed": "いいえ", "case.applicant_role": "世帯主", "birth.place": place, **said}
    return told("shussei", words, HE, person("仮想　陸", day), today="2026-04-10")


def died(place: str, known: str = "R8.2.1", **said: str) -> Desk:
    words = {**PLAIN, "death.filed": "いいえ", "case.applicant_role": "世帯主", "death.place": place, **said}
    return told("shibo", {**words, "death.known_on": known}, HE, today="2026-04-10")


def due(desk: Desk, procedure: str) -> str:
    deadline = desk.outcome(procedure).deadline
    assert deadline is not None
    return str(deadline.due)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("R8.1.31", "2026-04-30"),  # no 31st of April: its last day
        ("R8.2.1", "2026-04-30"),
        ("R8.2.3", "2026-05-07"),  # the 2nd of May is a Saturday, and the holidays follow
        ("R7.12.1", "2026-03-02"),  # the 28th of February is a Saturday
    ],
)
def test_a_birth_abroad_is_filed_within_three_months_of_which_its_day_is_the_first(day: str, last: str) -> None:
    desk = born(FAR, day, **{"birth.abroad": "はい"})
    assert due(desk, "P80") == last
    assert any("訳文" in paper for paper in desk.outcome("P80").bring)
    assert desk.outcome("P80").forms == ("F19",)


def test_a_death_abroad_is_filed_within_three_months_of_knowing_it() -> None:
    desk = died(FAR, **{"death.abroad": "はい"})
    assert (due(desk, "P81"), desk.outcome("P81").forms) == ("2026-04-30", ("F20",))


@pytest.mark.parametrize(("made", "asked", "procedure"), [(born, "birth.abroad", "P80"), (died, "death.abroad", "P81")])
def test_whether_it_was_abroad_is_asked_only_where_the_place_names_no_prefecture(
    made: Callable[..., Desk], asked: str, procedure: str
) -> None:
    assert asked not in made("").open
    assert asked not in made(NEAR).open
    for place in (FAR, UNCLEAR):
        assert asked in made(place).open
    at_home = made(UNCLEAR, **{asked: "いいえ"})
    assert at_home.need(procedure) is Need.NEEDED
    assert due(at_home, procedure) == due(made(NEAR), procedure)
    assert due(made(NEAR), procedure) == {"P80": "2026-02-13", "P81": "2026-02-09"}[procedure]
