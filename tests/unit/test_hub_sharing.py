"""Visits are shared through a real PostgreSQL: taken in at a terminal, opened at a counter, and read by nobody else."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest

from kiosk.bootstrap.background import Background
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.taking_over import demand_ours
from kiosk.exchange.destinations.hub import address_of
from kiosk.flow.case_actions import Correct
from kiosk.flow.day import DayList, Fate, Found
from kiosk.flow.jobs import TAKEN, DropParked, Find, ListDay, Park, Tick, Unpark, Unparked
from kiosk.flow.lobby.slip_code import bars_of, slip_of
from kiosk.flow.state import VisitState
from kiosk.flow.writing import EraseCase, Erased, NotErased
from kiosk.hub.covering import Cover
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from kiosk.model.errors import SiteError
from kiosk.model.slip_number import slip_number
from tests.hub_hall import Hall
from tests.shared_hall import accept, day, do, emptied, keep, machine, met

NAME = "架空"
Rooms = tuple[Program, Program, Program]


@pytest.fixture
def rooms(hall: Hall) -> Iterator[Rooms]:
    """A terminal, and two counters, of one office."""
    emptied(hall)
    made = machine(hall, "kisai-1"), machine(hall, "mado-3"), machine(hall, "mado-4")
    made[0].sharing.lists = False
    yield made
    for each in made:
        each.close()


def opened_at(program: Program, job: Find | Unpark) -> VisitState:
    found = do(program, job)
    assert isinstance(found, Unparked), found
    assert found.state is not None
    return found.state


def case(state: VisitState) -> uuid.UUID:
    assert state.case is not None
    return state.case.id


def number(state: VisitState) -> str:
    assert state.case is not None
    return state.case.slip


def fates(program: Program) -> list[tuple[str, Fate, str]]:
    return [(line.slip, line.fate, line.staff) for line in day(program)]


def test_what_a_resident_hands_in_at_a_terminal_opens_by_its_number_at_a_counter(rooms: Rooms) -> None:
    terminal, first, second = rooms
    state = keep(terminal)
    met(terminal, first, second)
    assert [(line.slip, line.fate, line.event) for line in day(first)] == [(number(state), Fate.HANDED_IN, "tennyu")]
    assert opened_at(first, Find(number(state))) == state
    taken = first.store.audit.of_case(str(case(state)))[0]
    assert (taken.action, taken.detail) == ("case-take-over", "desk=kisai-1 from=lobby")
    met(second, terminal)
    assert fates(second) == [(number(state), Fate.ELSEWHERE, "mado-3")]
    for job in (Unpark(case(state)), Find(number(state))):
        refused = do(second, job)
        assert isinstance(refused, Unparked)
        assert (refused.state, refused.elsewhere) == (None, "mado-3")
    assert terminal.store.drafts.list() == ()


def test_a_counter_parks_and_the_next_goes_on_with_its_note(rooms: Rooms) -> None:
    _, first, second = rooms
    state = keep(first, handed=False)
    noted = state.model_copy(update={"note": "住民票は1通"})
    do(first, Park(noted))
    met(first, second)
    (line,) = day(second)
    assert (line.fate, line.note) == (Fate.PARKED, "住民票は1通")
    assert opened_at(second, Unpark(case(state))) == noted
    met(first)
    assert fates(first) == [(number(state), Fate.ELSEWHERE, "mado-4")]
    do(second, Park(state))
    met(second, first)
    assert opened_at(first, Unpark(case(state))) == state
    met(second)
    do(first, DropParked(case(state)))
    met(first, second)
    assert (day(first), day(second)) == ((), ())


def test_of_two_who_take_the_same_visit_at_once_one_has_it(rooms: Rooms) -> None:
    terminal, first, second = rooms
    state = keep(terminal)
    met(terminal, first, second)
    found = [do(each, Unpark(case(state))) for each in (first, second)]
    assert [isinstance(each, Unparked) and each.state == state for each in found] == [True, False]
    met(terminal)
    assert [len(each.store.drafts.list()) for each in rooms] == [0, 1, 0]


def test_what_is_accepted_is_no_more_to_be_done_at_any_machine(rooms: Rooms) -> None:
    terminal, first, second = rooms
    state = keep(terminal)
    met(terminal, second)
    opened_at(first, Find(number(state)))
    accept(first, state)
    met(first, second, terminal)
    assert (day(first), day(second), terminal.store.drafts.list()) == ((), (), ())


def test_numbers_of_an_office_never_repeat_whether_the_hub_is_there_or_not(rooms: Rooms, hall: Hall) -> None:
    first = rooms[1]
    alone = first.next_slip()
    met(*rooms)
    again = machine(hall, "mado-3", home="another store of the same machine")
    met(again)
    for each in (*rooms, again):
        each.sharing.trouble = HubTrouble("D50", "away")
    given = [each.next_slip() for each in (*rooms, again) for _ in range(3)]
    again.close()
    assert len({alone, *given}) == len(given) + 1
    assert [each[7:] for each in given] == [f"{series}00{n}" for series in (1, 2, 3, 4) for n in (1, 2, 3)]
    assert [slip_number(each) for each in given] == given
    assert [slip_of(bars_of(each)) for each in given] == given


def test_a_day_of_more_than_999_visits_has_longer_numbers(rooms: Rooms) -> None:
    tickets, now, day_ = rooms[0].store.tickets, dt.datetime(2026, 4, 20, tzinfo=dt.UTC), dt.date(2026, 4, 20)
    sql = "INSERT INTO ticket (slip, case_id, state, made_at, changed_at) VALUES ('260420-3999', '', 'given', 0, 0)"
    rooms[0].store.database.change(lambda database: database.execute(sql))
    found = [tickets.next(day_, now=now, series=each) for each in (3, 3, 30)]
    assert found == ["260420-0000301000", "260420-0000301001", "260420-30001"]


def test_while_the_hub_is_away_everybody_goes_on_with_what_is_here(rooms: Rooms, hall: Hall) -> None:
    terminal = rooms[0]
    met(terminal)
    kept = keep(terminal)
    met(terminal)
    away = machine(hall, "mado-3", home="unplugged", port=1)
    state = keep(away, handed=False)
    away.sharing.once()
    assert away.sharing.trouble is not None
    assert opened_at(away, Unpark(case(state))) == state
    found = do(away, Find(number(kept)))
    assert isinstance(found, Found)
    assert found.refused is not None
    assert found.refused.message.code == "search-no-number-away"
    away.close()


def test_a_terminal_reads_nothing_back_and_another_office_sees_nothing(rooms: Rooms, hall: Hall) -> None:
    terminal, first, _ = rooms
    state = keep(terminal)
    met(terminal)
    stranger = machine(hall, "mado-5")
    met(stranger)
    assert day(stranger) == ()
    assert stranger.sharing.asked(lambda link, _: link.rows("SELECT ref FROM kiosk.visit"), None) == []
    stranger.close()
    forbidden = {
        "kisai-1": (
            "SELECT body FROM kiosk.visit",
            "SELECT line FROM kiosk.visit",
            "SELECT words FROM kiosk.visit",
            "SELECT body FROM kiosk.set_aside",
            "DELETE FROM kiosk.visit",
            "SELECT * FROM kiosk.handover",
        ),
        "mado-3": (
            "UPDATE kiosk.visit SET office = '102'",
            "UPDATE kiosk.visit SET holder = 'mado-4', made_by = session_user",
            "DELETE FROM kiosk.visit",
            "UPDATE kiosk.series SET number = 1",
            "INSERT INTO kiosk.handover (office, ref, version, former, holder) VALUES ('101', '', 1, '', '')",
        ),
        "okuri-1": ("SELECT body FROM kiosk.visit",),
    }
    for who, statements in forbidden.items():
        with opened(address_of(hall.destination(who).setting, hall.home)) as link:
            for statement in statements:
                with pytest.raises(HubTrouble) as caught:
                    link.rows(statement)
                assert caught.value.code == "D52", statement
    assert opened_at(first, Find(number(state))) == state


def test_who_administers_the_server_reads_nothing_and_sees_who_took_over(rooms: Rooms, hall: Hall) -> None:
    terminal, first, _ = rooms
    state = keep(terminal)
    met(terminal)
    opened_at(first, Find(number(state)))
    with opened(hall.server.admin("kiosk")) as link:
        rows = [tuple(row) for row in link.rows("SELECT * FROM kiosk.visit")]
        over = [tuple(row) for row in link.rows("SELECT former, holder FROM kiosk.handover")]
    assert over == [("", "mado-3")]
    lying = b"".join(each if isinstance(each, bytes) else str(each).encode() for row in rows for each in row)
    assert str(case(state)).encode() not in lying
    assert number(state).encode() not in lying
    for word in ("tennyu", "lobby", "kisai-1-L"):
        assert word.encode() not in lying


def test_a_row_that_was_tampered_with_opens_nowhere(rooms: Rooms, hall: Hall) -> None:
    terminal, first, _ = rooms
    state = keep(terminal)
    met(terminal)
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.visit SET body = substr(body, 1, length(body) - 1)")
    met(first)
    found = do(first, Unpark(case(state)))
    assert isinstance(found, Unparked)
    assert found.state is None
    with opened(hall.server.admin("kiosk")) as link:
        assert [row[0] for row in link.rows("SELECT holder FROM kiosk.visit")] == [""]


def test_the_thread_beside_the_window_brings_what_is_kept_at_once(rooms: Rooms) -> None:
    terminal, first, _ = rooms
    terminal.sharing.begin()
    state = keep(terminal)
    terminal.close()  # what is left is brought before it ends
    met(first)
    assert [line.case for line in day(first)] == [case(state)]
    listed = do(first, ListDay())
    assert isinstance(listed, DayList)


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


def test_a_case_is_found_at_every_counter_by_its_number_or_its_people_and_corrected_where_it_was_accepted(
    rooms: Rooms, hall: Hall
) -> None:
    _, first, second = rooms
    state = keep(first, handed=False)
    accept(first, state)
    met(first, second)
    listed = do(second, ListDay())
    assert isinstance(listed, DayList)
    assert [(each.case, each.desk, each.face) for each in listed.past] == [(case(state), "mado-3", None)]
    for words in (number(state), NAME, NAME[:2], "トクメイ"):
        found = do(second, Find(words))
        assert isinstance(found, Found)
        assert [each.case for each in found.cases] == ([] if words == "トクメイ" else [case(state)]), words
    seen = opened_at(second, Unpark(case(state)))
    assert seen.desk == "mado-3"
    assert seen.case is not None
    assert seen.case.state.accepted
    assert ("case-open", "desk=mado-3") in [(each.action, each.detail) for each in second.store.audit.read(9)]
    visit = second.visit()
    visit.handle(Unparked(seen))
    assert "accepted-there" in [each.code for each in visit.handle(Correct(reason="書き間違い")).page.notices]
    assert visit.state.case == seen.case
    told = do(second, Tick(number(state), "x"))
    assert isinstance(told, Found)
    assert told.refused is not None
    assert told.refused.message.code == "tick-there"
    second.sharing.trouble = HubTrouble("D50", "away")
    found = do(second, Find(NAME))
    assert isinstance(found, Found)
    assert found.said is not None
    assert (found.cases, found.said.message.code) == ((), "search-others-away")
    with opened(hall.server.admin("kiosk")) as link:
        (row,) = [tuple(row) for row in link.rows("SELECT * FROM kiosk.visit")]
    assert NAME.encode() not in b"".join(each if isinstance(each, bytes) else str(each).encode() for each in row)


def test_what_is_erased_at_one_machine_is_erased_in_the_hub_and_at_every_other(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state, kept = keep(first, handed=False), keep(first, handed=False)
    for each in (state, kept):
        accept(first, each)
        sent(first)
    met(first, second)
    assert isinstance(do(second, EraseCase(case(state), "本人の求めによる")), Erased)
    met(first)
    left = first.store.retention.over({CaseState.CONFIRMED: first.clock.now()})
    assert [each.case for each in left] == [case(kept)]
    event = AuditEvent(at=first.clock.now(), by="c1", action="shred", detail="保存期間")
    first.store.retention.erase(left, event=event)
    met(first, second)
    for each in (state, kept):
        found = do(second, Find(number(each)))
        assert isinstance(found, Found)
        assert found.cases == ()
    with opened(hall.server.admin("kiosk")) as link:
        rows = [tuple(row) for row in link.rows("SELECT stage, words, line, body, slip FROM kiosk.visit")]
    assert rows == [("gone", [], b"", b"", "")] * 2
    second.sharing.trouble = HubTrouble("D50", "away")
    assert isinstance(do(second, EraseCase(case(state), "本人の求めによる")), NotErased)


def test_the_server_alone_has_nothing_erased_and_an_older_one_is_told_anew(rooms: Rooms, hall: Hall) -> None:
    terminal, first, _ = rooms
    waits, done = keep(terminal), keep(first, handed=False)
    accept(first, done)
    sent(first)
    met(first, terminal)
    with opened(hall.server.admin("kiosk")) as link:
        link.run(
            "UPDATE kiosk.visit SET stage = 'gone', holder = '', slip = '', words = '{}', line = '', body = '',"
            " version = version + 1"
        )
    met(first, terminal)
    assert [line.case for line in terminal.store.drafts.list()] == [case(waits)]
    assert first.store.kept.revision(case(done)) == 1
    emptied(hall)  # an older copy of it was put back
    met(terminal, first)
    assert [line.case for line in day(first)] == [case(waits)]


def sent(program: Program) -> None:
    """Everything has left the machine."""
    program.store.database.change(lambda sql: sql.execute("UPDATE delivery SET state = 'acknowledged'"))


def put_aside(hall: Hall) -> list[VisitState]:
    """What somebody decided not to go on with, as the office's machines can read it."""
    secret = (hall.home / "secrets" / "hub-shared").read_bytes()
    cover = Cover(secret, "101")
    with opened(hall.server.admin("kiosk")) as link:
        rows = link.rows("SELECT ref, body FROM kiosk.set_aside")
    found = [cover.open(row["body"], ref=row["ref"], what="body") for row in rows]
    return [VisitState.model_validate_json(each) for each in found if each is not None]
