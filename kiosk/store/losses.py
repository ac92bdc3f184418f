"""A loss that a person has looked into and accepts: the store goes on with what is there, and says so for ever."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.store import entries, founding, inspection
from kiosk.store.connection import Sql, check_build
from kiosk.store.database import only_one_opens
from kiosk.store.faults import translated
from kiosk.store.high_water import HighWater, highest_slip, observe
from kiosk.store.instants import micros
from kiosk.store.mark_file import MarkFile, marks_of
from kiosk.store.vault import RootKey, Vault

_GIVE = "INSERT INTO ticket (slip, case_id, state, made_at, changed_at) VALUES (?, '', 'given', ?, ?)"


def accept_loss(folder: Path, *, key: RootKey, mark: Path, event: AuditEvent, copy: Path | None = None) -> bool:
    """Go on with the database that is there, or with a new one; False when nothing was lost, and nothing is done.

    `event` is completed with what was known and what is there. Slip numbers go on after the last that was ever given.
    Raises SiteError as opening does, also for a file that cannot be read: that is no loss that could be accepted.
    """
    check_build()
    vault, file = Vault(key), folder / founding.NAME
    marks = marks_of(vault, mark, copy=copy)
    with translated():
        folder.mkdir(parents=True, exist_ok=True)
        with only_one_opens(folder):
            if not _lost(file, vault, marks):
                return False
            _begin_anew(file, vault, marks, event)
    return True


def _lost(file: Path, vault: Vault, marks: MarkFile) -> bool:
    if not file.exists():
        return bool(founding.traces(file)) or marks.exists
    inspection.inspect(file, vault, known=None, marked=False)
    try:
        inspection.inspect(file, vault, known=marks.read(), marked=True)
    except SiteError:
        return True
    return False


def _begin_anew(file: Path, vault: Vault, marks: MarkFile, event: AuditEvent) -> None:
    known, slips = None, marks.slips()
    with suppress(SiteError):  # a mark that was changed tells numbers, and nothing that can be relied on
        known = marks.read()
    if not file.exists():
        for trace in founding.traces(file):
            trace.replace(trace.with_name(f"{trace.name}.lost"))
        founding.found(file, vault)
    sql = founding.enter(file, vault)
    try:
        sql.execute("BEGIN IMMEDIATE")
        _give(sql, slips, at=micros(event.at))
        entries.write(sql, (event.model_copy(update={"detail": _detail(sql, known, event.detail)}),))
        sql.execute("UPDATE house SET marked = 1")
        sql.execute("COMMIT")
        marks.set_aside()
        marks.write(sql)
    finally:
        sql.close()


def _give(sql: Sql, slips: Mapping[str, int], *, at: int) -> None:
    for day, last in slips.items():
        if last > highest_slip(sql, day):
            sql.execute(_GIVE, (f"{day}-{last:03d}", at, at))


def _detail(sql: Sql, known: HighWater | None, reason: str) -> str:
    there = observe(sql, before=None)
    if known is None:
        return f"cases={there.cases} entries={there.entries} known=nothing {reason}"
    return f"cases={known.cases}>{there.cases} entries={known.entries}>{there.entries} {reason}"
