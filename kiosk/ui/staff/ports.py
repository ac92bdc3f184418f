"""What the door of a desk needs from outside, as Protocols."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.flow.attendance import Note
    from kiosk.model.message import Message
    from kiosk.model.staff import SignIn, Staff
    from kiosk.ui.ports import CardSample


class Entrance(Protocol):
    """Who may come in. Called on the store's thread, where nothing else is said; what was typed is given as it is.

    Everything raises SiteError.
    """

    def staffed(self) -> bool:
        """Whether this place has staff yet."""
        ...

    def by_number(self, number: str, pin: str) -> SignIn | Message:
        """A number and a PIN; a Message where one of them cannot be one."""
        ...

    def by_card(self, identifier: str) -> SignIn:
        """A staff card, by what it says of itself."""
        ...

    def found(self, name: str, number: str, pins: tuple[str, str]) -> Staff | Message:
        """Make the first administrator, or say what is wrong."""
        ...

    def renew(self, person: Staff, pins: tuple[str, str], *, before: str) -> Message | None:
        """The PIN that somebody chooses in place of the given one, typed twice."""
        ...

    def note(self, note: Note) -> None:
        """Write into the audit record what the person at the desk did."""
        ...

    def here(self, person: Staff) -> None:
        """Somebody is at the desk from now on. On the window's thread."""
        ...


class Badges(Protocol):
    """The reader for staff cards. `present` answers at once on the window's thread, the rest runs on the device's."""

    def present(self) -> bool:
        """Whether a card lies there."""
        ...

    def identifier(self) -> str:
        """What the card says of itself; empty when it is no staff card, or gone."""
        ...

    def samples(self) -> Sequence[CardSample]:
        """The practice cards of a simulated reader; none of a real one."""
        ...

    def insert(self, card: str) -> None:
        """Lay a practice card on."""
        ...

    def remove(self) -> None:
        """Take it away."""
        ...


@dataclass(frozen=True)
class StaffPorts:
    """Everything of them. `case` says which visit is open, by its id, `idle_ms` how long nobody may touch the desk."""

    entrance: Entrance
    badges: Badges
    case: Callable[[], str]
    idle_ms: Callable[[], int]
