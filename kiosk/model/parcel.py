"""送付物: what leaves the counter, and where it stands on its way."""

import enum
import uuid
from datetime import datetime
from typing import assert_never

from pydantic import Field

from kiosk.model.base import Frozen, Issue

NAMESPACE = uuid.UUID("6f1c7a52-1f0e-5d2b-9a36-0d6a8b0c4e11")

PACKET, FIELDS = "packet.pdf", "fields.pdf"
"""The attachment with all papers as they are printed and kept, and the one with those that stay open for changes."""


class Attachment(Frozen):
    """A file that travels with a record; `sha256` is of `content`."""

    name: str
    media_type: str
    content: bytes
    sha256: str


class Parcel(Frozen):
    """One application for one destination. `record` is the canonical JSON record (UTF-8), the rest is rendered from it.

    `message` is UUIDv5(case, destination, kind, revision): idempotency key, file name and primary key. `noted` is the
    entry of the audit record that its acceptance ended with ("1234:<seal>"), `asked` how often a person has had it sent
    once more; only a parcel that leaves knows them.
    """

    message: uuid.UUID
    case: uuid.UUID
    destination: str
    kind: str
    revision: int = 1
    order_key: str
    schema_version: str
    record: bytes
    attachments: tuple[Attachment, ...] = ()
    noted: str = ""
    asked: int = 0


class Processing(enum.Enum):
    """処理区分 of a record: filed for the first time, corrected, withdrawn."""

    NEW = "0"
    CORRECTED = "1"
    WITHDRAWN = "2"


class Refusal(Frozen):
    """却下 of an application: which revision the receiver refused, and its own number of the refusal, if it gave one.

    `answer` is the digest by which the store knows the answer.
    """

    revision: int
    number: str = ""
    answer: str = ""


class Earlier(Frozen):
    """The newest revision of an application that was accepted; `left`: the receiver has it, or will before any later
    one (it is not held or skipped). `refused`: the last that left was refused, and nothing has left since.
    """

    parcel: Parcel
    left: bool
    refused: Refusal | None = None


class Standing(Frozen):
    """What was accepted of a case: the newest revision of each application, and the parcels that no receiver can have
    seen. `left` of an application: somebody may have it.
    """

    earlier: tuple[Earlier, ...]
    never_sent: frozenset[uuid.UUID]


def message_id(case: uuid.UUID, destination: str, kind: str, revision: int = 1) -> uuid.UUID:
    """The same application sent again has the same id."""
    return uuid.uuid5(NAMESPACE, f"{case}/{destination}/{kind}/{revision}")


class State(enum.Enum):
    """Where a parcel stands; there is no "sending" that a crash could leave as a lie.

    RELAYED: the hub has it, and its receiver has not.
    """

    READY = "ready"
    LEASED = "leased"
    HELD = "held"
    RELAYED = "relayed"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    SKIPPED = "skipped"


class Lease(Frozen):
    """A claim on a parcel that expires; an answer with an old token changes nothing. `noted` and `asked` as a parcel
    knows them.
    """

    parcel: Parcel
    token: int
    attempt: int
    noted: str = ""
    asked: int = 0


class Failure(enum.Enum):
    """The three ways a delivery fails: wait and retry, hold for a person, repeat only with the same key."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    UNKNOWN_OUTCOME = "unknown_outcome"


class Receipt(Frozen):
    """受領: the destination's own acknowledgement (for a folder, the digest it read back); `relayed`: a hub's."""

    reference: str
    acknowledged: bool
    relayed: bool = False


class DeliveryFailed(Frozen):
    """A delivery that did not happen: its class and a staff code; never personal data.

    `after` is how many seconds the receiver asked to be left alone.
    """

    failure: Failure
    code: str
    detail: str = ""
    after: float = Field(default=0.0, ge=0, le=86_400)


def standing(answer: Receipt | DeliveryFailed) -> State:
    """Where a parcel stands after an answer: what may still arrive is tried again, a refusal is for a person."""
    if isinstance(answer, Receipt) and answer.relayed:
        return State.RELAYED
    if isinstance(answer, Receipt):
        return State.ACKNOWLEDGED if answer.acknowledged else State.DELIVERED
    match answer.failure:
        case Failure.UNREACHABLE | Failure.UNKNOWN_OUTCOME:
            return State.READY
        case Failure.REFUSED:
            return State.HELD
    assert_never(answer.failure)


UNSEEN = frozenset({"D39"})
"""Codes of held parcels that may be there although no machine can say so: somebody looks for the paper."""


class OutboxLine(Frozen):
    """One row of the outbox as staff see it."""

    message: uuid.UUID
    case: uuid.UUID
    destination: str
    kind: str
    state: State
    attempts: int
    created_at: datetime
    next_at: datetime
    last_code: str = ""
    receipt: str = ""


class Unsent(Frozen):
    """A parcel that has not left yet, as staff see it: never what is in it.

    `place` is the destination's name for people; `since` when it came to stand as it does; `code` and `detail` what
    came of the last attempt; `behind`: it waits for an earlier one of its case that is held.
    """

    message: uuid.UUID
    case: uuid.UUID
    slip: str
    destination: str
    place: str
    kind: str
    state: State
    attempts: int
    created_at: datetime
    since: datetime
    next_at: datetime
    code: str = ""
    detail: str = ""
    behind: bool = False


class Passed(Frozen):
    """One thing that became of a parcel: when (UTC), what by a short name (an attempt's outcome, or an action of the
    audit record), by whom where somebody decided it, with an attempt's code and detail. Never what is in it.
    """

    at: datetime
    what: str
    by: str = ""
    code: str = ""
    detail: str = ""


class Cause(enum.Enum):
    """Why a parcel is held: the city's settings, what was said in the visit, the receiver, the store, a bug of ours."""

    SETTINGS = "settings"
    CONTENT = "content"
    DESTINATION = "destination"
    STORED = "stored"
    PROGRAM = "program"


class Faults(Frozen):
    """What a receiver would refuse about a record: because of the city's settings, or of what the visit said."""

    settings: tuple[Issue, ...] = ()
    content: tuple[Issue, ...] = ()

    @property
    def every(self) -> tuple[Issue, ...]:
        """All of it."""
        return self.settings + self.content


class OutboxCount(Frozen):
    """送付待ち at a glance: pending parcels, held ones, those that lie in a hub, and for how many seconds the oldest
    that is pending or in a hub has been on its way.
    """

    pending: int = 0
    held: int = 0
    relayed: int = 0
    oldest_seconds: int = 0
