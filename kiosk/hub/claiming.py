"""送付待ち in the hub: the courier's side of it, with PostgreSQL in the place of the machine's own store.

A claim is one statement with a fence token (FOR UPDATE SKIP LOCKED), its times the server's: couriers on several
machines share no clock. No courier remembers how far it came: rows become visible in another order than their numbers.
Whoever waits is told by NOTIFY, and looks once a second besides. A hub that is away is nothing to claim, and told.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kiosk.hub.envelope import close_note, unseal_with_key
from kiosk.hub.link import Address, HubTrouble, Link, opened
from kiosk.hub.safety import demand_safe, house
from kiosk.hub.telling import TAMPERED, note_of
from kiosk.model.parcel import DeliveryFailed, Lease, OutboxCount, Parcel, Receipt, State, standing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Sequence

    from pyrage import x25519

T = TypeVar("T")
CHANNEL = "kiosk_parcel"
HORIZON = dt.timedelta(hours=1)

# Materialized: a plan that looked for the due one anew for each row would claim several.
_CLAIM = """
WITH due AS MATERIALIZED (
  SELECT seq FROM kiosk.delivery AS candidate
  WHERE office = (SELECT kiosk.office()) AND destination = $1 AND state IN ('ready', 'leased') AND next_at <= now()
    AND NOT EXISTS (
      SELECT 1 FROM kiosk.delivery AS earlier
      WHERE earlier.office = candidate.office AND earlier.destination = candidate.destination
        AND earlier.order_key = candidate.order_key AND earlier.seq < candidate.seq
        AND earlier.state IN ('ready', 'leased', 'held', 'returned'))
  ORDER BY next_at, seq LIMIT 1 FOR UPDATE SKIP LOCKED)
UPDATE kiosk.delivery AS mine SET state = 'leased', attempts = attempts + 1, lease_token = lease_token + 1,
  next_at = now() + $2, changed_at = now()
FROM due WHERE mine.seq = due.seq RETURNING mine.seq, mine.lease_token, mine.attempts
"""
_BODY = "SELECT message, destination, sha256, body FROM kiosk.parcel WHERE seq = $1"
_FINISH = """
UPDATE kiosk.delivery SET state = $3, next_at = now() + $4, last_code = $5, note = $6, changed_at = now()
WHERE seq = (SELECT seq FROM kiosk.parcel WHERE message = $1) AND state = 'leased' AND lease_token = $2 RETURNING seq
"""
_HOLD = "UPDATE kiosk.delivery SET state = 'held', last_code = $2, changed_at = now() WHERE seq = $1"
_DUE = """
SELECT EXISTS (SELECT 1 FROM kiosk.delivery
  WHERE office = (SELECT kiosk.office()) AND state IN ('ready', 'leased') AND next_at <= now()) AS due
"""
_COUNT = """
SELECT count(*) FILTER (WHERE state <> 'held') AS pending, count(*) FILTER (WHERE state = 'held') AS held,
  coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state <> 'held')), 0)::bigint AS seconds
