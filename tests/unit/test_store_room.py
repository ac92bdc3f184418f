"""A store without room: full, read-only, taken by another; nothing half is accepted, and parcels still leave."""

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
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from tests.databases import LEASE, NOW, digest, opened, refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose database was used once and closed."""
    folder = tmp_path / "store"
    database = opened(folder)
    SqlOutbox(database).accept(sample(1, clock=FixedClock(NOW))[0])
    database.close()
    return folder


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


def test_an_audit_entry_survives_closing_without_ceremony(folder: Path) -> None:
    database = opened(folder)
    AuditLog(database).append(AuditEvent(at=NOW, by="c1", action="opened"))
    copy = folder.parent / "copy"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    assert AuditLog(opened(copy)).read(1)[0].action == "opened"
