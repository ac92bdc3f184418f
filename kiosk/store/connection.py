"""One opened connection to the encrypted file, with every setting that durability depends on checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as sqlite

from kiosk.store import crypto
from kiosk.store.faults import Fault, site_error

OLDEST_SAFE = (3, 51, 3)
BUSY_MILLISECONDS = 10_000

_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # otherwise INSERT OR REPLACE slips past the delete triggers
    "PRAGMA secure_delete=ON",
    "PRAGMA cell_size_check=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",
    "PRAGMA cache_size=-1000",  # kB; a visit's papers are written once and read once, SQLCipher would keep 8 MB of them
    "PRAGMA temp_store=MEMORY",
)
WIPED = "PRAGMA cipher_memory_security=ON"
"""Wipes what SQLCipher frees and keeps it out of swap, in the whole process from the first store on.

It costs 0.4 ms a claim, 4 ms of an opening, 30 ms of a founding, and locks 0.7 MB (measured).
"""
_EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}


class Cursor(Protocol):
    """The part of a database cursor the store uses."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Any:
        """The next row or None."""
        ...

    def fetchall(self) -> list[Any]:
        """All remaining rows."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Sql(Protocol):
    """The part of a database connection the store uses."""

    in_transaction: bool

    def execute(self, statement: str, parameters: Sequence[object] | Mapping[str, object] = ..., /) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, statement: str, rows: Iterable[Sequence[object]], /) -> Cursor:
        """Run one statement per row."""
        ...

    def create_function(self, name: str, arguments: int, function: Callable[..., object], /) -> None:
        """Let statements call a function."""
        ...

    def backup(self, target: Any, /) -> None:
        """Copy everything as it is now into another connection's file."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


def check_build(
    version: tuple[int, ...] = sqlite.sqlite_version_info, *, libraries: tuple[crypto.Library, ...] | None = None
) -> None:
    """Refuse a SQLite with the WAL-reset bug (before 3.51.3) and a crypto library known as bad. Raises SiteError."""
    found = crypto.libraries() if libraries is None else libraries
    if version < OLDEST_SAFE or any(map(crypto.refused, found)):
        raise site_error(Fault.BUILD)


def connect(file: Path, *, key: bytes | None, mode: str = "rw") -> Sql:
    """A connection in autocommit mode, usable from any thread under the caller's lock; `key` None means plain SQLite.

    `mode` is "rw", "rwc" (create) or "ro". Raises sqlite errors and SiteError (no cipher in this build).
    """
    query = "immutable=1" if mode == "ro" and not write_ahead_log(file).exists() else f"mode={mode}"
    sql: Sql = sqlite.connect(
        f"{file.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MILLISECONDS / 1000,
    )
    try:
        if key is not None:
            _unlock(sql, key)
    except BaseException:
        sql.close()
        raise
    return sql


def settle_in(sql: Sql) -> None:
    """Apply the settings and read them back: WAL, synchronous=FULL and the rest, or SiteError."""
    for statement in _SETTINGS:
        sql.execute(statement).fetchall()
    for name, value in _EXPECTED.items():
        if sql.execute(f"PRAGMA {name}").fetchone()[0] != value:
            raise site_error(Fault.BUILD)


def schema_version(sql: Sql) -> int:
    """The version of the tables (PRAGMA user_version)."""
    return int(sql.execute("PRAGMA user_version").fetchone()[0])


def _unlock(sql: Sql, key: bytes) -> None:
    # A wrong key shows as SQLITE_NOTADB; SQLCipher's own remarks on stderr would only add noise.
    sql.execute("PRAGMA cipher_log_level=NONE").fetchall()
    sql.execute(WIPED).fetchall()
    sql.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    if not sql.execute("PRAGMA cipher_version").fetchone():
        raise site_error(Fault.BUILD)


def write_ahead_log(file: Path) -> Path:
    """Where SQLite keeps what is not yet in the file itself."""
    return file.with_name(f"{file.name}-wal")
