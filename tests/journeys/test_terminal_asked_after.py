"""A resident asks at a terminal what has become of what was filed: by code, by number, and again and again."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from kiosk.flow.actions import End
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import LookUp
from kiosk.flow.lobby.actions import AskAfter, AskNumber, Begin, Choose, Return, Speak, TakeUp
from kiosk.flow.lobby.inquiry import FREE
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.model.case import CaseState
from kiosk.model.errors import SiteError
from kiosk.model.fate import Fate, Filed
from tests.terminal import Terminal, handed_in
from tests.visits import TODAY

SLIP, UNKNOWN = "260420-001", "260420-777"
MOVED, CHILD = Filed("P01", Fate.ACCEPTED), Filed("P20", Fate.COME)


def filed(*each: Filed) -> tuple[Terminal, uuid.UUID]:
    """A terminal at which somebody handed in what a counter has confirmed since, and the case."""
    desk = handed_in()
    case = desk.page.case
    assert case is not None
    desk.act(End())
    state = desk.register.parked[case]
    assert state.case is not None
    confirmed = state.case.model_copy(update={"state": CaseState.CONFIRMED})
    desk.register.parked[case] = state.model_copy(update={"case": confirmed})
    desk.register.filed[SLIP] = each
    return desk, case


def asked(desk: Terminal, slip: str) -> LobbyPage:
    return desk.act(Begin(), AskAfter(), AskNumber(slip=slip))


# ---- by the code ---------------------------------------------------------------------------------------------------
def test_the_code_of_a_slip_tells_what_has_become_of_each_application() -> None:
    desk, case = filed(MOVED, CHILD)
    page = desk.act(Begin(), TakeUp(case=case))
    assert (page.place, page.standing) == (Place.STANDING, Fate.COME)
    assert page.filed == (("転入届", Fate.ACCEPTED), ("児童手当 認定請求", Fate.COME))
    assert not page.begun


def test_it_is_told_in_the_language_that_is_chosen_on_the_page() -> None:
    desk, case = filed(MOVED)
    desk.act(Begin(), TakeUp(case=case))
    page = desk.act(Speak(language="en"))
    assert page.place is Place.STANDING
    assert page.filed[0][0].isascii()


# ---- by the number -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("each", "told"),
    [
        ((MOVED,), Fate.ACCEPTED),
        ((MOVED, CHILD), Fate.COME),
        ((MOVED, Filed("P20", Fate.REFUSED)), Fate.COME),
        ((MOVED, Filed("P20", Fate.OPEN)), Fate.OPEN),
        ((MOVED, Filed("P20", Fate.SETTLED)), Fate.ACCEPTED),
        ((Filed("P01", Fate.WITHDRAWN),), Fate.WITHDRAWN),
    ],
)
def test_a_number_tells_how_it_stands_all_in_all_and_not_what_it_is_about(each: tuple[Filed, ...], told: Fate) -> None:
    page = asked(filed(*each)[0], SLIP)
    assert (page.place, page.standing, page.filed) == (Place.STANDING, told, ())
    assert (page.slip, page.case, page.persons, page.outcomes) == ("", None, (), ())


def test_a_number_that_nobody_was_given_looks_like_one_that_is_not_decided() -> None:
    assert asked(filed(Filed("P01", Fate.OPEN))[0], SLIP) == asked(filed(MOVED)[0], UNKNOWN)


def test_who_asks_again_and_again_waits_longer_each_time_whatever_the_answer_and_whoever_left_between() -> None:
    desk, _ = filed(MOVED)
    for slip in (SLIP, UNKNOWN, SLIP)[:FREE]:
        assert asked(desk, slip).place is Place.STANDING
        desk.act(End())
    waits = []
    for _ in range(3):
        page = asked(desk, SLIP)
        assert (page.place, len(page.notices)) == (Place.NUMBER, 1)
        seconds = int(str(dict(page.notices[0].message.values)["n"]))
        later(desk, seconds)
        assert asked(desk, UNKNOWN).place is Place.STANDING
        waits.append(seconds)
    assert waits == sorted(set(waits))
    later(desk, 3_600)
    assert asked(desk, SLIP).place is Place.STANDING


def later(desk: Terminal, seconds: int) -> None:
    outside = desk.lobby.visit.outside
    now = outside.clock.now() + dt.timedelta(seconds=seconds)
    desk.lobby.visit.outside = replace(outside, clock=FixedClock(now))
    assert now.date() >= TODAY


# ---- around it -----------------------------------------------------------------------------------------------------
def test_back_leads_to_what_brings_somebody_here_and_the_end_keeps_nothing_of_it() -> None:
    desk, _ = filed(MOVED)
    asked(desk, SLIP)
    assert desk.act(Return()).place is Place.PURPOSE
    desk.act(End())
    assert desk.lobby.found is None


def test_while_a_visit_is_open_nothing_is_asked_after() -> None:
    desk, _ = filed(MOVED)
    desk.act(Begin(), Choose(event="shomei"))
    page = desk.act(AskNumber(slip=SLIP))
    assert page.place is Place.CARD
    assert not any(isinstance(job, LookUp) for job in desk.done)


def test_a_store_that_cannot_be_read_leads_to_a_person() -> None:
    desk, _ = filed(MOVED)
    desk.register.broken = SiteError("STORE-1", what="読めません。", mend="職員を呼んでください。")
    assert asked(desk, SLIP).place is Place.STAFF
