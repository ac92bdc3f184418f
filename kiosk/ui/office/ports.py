"""What the office's pages need from outside, as a Protocol, and what they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.delivery.decide import Explained
    from kiosk.model.answer import AnswerLine, Charge
    from kiosk.model.base import Issue
    from kiosk.model.message import Message
    from kiosk.model.parcel import Passed


@dataclass(frozen=True, slots=True)
class Waiting:
    """A parcel that has not left: what it is called, where it goes, why it stands where it does, who sees to it, and
    what became of it so far.
    """

    explained: Explained
    title: str
    place: str
    charge: Charge | None = None
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True)
class SentBack:
    """An application that a receiver sent back: what it is called, by whom, how (補正, 却下), and who sees to it."""

    line: AnswerLine
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A destination, and whether staff have stopped it."""

    key: str
    name: str
    paused: bool


@dataclass(frozen=True, slots=True)
class SendingPage:
    """送付の管理: what has not left, held parcels first, and what was sent back, each with how many more there are than
    are shown; what came of the last decision. `two`: to let a parcel go takes two people here.
    """

    rows: tuple[Waiting, ...] = ()
    more: int = 0
    back: tuple[SentBack, ...] = ()
    more_back: int = 0
    stops: tuple[Stop, ...] = ()
    told: Message | None = None
    wrong: tuple[Issue, ...] = ()
    two: bool = False


class Sending(Protocol):
    """What staff may do about parcels that have not left; called on the courier's thread. All raise SiteError."""

    def look(self) -> SendingPage:
        """How it stands."""
        ...

    def release(self, message: UUID) -> SendingPage:
        """再送: send a held parcel again, or say what is still wrong with it."""
        ...

    def release_mended(self) -> SendingPage:
        """Send everything again that would be taken now."""
        ...

    def skip(self, message: UUID, reason: str, *, second: str = "") -> SendingPage:
        """見送り: never send it, for a reason that is kept; `second` is who else has looked and has proved it."""
        ...

    def vouch(self, message: UUID, reason: str) -> SendingPage:
        """届いている: a held parcel was seen at the receiver; what was seen is kept."""
        ...

    def own(self, message: UUID) -> SendingPage:
        """引き受ける: who is at the desk sees to a held parcel, or to what was sent back."""
        ...

    def pause(self, key: str, *, paused: bool) -> SendingPage:
        """Stop a destination or let it go on."""
        ...

    def hasten(self) -> SendingPage:
        """今すぐ送る: what waits for its next try is due now."""
        ...
