"""What the audit record keeps of deliveries: that something was taken outside, was refused, or may have been taken."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Failure, Parcel, State
from kiosk.store.instants import instant

_ACTIONS = {
    State.ACKNOWLEDGED.value: "deliver",
    State.DELIVERED.value: "deliver-unconfirmed",
    Failure.UNKNOWN_OUTCOME.value: "deliver-unknown",
    Failure.REFUSED.value: "hold",
    State.HELD.value: "hold",
    State.RELAYED.value: "relay",
}
"""An attempt that reached nobody is no entry: it stands among the attempts, and there may be thousands."""
_MOST = 160


def of_attempt(parcel: Parcel, values: Mapping[str, object], outcome: str) -> Iterator[AuditEvent]:
    """The entry of an attempt, if it is worth one: destination, procedure, revision, code or receipt."""
    said = (f"to={parcel.destination}", parcel.kind, f"r{parcel.revision}", values["code"], values["receipt"])
    at = instant(int(str(values["now"])))
    yield from of_change(outcome, by="courier", case=str(parcel.case), at=at, said=said)


def of_change(outcome: str, *, by: str, case: str, at: dt.datetime, said: Sequence[object]) -> Iterator[AuditEvent]:
    """The entry of what came of an attempt here or beyond a hub, if it is worth one."""
    action = _ACTIONS.get(outcome)
    if action is not None:
        detail = " ".join(str(part) for part in said if part)[:_MOST]
        yield AuditEvent(at=at, by=by, action=action, case=case, detail=detail)