FROM kiosk.delivery WHERE office = (SELECT kiosk.office()) AND state IN ('ready', 'leased', 'held')
"""


@dataclass
class HubOutbox:
    """What waits in the hub for this courier's office. `keys` are the city's secret keys. Any thread may call.

    How each attempt ends is left there for the machine that brought the parcel, in words that it alone opens. `met`
    hears the hub's term at each connection. `trouble` is why the hub cannot be asked now. One connection is kept as
    long as it holds.
    """

    address: Callable[[], Address]
    keys: Sequence[x25519.Identity]
    met: Callable[[int], None] = lambda _: None
    trouble: HubTrouble | None = None
    _open: contextlib.ExitStack | None = None
    _link: Link | None = None
    _alone: threading.Lock = field(default_factory=threading.Lock)
    _closers: dict[uuid.UUID, bytes] = field(default_factory=dict, repr=False)

    def claim(self, destination: str, *, now: dt.datetime, lease: dt.timedelta) -> Lease | None:  # noqa: ARG002
        """See Waiting; None as well while the hub is away. What cannot be opened is held ("tampered")."""
        found = self.asked(lambda link: _claimed(link, destination, lease, self.keys), None)
        if found is None:
            return None
        self._closers[found[0].parcel.message] = found[1]
        return found[0]

    def settle(self, lease: Lease, receipt: Receipt, *, now: dt.datetime) -> bool:  # noqa: ARG002 - the server's time
        """See Waiting."""
        return self._finish(lease, standing(receipt), dt.timedelta(), "", note_of(receipt=receipt.reference))

    def fail(self, lease: Lease, failed: DeliveryFailed, *, now: dt.datetime, retry_at: dt.datetime) -> bool:
        """See Waiting."""
        wait = min(retry_at - now, HORIZON)
        return self._finish(lease, standing(failed), wait, failed.code, note_of(detail=failed.detail))

    def count(self, now: dt.datetime) -> OutboxCount:  # noqa: ARG002 - the server's time
        """See Waiting; nothing while the hub is away."""
        row = self.asked(lambda link: link.one(_COUNT), None)
        if row is None:
            return OutboxCount()
        return OutboxCount(pending=row["pending"], held=row["held"], oldest_seconds=max(0, row["seconds"]))

    def close(self) -> None:
        """Give the connection up."""
        with self._alone:
            self._drop()

    def _finish(self, lease: Lease, state: State, wait: dt.timedelta, code: str, said: bytes) -> bool:
        """Where the hub is away the claim runs out, and the same message is delivered anew: it is known there."""
        message = lease.parcel.message
        note = close_note(self._closers.pop(message, b""), said, about=message)
        values = (message, lease.token, state.value, wait, code, note)
        return bool(self.asked(lambda link: link.rows(_FINISH, *values), []))

    def asked(self, work: Callable[[Link], T], otherwise: T) -> T:
        """What comes of a question to the hub by the courier's own connection; `otherwise` while it is away."""
        with self._alone:
            try:
                done = work(self._linked())
            except HubTrouble as error:
                self.trouble = error
                self._drop()
                return otherwise
            self.trouble = None
            return done

    def _linked(self) -> Link:
        if self._link is None:
            self._open = contextlib.ExitStack()
            self._link = self._open.enter_context(opened(self.address()))
            demand_safe(self._link)
            house(self._link)
            self.met(self._link.term)
        return self._link

    def _drop(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = self._link = None


def listen(address: Callable[[], Address], ring: Callable[[], None], stopped: Callable[[], bool], poll: float) -> None:
    """Ring whenever something arrives in the hub or is due there, until it is stopped; looks every `poll` seconds."""
    quiet = threading.Event()
    while not stopped():
        try:
            with opened(address()) as link:
                bell = asyncio.Event()
                link.listen(CHANNEL, bell)
                while not stopped():
                    if link.one(_DUE)["due"]:
                        ring()
                    link.wait(bell, poll)
        except HubTrouble:
            quiet.wait(poll)


def _claimed(
    link: Link, destination: str, lease: dt.timedelta, keys: Sequence[x25519.Identity]
) -> tuple[Lease, bytes] | None:
    """A claim, and the key for what is said about its parcel."""
    while row := link.one(_CLAIM, destination, min(lease, HORIZON)):
        found = _opened(link, row["seq"], keys)
        if found is not None:
            parcel, key = found
            claim = Lease(parcel=parcel, token=row["lease_token"], attempt=row["attempts"], noted=parcel.noted)
            return claim, key
        link.rows(_HOLD, row["seq"], TAMPERED)
    return None


def _opened(link: Link, seq: int, keys: Sequence[x25519.Identity]) -> tuple[Parcel, bytes] | None:
    """The parcel, unless what stands outside on it is not what is inside."""
    row = link.one(_BODY, seq)
    found = unseal_with_key(row["body"], row["sha256"], keys)
    ours = found is not None and (found[0].message, found[0].destination) == (row["message"], row["destination"])
    return found if ours else None
