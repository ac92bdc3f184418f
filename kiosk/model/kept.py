"""控え: a case as it was accepted, to be read again for a copy, a question or a correction."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid


@dataclass(frozen=True, slots=True)
class Face:
    """Who filed a case, for telling one case of a list from another; `others` are the further members."""

    name: str = ""
    birth: str = ""
    others: int = 0


@dataclass(frozen=True, slots=True)
class KeptCase:
    """What is kept of a confirmed case beside its parcels, sealed like them.

    `content` is the visit as it can be written down, `face` who filed it, `words` what it is found by
    (kiosk.flow.finding), `staff` who confirmed it. A correction has the next `revision`; the ones before stay.
    """

    content: bytes
    face: Face
    words: frozenset[str]
    staff: str
    revision: int = 1


class Sent(enum.Enum):
    """送付: how far the parcels of a confirmed case are; the worst of them. RELAYED: to a hub."""

    HELD = "held"
    WAITING = "waiting"
    RELAYED = "relayed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class GuideRow:
    """A row of a visit's 受付案内票: a procedure, its counter, and who has done it where and when (None: not yet).

    `gone`: it was done, and then a correction or the withdrawal of the case took it out of the visit.
    """

    procedure: str
    name: str
    place: str = ""
    at: datetime | None = None
    staff: str = ""
    desk: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class PastCase:
    """A confirmed case in a list; `event` are its purposes, divided by spaces. `face` stands there only where somebody
    has asked for it by name; `rows` are those of its guide. `desk` is where it was accepted, if that is another machine
    of the office: how far its parcels and its guide are is known there.
    """

    case: uuid.UUID
    slip: str
    event: str
    at: datetime
    staff: str
    revision: int
    sent: Sent
    withdrawn: bool = False
    face: Face | None = None
    rows: tuple[GuideRow, ...] = ()
    desk: str = ""

    @property
    def wanted(self) -> tuple[GuideRow, ...]:
        """The rows that are part of the visit."""
        return tuple(row for row in self.rows if not row.gone)

    @property
    def gone(self) -> tuple[GuideRow, ...]:
        """What was done for the visit and is no part of it any more."""
        return tuple(row for row in self.rows if row.gone)
