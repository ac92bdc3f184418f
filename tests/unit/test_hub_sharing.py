"""Visits are shared through a real PostgreSQL: taken in at a terminal, opened at a counter, and read by nobody else."""

import datetime as dt

import pytest

from kiosk.exchange.destinations.hub import address_of
from kiosk.flow.day import DayList, Fate, Found
from kiosk.flow.jobs import DropParked, Find, ListDay, Park, Unpark, Unparked
from kiosk.flow.lobby.slip_code import bars_of, slip_of
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.errors import SiteError
from kiosk.model.slip_number import slip_number
from tests.hub_hall import Hall
from tests.shared_hall import (
    Rooms,
    accept,
    case,
    day,
    do,
    fates,
    keep,
    machine,
    met,
    number,
    opened_at,
)

NAME = "架空"


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
    at_once = rooms[0].next_slip()
    met(*rooms)
    again = machine(hall, "mado-3", home="another store of the same machine")
    met(again)
    for each in (*rooms, again):
        each.sharing.trouble = HubTrouble("D50", "away")
    given = [each.next_slip() for each in (*rooms, again) for _ in range(3)]
    again.close()
    assert len({at_once, *given}) == len(given) + 1
    assert at_once[7:] == "1001"
    begun = [f"{series}00{n}" for series in (1, 2, 3, 4) for n in (1, 2, 3)]
    assert [each[7:] for each in given] == ["1002", "1003", "1004", *begun[3:]]
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
    with pytest.raises(SiteError, match="受付番号を出せません") as never:
        away.next_slip()
    assert (never.value.code, "D50" in never.value.mend) == ("S-SERIES", True)
    away.store.shared.number(9)  # it has met the hub on another day
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
