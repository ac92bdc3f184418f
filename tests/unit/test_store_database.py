"""The database file: created once, opened with care, refused untouched, never recreated."""

import datetime as dt
import hashlib
import os
import subprocess
import uuid
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.store import inspection
from kiosk.store.audit import AuditLog
from kiosk.store.connection import Sql, check_build, connect, schema_version, settle_in
from kiosk.store.database import NAME, Database
from kiosk.store.migrations import LATEST, STEPS, back_up, migrate
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey, Vault

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)


def opened(folder: Path, *, key: RootKey = KEY, reserve_bytes: int = 4096) -> Database:
    return Database.open(folder, key=key, reserve_bytes=reserve_bytes)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def refused(folder: Path, *, key: RootKey = KEY) -> str:
    with pytest.raises(SiteError) as caught:
        opened(folder, key=key)
    assert caught.value.what.endswith("。")
    assert caught.value.mend.endswith("。")
    return caught.value.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose database was used once and closed."""
    folder = tmp_path / "store"
    database = opened(folder)
    SqlOutbox(database).accept(sample(1, clock=FixedClock(NOW))[0])
    database.close()
    return folder


def test_what_was_accepted_is_there_after_opening_again(folder: Path) -> None:
    assert opened(folder).read("SELECT count(*) FROM outbox") == [(3,)]


def test_the_settings_that_durability_depends_on_are_in_force(folder: Path) -> None:
    database = opened(folder)
    values = {name: database.read(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert database.read("PRAGMA secure_delete") == [(1,)]


def test_no_more_than_a_megabyte_of_the_file_stays_in_memory(folder: Path) -> None:
    assert opened(folder).read("PRAGMA cache_size") == [(-1000,)]


def test_every_table_of_ours_is_strict(folder: Path) -> None:
    rows = opened(folder).read("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    tables = {name: strict for name, strict in rows if not name.startswith("sqlite_")}
    expected = "attempt audit case_key cases delivery destination draft house kek outbox ticket"
    assert " ".join(sorted(tables)) == expected
    assert set(tables.values()) == {1}


def test_the_file_does_not_look_like_sqlite_and_shows_nothing(folder: Path) -> None:
    stored = (folder / NAME).read_bytes()
    assert not stored.startswith(b"SQLite format 3")
    assert b"CREATE TABLE" not in stored
    assert b"S-0000" not in stored


def test_a_sqlite_with_the_wal_reset_bug_is_refused() -> None:
    with pytest.raises(SiteError, match="store-build"):
        check_build((3, 51, 2))
    check_build((3, 51, 3))


def test_a_wrong_key_is_refused_and_the_file_stays_as_it_was(folder: Path) -> None:
    before = digest(folder)
    assert refused(folder, key=RootKey(b"x" * 32)) == "store-unreadable"
    assert digest(folder) == before


@pytest.mark.parametrize("place", [0, 5000, -3000])
def test_a_damaged_file_is_refused_and_stays_as_it_was(folder: Path, place: int) -> None:
    stored = bytearray((folder / NAME).read_bytes())
    stored[place] ^= 0xFF
    (folder / NAME).write_bytes(stored)
    before = digest(folder)
    assert refused(folder) == "store-unreadable"
    assert digest(folder) == before


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of a few megabytes, treated as one that is too large to be read as a whole at every start."""
    database = opened(folder)
    for confirmation in sample(20, clock=FixedClock(NOW + LEASE), attachment_bytes=40_000):
        SqlOutbox(database).accept(confirmation)
    database.close()
    monkeypatch.setattr(inspection, "WHOLE_BYTES", 4096)
    return folder


