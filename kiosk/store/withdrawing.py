"""取下げ inside a transaction: what has never left this machine is not sent any more, and what was left to do ends."""

import uuid
from collections.abc import Iterable

from kiosk.model.case import CaseState
from kiosk.model.errors import Defect
from kiosk.store.connection import Sql

CODE = "withdrawn"

_WAITING = """
SELECT message FROM outbox JOIN delivery USING (seq) WHERE case_id = ? AND (state = 'held'
  OR (state = 'ready' AND attempts = (
    SELECT count(*) FROM attempt WHERE attempt.seq = outbox.seq AND outcome = 'unreachable')))
"""
_SKIP = """
UPDATE delivery SET state = 'skipped', last_code = 'withdrawn', changed_at = :at
WHERE seq = (SELECT seq FROM outbox WHERE message = :message)
"""
_ENDED = "UPDATE follow_up SET state = 'done', changed_at = ? WHERE case_id = ? AND state = 'open'"
_STATE = "UPDATE cases SET state = ? WHERE id = ?"


class MovedError(Exception):
    """A parcel of the case has left, or was tried, since somebody looked: it is worked out once more."""


def waiting(sql: Sql, case: str) -> frozenset[uuid.UUID]:
    """The parcels that no receiver can have seen: held, or ready and never tried but in vain."""
    return frozenset(uuid.UUID(row[0]) for row in sql.execute(_WAITING, (case,)).fetchall())


def withdraw(sql: Sql, case: str, never_sent: Iterable[uuid.UUID], *, at: int) -> None:
    """Skip what never left, end what was left to be done, mark the case. Raises MovedError where others wait by now."""
    if sql.execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
        raise Defect("a case that was never accepted cannot be withdrawn")
    expected = frozenset(never_sent)
    if waiting(sql, case) != expected:
        raise MovedError
    for message in expected:
        sql.execute(_SKIP, {"message": str(message), "at": at})
    sql.execute(_ENDED, (at, case))
    sql.execute(_STATE, (CaseState.WITHDRAWN.value, case))
