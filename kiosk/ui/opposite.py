"""What the resident's screen at a counter asks of its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.flow.desks.resident import ResidentPage
    from kiosk.words import Words

PHRASES = ("wait", "papers", "identity", "pin", "hear", "write", "interpreter", "sign", "pay", "counter")
"""What a clerk can put on the resident's screen: resident-phrase-… of the words."""

SAYINGS = ("again", "unclear", "wait", "write", "interpreter")
"""What a resident can tell the clerk with a touch: resident-say-… of the words."""


class Opposite(Protocol):
    """The visit for the resident opposite; called on the UI thread, answers in a few milliseconds."""

    def page(self, at: str) -> ResidentPage:
        """What the screen shows now; `at` is the path that the clerk asks about."""
        ...

    def sentences(self, language: str) -> Words:
        """The sentences of the screen in a language; raises SiteError where they cannot be said."""
        ...

    @property
    def fonts(self) -> Path:
        """Where the letters of the other languages lie."""
        ...
