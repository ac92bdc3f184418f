"""The audit record against who can open the database without its own key, and what was written before the seals."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.store import entries
from kiosk.store.audit import AuditLog, BrokenEntry, Flaw
from kiosk.store.connection import Sql, connect, settle_in
from kiosk.store.database import NAME
from kiosk.store.high_water import SEALED
from kiosk.store.instants import micros
from kiosk.store.mark_file import MarkFile
from kiosk.store.migrations import STEPS, migrate
from kiosk.store.vault import RootKey, Vault
from tests.audit_entries import MORNING, event, tamper
from tests.houses import House

# ---- who can open the database, and has not the audit record's own key ---------------------------------------------
OWN = RootKey(b"k" * 32, audit=b"a" * 32)
STOLEN = Vault(RootKey(b"k" * 32))
"""What can be made of the root key alone."""


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Five entries at a place with a mark and a key of its own for the audit record."""
    house = House(tmp_path)
    database = house.open(key=OWN)
    for minute in range(5):
        AuditLog(database).append(event(minute=minute))
    database.close()
    return house


def forge(house: House, *statements: str) -> Sql:
    sql = connect(house.data / NAME, key=STOLEN.database_key)
    entries.know(sql, STOLEN.audit_key)
    for statement in ("DROP TRIGGER audit_is_immutable", "DROP TRIGGER audit_is_kept", *statements):
        sql.execute(statement)
    return sql


def rechain(sql: Sql, link: Callable[[str, Sequence[object]], str], before: str) -> None:
    """The whole chain anew: each entry follows the one before it, by what the forger can reckon."""
    for seq, _, *rest in sql.execute(f"SELECT {entries.COLUMNS} FROM audit ORDER BY seq").fetchall():
        before = link(before, (seq, *rest))
        sql.execute("UPDATE audit SET hash = ? WHERE seq = ?", (before, seq))


def verified(house: House) -> BrokenEntry | None:
    database = house.open(key=OWN)
    try:
        return AuditLog(database).verify_chain()
    finally:
        database.close()


def test_a_chain_of_bare_hashes_is_no_chain_any_more(house: House) -> None:
    sql = forge(house, "UPDATE audit SET staff = 'c9' WHERE seq = 3")
    rechain(sql, lambda before, row: entries.in_clear(before, row[1:]), entries.START)
    newest = sql.execute("SELECT hash FROM audit WHERE seq = 5").fetchone()[0]
    sql.execute("UPDATE house SET keyed_from = 6, marked = 0")
    sql.close()
    house.mark.unlink()
    assert house.refused(key=OWN) == "store-audit-key"
    assert len(newest) == 64


def test_entries_that_the_root_key_sealed_are_not_sealed(house: House) -> None:
    sql = forge(house, "UPDATE audit SET staff = 'c9' WHERE seq = 3", "UPDATE house SET marked = 0")
    first = sql.execute("SELECT keyed_by FROM house").fetchone()[0]
    rechain(sql, lambda before, row: entries.sealed(STOLEN.audit_key, before, *row), first)  # type: ignore[arg-type]  # rows as SQLite gives them
    sql.close()
    house.mark.unlink()
    assert verified(house) == BrokenEntry(1, Flaw.CHANGED)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        (
            "INSERT INTO audit (at, staff, action, case_id, detail, hash)"
            " SELECT at, 'c9', action, '', '', hash FROM audit WHERE seq = 5",
            BrokenEntry(6, Flaw.CHANGED),
        ),
        ("UPDATE audit SET detail = 5 - detail WHERE seq IN (2, 3)", BrokenEntry(2, Flaw.CHANGED)),
        (
            "UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)",
            BrokenEntry(1, Flaw.MISSING),
        ),
    ],
    ids=["added", "words exchanged", "moved"],
)
def test_an_entry_that_was_added_or_moved_shows(house: House, statement: str, broken: BrokenEntry) -> None:
    forge(house, statement).close()
    assert verified(house) == broken


