"""The audit record: append-only, chained, and counted per day."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import TOKYO, FixedClock
from kiosk.model.errors import Defect
from kiosk.store.audit import AuditLog, BrokenEntry, Flaw
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.audit_entries import MORNING, event, tamper


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
