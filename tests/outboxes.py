"""Parcels, confirmations and decisions for the stories about the outbox; all data invented."""

import datetime as dt
import uuid

from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Attachment, DeliveryFailed, Failure, Lease, Parcel, State, message_id
from kiosk.store.outbox import SqlOutbox

LEASE = dt.timedelta(seconds=30)
PAPER = Attachment(name="転入届.pdf", media_type="application/pdf", content=b"%PDF\x00\xff\n\n", sha256="0" * 64)
UNREACHABLE = DeliveryFailed(failure=Failure.UNREACHABLE, code="timeout")
REFUSED = DeliveryFailed(failure=Failure.REFUSED, code="http-422", detail="schema")


def parcel(case: uuid.UUID, kind: str, *, order_key: str = "p1", to: str = "hall", revision: int = 1) -> Parcel:
    return Parcel(
        message=message_id(case, to, kind, revision),
        case=case,
        destination=to,
        kind=kind,
        revision=revision,
        order_key=order_key,
        schema_version="1",
        record=f'{{"氏名":"架空 花子","種類":"{kind}"}}'.encode(),
        attachments=(PAPER, PAPER),
    )


def confirmation(clock: FixedClock, *parcels: Parcel) -> Confirmation:
    case = parcels[0].case
    entry = AuditEvent(at=clock.now(), by="c1", action="confirmed", case=str(case), detail=str(len(parcels)))
    return Confirmation(case=case, slip="A-1", event="move", at=clock.now(), parcels=parcels, audit=(entry,))


def accept(outbox: SqlOutbox, clock: FixedClock, *kinds: str, order_key: str = "p1") -> tuple[Parcel, ...]:
    case = clock.new_id()
    parcels = tuple(parcel(case, kind, order_key=order_key) for kind in kinds)
    outbox.accept(confirmation(clock, *parcels))
    return parcels


def claim(outbox: SqlOutbox, clock: FixedClock, *, to: str = "hall") -> Lease:
    lease = outbox.claim(to, now=clock.now(), lease=LEASE)
    assert lease is not None
    return lease


def nothing_to_claim(outbox: SqlOutbox, clock: FixedClock) -> bool:
    return outbox.claim("hall", now=clock.now(), lease=LEASE) is None


def decision(clock: FixedClock, action: str) -> AuditEvent:
    return AuditEvent(at=clock.now(), by="c1", action=action, detail="reason-3")


def states(outbox: SqlOutbox) -> dict[str, State]:
    return {line.kind: line.state for line in outbox.lines()}
