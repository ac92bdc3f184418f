"""What a resident handed in and nobody collects: it waits for some days, is told of, and is gone with an entry."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap.background import Background
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.lobby_care import LobbyCare
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.waiting import EXPIRED, waiting
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import Keep, Park
from kiosk.flow.state import VisitState
from tests.commands import Kiosk
from tests.terminal import handed_in

NOON = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)
DAYS = 7


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(replace(Place.standard(), home=tmp_path / "home"), FixedClock(NOON), practice=True)


def keep(program: Program, *, parked: bool = False) -> VisitState:
    """A visit that waits: handed in at a terminal, or parked at a counter."""
    desk = handed_in()
    state = next(iter(desk.register.parked.values())).model_copy(update={"handed_in": not parked})
    StoreDoing(program).do(Park(state) if parked else Keep(state))
    return state


def later(program: Program, days: int) -> None:
    program.clock = FixedClock(NOON + dt.timedelta(days=days))


def actions(program: Program) -> list[tuple[str, str]]:
    return [(entry.action, entry.case) for entry in program.store.audit.read(50)]


def test_it_waits_for_as_many_days_as_the_city_says_and_is_gone_the_day_after(program: Program) -> None:
    state = keep(program)
    assert state.case is not None
    assert program.catalogue.city.handed_in_days == DAYS
    (line,) = waiting(program)
    assert (line.slip, line.until) == (state.case.slip, dt.date(2026, 4, 20 + DAYS))
    later(program, DAYS)
    Background(program).look()
    assert len(waiting(program)) == 1
    later(program, DAYS + 1)
    Background(program).look()
    assert program.store.drafts.list() == ()
    assert (EXPIRED, str(state.case.id)) in actions(program)


def test_what_a_counter_has_parked_never_goes_by_itself(program: Program) -> None:
    keep(program, parked=True)
    later(program, 400)
    Background(program).look()
    assert len(program.store.drafts.list()) == 1


def test_who_only_looks_drops_nothing(program: Program) -> None:
    keep(program)
    later(program, DAYS + 1)
    Background(program, deliver=False).look()
    assert len(program.store.drafts.list()) == 1


def test_the_closing_report_says_what_waits_and_what_has_gone(program: Program) -> None:
    keep(program)
    found = {each.key: each.text for each in LobbyCare(program).closing().findings}
    assert found["waiting"].startswith("1 件。最も古いものは 2026-04-27 まで")
    later(program, DAYS + 1)
    Background(program).look()
    found = {each.key: each.text for each in LobbyCare(program).closing().findings}
    assert (found["waiting"], found["expired"]) == ("0 件", "1 件")


def test_the_list_of_drafts_says_the_last_day_and_delivering_drops_what_is_over(kiosk: Kiosk, home: Path) -> None:
    here = Program(replace(Place.standard(), home=home), FixedClock(NOON))
    keep(here)
    here.close()
    (line,) = kiosk("drafts", "list", "--json").document
    assert line["until"] == "2026-04-27"
    kiosk("deliver", "--json")
    assert kiosk("drafts", "list", "--json").document == []
