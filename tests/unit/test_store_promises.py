"""What the store promises beneath its answers: settings, folders on the device, locks, nonces, modes, fences."""

import datetime as dt
import os
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.durable import make_folder
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.parcel import Receipt, State
from kiosk.store import connection
from kiosk.store.connection import connect, schema_version
from kiosk.store.database import NAME, Database
from kiosk.store.drafts import Drafts
from kiosk.store.faults import Fault, site_error
from kiosk.store.migrations import STEPS, migrate
from kiosk.store.outbox import HORIZON, SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.shredding import shred
from kiosk.store.vault import RootKey, Vault, load_root_key, seal
from tests.outboxes import REFUSED, accept, claim, decision, states
from tests.visits import ROOT

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
EFFECTIVE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "cache_size": -1000,
    "temp_store": 2,
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path / "store", key=KEY, reserve_bytes=4096)


# ---- settings and locks ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", EFFECTIVE)
def test_each_setting_is_in_force_on_the_connection_that_writes(database: Database, name: str) -> None:
    assert database.read(f"PRAGMA {name}") == [(EFFECTIVE[name],)]


def test_what_is_freed_is_wiped_and_kept_out_of_swap(tmp_path: Path) -> None:
    """In a process that no test has changed."""
    code = f"""
from pathlib import Path
from kiosk.store.database import Database
from kiosk.store.vault import RootKey
database = Database.open(Path({str(tmp_path / "store")!r}), key=RootKey(b"k" * 32), reserve_bytes=4096)
print(database.read("PRAGMA cipher_memory_security"))
"""
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, text=True, capture_output=True).stdout
    assert said == "[('1',)]\n"


def test_nothing_is_read_through_a_map_of_memory(database: Database) -> None:
    assert database.read("PRAGMA mmap_size") in ([], [(0,)])


@pytest.mark.parametrize("name", connection._EXPECTED)
def test_a_build_that_does_not_take_a_setting_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(connection._EXPECTED, name, "something else")
    with pytest.raises(SiteError, match="store-build"):
        Database.open(tmp_path / "store", key=KEY, reserve_bytes=4096)


def test_a_change_holds_the_lock_of_a_writer_from_its_beginning(database: Database) -> None:
    other = connect(database.folder / NAME, key=Vault(KEY).database_key)
    other.execute("PRAGMA busy_timeout=0").fetchall()

    def nothing_written_yet(_: object) -> None:
        with pytest.raises(Exception, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    database.change(nothing_written_yet)
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()


def test_a_migration_holds_the_lock_of_a_writer_from_its_beginning(tmp_path: Path) -> None:
    Database.open(tmp_path, key=KEY, reserve_bytes=4096).close()
    sql, other = (connect(tmp_path / NAME, key=Vault(KEY).database_key) for _ in range(2))
    other.execute("PRAGMA busy_timeout=0").fetchall()

    def step(_: object) -> None:
        with pytest.raises(Exception, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    migrate(sql, steps=(*STEPS, step))
    sql.close()
    other.close()


# ---- what is on the device -------------------------------------------------------------------------------------------
@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, frozenset[str]]]:
    """Every folder that is forced to the device, with the names that stand in it at that moment."""
    seen: list[tuple[Path, frozenset[str]]] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.is_dir():
            seen.append((path, frozenset(each.name for each in path.iterdir())))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


def test_the_folder_of_a_new_database_is_forced_to_the_device(
    tmp_path: Path, flushed: list[tuple[Path, frozenset[str]]]
) -> None:
    Database.open(tmp_path / "home" / "store", key=KEY, reserve_bytes=4096).close()
    assert [path for path, names in flushed if NAME in names] == [tmp_path / "home" / "store"]
    assert (tmp_path / "home", frozenset({"store"})) in flushed
    assert [path for path, names in flushed if "home" in names] == [tmp_path]


def test_the_name_of_a_new_key_is_on_the_device_before_it_is_used(
    tmp_path: Path, flushed: list[tuple[Path, frozenset[str]]]
) -> None:
    load_root_key(tmp_path / "home" / "root.key", environ={})
    assert (tmp_path / "home", frozenset({"root.key"})) in flushed
    assert [path for path, names in flushed if "home" in names] == [tmp_path]


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, flushed: list[tuple[Path, frozenset[str]]]) -> None:
    make_folder(tmp_path)
    assert flushed == []


