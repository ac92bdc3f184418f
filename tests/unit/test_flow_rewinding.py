"""元に戻す・やり直す: what was done in a visit is taken back and done again, one thing at a time, until it is sent."""

import tracemalloc

import pytest

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    ChoosePurposes,
    Confirm,
    Decide,
    Decision,
    End,
    GoTo,
    Hold,
    Put,
    RemovePerson,
    Sign,
    StartVisit,
    Step,
    UseCard,
)
from kiosk.flow.case_actions import AcceptHeld, Correct, Later, Rewind
from kiosk.flow.rewinding import MOST
from kiosk.flow.state import VisitState
from kiosk.model.card import CardFace
from kiosk.model.fact import Signature
from kiosk.model.held_for import HeldFor
from kiosk.model.wareki import PartialDate
from tests.played import visit
from tests.visits import Desk

BACK, ONWARD = Rewind(), Rewind(onward=True)
PHONE, ADDRESS = "person[p1].phone", "addr.new.text"
SIGNATURE = Signature(strokes=(((5, 5), (20, 10)),), width=60, height=16)
STRANGER = CardFace(name="別人　三郎", address="見本県仮想市本町３", birth=PartialDate(iso="1950-05-05"), sex="1")

THINGS: dict[str, Action] = {
    "an answer": Answer(path=PHONE, text="03-0000-0009"),
    "a choice": Put(path="household.card_holders", value=("p1",)),
    "a hold": Hold(path=PHONE),
    "an address that is divided outside": Answer(path=ADDRESS, text="見本県架空市本町一丁目1番1号"),
    "a member": AddPerson(),
    "two members at once": AddPerson(people=2),
    "a purpose": ChoosePurposes(events=("tennyu", "shomei")),
    "a card that is nobody's": UseCard(person="p1", face=STRANGER),
    "a procedure for another day": Later(procedure="P01"),
    "a signature": Sign(person="p1", signature=SIGNATURE),
    "words that cannot be read": Answer(path="case.moved_on", text="zzz"),
}


def standing(desk: Desk) -> tuple[object, ...]:
    """What was said and decided, and what follows from it."""
    state = desk.visit.state
    assert state.case is not None
    said = (state.case.ledger.facts, state.case.persons, state.case.purposes, state.case.later, state.case.held_for)
    page = desk.visit.page()
    return (*said, state.typed, state.approved, state.proposal, page.sections, page.outcomes, page.forms)


@pytest.mark.parametrize("thing", THINGS)
def test_what_was_done_is_taken_back_whole_and_done_again_whole(thing: str) -> None:
    desk, _ = visit("kazoku4")
    before = standing(desk)
    desk.act(THINGS[thing])
    after = standing(desk)
    assert after != before
    for _ in range(2):
        assert "undone" in desk.act(BACK).codes
        assert standing(desk) == before
        assert "onward-again" in desk.act(ONWARD).codes
        assert standing(desk) == after


def test_a_whole_visit_goes_back_to_its_beginning_and_forth_to_its_end() -> None:
    desk, _ = visit("kazoku4", "cards")
    desk.act(End(), StartVisit(event="tennyu"))
    stood = [standing(desk)]
    for action in (AddPerson(), *THINGS.values(), Decide(decision=Decision.BACK), RemovePerson(person="p2")):
        desk.act(action)
        if standing(desk) != stood[-1]:
            stood.append(standing(desk))
    for earlier in reversed(stood[:-1]):
        desk.act(BACK)
        assert standing(desk) == earlier
    assert "nothing-back" in desk.act(BACK).codes
    for later in stood[1:]:
        desk.act(ONWARD)
        assert standing(desk) == later
    assert "nothing-onward" in desk.act(ONWARD).codes


def test_the_letters_of_one_answer_are_one_thing_and_turning_a_page_is_none() -> None:
    desk, _ = visit("tanshin")
    before = standing(desk)
    for end in range(1, 13):
        desk.act(Answer(path=PHONE, text="03-0000-0009"[:end], typing=True))
    desk.act(Answer(path=PHONE, text="03-0000-0009"), GoTo(step=Step.PLAN), GoTo(step=Step.CHECK))
    desk.act(BACK)
    assert (standing(desk), desk.page.step) == (before, Step.CHECK)


def test_who_says_something_new_after_going_back_cannot_go_forth_to_what_was_before() -> None:
    desk, _ = visit("tanshin")
    desk.act(Answer(path=PHONE, text="03-0000-0001"), BACK, Answer(path=PHONE, text="03-0000-0002"))
    assert "nothing-onward" in desk.act(ONWARD).codes
    assert desk.value(PHONE) == "03-0000-0002"


def test_the_number_of_the_visit_and_who_is_at_the_desk_stay() -> None:
    desk, _ = visit("tanshin")
    slip = desk.now.case.slip
    desk.act(AddPerson(), BACK)
    assert (desk.now.case.slip, bool(slip)) == (slip, True)


def test_what_was_accepted_or_said_yes_to_is_taken_back_too() -> None:
    desk, _ = visit("tanshin")
    desk.hold(ADDRESS)
    desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason=HeldFor.ASK))
    assert desk.now.case.held_for
    desk.act(BACK)
    assert desk.now.case.held_for == {}
    desk.act(Approve(paths=(PHONE,)))
    assert PHONE in desk.visit.state.approved
    desk.act(BACK)
    assert PHONE not in desk.visit.state.approved


def test_nothing_goes_back_across_a_confirmation_a_correction_or_the_end_of_a_visit() -> None:
    desk, _ = visit("shomei")
    desk.act(Answer(path="cert.seal.copies", text="3")).sign().act(Confirm())
    assert desk.page.step is Step.DONE
    assert "nothing-back" in desk.act(BACK).codes
    assert desk.page.step is Step.DONE
    desk.act(Correct(reason="聞き間違い"))
    assert "nothing-back" in desk.act(BACK).codes
    desk.act(Answer(path="cert.seal.copies", text="4"), End())
    assert (desk.visit.history.past, desk.visit.history.future) == ((), ())
    desk.act(BACK)
    assert desk.visit.state == VisitState()


def test_what_is_kept_is_bounded_and_small() -> None:
    desk, _ = visit("kazoku4")
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(MOST + 20):
        desk.visit.act(Answer(path=PHONE, text=f"03-0000-{number:04}"))
        desk.visit.act(GoTo(step=Step.INTERVIEW))
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert len(desk.visit.history.past) == MOST
    assert grown < 6_000_000, f"{grown} bytes for {MOST} values of a family of four"
