"""The database file: created once, opened with care, refused untouched, never recreated."""

import os
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import SiteError
from kiosk.store import inspection
from kiosk.store.connection import Sql, check_build, connect, schema_version, settle_in
from kiosk.store.database import NAME
from kiosk.store.migrations import LATEST, STEPS, back_up, migrate
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey, Vault
from tests.databases import KEY, LEASE, NOW, digest, opened, refused


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
    expected = "answer attempt audit case_key cases charge delivery destination draft follow_up guide_row house kek"
    expected += " kept_case outbox preentry_key preentry_spent printed residents shared staff staff_try ticket"
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


def set_version(folder: Path, version: int) -> None:
    sql = connect(folder / NAME, key=Vault(KEY).database_key)
    settle_in(sql)
    sql.execute(f"PRAGMA user_version = {version}")
    sql.close()


def add_note(sql: Sql) -> None:
    sql.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")


def fail(sql: Sql) -> None:
    raise ZeroDivisionError
