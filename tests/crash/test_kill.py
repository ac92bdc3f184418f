"""SIGKILL at random moments: nothing acknowledged is lost, nothing is delivered twice, no case is there by half."""

import datetime as dt
import hashlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.exchange.records.blocks import Record
from kiosk.flow.clock import FixedClock
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey
from tests.crash.real_cases import DELIVERED, cases

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
STORES, ROUNDS = 10, 10  # 10 stores x 10 kills for confirming and again for delivering: 200 kills
CASES = 20


class Zygote:
    """A process with everything imported that forks a worker per order, so that a round costs milliseconds."""

    def __init__(self, log: Path) -> None:
        self._log = log
        with log.open("wb") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.crash.zygote"],
                cwd=Path(__file__).resolve().parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
            )
        self._rest = b""

    def run(self, order: dict[str, str], *, chance: random.Random | None) -> list[str]:
        """Start a worker, kill it at a chance moment (None: let it finish) and give what it acknowledged."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        worker, acknowledged = int(self._word("pid")), list[str]()
        if chance is not None:
            acknowledged += self._until_the_moment(chance)
            os.kill(worker, signal.SIGKILL)
        while not (line := self._line()).startswith("dead"):
            acknowledged.append(line.split()[1])
        assert line == ("dead -9" if chance else "dead 0"), self._log.read_text()
        return acknowledged

    def close(self) -> None:
        self._process.communicate(timeout=10)

    def _until_the_moment(self, chance: random.Random) -> list[str]:
        """Some kills fall into opening, the others into the work: after a few answers and a moment more."""
        if chance.random() < 0.3:
            return self._answers(99, seconds=chance.uniform(0.0, 0.03))
        first = self._answers(chance.randrange(1, 15), seconds=1.0)
        return first + self._answers(99, seconds=chance.uniform(0.0, 0.02))

    def _answers(self, count: int, *, seconds: float) -> list[str]:
        until, lines = time.monotonic() + seconds, list[str]()
        while len(lines) < count and self._ready(until - time.monotonic()):
            lines.append(self._line())
        assert all(line.startswith("ack ") for line in lines), self._log.read_text()
        return [line.split()[1] for line in lines]

    def _ready(self, seconds: float) -> bool:
        assert self._process.stdout
        return b"\n" in self._rest or bool(select.select([self._process.stdout], [], [], max(0.0, seconds))[0])

    def _line(self) -> str:
        assert self._process.stdout
        while b"\n" not in self._rest:
            more = os.read(self._process.stdout.fileno(), 65536)
            assert more, self._log.read_text()
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def _word(self, expected: str) -> str:
        word, value = self._line().split()
        assert word == expected, self._log.read_text()
        return value


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    zygote = Zygote(tmp_path_factory.mktemp("zygote") / "stderr")
    yield zygote
    zygote.close()


def order(work: str, folder: Path, *, turn: int) -> dict[str, str]:
    at = NOW + dt.timedelta(minutes=turn)
    return {
        "work": work,
        "store": str(folder / "store"),
        "target": str(folder / "target"),
        "at": at.isoformat(),
    }


def opened(folder: Path) -> Database:
    return Database.open(folder / "store", key=KEY, reserve_bytes=4096)


def assert_sound(database: Database) -> None:
    """Every case is whole - key, three parcels, three deliveries, one audit entry - and the audit chain holds."""
    halves = """
      SELECT id FROM cases WHERE (SELECT count(*) FROM case_key WHERE case_id = id) <> 1
      OR (SELECT count(*) FROM outbox JOIN delivery USING (seq) WHERE case_id = id) <> 3
      OR (SELECT count(*) FROM audit WHERE audit.case_id = id) <> 1
    """
    assert database.read(halves) == []
    assert database.read("SELECT count(*) FROM outbox WHERE case_id NOT IN (SELECT id FROM cases)") == [(0,)]
    assert AuditLog(database).verify_chain() is None
    database.check()


@pytest.mark.parametrize("seed", range(STORES))
def test_a_confirmed_case_survives_the_kill_and_no_case_is_there_by_half(
    zygote: Zygote, tmp_path: Path, seed: int
) -> None:
    chance, acknowledged = random.Random(seed), set[str]()
    for turn in range(1, ROUNDS + 1):
        acknowledged |= set(zygote.run(order("confirm", tmp_path, turn=turn), chance=chance))
        database = opened(tmp_path)
        assert_sound(database)
        there = {case for (case,) in database.read("SELECT id FROM cases")}
        assert acknowledged <= there
        assert len(there) <= len(acknowledged) + turn  # at most one per kill was written but not yet answered
        database.close()
    assert_every_parcel_opens(tmp_path, acknowledged)


def assert_every_parcel_opens(folder: Path, acknowledged: set[str]) -> None:
    database = opened(folder)
    outbox, now, cases = SqlOutbox(database), NOW + dt.timedelta(hours=1), set[str]()
    relay = RelayLock.acquire(folder / "store")
    outbox.take_over(relay, now=now)
    for name in ("d0", "d1", "d2"):
        while lease := outbox.claim(name, now=now, lease=dt.timedelta(minutes=1)):
            assert Record.model_validate_json(lease.parcel.record).kyotsu.ankenid == str(lease.parcel.case)
            cases.add(str(lease.parcel.case))
    relay.release()
    database.close()
    assert acknowledged <= cases


@pytest.mark.parametrize("seed", range(STORES))
def test_a_parcel_is_delivered_once_however_often_the_courier_is_killed(
    zygote: Zygote, tmp_path: Path, seed: int
) -> None:
    chance, acknowledged, seen = random.Random(1000 + seed), set[str](), dict[Path, tuple[int, int]]()
    (tmp_path / "target").mkdir()
    expected = accept_cases(tmp_path)
    for turn in range(1, ROUNDS + 1):
        acknowledged |= set(zygote.run(order("deliver", tmp_path, turn=turn), chance=chance))
        seen = assert_delivered_once(tmp_path, acknowledged, seen)
    acknowledged |= set(zygote.run(order("drain", tmp_path, turn=ROUNDS + 1), chance=None))
    assert_delivered_once(tmp_path, set(map(str, expected)), seen)
    database = opened(tmp_path)
    assert database.read("SELECT DISTINCT state FROM delivery") == [("acknowledged",)]
    database.close()


def accept_cases(folder: Path) -> dict[uuid.UUID, bytes]:
    database = opened(folder)
    outbox, confirmations = SqlOutbox(database), cases(CASES, clock=FixedClock(NOW))
    for confirmation in confirmations:
        outbox.accept(confirmation)
    database.close()
    return {parcel.message: parcel.record for confirmation in confirmations for parcel in confirmation.parcels}


def assert_delivered_once(
    folder: Path, acknowledged: set[str], seen: dict[Path, tuple[int, int]]
) -> dict[Path, tuple[int, int]]:
    """Acknowledged parcels are in the folder and in the book; a file that was there has not been written again."""
    files = {
        path: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in (folder / "target").rglob("*")
        if path.suffix == DELIVERED
    }
    assert seen.items() <= files.items()
    names = " ".join(path.name for path in files)
    exports = [exported(path) for path in files]
    assert len(exports) == len(set(exports))
    assert [message for message in acknowledged if message not in names] == []
    database = opened(folder)
    assert_sound(database)
    booked = {message for (message,) in database.read(ACKNOWLEDGED)}
    assert acknowledged <= booked
    assert [message for message in booked if message not in names] == []
    database.close()
    return files


def exported(done: Path) -> str:
    """The number of the application whose files a .done stands for, read as the receiver reads it: digests first."""
    listed = done.with_suffix(".sha256").read_text(encoding="utf-8").splitlines()
    for digest, _, name in (line.partition("  ") for line in listed):
        assert hashlib.sha256((done.parent / name).read_bytes()).hexdigest() == digest
    return Record.model_validate_json(done.with_suffix(".json").read_bytes()).kyotsu.exportid


ACKNOWLEDGED = "SELECT message FROM outbox JOIN delivery USING (seq) WHERE state = 'acknowledged'"
