"""後日の対応 on disk: what confirmed visits left to be done, until somebody says that it is done; no name, no value."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.audit import AuditEvent
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_ADD = """
INSERT INTO follow_up (case_id, procedure, sort, until, lacks, state, made_at, changed_at)
VALUES (?, ?, ?, ?, ?, 'open', ?, ?) ON CONFLICT (case_id, procedure, sort) DO NOTHING
"""
_OPEN = """
SELECT case_id, slip, event, procedure, sort, until, lacks, made_at FROM follow_up JOIN cases ON cases.id = case_id
WHERE follow_up.state = 'open' ORDER BY until = '', until, made_at, procedure
"""
_DONE = """
UPDATE follow_up SET state = 'done', changed_at = ? WHERE case_id = ? AND procedure = ? AND state = 'open'
"""
OF_DAY = "SELECT sort, count(*) FROM follow_up WHERE made_at >= ? AND made_at < ? GROUP BY 1 ORDER BY 1"


@dataclass(frozen=True)
class FollowUpLine:
    """One open entry: the visit it comes from, and what is to be done; `made_at` is the confirmation (UTC)."""

    case: uuid.UUID
    slip: str
    event: str
    due: FollowUp
    made_at: dt.datetime


def add(sql: Sql, case: str, later: Iterable[FollowUp], *, at: int) -> None:
    """Note them inside the caller's transaction; one that is there already stays as it is."""
    for each in later:
        until = each.until.isoformat() if each.until else ""
        sql.execute(_ADD, (case, each.procedure, each.sort.value, until, "\n".join(each.lacks), at, at))


class FollowUps:
    """What visits have left to be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[FollowUpLine, ...]:
        """Every open one, the most urgent first. Raises SiteError."""
        return tuple(_line(row) for row in self._database.read(_OPEN))

    def done(self, case: uuid.UUID, procedure: str, *, event: AuditEvent) -> bool:
        """It was done, or is not needed any more; False when there is no such open entry. Raises SiteError."""

        def work(sql: Sql) -> bool:
            changed = sql.execute(_DONE, (micros(event.at), str(case), procedure)).rowcount > 0
            if changed:
                entries.write(sql, (event,))
            return changed

        return self._database.change(work)


def _line(row: tuple[str, ...]) -> FollowUpLine:
    case, slip, event, procedure, sort, until, lacks, made_at = row
    due = FollowUp(
        procedure=procedure,
        sort=Sort(sort),
        until=dt.date.fromisoformat(until) if until else None,
        lacks=tuple(lacks.split("\n")) if lacks else (),
    )
    return FollowUpLine(uuid.UUID(case), slip, event, due, instant(int(made_at)))
