"""保留: parcels that have not left, why each stands where it does, and what becomes of those that are held."""

import datetime as dt
import json
import uuid
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.model.parcel import UNSEEN, Parcel, Passed, State, Unsent
from kiosk.store import acceptance, entries, keys, shredding
from kiosk.store.bell import ring
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.sealing import SealedParcel, seal_parcel

T = TypeVar("T")
NOWHERE = "D15"
SUPERSEDED = "superseded"

_HOMELESS = """
UPDATE delivery SET state = 'held', last_code = :code, attempts = attempts + 1, lease_token = lease_token + 1,
  changed_at = :now
WHERE state IN ('ready', 'leased') AND destination NOT IN (SELECT value FROM json_each(:known)) RETURNING seq, attempts
"""
_ATTEMPT = "INSERT INTO attempt (seq, number, at, outcome, code, detail) VALUES (?, ?, ?, ?, ?, ?)"
_UNSENT = """
SELECT delivery.seq AS place, message, outbox.case_id, slip, delivery.destination, label, outbox.kind, delivery.state,
  attempts, delivery.created_at, changed_at, next_at, last_code, coalesce(attempt.detail, ''),
  ordered AND EXISTS (
    SELECT 1 FROM delivery AS earlier INDEXED BY delivery_blocking
    WHERE earlier.destination = delivery.destination AND earlier.order_key = delivery.order_key
      AND earlier.seq < delivery.seq AND earlier.state = 'held' AND earlier.state IN ('ready', 'leased', 'held'))
FROM delivery INDEXED BY delivery_blocking JOIN outbox USING (seq) JOIN cases ON cases.id = outbox.case_id
  JOIN destination ON destination.name = delivery.destination
  LEFT JOIN attempt ON attempt.seq = delivery.seq AND attempt.number = attempts
WHERE delivery.state IN ('ready', 'leased', 'held')
UNION ALL
SELECT delivery.seq, message, outbox.case_id, slip, delivery.destination, label, outbox.kind, delivery.state,
  attempts, delivery.created_at, changed_at, next_at, last_code, coalesce(attempt.detail, ''), 0
FROM delivery INDEXED BY delivery_relayed JOIN outbox USING (seq) JOIN cases ON cases.id = outbox.case_id
  JOIN destination ON destination.name = delivery.destination
  LEFT JOIN attempt ON attempt.seq = delivery.seq AND attempt.number = attempts
WHERE delivery.state = 'relayed' ORDER BY place LIMIT ?
"""
_SUPERSEDE = """
UPDATE delivery SET state = 'skipped', last_code = :code, changed_at = :now
WHERE seq = (SELECT seq FROM outbox WHERE message = :message) AND state IN ('ready', 'held') RETURNING seq
"""
_VOUCH = """
UPDATE delivery SET state = 'acknowledged', receipt = :receipt, changed_at = :now
WHERE seq = (SELECT seq FROM outbox WHERE message = :message) AND state = 'held' AND last_code IN (
  SELECT value FROM json_each(:codes)) RETURNING seq
"""
_OWN_WAY = """
UPDATE delivery SET destination = (SELECT destination FROM delivery WHERE seq = ?)
WHERE seq = (SELECT seq FROM outbox WHERE message = ?)
"""
_HASTEN = """
UPDATE delivery SET next_at = :now WHERE state = 'ready' AND state IN ('ready', 'leased') AND next_at > :now
"""
_PASSED = """
SELECT message, attempt.at, outcome, code, attempt.detail, ''
FROM outbox JOIN delivery USING (seq) JOIN attempt USING (seq)
WHERE message IN (SELECT value FROM json_each(:messages)) AND number > attempts - :most
UNION ALL
SELECT message, audit.at, action, '', '', staff FROM outbox JOIN audit USING (case_id)
WHERE message IN (SELECT value FROM json_each(:messages)) AND audit.case_id <> ''
  AND (action IN ('confirm', 'correct', 'withdraw') OR
    action IN ('hold-release', 'hold-reissue', 'hold-skip', 'hold-vouch') AND audit.detail LIKE kind || ' %')
ORDER BY 1, 2
"""
_MOST, _MOST_PASSED = 5_000, 20


