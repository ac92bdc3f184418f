"""The day of a place as a desk hears of it: what is parked and stopped, what was accepted, what a search has found."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid
    from datetime import date, datetime

    from kiosk.flow.pages import Notice
    from kiosk.model.answer import Charge
    from kiosk.model.kept import PastCase
    from kiosk.model.message import Refused
    from kiosk.model.verdict import Verdict


class Fate(enum.Enum):
    """What became of a visit that stopped: it was only parked, it is open at another window now, it stopped while its
    confirmation was written, or a resident has handed it in at a terminal. OVERTAKEN: it was being corrected, and
    another window corrected or withdrew it first. SILENT: open at another machine that is not heard of any more. APART:
    two machines have gone on with it, and somebody has to choose.
    """

    PARKED = "parked"
    ELSEWHERE = "elsewhere"
    HANDED_IN = "handed-in"
    NOT_ACCEPTED = "not-accepted"
    ACCEPTED = "accepted"
    OVERTAKEN = "overtaken"
    SILENT = "silent"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class ParkedVisit:
    """A line of the list of parked visits: no name, only what stands on the slip; `event` are its purposes, divided by
    spaces.

    `since` is when it was last kept, `staff` who has it or had it last, `note` what they left for the next desk.
    `theirs`: as another machine has it, beside the one of this machine.
    """

    case: uuid.UUID
    slip: str
    event: str
    fate: Fate = Fate.PARKED
    since: datetime | None = None
    staff: str = ""
    note: str = ""
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """An accepted case, of any day, that receivers sent back: what they say of it (each result once), in how many
    applications, since when, and who sees to it.
    """

    past: PastCase
    results: frozenset[Verdict]
    applications: int
    since: datetime
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """The visits that are parked now, how many drafts cannot be read (another version, tampered with), and what was
    accepted today. `answered` are cases of any day that receivers sent back. `data_of` is the day of the register of
    residents that is kept here (None: there is none), and `data_age` how many days ago that is.
    """

    visits: tuple[ParkedVisit, ...]
    unreadable: int = 0
    past: tuple[PastCase, ...] = ()
    answered: tuple[Answered, ...] = ()
    data_of: date | None = None
    data_age: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the newest first; `refused` where it cannot be looked for or no visit has that number.

    `said` is what has come of a scan or a press, and what must be known of the case that was found.
    """

    cases: tuple[PastCase, ...] = ()
    refused: Refused | None = None
    said: Notice | None = None
