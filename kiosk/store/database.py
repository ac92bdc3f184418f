"""The one database file of a terminal: opened with care, written in whole transactions, never recreated."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self, TypeVar

from filelock import FileLock, Timeout

from kiosk.model.errors import SiteError
from kiosk.store.connection import BUSY_MILLISECONDS, Sql, check_build, connect, schema_version, settle_in
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.migrations import LATEST, back_up, migrate
from kiosk.store.reserve import RESERVE_BYTES, Reserve
from kiosk.store.vault import RootKey, Vault

NAME = "kiosk.db"
FULL_CHECK_BYTES = 128 * 1024 * 1024
_HOT_TABLES = ("cases", "case_key", "kek", "delivery", "destination", "draft", "audit")

T = TypeVar("T")


class Database:
    """The opened store. One connection, one lock: any thread may call, one at a time is served."""

    def __init__(self, sql: Sql, *, folder: Path, vault: Vault, reserve: Reserve) -> None:
        self._sql, self._lock = sql, threading.RLock()
        self.folder, self.vault, self.reserve = folder, vault, reserve

    @classmethod
    def open(cls, folder: Path, *, key: RootKey, reserve_bytes: int = RESERVE_BYTES) -> Self:
        """Open, and on first use create, the store of a folder; older tables are backed up and migrated.

        Raises SiteError for a newer, unreadable or missing file (left byte for byte as it was), a folder that cannot be
        written, a full disk, or a SQLite build that is not safe.
        """
        check_build()
        vault, file = Vault(key), folder / NAME
        with translated():
            folder.mkdir(parents=True, exist_ok=True)
            with _only_one_opens(folder):
                if file.exists():
                    _inspect(file, vault)
                else:
                    _found(file, vault)
                sql = _enter(file, vault)
        reserve = Reserve(folder, size=reserve_bytes)
        reserve.hold()
        return cls(sql, folder=folder, vault=vault, reserve=reserve)

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

    def demand_reserve(self) -> None:
        """Refuse new cases while the space held back for the parcels is gone. Raises SiteError."""
        if not self.reserve.hold():
            raise site_error(Fault.FULL)

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
            _quick_check(self._sql, whole=True)

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
            return result


def _only_one_opens(folder: Path) -> AbstractContextManager[object]:
    lock = FileLock(folder / "open.lock", timeout=BUSY_MILLISECONDS / 1000, fallback_to_soft=False)
    try:
        return lock.acquire()
    except Timeout as error:
        raise site_error(Fault.BUSY) from error


def _inspect(file: Path, vault: Vault) -> None:
    """Look at an existing file read-only: readable with this key, not newer than this program, sound."""
    if file.stat().st_size == 0:
        raise site_error(Fault.UNREADABLE)
    sql = connect(file, key=vault.database_key, mode="ro")
    try:
        if schema_version(sql) > LATEST:
            raise site_error(Fault.NEWER)
        _quick_check(sql, whole=file.stat().st_size <= FULL_CHECK_BYTES)
    finally:
        sql.close()


def _quick_check(sql: Sql, *, whole: bool) -> None:
    targets = ["1"] if whole else list(_HOT_TABLES)
    for target in targets:
        if sql.execute(f"PRAGMA quick_check({target})").fetchall() != [("ok",)]:
            raise site_error(Fault.UNREADABLE)


def _found(file: Path, vault: Vault) -> None:
    """Make a new file beside its place and rename it there whole. Raises SiteError if there was one before."""
    traces = [file.with_name(f"{NAME}-wal"), file.with_name("reserve"), *file.parent.glob(f"{NAME}.v*.backup")]
    if any(trace.exists() for trace in traces):
        raise site_error(Fault.MISSING)
    scratch = file.with_name(f"{NAME}.new")
    for remnant in file.parent.glob(f"{NAME}.new*"):
        remnant.unlink()
    sql = connect(scratch, key=vault.database_key, mode="rwc")
    try:
        settle_in(sql)
        migrate(sql)
    finally:
        sql.close()
    scratch.rename(file)
    _flush(file.parent)


def _enter(file: Path, vault: Vault) -> Sql:
    """The connection the program keeps: settings checked, tables at the newest version."""
    sql = connect(file, key=vault.database_key)
    try:
        settle_in(sql)
        if schema_version(sql) < LATEST:
            back_up(sql, file)
            migrate(sql)
    except BaseException:
        sql.close()
        raise
    return sql


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
