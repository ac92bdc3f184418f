"""SIGKILL at random moments: nothing acknowledged is lost, nothing is delivered twice, no case is there by half."""

import datetime as dt
import hashlib
import random
import uuid
from pathlib import Path

import pytest

from kiosk.exchange.records.blocks import Record
from kiosk.flow.clock import FixedClock
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey
from tests.crash.killing import Zygote
from tests.crash.real_cases import DELIVERED, cases

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
STORES, ROUNDS = 10, 10  # 10 stores x 10 kills for confirming and again for delivering: 200 kills
CASES = 20


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
    """Every case is whole - key, three parcels, three deliveries, an audit entry for it and for each parcel that was
    taken - and the audit chain holds.
    """
    halves = """
      SELECT id FROM cases WHERE (SELECT count(*) FROM case_key WHERE case_id = id) <> 1
      OR (SELECT count(*) FROM outbox JOIN delivery USING (seq) WHERE case_id = id) <> 3
      OR (SELECT count(*) FROM audit WHERE audit.case_id = id AND action LIKE 'confirm%') <> 1
      OR (SELECT count(*) FROM audit WHERE audit.case_id = id AND action LIKE 'deliver%')
        <> (SELECT count(*) FROM outbox JOIN delivery USING (seq)
            WHERE case_id = id AND state IN ('acknowledged', 'delivered'))
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
