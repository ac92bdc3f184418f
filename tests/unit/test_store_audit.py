"""The audit record: append-only, chained, and counted per day."""

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import TOKYO, FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.store import entries
from kiosk.store.audit import AuditLog, BrokenEntry, Flaw
from kiosk.store.connection import Sql, connect, settle_in
from kiosk.store.database import NAME, Database
from kiosk.store.high_water import SEALED
from kiosk.store.instants import instant, micros
from kiosk.store.mark_file import MarkFile
from kiosk.store.migrations import STEPS, migrate
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey, Vault
from tests.houses import House

MORNING = dt.datetime(2026, 4, 1, 8, 30, tzinfo=TOKYO)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path, key=RootKey(b"k" * 32), reserve_bytes=4096)


@pytest.fixture
def log(database: Database) -> AuditLog:
    """Five entries, one a minute."""
    log = AuditLog(database)
    for minute in range(5):
        log.append(event(minute=minute))
    return log


def event(*, minute: int = 0, action: str = "opened") -> AuditEvent:
    return AuditEvent(at=MORNING + dt.timedelta(minutes=minute), by="c1", action=action, detail=str(minute))


def tamper(database: Database, statement: str) -> None:
    def work(sql: Sql) -> None:
        sql.execute("DROP TRIGGER audit_is_immutable")
        sql.execute("DROP TRIGGER audit_is_kept")
        sql.execute(statement)

    database.change(work)


def test_entries_come_back_newest_first_at_the_same_instant(log: AuditLog) -> None:
    newest, second = log.read(2)
    assert newest == event(minute=4)
    assert second == event(minute=3)


def test_a_record_nobody_touched_is_whole(log: AuditLog, database: Database) -> None:
    SqlOutbox(database).accept(sample(1, clock=FixedClock(MORNING))[0])
    assert log.verify_chain() is None


def test_an_empty_record_is_whole(database: Database) -> None:
    assert AuditLog(database).verify_chain() is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET staff = 'c2' WHERE seq = 3", BrokenEntry(3, Flaw.CHANGED)),
        ("UPDATE audit SET at = at + 1 WHERE seq = 1", BrokenEntry(1, Flaw.CHANGED)),
        ("UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 1) WHERE seq = 4", BrokenEntry(4, Flaw.CHANGED)),
        ("DELETE FROM audit WHERE seq = 2", BrokenEntry(2, Flaw.MISSING)),
        ("DELETE FROM audit WHERE seq = 5", BrokenEntry(5, Flaw.MISSING)),
        ("DELETE FROM audit", BrokenEntry(1, Flaw.MISSING)),
    ],
)
def test_a_changed_or_missing_entry_shows(
    log: AuditLog, database: Database, statement: str, broken: BrokenEntry
) -> None:
    tamper(database, statement)
    assert log.verify_chain() == broken
    assert not log.newest_holds()


@pytest.mark.parametrize("seq", [6, 40, 69, 70])
def test_a_start_sees_what_is_wrong_with_the_newest_entries(database: Database, seq: int) -> None:
    log = many(database)
    tamper(database, f"DELETE FROM audit WHERE seq = {seq}")
    assert not log.newest_holds()


@pytest.mark.parametrize("field", ["at", "staff", "action", "case_id", "detail", "hash"])
def test_every_field_of_an_entry_is_in_the_chain(log: AuditLog, database: Database, field: str) -> None:
    value = "at + 1" if field == "at" else f"{field} || '1'"
    tamper(database, f"UPDATE audit SET {field} = {value} WHERE seq = 5")
    assert log.verify_chain() == BrokenEntry(5, Flaw.CHANGED)


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


def test_what_is_wrong_with_older_entries_is_found_by_the_whole_examination(database: Database) -> None:
    log = many(database)
    tamper(database, "UPDATE audit SET staff = 'c2' WHERE seq = 3")
    assert log.newest_holds()
    assert log.verify_chain() == BrokenEntry(3, Flaw.CHANGED)


def many(database: Database) -> AuditLog:
    """Seventy entries, more than a start looks at."""
    log = AuditLog(database)
    for minute in range(70):
        log.append(event(minute=minute))
    assert log.newest_holds()
    return log


def test_a_time_without_a_zone_is_a_bug(database: Database) -> None:
    naive = event().model_copy(update={"at": dt.datetime(2026, 4, 1)})  # noqa: DTZ001  # the bug under test
    with pytest.raises(Defect):
        AuditLog(database).append(naive)


def test_stored_times_keep_every_microsecond() -> None:
    at = dt.datetime(2026, 4, 1, 8, 30, 0, 123457, tzinfo=TOKYO)
    assert instant(micros(at)) == at
    assert micros(dt.datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=dt.UTC)) == -1


def test_the_day_book_counts_one_day_in_japan(log: AuditLog, database: Database) -> None:
    outbox = SqlOutbox(database)
    outbox.accept(sample(1, clock=FixedClock(MORNING))[0])
    outbox.claim("d0", now=MORNING, lease=dt.timedelta(seconds=30))
    log.append(event(action="opened").model_copy(update={"at": dt.datetime(2026, 4, 2, tzinfo=TOKYO)}))
    log.append(event(action="opened").model_copy(update={"at": dt.datetime(2026, 3, 31, 23, 59, tzinfo=TOKYO)}))
    book = log.day_book(dt.date(2026, 4, 1))
    assert book.actions == {"confirmed": 1, "opened": 5}
    assert book.cases == {"move": 1}
    assert book.parcels == {("d0", "leased"): 1, ("d1", "ready"): 1, ("d2", "ready"): 1}
    assert log.day_book(dt.date(2026, 4, 2)).actions == {"opened": 1}
