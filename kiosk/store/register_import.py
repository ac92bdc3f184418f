"""The city's register while it is read in: a file of its own that nobody sees before it takes the place of the last.

What was decided about it stands in kiosk.store.residents.
"""

import os
import zlib
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from kiosk.durable import flush
from kiosk.model.audit import AuditEvent
from kiosk.model.resident import RegisterState, Resident
from kiosk.store import entries, keys
from kiosk.store.connection import Sql, connect
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.vault import Vault, seal

_TABLES = (
    "PRAGMA journal_mode=OFF",  # nobody knows the file before it is whole
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
    "CREATE TABLE person (number INTEGER PRIMARY KEY, household TEXT NOT NULL, sealed BLOB NOT NULL) STRICT",
    "CREATE TABLE lacking (household TEXT PRIMARY KEY) STRICT",
    "CREATE TABLE building (lot TEXT, name TEXT, home TEXT, PRIMARY KEY (lot, name, home)) STRICT, WITHOUT ROWID",
    "CREATE VIRTUAL TABLE word USING fts5(words, content='', detail=none, tokenize='ascii')",
    "BEGIN",
)
_WHOLE = (
    "INSERT INTO word (word) VALUES ('optimize')",
    "CREATE INDEX person_household ON person (household)",
    "COMMIT",
)
_PUBLISH = "INSERT OR REPLACE INTO residents (id, name, generation, wrapped, state) VALUES (1, ?, ?, ?, ?)"


class Import:
    """A register while it is read in. Nobody sees anything of it before `publish`; left early, nothing of it stays."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._name, self._key = os.urandom(8).hex(), keys.new_key()
        self._number = 0
        self._sql: Sql | None = None
        self._one: AbstractContextManager[object] | None = None

    def __enter__(self) -> Self:
        folder = self._database.folder
        self._one = only_one(folder)
        with translated():
            kept = self._database.read("SELECT name FROM residents")
            sweep(folder, but=kept[0][0] if kept else "")
            self._sql = connect(self._file, key=self._key, mode="rwc")
            for statement in _TABLES:
                self._sql.execute(statement).fetchall()
        return self

    def add(
        self, resident: Resident, *, household: str, words: Iterable[str], building: tuple[str, str] = ("", "")
    ) -> None:
        """One more person; `words` are what they are found by, `building` a lot and the name of what stands there."""
        self._number += 1
        vault = self._database.vault
        content = seal(self._key, zlib.compress(_packed(resident), 1), bound_to=f"{self._name}/{self._number}")
        with translated():
            home = _home(vault, household)
            self._there.execute("INSERT INTO person VALUES (?, ?, ?)", (self._number, home, content))
            if building[1]:
                there = (vault.token(f"lot {building[0]}"), building[1], home)
                self._there.execute("INSERT OR IGNORE INTO building VALUES (?, ?, ?)", there)
            tokens = " ".join(sorted(map(vault.token, words)))
            self._there.execute("INSERT INTO word (rowid, words) VALUES (?, ?)", (self._number, tokens))

    def lacks(self, household: str) -> None:
        """A row of this household could not be read."""
        with translated():
            home = _home(self._database.vault, household)
            self._there.execute("INSERT OR IGNORE INTO lacking VALUES (?)", (home,))

    def households(self) -> int:
        """How many there are so far."""
        with translated():
            return int(self._there.execute("SELECT count(DISTINCT household) FROM person").fetchone()[0])

    def publish(self, state: RegisterState, *, event: AuditEvent) -> None:
        """Put it in the place of the last register, whose key and file are gone with that."""
        with translated():
            for statement in _WHOLE:
                self._there.execute(statement).fetchall()
            self._there.close()
            self._sql = None
            with self._file.open("rb") as written:
                os.fsync(written.fileno())
            flush(self._database.folder)

        def work(sql: Sql) -> None:
            generation, wrapped = keys.wrap(sql, self._database.vault, self._key, owner=self._name)
            sql.execute(_PUBLISH, (self._name, generation, wrapped, state.model_dump_json()))
            entries.write(sql, (event,))

        self._database.change(work, from_reserve=False)
        sweep(self._database.folder, but=self._name)
        self._name = ""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._sql is not None:
            self._sql.close()
        if self._name:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        if self._one is not None:
            self._one.__exit__(kind, error, at)

    @property
    def _file(self) -> Path:
        return file_of(self._database.folder, self._name)

    @property
    def _there(self) -> Sql:
        if self._sql is None:
            raise site_error(Fault.BUSY)
        return self._sql


def only_one(folder: Path) -> AbstractContextManager[object]:
    """The right to replace the register. Raises SiteError while another program does."""
    lock = FileLock(folder / "residents.lock", timeout=0, fallback_to_soft=False)
    try:
        return lock.acquire()
    except Timeout as error:
        raise site_error(Fault.BUSY) from error


def file_of(folder: Path, name: str) -> Path:
    """Where the register of this name lies in the store's folder."""
    return folder / f"residents-{name}.db"


def sweep(folder: Path, *, but: str) -> None:
    """Take away every register but one: the last one, and what a killed import has left."""
    for file in folder.glob("residents-*.db*"):
        if file.name != file_of(folder, but).name:
            file.unlink(missing_ok=True)


def _home(vault: Vault, household: str) -> str:
    return vault.token(f"household {household}")


def _packed(resident: Resident) -> bytes:
    return resident.model_dump_json().encode()
