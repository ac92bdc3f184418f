"""`kiosk confirm` killed for real: the next start says of every visit whether it was accepted, and is always right."""

import random
from pathlib import Path

import pytest

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cli.stopped import stopped
from kiosk.flow.actions import Confirm, Step
from kiosk.flow.clock import SystemClock
from kiosk.flow.day import Fate
from kiosk.flow.jobs import DropParked, Unpark, Unparked
from kiosk.store.audit import AuditLog
from tests.commands import Kiosk
from tests.crash.killing import Zygote
from tests.crash.zygote import POINTS, VISIT
from tests.short import SHORT

ROUNDS = 2 if SHORT else 8
FATES = {
    "slip given": None,
    "draft begun": None,
    "draft kept": Fate.NOT_ACCEPTED,
    "records begun": Fate.NOT_ACCEPTED,
    "records made": Fate.NOT_ACCEPTED,
    "accepted": Fate.ACCEPTED,
    "told": Fate.ACCEPTED,
    "done": None,
}


def program(home: Path) -> Program:
    standard = Place.standard()
    return Program(Place(forms=standard.forms, assets=standard.assets, home=home), SystemClock())


def order(home: Path, **more: str) -> dict[str, str]:
    return {"work": "visit", "store": str(home), "target": "", "at": "", **more}


@pytest.mark.parametrize("point", POINTS)
def test_after_a_kill_the_next_start_says_whether_the_visit_was_accepted(
    zygote: Zygote, home: Path, kiosk: Kiosk, point: str
) -> None:
    told = zygote.run(order(home, point=point), chance=None)
    assert bool(told) == (point in {"told", "done"})
    place = program(home)
    there = [slip for (slip,) in place.store.database.read("SELECT slip FROM cases")]
    found = [(visit.slip, visit.fate) for visit in stopped(place)]
    place.close()
    fate = FATES[point]
    assert found == ([("260427-001", fate)] if fate else [])
    assert there == (["260427-001"] if fate is Fate.ACCEPTED or point == "done" else [])
    said = kiosk("status").out
    assert ("受け付け済みです" in said) == (fate is Fate.ACCEPTED)
    assert ("受け付けられていません" in said) == (fate is Fate.NOT_ACCEPTED)
    assert ("kiosk drafts drop 260427-001" in said) == (fate is Fate.NOT_ACCEPTED)


def test_after_one_that_was_accepted_the_command_stops_once_instead_of_confirming_it_again(
    zygote: Zygote, home: Path, kiosk: Kiosk
) -> None:
    zygote.run(order(home, point="accepted"), chance=None)
    again = kiosk("confirm", VISIT)
    assert again.code == 1
    assert "受付番号 260427-001 は、受け付け済みです" in again.err
    assert "260427-002" in kiosk("confirm", VISIT).out


def test_one_that_was_not_accepted_is_no_concern_of_another_visit(zygote: Zygote, home: Path, kiosk: Kiosk) -> None:
    zygote.run(order(home, point="records made"), chance=None)
    other = kiosk("confirm", VISIT)
    assert (other.code, "260427-001" in other.err) == (0, False)
    assert kiosk("drafts", "drop", "260427-001", "--reason", "中止").code == 0
    assert "途中で止まりました" not in kiosk("status").out


@pytest.mark.parametrize("point", ["accepted", "records made"])
def test_the_visit_that_was_cut_off_can_be_opened_again(zygote: Zygote, home: Path, point: str) -> None:
    """On its last page, to print the slip, or where it stood, to be confirmed after all."""
    zygote.run(order(home, point=point), chance=None)
    place = program(home)
    (line,) = stopped(place)
    visit, doing = place.visit(), StoreDoing(place)
    found = doing.do(Unpark(line.case))
    assert isinstance(found, Unparked)
    reply = visit.handle(found)
    accepted = point == "accepted"
    assert (reply.page.slip, reply.page.can_confirm) == ("260427-001", True)
    assert (reply.page.step is Step.DONE, DropParked(line.case) in reply.jobs) == (accepted, accepted)
    assert bool(visit.handle(Confirm()).jobs) == (not accepted)
    place.close()


def test_however_often_it_is_killed_what_is_said_is_what_is_stored(zygote: Zygote, home: Path) -> None:
    chance, told, reported = random.Random(8), set[str](), set[str]()
    for _ in range(ROUNDS):
        told |= set(zygote.run(order(home), chance=chance, after=chance.randrange(2)))
        place = program(home)
        there = {slip for (slip,) in place.store.database.read("SELECT slip FROM cases")}
        found = stopped(place)
        accepted = {visit.slip for visit in found if visit.fate is Fate.ACCEPTED}
        assert there - told - reported <= accepted <= there
        assert not {visit.slip for visit in found if visit.fate is Fate.NOT_ACCEPTED} & there
        assert told <= there
        assert AuditLog(place.store.database).verify_chain() is None
        for visit in found:
            StoreDoing(place).do(DropParked(visit.case))
        reported |= accepted
        place.close()
    assert told