def test_a_record_that_was_cut_off_with_the_count_of_it_is_found_by_the_mark(house: House) -> None:
    database = house.open(key=OWN)
    forge(house, "DELETE FROM audit WHERE seq > 3", "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'").close()
    assert AuditLog(database).verify_chain() == BrokenEntry(4, Flaw.MISSING)
    database.close()
    assert house.refused(key=OWN) == "store-older"


def test_what_was_put_back_with_its_mark_is_found_by_an_entry_that_somebody_was_told_of(
    house: House, tmp_path: Path
) -> None:
    shutil.copytree(house.home, tmp_path / "older")
    database = house.open(key=OWN)
    AuditLog(database).append(event(minute=5))
    told = AuditLog(database).head()
    database.close()
    older = AuditLog(House(tmp_path / "older").open(key=OWN))
    assert older.verify_chain() is None
    assert older.verify_chain([older.head()]) is None
    assert older.verify_chain([told]) == BrokenEntry(6, Flaw.KNOWN)
    assert older.verify_chain(["rubbish"]) == BrokenEntry(0, Flaw.KNOWN)


def test_a_lost_key_of_the_audit_record_is_never_made_anew(house: House) -> None:
    assert house.refused(key=RootKey(OWN.secret, audit=b"n" * 32)) == "store-mark"
    house.mark.unlink()
    forge(house, "UPDATE house SET marked = 0").close()
    assert house.refused(key=RootKey(OWN.secret, audit=b"n" * 32)) == "store-audit-key"


# ---- a store of before the seals -----------------------------------------------------------------------------------
@pytest.fixture
def former(tmp_path: Path) -> House:
    """Three entries of an earlier version, chained by hashes, with a mark that the root signed."""
    house = House(tmp_path)
    house.data.mkdir()
    sql = connect(house.data / NAME, key=STOLEN.database_key, mode="rwc")
    settle_in(sql)
    migrate(sql, steps=STEPS[: SEALED - 1])
    before = entries.START
    for number in range(3):
        row = (micros(MORNING), "c1", "opened", "", str(number))
        before = entries.in_clear(before, row)
        sql.execute(
            "INSERT INTO audit (at, staff, action, case_id, detail, hash) VALUES (?, ?, ?, ?, ?, ?)", (*row, before)
        )
    MarkFile(house.mark, key=STOLEN.mark_key).write(sql)
    sql.execute("UPDATE house SET marked = 1")
    sql.close()
    return house


def test_entries_of_before_the_seals_are_kept_and_covered_by_the_first_seal(former: House) -> None:
    database = former.open(key=OWN)
    log = AuditLog(database)
    log.append(event())
    log.append(event(minute=1))
    assert log.verify_chain() is None
    assert log.newest_holds()
    tamper(database, "UPDATE audit SET staff = 'c9' WHERE seq = 2")
    assert log.verify_chain() == BrokenEntry(2, Flaw.CHANGED)
    database.change(rechain_old)
    assert log.verify_chain() == BrokenEntry(4, Flaw.KEY)


def rechain_old(sql: Sql) -> None:
    before = entries.START
    for seq, _, *rest in sql.execute(f"SELECT {entries.COLUMNS} FROM audit WHERE seq < 4 ORDER BY seq").fetchall():
        before = entries.in_clear(before, rest)
        sql.execute("UPDATE audit SET hash = ? WHERE seq = ?", (before, seq))


def test_a_mark_of_before_the_seals_is_taken_once(former: House) -> None:
    said = former.mark.read_bytes()
    former.open(key=OWN).close()
    former.mark.write_bytes(said)
    former.open(key=OWN).close()  # the power went between the tables and the mark
    database = former.open(key=OWN)
    AuditLog(database).append(event())
    database.close()
    former.mark.write_bytes(said)
    assert former.refused(key=OWN) == "store-mark"
