"""Who has come, in the words of the occasion: only who can file something there; what is wanted before who wants it."""

import pytest

from kiosk.rules.keys import ROLE
from tests.visits import Desk, book

RELATIVE = "別世帯の親族"


def choices(event: str) -> dict[str, str]:
    return {choice.code: choice.label for choice in Desk(event=event).question(ROLE).choices}


def test_nobody_files_their_own_death() -> None:
    offered = choices("shibo")
    assert "本人" not in offered
    assert RELATIVE in offered
    assert not any(RELATIVE in choices(event) for event in book().events if event != "shibo")


@pytest.mark.parametrize("event", sorted(book().events))
def test_every_role_that_is_offered_can_file_something_of_the_occasion(event: str) -> None:
    procedures = (book().procedures[name] for name in book().events[event].procedures)
    versions = (each for procedure in procedures for version in procedure.versions for each in version.all)
    assert choices(event).keys() <= {filer.role for version in versions for filer in version.filers}


def test_a_role_is_called_what_it_is_on_that_occasion_and_stays_so_where_it_is_shown() -> None:
    assert choices("shussei")["本人"] == "父または母"
    assert choices("konin")["本人"] == "夫または妻になる方"
    assert choices("tennyu")["本人"] == "本人"
    desk = Desk(event="rikon").say({ROLE: "本人"})
    assert desk.question(ROLE).echo == "夫または妻"


def test_a_certificate_asks_what_before_who() -> None:
    desk = Desk(event="shomei")
    assert desk.open[:2] == ("case.requests", ROLE)
    assert desk.page.sections[0].questions[0].path == "case.requests"
    assert Desk(event="tennyu").page.sections[0].id != desk.page.sections[0].id


def test_a_relative_of_another_household_reports_the_death_and_needs_a_letter_for_the_household() -> None:
    desk = Desk(event="shibo").say({ROLE: RELATIVE, "death.filed": "いいえ", "household.current": "国民健康保険"})
    found = {outcome.procedure: outcome.filing for outcome in desk.now.plan.outcomes}
    death = found["P81"]
    assert death is not None
    assert death.may is True
    letter = Desk(event="shibo").say({ROLE: RELATIVE, "agent.poa": "なし", "household.current": "国民健康保険"})
    letter.say({"death.insurance": "国民健康保険", "death.dependents": "なし"})
    refused = letter.outcome("P11").filing
    assert refused is not None
    assert (refused.may, refused.papers) == (False, ("委任状",))
