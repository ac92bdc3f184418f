"""送付待ち on disk: parcels wait here, are claimed, and leave only with a receipt or a person's decision."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence

from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.model.parcel import (
    DeliveryFailed,
    Earlier,
    Lease,
    OutboxCount,
    OutboxLine,
    Parcel,
    Receipt,
    Standing,
    State,
    standing,
)
from kiosk.store import acceptance, entries, keys, noting, withdrawing
from kiosk.store.bell import ring
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.refusals import refusals
from kiosk.store.relay import RelayLock
from kiosk.store.sealing import SealedParcel, check, seal_parcel

TAMPERED = "tampered"
HORIZON = dt.timedelta(hours=1)

_EVER = (-(2**63), 2**63 - 1)
_PLACE = "SELECT ordered, paused FROM destination WHERE name = ?"
# Only unfinished parcels are in the two partial indexes, so a claim costs the same after a million deliveries.
_CLAIM = """
UPDATE delivery SET state = 'leased', attempts = attempts + 1, lease_token = lease_token + 1,
  next_at = :until, changed_at = :now
WHERE seq = (
  SELECT candidate.seq FROM delivery AS candidate INDEXED BY delivery_due
  WHERE candidate.destination = :destination AND candidate.state IN ('ready', 'leased')
    AND candidate.next_at BETWEEN :earliest AND :latest
    AND (:ordered = 0 OR NOT EXISTS (
      SELECT 1 FROM delivery AS earlier INDEXED BY delivery_blocking
      WHERE earlier.destination = candidate.destination AND earlier.order_key = candidate.order_key
        AND earlier.seq < candidate.seq AND earlier.state IN ('ready', 'leased', 'held')))
  ORDER BY candidate.next_at, candidate.seq LIMIT 1)
RETURNING seq, lease_token, attempts, entry, asked
"""
_FINISH = """
UPDATE delivery SET state = :state, next_at = :next_at, last_code = :code, receipt = :receipt, changed_at = :now,
  returned = CASE WHEN :state = 'relayed' THEN 0 ELSE returned END
WHERE seq = (SELECT seq FROM outbox WHERE message = :message) AND state = 'leased' AND lease_token = :token
RETURNING seq, attempts
"""
_DECIDE = """
UPDATE delivery SET state = :state, asked = asked + (:state = 'ready'), next_at = :now, changed_at = :now
WHERE seq = (SELECT seq FROM outbox WHERE message = :message) AND state = 'held' RETURNING seq
"""
_HOLD = "UPDATE delivery SET state = 'held', last_code = ?, changed_at = ? WHERE seq = ?"
_EARLIER = """
SELECT message, case_id, destination, order_key, kind, revision, schema_version, digest, ciphertext, (
  SELECT max(state NOT IN ('held', 'skipped')) FROM outbox AS any JOIN delivery USING (seq)
  WHERE any.case_id = newest.case_id AND any.destination = newest.destination AND any.kind = newest.kind)
FROM outbox AS newest WHERE case_id = ? AND NOT EXISTS (
  SELECT 1 FROM outbox AS later WHERE later.case_id = newest.case_id AND later.destination = newest.destination
    AND later.kind = newest.kind AND later.revision > newest.revision)
ORDER BY seq
"""
_SEEN = """
SELECT message, destination, kind FROM outbox JOIN delivery USING (seq, destination)
WHERE case_id = ? AND state <> 'skipped'
"""
_ATTEMPT = "INSERT INTO attempt (seq, number, at, outcome, code, detail) VALUES (?, ?, ?, ?, ?, ?)"
_TAKE_OVER = """
UPDATE delivery SET state = 'ready', next_at = min(next_at, :now), lease_token = lease_token + 1, changed_at = :now
WHERE state = 'leased' AND state IN ('ready', 'leased')
"""
_COUNT = """
SELECT count(*) FILTER (WHERE state <> 'held'), count(*) FROM delivery INDEXED BY delivery_blocking
WHERE state IN ('ready', 'leased', 'held')
"""
_RELAYED = "SELECT count(*) FROM delivery INDEXED BY delivery_relayed WHERE state = 'relayed'"
_OLDEST = """
SELECT created_at FROM delivery WHERE seq = (SELECT min(seq) FROM (
  SELECT min(seq) AS seq FROM delivery INDEXED BY delivery_due WHERE state IN ('ready', 'leased')
  UNION ALL SELECT min(seq) FROM delivery INDEXED BY delivery_relayed WHERE state = 'relayed'))
