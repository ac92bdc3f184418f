"""A reason is words, wherever a decision needs one: a key that was meant for a button is none."""

import pytest

from kiosk.flow.actions import Confirm, Resolve, Step
from kiosk.flow.case_actions import AcceptHeld, Correct, Withdraw
from kiosk.model.audit import note, reason
from kiosk.model.base import Issue
from kiosk.model.source import Source
from tests.played import visit
from tests.unit.test_flow_people import BIRTH, conflicting

NONE = ["", "　", "2", "２", "22", "-", "ー。", "1)", "a"]


@pytest.mark.parametrize("said", NONE)
def test_digits_signs_and_a_single_letter_are_no_reason(said: str) -> None:
    assert isinstance(reason(said), Issue)


@pytest.mark.parametrize("said", ["誤記", "2枚目の印刷", " 本人の希望 ", "OK"])
def test_words_are_kept_as_they_were_said(said: str) -> None:
    assert reason(said) == said.strip()


def test_a_note_for_colleagues_may_be_short_or_empty_but_names_no_number() -> None:
    assert (note(""), note("2")) == ("", "2")
    assert isinstance(note("1234 5678 9018"), Issue)


def test_nothing_that_is_accepted_is_opened_or_taken_back_for_a_digit() -> None:
    desk, _ = visit("shomei")
    desk.act(Confirm(), Correct(reason="2"))
    assert (desk.page.step, desk.codes) == (Step.DONE, {"no-reason"})
    desk.act(Withdraw(reason="2"))
    assert (desk.codes, desk.page.withdrawn, desk.page.confirming) == ({"no-reason"}, None, False)


def test_neither_a_held_filing_nor_a_difference_is_settled_by_a_digit() -> None:
    desk, _ = visit("tanshin")
    desk.hold("addr.new.text")
    waiting = desk.page.unaccepted
    assert "held-needs-reason" in desk.act(AcceptHeld(procedures=waiting, reason="2")).codes
    assert desk.now.case.held_for == {}
    differs = conflicting().act(Resolve(path=BIRTH, source=Source.CARD, reason="2"))
    assert (differs.codes, len(differs.page.conflicts)) == ({"conflict-needs-reason"}, 1)
