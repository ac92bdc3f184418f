"""How a database file begins, is entered, and - only when a person says so - is gone on with after a loss."""

from pathlib import Path

from kiosk.durable import flush
from kiosk.store import entries
from kiosk.store.connection import Sql, connect, schema_version, settle_in, write_ahead_log
from kiosk.store.faults import Fault, site_error
from kiosk.store.high_water import HighWater
from kiosk.store.mark_file import MarkFile
from kiosk.store.migrations import LATEST, back_up, migrate
from kiosk.store.vault import Vault

NAME = "kiosk.db"


def found(file: Path, vault: Vault, *, known: HighWater | None = None) -> None:
    """Make a new file beside its place and rename it there whole. Raises SiteError if there was one before."""
    if known is not None or traces(file):
        raise site_error(Fault.MISSING)
    scratch = file.with_name(f"{NAME}.new")
    for remnant in file.parent.glob(f"{NAME}.new*"):
        remnant.unlink()
    sql = connect(scratch, key=vault.database_key, mode="rwc")
    try:
        settle_in(sql)
        entries.know(sql, vault.audit_key)
        migrate(sql)
    finally:
        sql.close()
    scratch.rename(file)
    flush(file.parent)


def traces(file: Path) -> tuple[Path, ...]:
    """What a database that was used has left beside its place."""
    left = (write_ahead_log(file), file.with_name("reserve"), *file.parent.glob(f"{NAME}.v*.backup"))
    return tuple(trace for trace in left if trace.exists())


def enter(file: Path, vault: Vault, *, marks: MarkFile | None = None, known: HighWater | None = None) -> Sql:
    """The connection the program keeps: settings checked, tables at the newest version, the mark in its place."""
    sql = connect(file, key=vault.database_key)
    try:
        settle_in(sql)
        entries.know(sql, vault.audit_key)
        if schema_version(sql) < LATEST:
            back_up(sql, file)
            migrate(sql)
        if marks is not None and known is None:
            marks.write(sql)
            sql.execute("UPDATE house SET marked = 1")  # from now on a missing mark is a loss
        elif marks is not None and known is not None:
            marks.join(sql, known)
    except BaseException:
        sql.close()
        raise
    return sql
