"""The drill's certificate tells what is wrong, whatever it is; and the drill itself ends with nothing wrong."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.drill import parties
from kiosk.drill.certificate import Certificate, certify, disordered
from kiosk.drill.chance import Chance
from kiosk.drill.parties import Room, deliver
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.receiver.inbox import TAKEN
from kiosk.exchange.receiver.server import Receiver
from kiosk.flow.clock import SystemClock
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.holding import COLUMNS
from tests.service import certificate
from tests.short import SHORT

VISITS = 3


@pytest.fixture(scope="module")
def arrived(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Three visits of one household were confirmed, and all that they filed has arrived."""
    tmp_path = tmp_path_factory.mktemp("drill")
    certificate(tmp_path)
    for name in ("received", "outgoing"):
        (tmp_path / name).mkdir()
    with Receiver(tmp_path / "received", certificate=(tmp_path / "cert.pem", tmp_path / "key.pem")) as receiver:
        port = int(receiver.url.rpartition(":")[2].partition("/")[0])
        made = Room(tmp_path, RootKey(b"k" * 32), Formats(columns=COLUMNS), port)
        database, clock = made.store(), SystemClock()
        for _ in range(VISITS):
            visit = parties.visit(clock, household=1)
            SqlOutbox(database).accept(visit)
            with made.told.open("a", encoding="ascii") as told:
                told.writelines(f"{parcel.message}\n" for parcel in visit.parcels)
        database.close()
        assert deliver(made, Chance("a"), once=True)
    return made


@pytest.fixture
def room(arrived: Room, tmp_path: Path) -> Room:
    """A copy of it to do something wrong with."""
    return replace(arrived, folder=Path(shutil.copytree(arrived.folder, tmp_path / "room")))


def certified(room: Room) -> Certificate:
    return certify(room, seed="a", seconds=1.0, kills=Counter({"窓口": 1}), stops=Counter())


def lines(room: Room) -> list[str]:
    return (room.received / TAKEN).read_text(encoding="utf-8").splitlines(keepends=True)


def rewrite(room: Room, made: list[str]) -> None:
    (room.received / TAKEN).write_text("".join(made), encoding="utf-8")


def test_what_arrived_once_whole_and_in_order_is_certified(room: Room) -> None:
    found = certified(room)
    assert found.clean
    assert (found.told, found.accepted, found.taken) == (9, 9, 9)


def lose(room: Room) -> None:
    rewrite(room, lines(room)[1:])


def double(room: Room) -> None:
    rewrite(room, [*lines(room), lines(room)[0]])


def disorder(room: Room) -> None:
    first, *rest = lines(room)
    rewrite(room, [*rest, first])


def invent(room: Room) -> None:
    rewrite(room, [*lines(room), json.dumps({"message": "0" * 36, "digest": ""}) + "\n"])


def spoil(room: Room) -> None:
    table = next(room.outgoing.glob("*_対象者.csv"))
    table.write_bytes(table.read_bytes() + b"x")


def forget(room: Room) -> None:
    """The store itself lost a visit that a desk was told of."""
    with room.told.open("a", encoding="ascii") as told:
        told.write("1" * 36 + "\n")


@pytest.mark.parametrize(
    ("wrong", "count"),
    [
        (lose, "lost"),
        (double, "doubled"),
        (disorder, "disordered"),
        (invent, "unknown"),
        (spoil, "broken"),
        (forget, "lost"),
    ],
)
def test_whatever_is_wrong_is_counted_and_nothing_is_certified(
    room: Room, wrong: Callable[[Room], None], count: str
) -> None:
    wrong(room)
    found = certified(room)
    assert not found.clean
    assert getattr(found, count) > 0


def test_only_an_earlier_one_of_the_same_household_must_come_before() -> None:
    accepted = [("a1", "a"), ("b1", "b"), ("a2", "a")]
    assert disordered(["b1", "a1", "a2"], accepted) == 0
    assert disordered(["a2", "a1", "b1"], accepted) == 1
    assert disordered(["a2"], accepted) == 0


def test_the_same_seed_is_the_same_chance() -> None:
    one, other = Chance("seed"), Chance("seed")
    drawn = [one.between(1.0, 2.0) for _ in range(50)]
    assert drawn == [other.between(1.0, 2.0) for _ in range(50)]
    assert all(1.0 <= number < 2.0 for number in drawn)
    assert {one.one_of("abc") for _ in range(60)} == {*"abc"}


@pytest.mark.skipif(SHORT, reason="the long run drills")
def test_a_drill_of_two_seconds_loses_and_doubles_nothing(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "kiosk", "drill", "--seconds", "2", "--seed", "two", "--on", str(tmp_path), "--json"]
    env = {**os.environ, "KIOSK_HOME": str(tmp_path / "home")}
    ended = subprocess.run(call, env=env, capture_output=True, text=True, check=False, timeout=240)
    found = json.loads(ended.stdout)
    assert (ended.returncode, found["exactly_once"]) == (0, True), ended.stderr
    assert sum(found["kills"].values()) > 0
    assert list(tmp_path.glob("kiosk-drill-*")) == []
