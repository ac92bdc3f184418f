"""What the office's pages of days need from outside, as a Protocol, and what they are shown: numbers, never a name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.model.base import Issue
    from kiosk.model.message import Message


@dataclass(frozen=True, slots=True)
class Receiver:
    """A destination by its key and what people call it; `hub`: what lies between here and it can be asked."""

    key: str
    name: str
    hub: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """突合 of a destination over the days from `since` to `until`, both with; `received` is the folder or file that
    says what the receiver has (empty: only the hub is asked).
    """

    key: str
    since: dt.date
    until: dt.date
    received: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """An application that one side lacks. `at_hub`: the hub lacks it, too; `erased`: it cannot leave once more."""

    slip: str
    title: str
    message: str
    at_hub: bool = False
    erased: bool = False


@dataclass(frozen=True, slots=True)
class BothSides:
    """How many have left (of that `relayed` to a hub; None: there is none), what is lost, what is at the receiver and
    nobody here sent, which slips the hub has otherwise; `away`: the hub did not answer.
    """

    asked: Asked
    name: str
    left: int
    relayed: int | None = None
    lost: tuple[Lost, ...] = ()
    unknown: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    away: bool = False


@dataclass(frozen=True, slots=True)
class ComparePage:
    """突合: what was found (None: nothing was compared yet), what came of the last decision, what is wrong with it."""

    receivers: tuple[Receiver, ...]
    today: dt.date
    found: BothSides | None = None
    told: Message | None = None
    wrong: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Alone:
    """Something that failed and that nobody has taken on."""

    message: UUID
    slip: str
    title: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class DayPage:
    """日計簿 of a day: rows of what, of which kind and how many; what nobody has taken on; who closed it (staff
    numbers), how many have not left yet, and where the audit record stood in the evening.
    """

    day: dt.date
    today: dt.date
    rows: tuple[tuple[str, str, str], ...]
    alone: tuple[Alone, ...] = ()
    closed: tuple[str, ...] = ()
    waiting: int = 0
    head: str = ""
    told: Message | None = None
    wrong: tuple[Issue, ...] = ()


class Books(Protocol):
    """What the office looks up and decides about days; called on the store's thread. All raise SiteError."""

    def offer(self) -> ComparePage:
        """Which destinations there are to compare with."""
        ...

    def compare(self, asked: Asked) -> ComparePage:
        """突合: both sides."""
        ...

    def resend(self, asked: Asked, why: str) -> ComparePage:
        """Let what one side lacks leave once more, for a reason that is kept."""
        ...

    def print_compared(self, asked: Asked) -> ComparePage:
        """Print how both sides stand."""
        ...

    def day(self, day: dt.date | None) -> DayPage:
        """日計簿 of a day; None: of today."""
        ...

    def own(self, day: dt.date, message: UUID) -> DayPage:
        """引き受ける: who is at the desk sees to what failed."""
        ...

    def close(self, day: dt.date) -> DayPage:
        """締める: note it and print the page; refused while somebody must still take something on."""
        ...

    def print_day(self, day: dt.date) -> DayPage:
        """Print the page."""
        ...

    def verify(self, day: dt.date) -> DayPage:
        """Read the whole audit record and say whether it is whole."""
        ...
