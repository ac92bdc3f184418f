"""Signatures at a terminal: given where nothing is left but what only a clerk can see, otherwise at the counter."""

from collections.abc import Iterable

import pytest

from kiosk.flow.actions import Answer, End, GoTo, Step
from kiosk.flow.at_once import AtOnce
from kiosk.flow.case_actions import AcceptHeld
from kiosk.flow.jobs import Unpark
from kiosk.flow.lobby.actions import Change, HandIn, Onward, Return, Say, SignHere, Speak, TakeUp
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.flow.signers import unsigned
from kiosk.flow.unconfirmed import unconfirmed
from kiosk.model.fact import Signature
from kiosk.model.languages import ANSWERS
from kiosk.model.source import Source
from tests.terminal import Terminal
from tests.visits import STROKES, book, persona

PAIR, NAME = persona("futari"), "person[p1].name.full"


def answered(case: str = "futari", *, without: Iterable[str] = ()) -> Terminal:
    """A written visit said at a terminal, up to the answers; what is left out is put off."""
    told = persona(case)
    desk = Terminal()
    desk.begin(told.event, people=len(told.persons))
    desk.answer({path: words for path, words in told.answers.items() if path not in without})
    assert desk.page.place is Place.CHECK
    return desk


def all_sign(desk: Terminal) -> LobbyPage:
    for signer in desk.page.signers:
        desk.act(SignHere(person=signer.person, signature=STROKES))
    return desk.page


def at_counter(desk: Terminal) -> AtOnce:
    counter = desk.counter()
    counter.handle(desk.register.do(Unpark(next(iter(desk.register.parked)))))
    return counter


def sees_papers(counter: AtOnce) -> None:
    """The clerk answers what only a clerk can see."""
    while counter.snapshot is not None and counter.snapshot.interview.open:
        path = counter.snapshot.interview.open[0]
        assert book().vocabulary.by_key[path].staff
        counter.handle(Answer(path=path, text=PAIR.answers[path]))


def signed(counter: AtOnce) -> list[Source]:
    """Whose the signatures are that stand."""
    assert counter.snapshot is not None
    facts = counter.snapshot.case.ledger.current.values()
    return [fact.source for fact in facts if isinstance(fact.value, Signature)]


# ---- here --------------------------------------------------------------------------------------------------------
def test_a_couple_signs_at_the_terminal_and_the_clerk_who_sees_their_papers_asks_for_no_signature_again() -> None:
    desk = answered()
    page = desk.act(Onward())
    assert (page.place, page.sign_later, [signer.person for signer in page.signers]) == (
        Place.SIGN,
        False,
        ["p1", "p2"],
    )
    assert all(signer.signed for signer in all_sign(desk).signers)
    assert not desk.act(HandIn()).sign_later
    counter = at_counter(desk)
    sees_papers(counter)
    assert set(signed(counter)) == {Source.RESIDENT}
    assert counter.snapshot is not None
    assert unsigned(counter.snapshot) == ()
    assert counter.handle(GoTo(step=Step.SIGN)).step is Step.SIGN


def test_a_change_at_the_counter_voids_what_was_signed_here_and_back_here_it_is_signed_again() -> None:
    desk = answered()
    desk.act(Onward())
    all_sign(desk)
    case = desk.act(HandIn()).case
    assert case is not None
    desk.act(End())
    counter = at_counter(desk)
    sees_papers(counter)
    told = counter.do(Answer(path=NAME, text="架空　大郎"))
    assert "signature-void" in {notice.code for notice in told}
    assert signed(counter) == []
    counter.handle(End())
    page = desk.act(TakeUp(case=case))
    assert page.place is Place.CHECK
    assert "架空　大郎" in {row.text for group in page.groups for row in group.rows}
    page = desk.act(Onward())
    assert (page.place, page.sign_later, [signer.signed for signer in page.signers]) == (
        Place.SIGN,
        False,
        [False, False],
    )
    all_sign(desk)
    desk.act(HandIn())
    again = at_counter(desk)
    assert len(signed(again)) == len(again.snapshot.signatures() if again.snapshot else ())
    assert again.handle(GoTo(step=Step.SIGN)).step is Step.SIGN


