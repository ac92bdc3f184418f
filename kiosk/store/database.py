"""The one database file of a terminal: opened with care, written in whole transactions, never recreated."""

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self, TypeVar

from filelock import FileLock, Timeout

from kiosk.durable import make_folder
from kiosk.model.errors import SiteError
from kiosk.store import founding, inspection
from kiosk.store.connection import BUSY_MILLISECONDS, Sql, check_build
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.mark_file import MarkFile, marks_of
from kiosk.store.migrations import LATEST
from kiosk.store.reserve import RESERVE_BYTES, Reserve
from kiosk.store.vault import RootKey, Vault

NAME = founding.NAME

T = TypeVar("T")


class Database:
    """The opened store. One connection, one lock: any thread may call, one at a time is served."""

    def __init__(self, sql: Sql, *, folder: Path, vault: Vault, reserve: Reserve, mark: MarkFile | None = None) -> None:
        self._sql, self._lock = sql, threading.RLock()
        self.folder, self.vault, self.reserve, self.mark = folder, vault, reserve, mark

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        key: RootKey,
        reserve_bytes: int = RESERVE_BYTES,
        mark: Path | None = None,
        mark_copy: Path | None = None,
    ) -> Self:
        """Open, and on first use create, the store of a folder; older tables are backed up and migrated.

        With a `mark` (a file outside the folder) what it says is compared. Raises SiteError for a newer, older,
        unreadable or missing file (left byte for byte as it was), a folder that cannot be written, a full disk, or a
        SQLite build that is not safe.
        """
        check_build()
        vault, file = Vault(key), folder / NAME
        marks = marks_of(vault, mark, copy=mark_copy) if mark else None
        with translated():
            make_folder(folder)
            with only_one_opens(folder):
                known = marks.read() if marks else None
                if file.exists():
                    inspection.inspect(file, vault, known=known, marked=marks is not None)
                else:
                    founding.found(file, vault, known=known)
                sql = founding.enter(file, vault, marks=marks, known=known)
        reserve = Reserve(folder, size=reserve_bytes)
        reserve.hold()
        return cls(sql, folder=folder, vault=vault, reserve=reserve, mark=marks)

    def change(self, work: Callable[[Sql], T], *, from_reserve: bool = True) -> T:
        """Run `work` in one `BEGIN IMMEDIATE` transaction, all or nothing, durable on return. Raises SiteError.

        On a full disk the reserve is released; the work is then done once more if it may live `from_reserve`.
        """
        try:
            return self._transact(work)
        except SiteError as error:
            released = error.code == Fault.FULL.value and self.reserve.release()
            if not (released and from_reserve):
                raise
        return self._transact(work)

    def read(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of one SELECT. Raises SiteError."""
        with self._lock, translated():
            return self._sql.execute(statement, parameters).fetchall()

    def look(self, work: Callable[[Sql], T]) -> T:
        """Run several SELECTs that belong together. Raises SiteError."""
        with self._lock, translated():
            return work(self._sql)

    def demand_reserve(self) -> None:
        """Refuse new cases while the space held back for the parcels is gone, or the mark lags. Raises SiteError."""
        if not self.reserve.hold():
            raise site_error(Fault.FULL)
        if self.mark is not None:
            with self._lock:
                self.mark.demand(self._sql)

    def prove(self) -> None:
        """Write something that changes nothing, durably, with the reserve in place. Raises SiteError."""
        self.demand_reserve()
        self.change(lambda sql: sql.execute(f"PRAGMA user_version={LATEST}"), from_reserve=False)

    def forget_copies(self) -> None:
        """Empty the write-ahead log and delete the backups of earlier versions: they hold keys that were shredded."""
        with self._lock, translated():
            self._sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            for copy in self.folder.glob(f"{NAME}.v*.backup"):
                copy.unlink()

    def check(self) -> None:
        """Read the whole file and compare it with itself. Raises SiteError when something does not fit."""
        with self._lock, translated():
            inspection.check_whole(self._sql)

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        with self._lock:
            self._sql.close()

    def _transact(self, work: Callable[[Sql], T]) -> T:
        with self._lock, translated():
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                result = work(self._sql)
                self._sql.execute("COMMIT")
            except BaseException:
                if self._sql.in_transaction:
                    self._sql.execute("ROLLBACK")
                raise
            if self.mark is not None:
                self.mark.follow(self._sql)
            return result


def only_one_opens(folder: Path) -> AbstractContextManager[object]:
    """The right to open, found or migrate a store's folder. Raises SiteError when another program keeps it too long."""
    lock = FileLock(folder / "open.lock", timeout=BUSY_MILLISECONDS / 1000, fallback_to_soft=False)
    try:
        return lock.acquire()
    except Timeout as error:
        raise site_error(Fault.BUSY) from error