def test_damage_deep_in_a_large_file_is_found_by_the_whole_examination(large: Path) -> None:
    stored = bytearray((large / NAME).read_bytes())
    stored[len(stored) // 2] ^= 0xFF
    (large / NAME).write_bytes(stored)
    database = opened(large)
    with pytest.raises(SiteError, match="store-unreadable"):
        database.check()


@pytest.mark.parametrize("spoil", ["cut off", "head", "newest entry", "key of a waiting case"])
def test_a_start_sees_what_it_builds_on_in_a_large_file_too(large: Path, spoil: str) -> None:
    if spoil == "cut off":
        os.truncate(large / NAME, (large / NAME).stat().st_size - 8192)
    elif spoil == "head":
        stored = bytearray((large / NAME).read_bytes())
        stored[100] ^= 0xFF
        (large / NAME).write_bytes(stored)
    elif spoil == "newest entry":
        change_behind_its_back(large, "DROP TRIGGER audit_is_immutable", "UPDATE audit SET staff = 'x' WHERE seq = 20")
    else:
        change_behind_its_back(large, "DELETE FROM case_key WHERE rowid = (SELECT max(rowid) FROM case_key)")
    before = digest(large)
    assert refused(large) == "store-unreadable"
    assert digest(large) == before


def change_behind_its_back(folder: Path, *statements: str) -> None:
    sql = connect(folder / NAME, key=Vault(KEY).database_key)
    for statement in statements:
        sql.execute(statement)
    sql.close()


def test_an_empty_file_is_damage_and_not_a_first_start(folder: Path) -> None:
    (folder / NAME).write_bytes(b"")
    assert refused(folder) == "store-unreadable"
    assert (folder / NAME).read_bytes() == b""


def test_a_vanished_file_is_never_replaced_by_an_empty_one(folder: Path) -> None:
    (folder / NAME).unlink()
    assert refused(folder) == "store-missing"
    assert not (folder / NAME).exists()


def test_a_creation_that_was_cut_short_is_simply_repeated(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.new").write_bytes(b"half")
    assert opened(tmp_path).read("SELECT count(*) FROM cases") == [(0,)]
    assert not (tmp_path / f"{NAME}.new").exists()


def test_a_newer_file_is_refused_and_stays_as_it_was(folder: Path) -> None:
    set_version(folder, LATEST + 1)
    before = digest(folder)
    assert refused(folder) == "store-newer"
    assert digest(folder) == before


def test_a_newer_version_that_stands_only_in_the_write_ahead_log_is_refused_too(folder: Path) -> None:
    other = connect(folder / NAME, key=Vault(KEY).database_key)
    settle_in(other)
    other.execute(f"PRAGMA user_version = {LATEST + 1}")
    before = digest(folder)
    assert refused(folder) == "store-newer"
    assert digest(folder) == before
    other.close()


def test_tables_are_backed_up_and_then_changed_in_one_go(folder: Path) -> None:
    sql = connect(folder / NAME, key=Vault(KEY).database_key)
    copy = back_up(sql, folder / NAME)
    migrate(sql, steps=(*STEPS, add_note))
    assert schema_version(sql) == LATEST + 1
    assert sql.execute("SELECT count(*) FROM note").fetchone() == (0,)
    kept = connect(copy, key=Vault(KEY).database_key, mode="ro")
    assert schema_version(kept) == LATEST
    assert kept.execute("SELECT count(*) FROM outbox").fetchone() == (3,)
    kept.close()
    sql.close()


def test_a_step_that_fails_leaves_the_tables_as_they_were(folder: Path) -> None:
    sql = connect(folder / NAME, key=Vault(KEY).database_key)
    with pytest.raises(ZeroDivisionError):
        migrate(sql, steps=(*STEPS, add_note, fail))
    assert schema_version(sql) == LATEST
    assert sql.execute("SELECT count(*) FROM sqlite_master WHERE name = 'note'").fetchone() == (0,)
    sql.close()


def test_a_failed_change_leaves_nothing_behind(folder: Path) -> None:
    database = opened(folder)

    def work(sql: Sql) -> None:
        sql.execute("DELETE FROM case_key")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.change(work)
    assert database.read("SELECT count(*) FROM case_key") == [(1,)]


def test_accepted_rows_and_audit_entries_cannot_be_changed_or_removed(folder: Path) -> None:
    database = opened(folder)
    forbidden = (
        "UPDATE outbox SET kind = 'x'",
        "UPDATE outbox SET ciphertext = x''",
        "DELETE FROM outbox",
        "REPLACE INTO audit SELECT * FROM audit",
        "UPDATE audit SET staff = 'x'",
        "DELETE FROM audit",
    )
    for statement in forbidden:
        with pytest.raises(Exception, match=r"immutable|kept|append-only|shredded|FOREIGN KEY"):
            database.change(lambda sql, statement=statement: sql.execute(statement))  # type: ignore[misc]  # a default argument binds the loop variable


def test_a_folder_that_is_a_file_is_called_read_only(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    assert refused(tmp_path / "store") == "store-read-only"


def test_only_one_process_relays(tmp_path: Path) -> None:
    first = RelayLock.acquire(tmp_path)
    with pytest.raises(SiteError, match="store-relay"):
        RelayLock.acquire(tmp_path)
    first.release()
    assert RelayLock.acquire(tmp_path).held


def test_a_full_database_accepts_nothing_half_and_still_lets_parcels_leave(folder: Path) -> None:
    database = opened(folder, reserve_bytes=8192)
    pages = database.read("PRAGMA page_count")[0][0]
    database.read(f"PRAGMA max_page_count = {pages + 40}")
    fills_up(database)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk))
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_accepts_nothing_half_and_still_lets_parcels_leave(small_disk: Path) -> None:
    (small_disk / "holiday.mp4").write_bytes(bytes(1024 * 1024))
    database, late = opened(small_disk, reserve_bytes=256 * 1024), sample(1, clock=FixedClock(NOW + 2 * LEASE))[0]
    fills_up(database)
    with pytest.raises(SiteError, match="store-full"):
        SqlOutbox(database).accept(late)
    database.check()
    (small_disk / "holiday.mp4").unlink()
    SqlOutbox(database).accept(late)
    assert database.reserve.held
    database.close()


def test_a_read_only_folder_is_named_as_such(folder: Path) -> None:
    before = digest(folder)
    mount("--bind", str(folder), str(folder))
    try:
        mount("-o", "remount,ro,bind", str(folder))
        assert refused(folder) == "store-read-only"
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    assert digest(folder) == before


def mount(*arguments: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("mounting needs root")
    if subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not allow mounting")


def fills_up(database: Database) -> None:
    """Accept until there is no room; what was accepted is whole, what was refused left nothing, parcels still leave."""
    outbox, clock = SqlOutbox(database), FixedClock(NOW + LEASE)
    accepted: list[uuid.UUID] = []
    before = database.read("SELECT count(*) FROM cases")[0][0]

    def accept(confirmation: Confirmation) -> None:
        outbox.accept(confirmation)
        accepted.append(confirmation.case)

    with pytest.raises(SiteError, match="store-full"):
        deque(map(accept, sample(500, clock=clock)))
    assert len(accepted) > 3
    assert not database.reserve.held
    assert database.read("SELECT count(*) FROM cases")[0][0] == before + len(accepted)
    assert database.read("SELECT DISTINCT count(*) FROM outbox GROUP BY case_id") == [(3,)]
    assert database.read("SELECT count(*) FROM outbox") == database.read("SELECT count(*) FROM delivery")
    assert AuditLog(database).verify_chain() is None
    lease = outbox.claim("d0", now=clock.now(), lease=LEASE)
    assert lease is not None


def set_version(folder: Path, version: int) -> None:
    sql = connect(folder / NAME, key=Vault(KEY).database_key)
    settle_in(sql)
    sql.execute(f"PRAGMA user_version = {version}")
    sql.close()


def add_note(sql: Sql) -> None:
    sql.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")


def fail(sql: Sql) -> None:
    raise ZeroDivisionError


def test_an_audit_entry_survives_closing_without_ceremony(folder: Path) -> None:
    database = opened(folder)
    AuditLog(database).append(AuditEvent(at=NOW, by="c1", action="opened"))
    copy = folder.parent / "copy"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    assert AuditLog(opened(copy)).read(1)[0].action == "opened"