def test_who_changes_an_answer_after_signing_signs_again() -> None:
    desk = answered()
    desk.act(Onward())
    all_sign(desk)
    desk.act(Return())
    page = desk.act(Change(path=NAME), Say(text="架空　次郎"))
    assert "signature-void" in {notice.code for notice in page.notices}
    page = desk.act(Onward())
    assert [signer.signed for signer in page.signers] == [False, False]


# ---- at the counter ----------------------------------------------------------------------------------------------
def test_what_somebody_does_not_know_is_settled_at_the_counter_before_anybody_signs() -> None:
    desk = answered(without={"person[p1].phone"})
    page = desk.act(Onward())
    assert (page.place, page.sign_later) == (Place.SIGN, True)
    assert book().vocabulary.by_key["person.phone"].label in page.held
    all_sign(desk)
    page = desk.act(HandIn())
    assert (page.place, page.sign_later) == (Place.SLIP, True)
    counter = at_counter(desk)
    assert signed(counter) == []
    page_there = counter.handle(GoTo(step=Step.SIGN))
    assert page_there.step is Step.CHECK  # the list of what is left stands there, with the answer that waits


def test_a_filing_that_nobody_can_decide_here_looks_like_any_other_reason_and_names_nothing() -> None:
    desk = answered("rikon_zen")
    assert desk.lobby.visit.snapshot is not None
    assert [each.procedure for each in desk.lobby.visit.snapshot.plan.held] == ["P83"]
    page = desk.act(Onward())
    assert page.place in {Place.SIGN, Place.SLIP}
    assert (page.sign_later, page.held) == (page.place is Place.SIGN, ())


def test_what_a_clerk_has_left_for_another_day_by_name_is_signed_without_at_the_terminal() -> None:
    desk = answered(without={"person[p2].occupation"})
    page = desk.act(Onward())
    assert page.sign_later
    case = desk.act(HandIn()).case
    assert case is not None
    desk.act(End())
    counter = at_counter(desk)
    sees_papers(counter)
    assert counter.snapshot is not None
    assert [each.procedure for each in counter.snapshot.plan.held] == ["P20"]
    counter.handle(AcceptHeld(procedures=("P20",), reason="後日に届け出るため"))
    counter.handle(End())
    desk.act(TakeUp(case=case))
    page = desk.act(Onward())
    assert (page.place, page.sign_later) == (Place.SIGN, False)
    all_sign(desk)
    desk.act(HandIn())
    again = at_counter(desk)
    assert set(signed(again)) == {Source.RESIDENT}
    assert again.handle(GoTo(step=Step.SIGN)).step is Step.SIGN


def test_a_signature_is_taken_on_its_own_page_alone() -> None:
    desk = answered()
    desk.act(SignHere(person="p1", signature=STROKES))
    case = desk.lobby.state.case
    assert case is not None
    assert not [fact for fact in case.ledger.facts if isinstance(fact.value, Signature)]


@pytest.mark.parametrize("language", list(ANSWERS))
def test_another_language_on_the_page_of_signatures_takes_none_away(language: str) -> None:
    desk = answered()
    desk.act(Onward())
    all_sign(desk)
    page = desk.act(Speak(language=language))
    assert all(signer.signed for signer in page.signers)


def test_everything_that_was_approved_here_waits_for_no_second_yes_at_the_counter() -> None:
    desk = answered()
    desk.act(Onward())
    all_sign(desk)
    desk.act(HandIn())
    counter = at_counter(desk)
    visit = counter.visit
    assert visit.snapshot is not None
    assert unconfirmed(visit.state, visit.snapshot) == ()