class Holding:
    """What staff see and do about parcels that have not left. Any thread may call."""

    def __init__(self, database: Database) -> None:
        self._database, self._vault = database, database.vault

    def unsent(self, limit: int = _MOST) -> tuple[Unsent, ...]:
        """Every parcel that is ready, leased, held or in a hub, in the order of acceptance. Raises SiteError."""
        return tuple(_unsent(row) for row in self._database.read(_UNSENT, (limit,)))

    def passed(self, messages: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[Passed, ...]]:
        """What became of parcels so far, the first thing first; of attempts the newest twenty. Raises SiteError."""
        values = {"messages": json.dumps(sorted(map(str, messages))), "most": _MOST_PASSED}
        found: dict[uuid.UUID, tuple[Passed, ...]] = {}
        for message, at, what, code, detail, by in self._database.look(
            lambda sql: sql.execute(_PASSED, values).fetchall()
        ):
            number, passed = uuid.UUID(message), Passed(at=instant(at), what=what, by=by, code=code, detail=detail)
            found[number] = (*found.get(number, ()), passed)
        return found

    def parcel(self, message: uuid.UUID) -> Parcel | None:
        """A parcel's content; None when there is none, it was shredded or is not what was written. Raises SiteError."""

        def work(sql: Sql) -> Parcel | None:
            found = sql.execute(f"{acceptance.SELECT_SEALED} WHERE message = ?", (str(message),)).fetchone()
            row = SealedParcel(*found) if found else None
            key = keys.case_key(sql, self._vault, case=row.case) if row else None
            return None if row is None or key is None else row.open(key)

        return self._database.change(work)

    def case_of(self, slip: str) -> uuid.UUID | None:
        """The confirmed case with a number. Raises SiteError."""
        rows = self._database.read("SELECT id FROM cases WHERE slip = ?", (slip,))
        return uuid.UUID(rows[0][0]) if len(rows) == 1 else None

    def erased(self, case: uuid.UUID) -> bool:
        """Whether a case was made unreadable for good. Raises SiteError."""
        return not self._database.read("SELECT 1 FROM case_key WHERE case_id = ?", (str(case),))

    def reissue(self, renewed: Sequence[tuple[uuid.UUID, Parcel]], *, event: AuditEvent) -> bool:
        """Let parcels be replaced by their next revisions, all of one case and in this order; the old are skipped.

        False, and nothing is changed, when one of them is neither waiting nor held any more. Raises SiteError.
        """

        def work(sql: Sql) -> bool:
            at = micros(event.at)
            old = [self._superseded(sql, message, at) for message, _ in renewed]
            if None in old:
                raise _TooLateError
            entry = entries.write(sql, (event,))
            self._insert(sql, [parcel for _, parcel in renewed], at=at, entry=entry)
            for seq, (_, parcel) in zip(old, renewed, strict=True):
                sql.execute(_OWN_WAY, (seq, str(parcel.message)))
            return True

        try:
            return self._rung(work)
        except _TooLateError:
            return False

    def vouch(self, message: uuid.UUID, *, event: AuditEvent) -> bool:
        """A person has seen that a held parcel is there: it is acknowledged, with who said so as its receipt.

        False where it is not held any more, or not for a reason that only a person can settle. Raises SiteError.
        """
        values = {"receipt": f"person:{event.by}", "now": micros(event.at), "message": str(message)}

        def work(sql: Sql) -> bool:
            done = bool(sql.execute(_VOUCH, {**values, "codes": json.dumps(sorted(UNSEEN))}).fetchall())
            if done:
                entries.write(sql, (event,))
            return done

        return self._rung(work)

    def note(self, event: AuditEvent) -> None:
        """Write an entry of the audit record. Raises SiteError."""
        self._database.change(lambda sql: entries.write(sql, (event,)))

    def hold_homeless(self, known: Collection[str], *, detail: str, event: AuditEvent) -> int:
        """Hold what waits for a destination that is not among the `known` ones (D15); how many. Raises SiteError."""
        values = {"code": NOWHERE, "now": micros(event.at), "known": json.dumps(sorted(known))}

        def work(sql: Sql) -> int:
            found = sql.execute(_HOMELESS, values).fetchall()
            for seq, number in found:
                sql.execute(_ATTEMPT, (seq, number, values["now"], State.HELD.value, NOWHERE, detail))
            if found:
                entries.write(sql, (event.model_copy(update={"detail": f"{NOWHERE} parcels={len(found)}"}),))
            return len(found)

        return self._database.change(work)

    def hasten(self, *, now: dt.datetime) -> int:
        """Let what waits for its next try be due now; how many. Raises SiteError."""
        return self._rung(lambda sql: sql.execute(_HASTEN, {"now": micros(now)}).rowcount)

    def _rung(self, work: Callable[[Sql], T]) -> T:
        """Change something that a courier should look at."""
        changed = self._database.change(work)
        ring(self._database.folder)
        return changed

    def shred(self, case: uuid.UUID, *, event: AuditEvent) -> bool:
        """Make a confirmed case unreadable for good; False while a parcel of it has not left. Raises SiteError."""
        return bool(shredding.shred(self._database, [case], event=event))

    def _superseded(self, sql: Sql, message: uuid.UUID, at: int) -> int | None:
        values = {"code": SUPERSEDED, "now": at, "message": str(message)}
        rows = sql.execute(_SUPERSEDE, values).fetchall()
        return rows[0][0] if rows else None

    def _insert(self, sql: Sql, parcels: Sequence[Parcel], *, at: int, entry: int) -> None:
        (case,) = {str(parcel.case) for parcel in parcels}
        key = keys.case_key(sql, self._vault, case=case)
        if key is None:
            raise Defect("a parcel that was read a moment ago cannot be sealed again")
        sql.executemany(
            acceptance.INSERT_OUTBOX, [seal_parcel(self._vault, parcel, key=key).outbox_row(at) for parcel in parcels]
        )
        sql.execute(acceptance.INSERT_DELIVERY, {"case": case, "at": at, "entry": entry})


class _TooLateError(Exception):
    """Somebody else has decided, or the courier is under way with it."""


def _unsent(row: Sequence[object]) -> Unsent:
    _, message, case, slip, destination, label, kind, state, attempts, created, changed, due, code, detail, behind = row
    return Unsent(
        message=uuid.UUID(str(message)),
        case=uuid.UUID(str(case)),
        slip=str(slip),
        destination=str(destination),
        place=str(label),
        kind=str(kind),
        state=State(state),
        attempts=int(str(attempts)),
        created_at=instant(int(str(created))),
        since=instant(int(str(changed))),
        next_at=instant(int(str(due))),
        code=str(code),
        detail=str(detail),
        behind=bool(behind),
    )
