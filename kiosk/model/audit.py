"""監査記録: who did what, when - without personal data, chained so that a gap or a change shows."""

import hashlib
from datetime import datetime

from kiosk.model.base import Frozen


class AuditEvent(Frozen):
    """One entry: an action from a closed catalogue, case id, staff id; `detail` holds codes and counts only."""

    at: datetime
    by: str
    action: str
    case: str = ""
    detail: str = ""


def chain(previous: str, event: AuditEvent) -> str:
    """The hash of an entry: SHA-256 over the previous hash and the entry's canonical JSON, as hexadecimal."""
    return hashlib.sha256(previous.encode() + event.model_dump_json().encode()).hexdigest()
