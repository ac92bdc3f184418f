"""受付案内票 on disk: the rows of every accepted visit, ticked off at the counters; procedures, and never a name."""

import uuid
from collections.abc import Sequence

from kiosk.model.audit import AuditEvent
from kiosk.model.kept import GuideRow
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_ROWS = """
SELECT procedure, name, place, done_at, staff, desk, position = -1 AS gone FROM guide_row WHERE case_id = ?
ORDER BY gone, position, procedure
"""
_PUT = """
INSERT INTO guide_row (case_id, procedure, position, name, place, done_at, staff, desk)
VALUES (?, ?, ?, ?, ?, 0, '', '') ON CONFLICT (case_id, procedure)
DO UPDATE SET position = excluded.position, name = excluded.name, place = excluded.place
"""
_DONE = "SELECT procedure FROM guide_row WHERE case_id = ? AND position > 0 AND done_at > 0 ORDER BY position"
_NEVER_DONE = "DELETE FROM guide_row WHERE case_id = ? AND position = -1 AND done_at = 0"
_OLD = "UPDATE guide_row SET position = -1 WHERE case_id = ?"
_TICK = """
UPDATE guide_row SET done_at = ?, staff = ?, desk = ?
WHERE case_id = ? AND procedure = ? AND position > 0 AND (done_at = 0) = ?
"""


def put(sql: Sql, case: str, wanted: Sequence[GuideRow]) -> tuple[str, ...]:
    """The rows of a visit inside the caller's transaction: what was ticked off stays so; where it is not wanted any
    more it is kept apart, so that they can be told at its counter. The procedures of which that is so from now on.
    """
    done = [row[0] for row in sql.execute(_DONE, (case,)).fetchall()]
    sql.execute(_OLD, (case,))
    for position, row in enumerate(wanted, start=1):
        sql.execute(_PUT, (case, row.procedure, position, row.name, row.place))
    sql.execute(_NEVER_DONE, (case,))
    return tuple(name for name in done if name not in {row.procedure for row in wanted})


def rows(sql: Sql, case: str) -> tuple[GuideRow, ...]:
    """The rows of a visit in the order of the sheet, and behind them what was done and fell away."""
    found = sql.execute(_ROWS, (case,)).fetchall()
    return tuple(
        GuideRow(procedure, name, place, instant(at) if at else None, staff, desk, bool(gone))
        for procedure, name, place, at, staff, desk, gone in found
    )


class Guides:
    """Ticks rows off, takes that back, and says how they stand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, case: uuid.UUID) -> tuple[GuideRow, ...]:
        """The rows of a visit. Raises SiteError."""
        return self._database.look(lambda sql: rows(sql, str(case)))

    def tick(self, case: uuid.UUID, procedure: str, *, on: bool, desk: str, event: AuditEvent) -> bool:
        """Who did a row at which desk and when, with its entry in the audit record; False where that is so already, or
        there is no such row, or none any more. Raises SiteError.
        """

        def work(sql: Sql) -> bool:
            done = (micros(event.at), event.by, desk) if on else (0, "", "")
            changed = sql.execute(_TICK, (*done, str(case), procedure, on)).rowcount > 0
            if changed:
                entries.write(sql, (event,))
            return changed

        return self._database.change(work)
