"""Text size and colours during a visit: the resident looks on, and what was changed for one is gone with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.ui.theme import Look
    from kiosk.ui.tokens import TextSize, Theme


class LentLook:
    """What the clerk has set while nobody was there is the desk's own, and comes back after every visit."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._own: tuple[Theme, TextSize] | None = None

    def lend(self) -> None:
        """A visit is shown; told again during the same one, it changes nothing."""
        if self._own is None:
            self._own = (self._look.theme, self._look.size)

    def give_back(self) -> None:
        """The visit has ended."""
        own, self._own = self._own, None
        if own is not None and own != (self._look.theme, self._look.size):
            self._look.set(theme=own[0], size=own[1])
