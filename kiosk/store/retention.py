"""保存期間: cases whose time is over and of which nothing is open are erased together, and that they are is looked at.

A case is over when it was confirmed (or taken back) before its day, nothing of it waits or is held, nothing is left to
be done, and no receiver asks for a correction. What stays are numbers: case, slip, decisions, the audit record.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from kiosk.store import entries, keys, shredding
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_OVER = """
SELECT id, slip, confirmed_at, state FROM cases WHERE state = :state AND confirmed_at < :before
  AND EXISTS (SELECT 1 FROM case_key WHERE case_id = id)
  AND NOT EXISTS (SELECT 1 FROM outbox JOIN delivery USING (seq)
    WHERE outbox.case_id = id AND delivery.state IN ('ready', 'leased', 'held', 'relayed'))
  AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.case_id = id AND follow_up.state = 'open')
  AND NOT EXISTS (SELECT 1 FROM newest_answer WHERE newest_answer.case_id = id AND waits)
ORDER BY confirmed_at
"""
_LEFT = """
SELECT (SELECT count(*) FROM case_key WHERE case_id = :case) + (SELECT count(*) FROM draft WHERE case_id = :case)
  + (SELECT count(*) FROM kept_case WHERE case_id = :case) + (SELECT count(*) FROM printed WHERE case_id = :case)
  + (SELECT count(*) FROM outbox WHERE case_id = :case AND ciphertext <> x'')
  + (SELECT count(*) FROM answer WHERE case_id = :case AND sealed <> x'')
"""


@dataclass(frozen=True)
class Over:
    """A case whose time is over."""

    case: uuid.UUID
    slip: str
    confirmed_at: dt.datetime
    state: CaseState


@dataclass(frozen=True)
class Erased:
    """The proof: which cases, what of them is still there (0: nothing), the keys' generation before and after, and the
    entry of the audit record that it ended with.
    """

    cases: tuple[Over, ...]
    left: int
    generations: tuple[int, int]
    head: str


class Retention:
    """Looks for what is over, and erases it. Every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def over(self, before: Mapping[CaseState, dt.datetime]) -> tuple[Over, ...]:
        """The cases of each state that were confirmed before its moment; nothing is changed."""

        def work(sql: Sql) -> tuple[Over, ...]:
            return tuple(over for state, moment in before.items() for over in _over(sql, state, moment))

        return self._database.look(work)

    def erase(self, over: Sequence[Over], *, event: AuditEvent) -> Erased:
        """Erase cases for good, with one new key for what remains, and look whether anything of them is left."""
        first = self._generation()
        done = set(shredding.shred(self._database, [each.case for each in over], event=event))
        erased = tuple(each for each in over if each.case in done)
        left = self._database.look(lambda sql: sum(_left(sql, each.case) for each in erased))
        head = self._database.look(lambda sql: entries.named(sql, entries.written(sql)))
        return Erased(erased, left, (first, self._generation()), head)

    def rotate(self, *, event: AuditEvent) -> tuple[int, int]:
        """Wrap the key of every case anew and forget the key that wrapped them; its generation before and after."""

        def work(sql: Sql) -> None:
            shredding.rotate(sql, self._database.vault)
            entries.write(sql, (event,))

        first = self._generation()
        self._database.change(work)
        self._database.forget_copies()
        return first, self._generation()

    def _generation(self) -> int:
        return int(self._database.look(lambda sql: sql.execute(keys.CURRENT).fetchone()[0]))


def _over(sql: Sql, state: CaseState, before: dt.datetime) -> tuple[Over, ...]:
    values = {"state": state.value, "before": micros(before)}
    rows = sql.execute(_OVER, values).fetchall()
    return tuple(Over(uuid.UUID(case), slip, instant(at), CaseState(found)) for case, slip, at, found in rows)


def _left(sql: Sql, case: uuid.UUID) -> int:
    return int(sql.execute(_LEFT, {"case": str(case)}).fetchone()[0])
