"""What the designer's page of releases needs from outside: what was in force when, and how to take one back."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from kiosk.model.base import Issue


class Standing(enum.Enum):
    """Where a release stands today."""

    COMING = "coming"
    IN_FORCE = "in-force"
    PAST = "past"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Released:
    """A release: from which day on, who made and approved it, and of an earlier one (`again`) that it came back.

    `wrong` says why the list of a release cannot be read; nothing else is known of it then.
    """

    name: str
    begins: dt.date
    standing: Standing
    why: str = ""
    made_by: str = ""
    made_at: dt.datetime | None = None
    approved_by: str = ""
    again: str = ""
    accepted: int = 0
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases of a place, the newest first, as of today."""

    today: dt.date
    releases: tuple[Released, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What counters run on when a release is taken back to: `instead_of` on that day, and what `follows` it anyway.

    `changes` are the files that are other then, each with + (comes), - (goes) or * (changes).
    """

    instead_of: str
    changes: tuple[tuple[str, str], ...] = ()
    follows: tuple[Released, ...] = ()


class Shelving(Protocol):
    """The releases of a place. Everything runs on the thread of the jobs and may raise SiteError."""

    def shelf(self) -> Shelf:
        """What was, is and will be in force."""
        ...

    def outlook(self, name: str, day: dt.date) -> Outlook | tuple[Issue, ...]:
        """What comes of taking back to a release from a day on."""
        ...

    def take_back(self, name: str, *, day: dt.date, why: str, number: str, pin: str) -> str | tuple[Issue, ...]:
        """Put the files of an earlier release in force once more; the name of the release that says so.

        `number` and `pin` are of somebody who may approve.
        """
        ...
