"""From the signature to the confirmation: bound to what was signed, and never while something is open."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.flow.actions import (
    AddPerson,
    Answer,
    Clear,
    Confirm,
    End,
    GoTo,
    Sign,
    StartVisit,
    Step,
)
from kiosk.model.errors import SiteError
from kiosk.model.filled import BoxState
from kiosk.model.wareki import PartialDate
from tests.visits import STROKES, Desk, book, moved, told

NAME = "person[p1].name.full"


def family(*, signed: bool = True) -> Desk:
    """The demo family, every question answered in words."""
    return told("kazoku4", signed=signed)


# ---- signing ---------------------------------------------------------------------------------------------------------
def test_everybody_signs_their_own_papers() -> None:
    signers = {signer.person: signer.documents for signer in family(signed=False).page.signers}
    assert set(signers) == {"p1", "p2"}
    assert len(signers["p1"]) > len(signers["p2"])


def test_an_edit_makes_every_signature_void_and_says_so() -> None:
    desk = family()
    assert desk.page.can_confirm
    desk.say({"person[p1].phone": "03-0000-0001"})
    assert "signature-void" in desk.codes
    assert not any(signer.signed for signer in desk.page.signers)
    assert "signatures-open" in desk.act(Confirm()).codes
    assert desk.sign().page.can_confirm


def test_an_answer_that_changes_no_paper_leaves_the_signatures() -> None:
    desk = family().say({"person[p1].phone": "03-0000-0000"})
    assert "signature-void" not in desk.codes
    assert desk.page.can_confirm


def test_who_signs_on_paper_leaves_the_place_blank() -> None:
    desk = family(signed=False).sign(on_paper=True)
    assert desk.page.can_confirm
    assert [box.state for box in desk.boxes("F04", "case.consent_jido")] == [BoxState.HELD]


def test_a_signature_of_somebody_who_signs_nothing_changes_nothing() -> None:
    desk = family()
    before = desk.now.case.ledger
    assert desk.act(Sign(person="p4", signature=STROKES)).now.case.ledger == before


# ---- confirming ------------------------------------------------------------------------------------------------------
def test_a_complete_visit_is_confirmed_once() -> None:
    desk = family().act(Confirm())
    assert desk.page.step is Step.DONE
    desk.act(Confirm(), Answer(path=NAME, text="別人"), GoTo(step=Step.CHECK))
    assert desk.page.step is Step.DONE
    assert len(desk.register.taken) == 1


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Clear(path="bank.number"), "questions-open"),
        (Answer(path="bank.number", text="12"), "questions-open"),
        (AddPerson(), "questions-open"),
    ],
)
def test_nothing_is_confirmed_while_something_is_open(spoil: Clear | Answer | AddPerson, code: str) -> None:
    desk = family().act(spoil, Confirm())
    assert code in desk.codes
    assert desk.page.step is not Step.DONE
    assert desk.register.taken == []


def test_a_place_that_is_not_ready_keeps_the_visit_as_it_is() -> None:
    desk = family()
    before = desk.now.case
    desk.register.broken = SiteError("S01", what="ディスクがいっぱいです。", mend="空きを作ってください。")
    with pytest.raises(SiteError, match="S01"):
        desk.act(Confirm())
    assert desk.now.case == before
    assert desk.visit.page().can_confirm
    desk.register.broken = None
    assert desk.act(Confirm()).page.step is Step.DONE


def test_the_end_of_a_visit_leaves_nothing_behind() -> None:
    desk = family().act(Confirm(), End())
    assert desk.visit.snapshot is None
    assert "架空" not in repr(desk.visit.handle(StartVisit(event="tennyu")))


def test_an_event_that_does_not_exist_opens_no_visit() -> None:
    assert Desk().act(End(), StartVisit(event="nothing")).page.step is Step.START


def test_nobody_goes_back_to_the_start_or_past_the_confirmation() -> None:
    for step in (Step.START, Step.DONE):
        assert family().act(GoTo(step=step)).page.step is Step.INTERVIEW


# ---- papers ----------------------------------------------------------------------------------------------------------
def test_a_case_keeps_the_version_of_every_form_it_began_with() -> None:
    desk, old = family(), book()
    newer = old.templates["F01", "001"].model_copy(update={"version": "002"})
    rules = replace(old, templates={**old.templates, ("F01", "002"): newer})
    desk.visit.outside = replace(desk.visit.outside, book=rules)
    assert desk.say({"person[p1].phone": "03-0000-0001"}).form("F01").version == "001"
    assert Desk(rules=rules).now.case.templates["F01"] == "002"


def test_a_household_of_eight_needs_a_second_sheet_of_the_moving_form() -> None:
    desk = moved().members(8).say(name="架空　太郎")
    for number in range(2, 9):
        desk.member(f"p{number}", name=f"架空　{number}子")
    form = desk.form("F01")
    assert form.sheets == 2
    names = [box for box in form.boxes if box.person and box.text.startswith("架空")]
    assert [(box.sheet, box.row) for box in names] == [(sheet, row) for sheet in (0, 1) for row in range(4)]
    twice = [box for box in form.boxes if box.sheet == 1 and not box.person]
    assert twice
    assert not any(box.counts for box in twice)


def test_the_filing_day_is_the_day_of_the_desk() -> None:
    assert moved(today=dt.date(2027, 1, 4)).value("case.filed_on") == PartialDate(iso="2027-01-04")
