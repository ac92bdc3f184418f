"""What the audit record keeps of deliveries: that something was taken outside, was refused, or may have been taken."""

from collections.abc import Iterator, Mapping

from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Failure, Parcel, State
from kiosk.store.instants import instant

_ACTIONS = {
    State.ACKNOWLEDGED.value: "deliver",
    State.DELIVERED.value: "deliver-unconfirmed",
    Failure.UNKNOWN_OUTCOME.value: "deliver-unknown",
    Failure.REFUSED.value: "hold",
}
"""An attempt that reached nobody is no entry: it stands among the attempts, and there may be thousands."""
_MOST = 160


def of_attempt(parcel: Parcel, values: Mapping[str, object], outcome: str) -> Iterator[AuditEvent]:
    """The entry of an attempt, if it is worth one: destination, procedure, revision, code or receipt."""
    action = _ACTIONS.get(outcome)
    if action is None:
        return
    said = (f"to={parcel.destination}", parcel.kind, f"r{parcel.revision}", values["code"], values["receipt"])
    detail = " ".join(str(part) for part in said if part)[:_MOST]
    at = instant(int(str(values["now"])))
    yield AuditEvent(at=at, by="courier", action=action, case=str(parcel.case), detail=detail)
