"""Coming and going at a desk: who is there, what the desk asks for, and what of it goes into the audit record.

A visit that is open when the desk is locked waits behind the lock: its clerk goes on with it, a colleague takes it
over, which is noted. Values alone; the glass follows them (kiosk.ui.staff).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.staff import Staff


class Stage(enum.Enum):
    """What the desk asks for: who is there, who the first administrator is, a PIN of one's own; nothing once open."""

    CLOSED = "closed"
    FOUNDING = "founding"
    RENEWING = "renewing"
    OPEN = "open"


class Why(enum.Enum):
    """Why a desk was locked: by hand, by nobody's touching it, because the staff card was taken away."""

    HAND = "hand"
    IDLE = "idle"
    CARD = "card"


@dataclass(frozen=True)
class Note:
    """What is written into the audit record: an action of the person at the desk, about a case or none."""

    action: str
    case: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Attendance:
    """`person` is at the desk, or was last; `entering` has still to choose a PIN. `by_card`: their card lies there."""

    stage: Stage = Stage.CLOSED
    person: Staff | None = None
    entering: Staff | None = None
    by_card: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody is at the desk and may see it."""
        return self.stage is Stage.OPEN


Turned = tuple[Attendance, tuple[Note, ...]]
"""The desk after something has happened, and what of it is noted."""


def begin(*, staffed: bool) -> Attendance:
    """The desk as it begins: it asks who is there, or in a place without staff who the first is to be."""
    return Attendance(Stage.CLOSED if staffed else Stage.FOUNDING)


def enter(at: Attendance, person: Staff, *, by_card: bool = False, case: str = "") -> Turned:
    """Somebody has signed in; `case` is the visit that is open behind the lock."""
    if person.renew:
        return replace(at, stage=Stage.RENEWING, entering=person, by_card=by_card), ()
    before = at.person
    taken = bool(case) and before is not None and before.number != person.number
    notes = (Note("take-over", case, f"from={before.number}"),) if taken and before is not None else ()
    return Attendance(Stage.OPEN, person, None, by_card), notes


def renewed(at: Attendance, *, case: str = "") -> Turned:
    """Whoever had a given PIN has chosen one of their own, and is in."""
    if at.entering is None:
        return at, ()
    return enter(at, at.entering.model_copy(update={"renew": False}), by_card=at.by_card, case=case)


def lock(at: Attendance, why: Why, *, case: str = "") -> Turned:
    """The desk is locked; what is locked already stays as it is, and who was still choosing a PIN has not come in."""
    if at.stage is Stage.RENEWING:
        return replace(at, stage=Stage.CLOSED, entering=None, by_card=False), ()
    if not at.open:
        return at, ()
    return replace(at, stage=Stage.CLOSED, by_card=False), (Note("lock", case, why.value),)
