"""What the delivery needs from outside, as Protocols; bootstrap gives the real ones, tests give fakes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from kiosk.model.audit import AuditEvent
from kiosk.model.base import Frozen
from kiosk.model.follow_up import FollowUp
from kiosk.model.kept import GuideRow, KeptCase
from kiosk.model.parcel import DeliveryFailed, Lease, OutboxCount, OutboxLine, Parcel, Receipt


class Confirmation(Frozen):
    """Everything that one confirmation writes in one transaction: parcels, audit entries and the case's new state.

    `later` is what the visit leaves to be done another day, `kept` the case as it stands, `guide` the rows of its
    guide. Of a case that is withdrawn `never_sent` are the parcels that wait here and no receiver can have seen; None
    of any other.
    """

    case: uuid.UUID
    slip: str
    event: str
    at: dt.datetime
    parcels: tuple[Parcel, ...]
    audit: tuple[AuditEvent, ...]
    later: tuple[FollowUp, ...] = ()
    kept: KeptCase | None = None
    guide: tuple[GuideRow, ...] = ()
    never_sent: frozenset[uuid.UUID] | None = None


class Waiting(Protocol):
    """What waits for a courier, in this machine's store or in a hub."""

    def claim(self, destination: str, *, now: dt.datetime, lease: dt.timedelta) -> Lease | None:
        """The next due parcel of a destination that no earlier held parcel of the same order key blocks."""
        ...

    def settle(self, lease: Lease, receipt: Receipt, *, now: dt.datetime) -> bool:
        """Record a receipt; False when the lease was taken over meanwhile (nothing changed)."""
        ...

    def fail(self, lease: Lease, failed: DeliveryFailed, *, now: dt.datetime, retry_at: dt.datetime) -> bool:
        """Record a failed attempt: ready again at `retry_at`, or held when REFUSED; False as in settle."""
        ...

    def count(self, now: dt.datetime) -> OutboxCount:
        """Pending and held parcels."""
        ...


class Outbox(Waiting, Protocol):
    """送付待ち. All times are given by the caller; the store owns no clock."""

    def accept(self, confirmation: Confirmation) -> None:
        """Write all or nothing, durably; the same confirmation again changes nothing. Raises SiteError."""
        ...

    def release(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        """再送: held → ready now."""
        ...

    def skip(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        """見送り: held → skipped, the reason is in the audit entry."""
        ...

    def lines(self, limit: int = 200) -> Sequence[OutboxLine]:
        """The newest rows."""
        ...


@runtime_checkable
class Batching(Protocol):
    """A destination that takes up to `most` parcels at once; none of them has to wait for another."""

    most: int

    def deliver_all(self, parcels: Sequence[Parcel]) -> Sequence[Receipt | DeliveryFailed]:
        """An answer for each parcel, in their order; as Destination.deliver."""
        ...


class Destination(Protocol):
    """送付先: takes a parcel and answers with a receipt or a classified failure; never raises for the outside world."""

    name: str

    def look(self) -> DeliveryFailed | None:
        """What hinders every parcel now (away, not the right place); None when one may be tried."""
        ...

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Deliver; the same parcel again must not appear twice."""
        ...
