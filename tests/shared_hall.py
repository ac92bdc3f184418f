"""Machines of a hall that share their visits through a hub: each with a home, a store and a clock of its own."""

import shutil
import uuid
from dataclasses import replace

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.destinations import ToFolder
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import SystemClock
from kiosk.flow.day import DayList, Fate, ParkedVisit
from kiosk.flow.finding import face, words_of
from kiosk.flow.jobs import Done, DropParked, Find, Keep, ListDay, Park, Unpark, Unparked
from kiosk.flow.ports import Confirmation
from kiosk.flow.state import VisitState
from kiosk.hub.link import opened
from kiosk.model.kept import KeptCase
from tests.hub_hall import Hall
from tests.read_before import catalogue
from tests.terminal import handed_in


def machine(hall: Hall, who: str, *, home: str = "", **changes: object) -> Program:
    """A machine by the name in its certificate; another `home` is another store under the same certificate."""
    place = hall.home / (home or who)
    (place / "secrets").mkdir(parents=True)
    setting = hall.destination(who, share=True, **changes).setting
    for name in ("hub-shared", who):
        shutil.copy(hall.home / "secrets" / name, place / "secrets" / name)
    (place / "device.toml").write_text(f'desk = "{who}"\n', encoding="utf-8")
    made = Program(replace(Place.standard(), home=place), SystemClock())
    town = catalogue()
    register = ToFolder(number=1, name="住民記録", path="outgoing")
    vars(made)["catalogue"] = replace(town, city=town.city.model_copy(update={"destinations": (register, setting)}))
    return made


def emptied(hall: Hall) -> None:
    """Nothing of other tests is in the hub."""
    with opened(hall.server.admin("kiosk")) as link:
        link.run("TRUNCATE kiosk.visit, kiosk.handover, kiosk.set_aside, kiosk.series, kiosk.seen")


def state_of(slip: str, *, handed: bool = True, **case: object) -> VisitState:
    """A visit that a resident has said at a terminal, under a number."""
    state = next(iter(handed_in().register.parked.values()))
    assert state.case is not None
    told = state.case.model_copy(update={"id": uuid.uuid4(), "slip": slip, **case})
    return state.model_copy(update={"case": told, "handed_in": handed})


def keep(program: Program, *, handed: bool = True, **case: object) -> VisitState:
    """A visit waits at a machine under its next number: handed in at a terminal, or parked at a counter."""
    state = state_of(program.next_slip(), handed=handed, **case)
    StoreDoing(program).do(Keep(state) if handed else Park(state))
    return state


def met(*programs: Program) -> None:
    """Each has talked with the hub once, in this order."""
    for each in programs:
        each.sharing.once()
        assert each.sharing.trouble is None, each.sharing.trouble


def do(program: Program, job: object) -> Done:
    return StoreDoing(program).do(job)  # type: ignore[arg-type]


def accept(program: Program, state: VisitState, *, revision: int = 1) -> None:
    """The visit is confirmed at a machine."""
    assert state.case is not None
    case = state.case.model_copy(update={"revision": revision})
    state = state.model_copy(update={"case": case})
    kept = KeptCase(
        content=state.model_dump_json().encode(),
        face=face(case),
        words=words_of(case),
        staff=case.clerk,
        revision=revision,
    )
    sent = sample_parcel(case=case.id, destination="1")
    said = {"case": case.id, "slip": case.slip, "event": " ".join(case.purposes), "at": program.clock.now()}
    program.store.outbox.accept(Confirmation(**said, parcels=(sent,), audit=(), kept=kept))
    do(program, DropParked(case.id))


def day(program: Program) -> tuple[ParkedVisit, ...]:
    """The unfinished visits in the list of a counter."""
    listed = do(program, ListDay())
    assert isinstance(listed, DayList)
    return listed.visits


Rooms = tuple[Program, Program, Program]
"""A terminal, and two counters, of one office."""


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


def sent(program: Program) -> None:
    """Everything has left the machine."""
    program.store.database.change(lambda sql: sql.execute("UPDATE delivery SET state = 'acknowledged'"))
