"""Two machines that went on with one visit, one of them unplugged: nothing is lost, and a person chooses."""

import pytest

from kiosk.bootstrap.background import Background
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.taking_over import demand_ours
from kiosk.flow.day import Fate
from kiosk.flow.jobs import TAKEN, Find, Park, Unpark, Unparked
from kiosk.flow.state import VisitState
from kiosk.hub.covering import Cover
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.errors import SiteError
from tests.hub_hall import Hall
from tests.shared_hall import Rooms, accept, case, day, do, fates, keep, met, number, opened_at


def silenced(hall: Hall, who: str) -> None:
    """The hub has not heard of a machine for ten minutes."""
    with opened(hall.server.admin("kiosk")) as link:
        link.rows("UPDATE kiosk.seen SET at = now() - interval '10 minutes' WHERE role = $1", who)


def asked(program: Program, job: Unpark) -> str:
    found = do(program, job)
    assert isinstance(found, Unparked)
    assert (found.state, found.elsewhere) == (None, "")
    assert found.asks is not None
    return found.asks.code


def apart(rooms: Rooms, hall: Hall) -> tuple[VisitState, VisitState, VisitState]:
    """A visit that one counter has gone on with while it was unplugged, and another one has taken over."""
    terminal, first, second = rooms
    state = keep(terminal)
    met(terminal, first, second)
    opened_at(first, Find(number(state)))
    met(first)
    silenced(hall, "mado-3")
    met(second)
    assert fates(second) == [(number(state), Fate.SILENT, "mado-3")]
    assert asked(second, Unpark(case(state))) == "notice-shared-silent"
    taken = opened_at(second, Unpark(case(state)))
    assert taken == state
    ours, theirs = (state.model_copy(update={"note": note}) for note in ("unplugged", "taken over"))
    do(first, Park(ours))
    do(second, Park(theirs))
    met(second, first)
    return state, ours, theirs


def test_a_machine_that_is_heard_of_no_more_holds_no_visit_and_nothing_of_it_is_lost(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state, ours, theirs = apart(rooms, hall)
    lines = [(line.fate, line.staff, line.note, line.theirs) for line in day(first)]
    assert lines == [(Fate.APART, "mado-3", "unplugged", False), (Fate.APART, "mado-4", "taken over", True)]
    assert [line.note for line in day(second)] == ["taken over"]
    with pytest.raises(SiteError, match=TAKEN):
        demand_ours(first, case(state))
    assert asked(first, Unpark(case(state))) == "notice-shared-here"
    assert asked(first, Unpark(case(state), theirs=True)) == "notice-shared-there"
    assert asked(first, Unpark(case(state))) == "notice-shared-here"
    assert opened_at(first, Unpark(case(state))) == ours
    met(first, second)
    demand_ours(first, case(state))
    assert len(day(first)) == 1
    assert fates(second) == [(number(state), Fate.ELSEWHERE, "mado-3")]
    assert second.store.drafts.list() == ()
    assert put_aside(hall) == [theirs]


def test_the_other_machine_s_visit_is_gone_on_with_and_one_s_own_is_set_aside(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state, ours, theirs = apart(rooms, hall)
    assert asked(first, Unpark(case(state), theirs=True)) == "notice-shared-there"
    assert opened_at(first, Unpark(case(state), theirs=True)) == theirs
    met(first, second)
    assert [(line.note, line.theirs) for line in day(first)] == [("taken over", False)]
    assert second.store.drafts.list() == ()
    assert put_aside(hall) == [ours]


def test_what_was_accepted_elsewhere_meanwhile_is_not_accepted_twice(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state, ours, _ = apart(rooms, hall)
    accept(second, state)
    met(second, first)
    with pytest.raises(SiteError, match=TAKEN):
        demand_ours(first, case(state))
    assert asked(first, Unpark(case(state))) == "notice-shared-accepted"
    do(first, Unpark(case(state)))
    assert first.store.drafts.list() == ()
    assert put_aside(hall) == [ours]


def test_what_was_accepted_at_two_machines_while_one_was_unplugged_is_told_until_it_is_taken_back(
    rooms: Rooms, hall: Hall
) -> None:
    _, first, second = rooms
    state, _, _ = apart(rooms, hall)
    accept(second, state)
    accept(first, state)
    met(second, first)
    told = Background(first, deliver=False).look().sharing
    assert told is not None
    assert (told.code, number(state) in told.what) == ("S-TWICE", True)
    assert Background(second, deliver=False).look().sharing is None
    sql = "UPDATE cases SET state = 'withdrawn'"
    first.store.database.change(lambda database: database.execute(sql))
    assert Background(first, deliver=False).look().sharing is None
    first.sharing.trouble = HubTrouble("D50", "名前を確かめてください。")
    told = Background(first, deliver=False).look().sharing
    assert told is not None
    assert (told.code, told.mend) == ("D50", "名前を確かめてください。")


def test_a_visit_that_was_taken_over_while_it_was_open_is_not_confirmed_here(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state = keep(first)
    met(first)
    opened_at(first, Unpark(case(state)))
    met(first)
    demand_ours(first, case(state))
    silenced(hall, "mado-3")
    met(second)
    assert asked(second, Unpark(case(state))) == "notice-shared-silent"
    opened_at(second, Unpark(case(state)))
    with pytest.raises(SiteError, match=TAKEN):
        demand_ours(first, case(state))


def put_aside(hall: Hall) -> list[VisitState]:
    """What somebody decided not to go on with, as the office's machines can read it."""
    secret = (hall.home / "secrets" / "hub-shared").read_bytes()
    cover = Cover(secret, "101")
    with opened(hall.server.admin("kiosk")) as link:
        rows = link.rows("SELECT ref, body FROM kiosk.set_aside")
    found = [cover.open(row["body"], ref=row["ref"], what="body") for row in rows]
    return [VisitState.model_validate_json(each) for each in found if each is not None]