def test_opening_keeps_a_copy_of_an_older_file_before_it_changes_a_table(tmp_path: Path) -> None:
    scratch = connect(tmp_path / NAME, key=Vault(KEY).database_key, mode="rwc")
    connection.settle_in(scratch)
    migrate(scratch, steps=STEPS[:1])
    scratch.close()
    database = Database.open(tmp_path, key=KEY, reserve_bytes=4096)
    (copy,) = tmp_path.glob(f"{NAME}.v*.backup")
    kept = connect(copy, key=Vault(KEY).database_key, mode="ro")
    assert schema_version(kept) == 1
    assert database.read("PRAGMA user_version") == [(len(STEPS),)]
    kept.close()


# ---- secrets ---------------------------------------------------------------------------------------------------------
def test_no_nonce_is_used_twice() -> None:
    sealed = {seal(b"k" * 32, b"plain", bound_to="x")[:12] for _ in range(2000)}
    assert len(sealed) == 2000
    assert {len(nonce) for nonce in sealed} == {12}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660, 0o610, 0o601])
def test_a_key_with_any_right_for_others_is_refused(tmp_path: Path, mode: int) -> None:
    load_root_key(tmp_path / "root.key", environ={})
    (tmp_path / "root.key").chmod(mode)
    with pytest.raises(SiteError, match="store-key"):
        load_root_key(tmp_path / "root.key", environ={})


def test_a_key_is_made_for_its_owner_alone_from_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = os.write

    def write(handle: int, content: bytes) -> int:
        seen.append(os.fstat(handle).st_mode & 0o777)
        return real(handle, content)

    monkeypatch.setattr(os, "write", write)
    before = os.umask(0)
    try:
        load_root_key(tmp_path / "root.key", environ={})
    finally:
        os.umask(before)
    assert seen == [0o600] * 2


def test_a_case_that_is_held_is_not_shredded(database: Database, clock: FixedClock) -> None:
    outbox = SqlOutbox(database)
    (parcel,) = accept(outbox, clock, "転入届")
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now())
    assert states(outbox) == {"転入届": State.HELD}
    shredded = AuditEvent(at=clock.now(), by="c1", action="shredded")
    assert shred(database, [parcel.case], event=shredded) == ()
    assert outbox.release(parcel.message, audit=decision(clock, "release"))
    assert claim(outbox, clock).parcel == parcel


# ---- a full disk, leases, fences -------------------------------------------------------------------------------------
def test_no_case_is_accepted_from_the_space_that_is_held_back(
    database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = []

    def full(_: object) -> None:
        turns.append(database.reserve.held)
        raise site_error(Fault.FULL)

    monkeypatch.setattr("kiosk.store.acceptance.accept", lambda sql, *_, **__: full(sql))
    with pytest.raises(SiteError, match="store-full"):
        SqlOutbox(database).accept(sample(1, clock=clock)[0])
    assert turns == [True]  # given up once, never tried again from the reserve
    assert not database.reserve.held
    database.reserve.hold()
    turns.clear()
    with pytest.raises(SiteError, match="store-full"):
        database.change(full)
    assert turns == [True, False]  # other work, that lets parcels leave, may live from it


def test_a_lease_never_lasts_longer_than_the_horizon(database: Database, clock: FixedClock) -> None:
    outbox = SqlOutbox(database)
    accept(outbox, clock, "転入届")
    outbox.claim("hall", now=clock.now(), lease=dt.timedelta(days=365))
    assert outbox.lines()[0].next_at == clock.now() + HORIZON


def test_an_answer_to_a_claim_that_was_taken_over_changes_nothing(database: Database, clock: FixedClock) -> None:
    outbox = SqlOutbox(database)
    accept(outbox, clock, "転入届")
    old = claim(outbox, clock)
    relay = RelayLock.acquire(database.folder)
    assert outbox.take_over(relay, now=clock.now()) == 1
    assert not outbox.settle(old, Receipt(reference="r", acknowledged=True), now=clock.now())
    assert states(outbox) == {"転入届": State.READY}
    new = claim(outbox, clock)
    assert new.token > old.token + 1
    assert not outbox.settle(old, Receipt(reference="r", acknowledged=True), now=clock.now())
    assert outbox.settle(new, Receipt(reference="r", acknowledged=True), now=clock.now())
    relay.release()


def test_drafts_and_parcels_of_many_threads_are_served_one_at_a_time(database: Database, clock: FixedClock) -> None:
    drafts, ids = Drafts(database), [uuid.UUID(int=number) for number in range(8)]
    threads = [threading.Thread(target=drafts.save, args=(case, b"x"), kwargs={"now": NOW}) for case in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {line.case for line in drafts.list()} == set(ids)
