"""下書き: an open case on disk as it goes, encrypted, until somebody has seen it confirmed, or it is dropped."""

import datetime as dt
import uuid
from dataclasses import dataclass

from kiosk.model.audit import AuditEvent
from kiosk.store import entries, keys, sharing
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error
from kiosk.store.instants import instant, micros
from kiosk.store.kept import newest_revision
from kiosk.store.vault import seal, unseal

_SAVE = """
INSERT INTO draft (case_id, generation, wrapped, sealed, saved_at, desk, revision)
VALUES (:case, :generation, :wrapped, :sealed, :now, :desk, :revision)
ON CONFLICT (case_id) DO UPDATE SET generation = excluded.generation, wrapped = excluded.wrapped,
  sealed = excluded.sealed, saved_at = excluded.saved_at, desk = excluded.desk, revision = excluded.revision
"""
_ACCEPTED = "SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?)"
_LIST = """
SELECT case_id, saved_at, desk, revision, slip, event FROM draft LEFT JOIN cases ON cases.id = case_id
WHERE desk NOT LIKE 'prepared:%' ORDER BY saved_at DESC, case_id
"""
_LOAD = "SELECT wrapped, generation, salt, sealed FROM draft JOIN kek USING (generation) WHERE case_id = ?"


@dataclass(frozen=True)
class DraftLine:
    """A kept case: its id, when it was last saved (UTC), the window at which it is open (kiosk.store.presence); `slip`
    and `event` once it was accepted.
    """

    case: uuid.UUID
    saved_at: dt.datetime
    desk: str = ""
    slip: str = ""
    event: str = ""
    accepted: bool = False


class Drafts:
    """Autosave of open cases; each save has a fresh key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, case: uuid.UUID, content: bytes, *, now: dt.datetime, desk: str = "", revision: int = 1) -> bool:
        """Keep the newest state of a case; False when the case is already confirmed. Raises SiteError.

        `desk` names the window that goes on with it; none: it waits for whoever takes it up. A later `revision` than
        the one that was accepted is a correction, and kept.
        """
        key, vault = keys.new_key(), self._database.vault
        sealed = seal(key, content, bound_to=f"draft/{case}")

        def work(sql: Sql) -> bool:
            if _accepted(sql, str(case), revision):
                return False
            generation, wrapped = keys.wrap(sql, vault, key, owner=str(case))
            row = {"case": str(case), "generation": generation, "wrapped": wrapped, "sealed": sealed}
            sql.execute(_SAVE, {**row, "now": micros(now), "desk": desk, "revision": revision})
            return True

        return self._database.change(work)

    def load(self, case: uuid.UUID) -> bytes | None:
        """The newest state, or None when there is no draft. Raises SiteError when the draft was tampered with."""
        for wrapped, generation, salt, sealed in self._database.read(_LOAD, (str(case),)):
            key = keys.unwrap(self._database.vault, wrapped, owner=str(case), generation=generation, salt=salt)
            content = key and unseal(key, sealed, bound_to=f"draft/{case}")
            if content is None:
                raise site_error(Fault.UNREADABLE)
            return content
        return None

    def holder(self, case: uuid.UUID) -> str:
        """The window that goes on with a draft; empty where none does, or there is no draft."""
        rows = self._database.read("SELECT desk FROM draft WHERE case_id = ?", (str(case),))
        return str(rows[0][0]) if rows else ""

    def list(self) -> tuple[DraftLine, ...]:
        """All drafts, the newest first."""

        def work(sql: Sql) -> tuple[DraftLine, ...]:
            return tuple(_line(sql, row) for row in sql.execute(_LIST).fetchall())

        return self._database.look(work)

    def drop(self, case: uuid.UUID, *, event: AuditEvent | None = None) -> bool:
        """Forget a draft; False when there was none. `event` is what staff decided. Raises SiteError."""

        def work(sql: Sql) -> bool:
            dropped = sql.execute("DELETE FROM draft WHERE case_id = ?", (str(case),)).rowcount == 1
            if dropped and not _accepted(sql, str(case), 1):
                sharing.give_up(sql, str(case))
            if dropped and event is not None:
                entries.write(sql, (event,))
            return dropped

        return self._database.change(work)


def _accepted(sql: Sql, case: str, revision: int) -> bool:
    """Whether this was confirmed: an autosave that is late must not bring it back, but its correction may begin."""
    known = bool(sql.execute(_ACCEPTED, (case,)).fetchone()[0])
    return known and revision <= max(1, newest_revision(sql, case))


def _line(sql: Sql, row: tuple[str, int, str, int, str | None, str | None]) -> DraftLine:
    case, saved_at, desk, revision, slip, event = row
    accepted = _accepted(sql, case, revision)
    return DraftLine(uuid.UUID(case), instant(saved_at), desk, slip or "", event or "", accepted=accepted)
