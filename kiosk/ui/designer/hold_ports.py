"""What the designer's window needs to know of others who have its draft open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.model.base import Issue


class Holding(Protocol):
    """One window works in a draft, all others read it."""

    def holder(self) -> str:
        """Who has the draft, and since when; empty while this window has it. Answers within milliseconds."""
        ...

    def take(self, reason: str) -> Issue | None:
        """Have it from now on; or why not. Raises SiteError."""
        ...

    def keep(self) -> str:
        """What was not saved when somebody else took the draft over, as a draft of its own: its name, empty where
        there was nothing. Raises SiteError.
        """
        ...
