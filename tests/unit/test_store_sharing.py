"""Several threads and several programs on one store, and the sentences a clerk reads when the place fails."""

import datetime as dt
import errno
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import SiteError
from kiosk.model.parcel import Receipt, State
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)


def opened(folder: Path) -> Database:
    return Database.open(folder, key=KEY, reserve_bytes=4096)


def courier(outbox: SqlOutbox, *, wanted: int) -> int:
    """Claim and settle until `wanted` parcels of d0 have gone."""
    done = 0
    while done < wanted:
        lease = outbox.claim("d0", now=NOW, lease=dt.timedelta(minutes=1))
        done += bool(lease and outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=NOW))
    return done


def test_one_thread_confirms_while_another_delivers(tmp_path: Path) -> None:
    outbox, confirmations = SqlOutbox(database := opened(tmp_path)), sample(40, clock=FixedClock(NOW))
    with ThreadPoolExecutor(2) as pool:
        delivering = pool.submit(courier, outbox, wanted=40)
        list(pool.map(outbox.accept, confirmations))
        assert delivering.result(timeout=60) == 40
    assert {line.state for line in outbox.lines() if line.destination == "d0"} == {State.ACKNOWLEDGED}
    assert AuditLog(database).verify_chain() is None


def test_two_programs_write_to_one_store_in_turn(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    confirmations = sample(20, clock=FixedClock(NOW))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(SqlOutbox(first).accept, confirmations[::2]))
        list(pool.map(SqlOutbox(second).accept, confirmations[1::2]))
    assert SqlOutbox(first).count(NOW).pending == 60
    assert AuditLog(second).verify_chain() is None


def test_two_programs_confirm_the_same_case_and_it_is_there_once(tmp_path: Path) -> None:
    (confirmation,) = sample(1, clock=FixedClock(NOW))
    outboxes = [SqlOutbox(opened(tmp_path)) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda outbox: outbox.accept(confirmation), outboxes))
    assert len(outboxes[0].lines()) == 3


@pytest.mark.parametrize(
    ("result", "fault"),
    [
        (sqlite.SQLITE_FULL, Fault.FULL),
        (sqlite.SQLITE_IOERR | 1 << 8, Fault.IO),
        (sqlite.SQLITE_READONLY, Fault.READ_ONLY),
        (sqlite.SQLITE_CANTOPEN, Fault.READ_ONLY),
        (sqlite.SQLITE_CORRUPT, Fault.UNREADABLE),
        (sqlite.SQLITE_NOTADB, Fault.UNREADABLE),
        (sqlite.SQLITE_BUSY, Fault.BUSY),
    ],
)
def test_what_sqlite_reports_becomes_the_fault_of_the_place(result: int, fault: Fault) -> None:
    error = sqlite.OperationalError("架空花子")
    error.sqlite_errorcode = result
    with pytest.raises(SiteError) as caught, translated():
        raise error
    assert caught.value.code == fault.value
    assert "架空" not in str(caught.value)


@pytest.mark.parametrize(
    ("number", "fault"), [(errno.ENOSPC, Fault.FULL), (errno.EIO, Fault.IO), (errno.EROFS, Fault.READ_ONLY)]
)
def test_what_the_file_system_reports_becomes_the_fault_of_the_place(number: int, fault: Fault) -> None:
    with pytest.raises(SiteError, match=fault.value), translated():
        raise OSError(number, "")


def test_an_error_of_our_own_making_is_not_blamed_on_the_place(tmp_path: Path) -> None:
    with pytest.raises(sqlite.Error):
        opened(tmp_path).read("SELECT nothing FROM nowhere")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_says_what_happened_and_what_to_do(fault: Fault) -> None:
    error = site_error(fault)
    assert error.what.endswith("。")
    assert error.mend.endswith("ください。")
