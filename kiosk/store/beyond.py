"""中継の先 on disk: what a hub has told about parcels that lie there, written once and in its order.

Up to where it was heard is written last: whoever dies before hears the same again, and it changes nothing. The mark
never goes back, and what is about an earlier time of asking changes nothing either.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.model.audit import AuditEvent
from kiosk.model.beyond import Beyond
from kiosk.model.parcel import State
from kiosk.store import entries, noting
from kiosk.store.bell import ring
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_HEARD = "SELECT heard FROM destination WHERE name = ?"
_MARK = "UPDATE destination SET heard = max(heard, ?) WHERE name = ?"
_WAITS = """
SELECT EXISTS (SELECT 1 FROM delivery INDEXED BY delivery_relayed WHERE destination = ? AND state = 'relayed')
  OR EXISTS (SELECT 1 FROM delivery INDEXED BY delivery_returned WHERE destination = ? AND returned = 1)
"""
_GONE = """
SELECT message FROM delivery INDEXED BY delivery_returned JOIN outbox USING (seq)
WHERE delivery.destination = ? AND returned = 1 AND state IN ('skipped', 'delivered', 'acknowledged')
"""
_OF = """
SELECT seq, case_id, kind, revision, state, last_code, attempts, asked FROM outbox JOIN delivery USING (seq)
WHERE message = ? AND delivery.destination = ?
"""
_RETURNED = "UPDATE delivery SET returned = ? WHERE seq = ?"
_STANDS = """
UPDATE delivery SET state = :state, last_code = :code, receipt = :receipt, attempts = :number, asked = :asked,
  lease_token = lease_token + 1, next_at = :now, changed_at = :now
WHERE seq = :seq
"""
_ATTEMPT = "INSERT INTO attempt (seq, number, at, outcome, code, detail) VALUES (?, ?, ?, ?, ?, ?)"
_AGAIN = """
UPDATE delivery SET state = 'ready', asked = asked + 1, next_at = :now, changed_at = :now
WHERE seq = :seq AND state IN ('held', 'relayed')
"""
_ARRIVED = {State.DELIVERED, State.ACKNOWLEDGED}
HUB = "hub"


@dataclass(frozen=True)
class _Here:
    """How a parcel stands in this store."""

    seq: int
    case: str
    kind: str
    revision: int
    state: State
    code: str
    attempts: int
    asked: int


class BeyondHub:
    """What is known of parcels that lie in a hub. Any thread may call; every method but `key` raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database, self._vault = database, database.vault

    def key(self, message: uuid.UUID) -> bytes:
        """The secret that what is said about a message is closed with for this store."""
        return self._vault.reply_key(str(message))

    def heard(self, destination: str) -> int:
        """Up to where the hub's news of a destination is written here; of the hub itself: its newest term."""
        rows = self._database.read(_HEARD, (destination,))
        return int(rows[0][0]) if rows else 0

    def gone(self, destination: str) -> tuple[uuid.UUID, ...]:
        """What the hub gave back, was let go here since or has arrived, and the hub does not know yet."""
        return tuple(uuid.UUID(row[0]) for row in self._database.read(_GONE, (destination,)))

    def waits(self, destination: str) -> bool:
        """Whether something of a destination lies in the hub, or was given back by it."""
        return bool(self._database.read(_WAITS, (destination, destination))[0][0])

    def remember(self, destination: str, mark: int) -> None:
        """All of the hub's news up to a number is written here; of the hub itself: that term was met."""
        if mark > self.heard(destination):
            self._database.change(lambda sql: sql.execute(_MARK, (mark, destination)).rowcount)

    def hear(self, destination: str, standings: Sequence[Beyond], *, now: dt.datetime) -> int:
        """Write down what is new; how many parcels stand otherwise than before."""
        if not standings:
            return 0
        changed = self._database.change(
            lambda sql: sum(_heard(sql, destination, said, now) for said in standings),
        )
        if any(said.wish for said in standings):
            ring(self._database.folder)
        return changed


def _heard(sql: Sql, destination: str, said: Beyond, now: dt.datetime) -> bool:
    row = sql.execute(_OF, (str(said.message), destination)).fetchone()
    if row is None:
        return False
    seq, case, kind, revision, state, code, attempts, asked = row
    here = _Here(seq, case, kind, revision, State(state), code, attempts, asked)
    if said.asked < here.asked:
        return False
    if said.state in {State.HELD, State.SKIPPED}:
        sql.execute(_RETURNED, (int(said.state is State.HELD), here.seq))
    if said.state is State.SKIPPED or (here.state is State.SKIPPED and said.state not in _ARRIVED):
        return False
    if here.state in _ARRIVED and said.state not in _ARRIVED:
        return False  # a hub that was put back; it goes on from there under the same message
    if said.wish:
        return _wished(sql, said, here, now)
    if (said.state, said.code) == (here.state, here.code):
        return False
    _stands(sql, said, here, destination, now)
    return True


def _stands(sql: Sql, said: Beyond, here: _Here, destination: str, now: dt.datetime) -> None:
    at, number = micros(min(said.at, now)), here.attempts + 1
    values = {"state": said.state.value, "code": said.code, "receipt": said.receipt, "number": number, "now": at}
    sql.execute(_STANDS, {**values, "asked": said.asked, "seq": here.seq})
    sql.execute(_ATTEMPT, (here.seq, number, at, said.state.value, said.code, said.detail))
    entries.write(sql, _entry(said, here, destination, instant(at)))


def _wished(sql: Sql, said: Beyond, here: _Here, now: dt.datetime) -> bool:
    """Who has the hub wants it sent once more: as if somebody had said so here."""
    if not sql.execute(_AGAIN, {"now": micros(now), "seq": here.seq}).rowcount:
        return False
    detail = f"{here.kind} {here.code} by={said.wish}"
    entries.write(sql, (AuditEvent(at=now, by=HUB, action="hold-release", case=here.case, detail=detail),))
    return True


def _entry(said: Beyond, here: _Here, destination: str, at: dt.datetime) -> Iterable[AuditEvent]:
    return noting.of_change(
        said.state.value,
        by=HUB,
        case=here.case,
        at=at,
        said=(f"to={destination}", here.kind, f"r{here.revision}", said.code, said.receipt),
    )