"""
_SOONEST = """
SELECT min(waiting.next_at) FROM delivery AS waiting INDEXED BY delivery_due
JOIN destination ON destination.name = waiting.destination
WHERE waiting.state IN ('ready', 'leased') AND destination.paused = 0
  AND (:destination = '' OR waiting.destination = :destination)
  AND (destination.ordered = 0 OR NOT EXISTS (
    SELECT 1 FROM delivery AS earlier INDEXED BY delivery_blocking
    WHERE earlier.destination = waiting.destination AND earlier.order_key = waiting.order_key
      AND earlier.seq < waiting.seq AND earlier.state = 'held' AND earlier.state IN ('ready', 'leased', 'held')))
"""
_LINES = """
SELECT message, case_id, outbox.destination, kind, state, attempts, delivery.created_at, next_at, last_code, receipt
FROM outbox JOIN delivery USING (seq) ORDER BY seq DESC LIMIT ?
"""


class SqlOutbox:
    """The Outbox port over an encrypted database. Any thread may call.

    `horizon`: no wait is longer; a `next_at` further ahead comes from a clock that was wrong, and counts as due.
    """

    def __init__(self, database: Database, *, horizon: dt.timedelta = HORIZON) -> None:
        self._database, self._vault, self._horizon = database, database.vault, horizon

    def accept(self, confirmation: Confirmation) -> None:
        """See Outbox. Raises SiteError, and Defect for a contradictory confirmation."""
        check(confirmation)
        self._database.demand_reserve()
        key = keys.new_key()
        sealed = [seal_parcel(self._vault, parcel, key=key) for parcel in confirmation.parcels]
        self._database.change(
            lambda sql: acceptance.accept(sql, self._vault, confirmation, key=key, sealed=sealed),
            from_reserve=False,
        )
        ring(self._database.folder)

    def knows(self, case: uuid.UUID) -> bool:
        """Whether a case has been confirmed. Raises SiteError."""
        return bool(self._database.read("SELECT 1 FROM cases WHERE id = ?", (str(case),)))

    def earlier(self, case: uuid.UUID) -> Sequence[Earlier]:
        """See Outbox; what was shredded is not there any more."""

        def work(sql: Sql) -> tuple[Earlier, ...]:
            key = keys.case_key(sql, self._vault, case=str(case))
            rows = [] if key is None else sql.execute(_EARLIER, (str(case),)).fetchall()
            opened = ((SealedParcel(*row[:9]).open(key or b""), row[9]) for row in rows)
            return _earlier(sql, [(parcel, bool(left)) for parcel, left in opened if parcel is not None])

        return self._database.look(work)

    def standing(self, case: uuid.UUID) -> Standing:
        """What was accepted of a case, with what no receiver can have seen, for taking it back. Raises SiteError."""

        def work(sql: Sql) -> Standing:
            never_sent = withdrawing.waiting(sql, str(case))
            rows = sql.execute(_SEEN, (str(case),)).fetchall()
            seen = {(place, kind) for message, place, kind in rows if uuid.UUID(message) not in never_sent}
            newest = (each.parcel for each in self.earlier(case))
            known = [(each, (each.destination, each.kind) in seen) for each in newest]
            return Standing(earlier=_earlier(sql, known, unseen=never_sent), never_sent=never_sent)

        return self._database.look(work)

    def claim(self, destination: str, *, now: dt.datetime, lease: dt.timedelta) -> Lease | None:
        """See Outbox: in the order of due time, then acceptance; earlier unfinished parcels of an order key go first.

        A parcel whose bytes are not what was accepted is held ("tampered") with an audit entry, and the next one is
        tried. A paused destination has nothing to claim. Raises SiteError.
        """
        at = micros(now)
        values = {"destination": destination, "now": at, "until": micros(now + min(lease, self._horizon))}
        spans = ((_EVER[0], at), (micros(now + self._horizon) + 1, _EVER[1]))
        return self._database.change(lambda sql: self._claim(sql, values, spans))

    def settle(self, lease: Lease, receipt: Receipt, *, now: dt.datetime) -> bool:
        """See Outbox."""
        state = standing(receipt)
        at = micros(now)
        values = {"state": state.value, "next_at": at, "code": "", "receipt": receipt.reference, "now": at}
        return self._finish(lease, values, outcome=state.value, detail="")

    def fail(self, lease: Lease, failed: DeliveryFailed, *, now: dt.datetime, retry_at: dt.datetime) -> bool:
        """See Outbox."""
        state = standing(failed)
        due = micros(min(retry_at, now + self._horizon))
        values = {"state": state.value, "next_at": due, "code": failed.code, "receipt": "", "now": micros(now)}
        return self._finish(lease, values, outcome=failed.failure.value, detail=failed.detail)

    def release(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        """See Outbox."""
        return self._decide(message, State.READY, audit)

    def skip(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        """See Outbox."""
        return self._decide(message, State.SKIPPED, audit)

    def count(self, now: dt.datetime) -> OutboxCount:
        """See Outbox; looks at unfinished parcels only."""
        pending, unfinished = self._database.read(_COUNT)[0]
        oldest = self._database.read(_OLDEST)
        age = max(0, micros(now) - oldest[0][0]) // 1_000_000 if oldest else 0
        relayed = self._database.read(_RELAYED)[0][0]
        return OutboxCount(pending=pending, held=unfinished - pending, relayed=relayed, oldest_seconds=age)

    def soonest(self, destination: str = "") -> dt.datetime | None:
        """When the next parcel is due, of all or of one destination. Raises SiteError.

        None: none waits, or all do for a person (held, paused).
        """
        due = self._database.look(lambda sql: sql.execute(_SOONEST, {"destination": destination}).fetchone()[0])
        return None if due is None else instant(due)

    def lines(self, limit: int = 200) -> Sequence[OutboxLine]:
        """See Outbox."""
        return tuple(_line(row) for row in self._database.read(_LINES, (limit,)))

    def take_over(self, relay: RelayLock, *, now: dt.datetime) -> int:
        """At start: make every claim a dead process left ready again; answers to them change nothing. Their number."""
        if not relay.held:
            raise Defect("leases may only be taken over by the process that relays")
        return self._database.change(lambda sql: sql.execute(_TAKE_OVER, {"now": micros(now)}).rowcount)

    def _claim(self, sql: Sql, values: Mapping[str, object], spans: Sequence[tuple[int, int]]) -> Lease | None:
        place = sql.execute(_PLACE, (values["destination"],)).fetchone()
        if place is None or place[1]:
            return None
        while row := _next(sql, {**values, "ordered": place[0]}, spans):
            seq, token, attempt, entry, asked = row
            parcel = self._open(sql, seq)
            if parcel is not None:
                noted = entries.named(sql, entry)
                return Lease(parcel=parcel, token=token, attempt=attempt, noted=noted, asked=asked)
            self._hold_tampered(sql, seq, at=int(str(values["now"])))
        return None

    def _open(self, sql: Sql, seq: int) -> Parcel | None:
        row = SealedParcel(*sql.execute(f"{acceptance.SELECT_SEALED} WHERE seq = ?", (seq,)).fetchone())
        key = keys.case_key(sql, self._vault, case=row.case)
        return None if key is None else row.open(key)

    def _hold_tampered(self, sql: Sql, seq: int, *, at: int) -> None:
        sql.execute(_HOLD, (TAMPERED, at, seq))
        case, message = sql.execute("SELECT case_id, message FROM outbox WHERE seq = ?", (seq,)).fetchone()
        entries.write(sql, (AuditEvent(at=instant(at), by="store", action=TAMPERED, case=case, detail=message),))

    def _finish(self, lease: Lease, values: Mapping[str, object], *, outcome: str, detail: str) -> bool:
        key = {"message": str(lease.parcel.message), "token": lease.token}

        def work(sql: Sql) -> bool:
            rows = sql.execute(_FINISH, {**values, **key}).fetchall()
            for seq, number in rows:
                sql.execute(_ATTEMPT, (seq, number, values["now"], outcome, values["code"], detail))
                entries.write(sql, noting.of_attempt(lease.parcel, values, outcome))
            return bool(rows)

        return self._database.change(work)

    def _decide(self, message: uuid.UUID, state: State, event: AuditEvent) -> bool:
        values = {"state": state.value, "now": micros(event.at), "message": str(message)}

        def work(sql: Sql) -> bool:
            changed = bool(sql.execute(_DECIDE, values).fetchall())
            if changed:
                entries.write(sql, (event,))
            return changed

        decided = self._database.change(work)
        ring(self._database.folder)
        return decided


def _earlier(
    sql: Sql, known: Sequence[tuple[Parcel, bool]], *, unseen: Collection[uuid.UUID] = ()
) -> tuple[Earlier, ...]:
    """Applications of one case, and which of them stand refused."""
    found = refusals(sql, str(known[0][0].case), unseen=unseen) if known else {}
    return tuple(
        Earlier(parcel=each, left=left, refused=found.get((each.destination, each.kind))) for each, left in known
    )


def _next(sql: Sql, values: Mapping[str, object], spans: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    for earliest, latest in spans:
        for row in sql.execute(_CLAIM, {**values, "earliest": earliest, "latest": latest}).fetchall():
            return tuple(row)
    return None


def _line(row: Sequence[object]) -> OutboxLine:
    message, case, destination, kind, state, attempts, created_at, next_at, last_code, receipt = row
    return OutboxLine(
        message=uuid.UUID(str(message)),
        case=uuid.UUID(str(case)),
        destination=str(destination),
        kind=str(kind),
        state=State(state),
        attempts=int(str(attempts)),
        created_at=instant(int(str(created_at))),
        next_at=instant(int(str(next_at))),
        last_code=str(last_code),
        receipt=str(receipt),
    )
