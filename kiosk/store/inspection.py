"""What is looked at before a database file is used: always what is newest, and all of it when the file is small.

Reading everything takes a third of a second for two thousand visits, and grows with them. A start looks at the parts
that it builds on - the key, the version, the mark, the newest entries - and `kiosk status --full` at the rest.
"""

from pathlib import Path

from kiosk.store import entries
from kiosk.store.connection import Sql, connect, schema_version, write_ahead_log
from kiosk.store.faults import Fault, site_error
from kiosk.store.high_water import SEALED, HighWater, compare
from kiosk.store.migrations import LATEST
from kiosk.store.vault import Vault

WHOLE_BYTES = 4 * 1024 * 1024
_WITH_HOUSE = 3  # since this version of the tables a store has a name of its own
_SMALL = ("kek", "destination", "draft")
_FEW_DRAFTS = "SELECT count(*) <= 500 FROM (SELECT 1 FROM draft LIMIT 501)"
"""Where thousands of applications wait for their day, opening reads no more of them than of cases."""

_KEYLESS = """
SELECT count(*) FROM (SELECT id FROM cases ORDER BY rowid DESC LIMIT 64) AS newest
WHERE id NOT IN (SELECT case_id FROM case_key) AND EXISTS (
  SELECT 1 FROM outbox JOIN delivery USING (seq) WHERE case_id = id AND state IN ('ready', 'leased', 'held'))
"""


def inspect(file: Path, vault: Vault, *, known: HighWater | None, marked: bool) -> None:
    """Look at an existing file read-only: right key, not newer than this program, sound, and not behind its mark.

    `known` is what the mark says, `marked` whether there should be one. Raises SiteError.
    """
    size = file.stat().st_size
    if size == 0:
        raise site_error(Fault.UNREADABLE)
    sql = connect(file, key=vault.database_key, mode="ro")
    try:
        version = schema_version(sql)
        if version > LATEST:
            raise site_error(Fault.NEWER)
        entries.know(sql, vault.audit_key)
        _check_length(sql, file, size)
        if size <= WHOLE_BYTES:
            check_whole(sql)
        else:
            _check_newest(sql, version)
        if version >= SEALED and not entries.right_key(sql):
            raise site_error(Fault.AUDIT_KEY)
        if marked:
            _check_mark(sql, version, known)
    finally:
        sql.close()


def check_whole(sql: Sql) -> None:
    """Read the whole file and compare it with itself. Raises SiteError."""
    _quick_check(sql, "1")


def _check_mark(sql: Sql, version: int, known: HighWater | None) -> None:
    if known is not None and version < known.schema:
        raise site_error(Fault.OLDER)
    if known is not None:
        if known.schema < SEALED <= version and entries.begun(sql):
            raise site_error(Fault.MARK)  # a mark of before the seals, beside entries that are sealed
        compare(sql, known)
    elif version >= _WITH_HOUSE and sql.execute("SELECT marked FROM house").fetchone()[0]:
        raise site_error(Fault.UNMARKED)


def _check_length(sql: Sql, file: Path, size: int) -> None:
    """A file that was cut off is shorter than it says itself; while there is a log, the rest may stand there."""
    pages, each = (int(sql.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    if size < pages * each and not write_ahead_log(file).exists():
        raise site_error(Fault.UNREADABLE)


def _check_newest(sql: Sql, version: int) -> None:
    few = bool(sql.execute(_FEW_DRAFTS).fetchone()[0])
    for table in (table for table in _SMALL if few or table != "draft"):
        _quick_check(sql, table)
    whole = entries.newest_hold(sql) if version >= SEALED else True
    if not whole or sql.execute(_KEYLESS).fetchone()[0]:
        raise site_error(Fault.UNREADABLE)


def _quick_check(sql: Sql, target: str) -> None:
    if sql.execute(f"PRAGMA quick_check({target})").fetchall() != [("ok",)]:
        raise site_error(Fault.UNREADABLE)
