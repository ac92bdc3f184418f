"""突合: what left on a day beside what the receiver says that it has; what is missing there can be sent once more."""

import datetime as dt
import json
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from kiosk.flow.clock import TOKYO
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Parcel
from kiosk.store import acceptance, entries, keys
from kiosk.store.bell import ring
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros
from kiosk.store.sealing import SealedParcel

_SENT = f"{acceptance.SELECT_SEALED} WHERE message = ?"
_ENTRY = "SELECT entry FROM delivery JOIN outbox USING (seq) WHERE message = ?"
_LEFT = """
SELECT message, slip, delivery.destination, kind, delivery.receipt,
  EXISTS (SELECT 1 FROM case_key WHERE case_key.case_id = outbox.case_id),
  EXISTS (SELECT 1 FROM newest_answer WHERE newest_answer.seq = outbox.seq AND result = '却下'),
  delivery.state = 'relayed'
FROM delivery JOIN outbox USING (seq) JOIN cases ON cases.id = outbox.case_id
WHERE delivery.destination = :destination AND delivery.state IN ('relayed', 'delivered', 'acknowledged')
  AND delivery.changed_at >= :since AND delivery.changed_at < :until ORDER BY seq
"""
_KNOWN = "SELECT message FROM outbox WHERE message IN (SELECT value FROM json_each(?))"
_AGAIN = """
UPDATE delivery SET state = 'ready', asked = asked + 1, next_at = :now, changed_at = :now
WHERE state IN ('relayed', 'delivered', 'acknowledged') AND seq IN (
  SELECT seq FROM outbox WHERE message IN (SELECT value FROM json_each(:messages))
    AND EXISTS (SELECT 1 FROM case_key WHERE case_key.case_id = outbox.case_id)
    AND NOT EXISTS (SELECT 1 FROM newest_answer WHERE newest_answer.seq = outbox.seq AND result = '却下'))
"""


@dataclass(frozen=True)
class Left:
    """A parcel that a receiver took: its receipt, whether it can still be read (it was not erased), and whether the
    receiver refused it since (却下): that never leaves again by itself. `relayed`: only a hub took it so far.
    """

    message: uuid.UUID
    slip: str
    destination: str
    kind: str
    receipt: str
    readable: bool
    refused: bool = False
    relayed: bool = False


@dataclass(frozen=True)
class Reconciled:
    """Both sides: what left (of that, what lies in a hub), what of it the receiver has not, and what the receiver has
    that never was ours.
    """

    left: tuple[Left, ...]
    relayed: tuple[Left, ...]
    missing: tuple[Left, ...]
    unknown: tuple[str, ...]


class Reconciling:
    """Compares and sends once more. Every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def compare(self, destination: str, since: dt.date, until: dt.date, received: Collection[str]) -> Reconciled:
        """The days in Japan from `since` to `until`, both with; `received` are the messages that the receiver has."""
        moments = (dt.datetime.combine(day, dt.time(), TOKYO) for day in (since, until + dt.timedelta(days=1)))
        first, end = map(micros, moments)
        values = {"destination": destination, "since": first, "until": end}

        def work(sql: Sql) -> Reconciled:
            left = tuple(
                Left(uuid.UUID(message), slip, place, kind, receipt, *map(bool, flags))
                for message, slip, place, kind, receipt, *flags in sql.execute(_LEFT, values).fetchall()
            )
            arrived = tuple(each for each in left if not each.relayed)
            relayed = tuple(each for each in left if each.relayed)
            ours = {row[0] for row in sql.execute(_KNOWN, (json.dumps(sorted(received)),)).fetchall()}
            missing = tuple(each for each in arrived if str(each.message) not in received and not each.refused)
            return Reconciled(arrived, relayed, missing, tuple(sorted({*received} - ours)))

        return self._database.look(work)

    def parcel(self, message: uuid.UUID) -> Parcel | None:
        """A parcel as it left; None where it was erased."""

        def work(sql: Sql) -> Parcel | None:
            row = SealedParcel(*sql.execute(_SENT, (str(message),)).fetchone())
            key = keys.case_key(sql, self._database.vault, case=row.case)
            found = row.open(key) if key is not None else None
            if found is None:
                return None
            entry = sql.execute(_ENTRY, (str(message),)).fetchone()[0]
            return found.model_copy(update={"noted": entries.named(sql, entry)})

        return self._database.look(work)

    def resend(self, messages: Collection[uuid.UUID], *, event: AuditEvent) -> int:
        """Let parcels leave once more under the same numbers; how many (what was erased, or refused, does not)."""
        values = {"now": micros(event.at), "messages": json.dumps(sorted(map(str, messages)))}

        def work(sql: Sql) -> int:
            count = sql.execute(_AGAIN, values).rowcount
            if count:
                detail = f"parcels={count} {event.detail}"
                entries.write(sql, (event.model_copy(update={"detail": detail}),))
            return count

        count = self._database.change(work)
        ring(self._database.folder)
        return count
