"""What the designer's last page needs from outside: how far a draft is on its way to the counters."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from kiosk.model.base import Issue


class Stage(enum.Enum):
    """How far a draft is: not tried (or changed since), wrong, differing, to be approved, approved."""

    UNTRIED = "untried"
    WRONG = "wrong"
    DIFFERING = "differing"
    READY = "ready"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Differing:
    """An invented resident for whom something comes out otherwise; what is `wrong` cannot be accepted, but
    may be expected from now on.
    """

    person: str
    title: str
    lines: tuple[str, ...]
    wrong: bool = False
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """`changes` are the files that are other than those in use, each with + (new), - (gone) or * (changed)."""

    stage: Stage
    changes: tuple[tuple[str, str], ...] = ()
    issues: tuple[str, ...] = ()
    played: int = 0
    differing: tuple[Differing, ...] = ()
    approved_by: str = ""


class Gating(Protocol):
    """The way of a draft through the gate. Everything runs on the thread of the jobs and may raise SiteError."""

    def stand(self) -> Stand:
        """How far it is."""
        ...

    def try_all(self, advanced: Callable[[int, int], None]) -> Stand | tuple[Issue, ...]:
        """Examine every file, then play everybody's visit with and without the change."""
        ...

    def accept(self, people: Sequence[str], reason: str) -> Stand | tuple[Issue, ...]:
        """What comes out otherwise for these is meant so."""
        ...

    def expect(self, people: Sequence[str], reason: str) -> Stand | tuple[Issue, ...]:
        """What was expected of these in vain is not meant any more: they expect what comes. Then all is tried again."""
        ...

    def approve(self, number: str, pin: str) -> Stand | tuple[Issue, ...]:
        """Somebody else of the staff lets it go."""
        ...

    def release(self, day: dt.date) -> str | tuple[Issue, ...]:
        """Put it in force from a day on; the name of the release. The draft is gone then."""
        ...
