"""受付案内票 on disk: the rows of every accepted visit, ticked off at the counters; procedures, and never a name."""

import uuid
from collections.abc import Iterable

from kiosk.model.audit import AuditEvent
from kiosk.model.kept import GuideRow
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_ROWS = "SELECT procedure, name, place, done_at, staff, desk FROM guide_row WHERE case_id = ? ORDER BY position"
_PUT = """
INSERT INTO guide_row (case_id, procedure, position, name, place, done_at, staff, desk)
VALUES (?, ?, ?, ?, ?, 0, '', '') ON CONFLICT (case_id, procedure)
DO UPDATE SET position = excluded.position, name = excluded.name, place = excluded.place
"""
_GONE = "DELETE FROM guide_row WHERE case_id = ? AND position = -1"
_OLD = "UPDATE guide_row SET position = -1 WHERE case_id = ?"
_TICK = """
UPDATE guide_row SET done_at = ?, staff = ?, desk = ? WHERE case_id = ? AND procedure = ? AND (done_at = 0) = ?
"""


def put(sql: Sql, case: str, wanted: Iterable[GuideRow]) -> None:
    """The rows of a visit inside the caller's transaction: what was ticked off and is still wanted stays so."""
    sql.execute(_OLD, (case,))
    for position, row in enumerate(wanted, start=1):
        sql.execute(_PUT, (case, row.procedure, position, row.name, row.place))
    sql.execute(_GONE, (case,))


def rows(sql: Sql, case: str) -> tuple[GuideRow, ...]:
    """The rows of a visit in the order of the sheet."""
    found = sql.execute(_ROWS, (case,)).fetchall()
    return tuple(
        GuideRow(procedure, name, place, instant(at) if at else None, staff, desk)
        for procedure, name, place, at, staff, desk in found
    )


class Guides:
    """Ticks rows off, and takes that back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tick(self, case: uuid.UUID, procedure: str, *, on: bool, desk: str, event: AuditEvent) -> bool:
        """Who did a row at which desk and when, with its entry in the audit record; False where that is so already, or
        there is no such row. Raises SiteError.
        """

        def work(sql: Sql) -> bool:
            done = (micros(event.at), event.by, desk) if on else (0, "", "")
            changed = sql.execute(_TICK, (*done, str(case), procedure, on)).rowcount > 0
            if changed:
                entries.write(sql, (event,))
            return changed

        return self._database.change(work)
