"""What an answer can be written from, as a Protocol: postal codes, buildings on a lot, lists of the city."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.address import Address


class Names(Protocol):
    """Nothing of what is asked here is kept; an unknown path or code has nothing."""

    def postal(self, code: str) -> Sequence[Address]:
        """Addresses of a postal code of seven digits; on the UI thread."""
        ...

    def buildings(self, path: str) -> Sequence[str]:
        """What the register knows to stand at the address beside a question; on the device thread, raises SiteError."""
        ...

    def listed(self, path: str) -> bool:
        """Whether the city has a list of names for a question; on the UI thread."""
        ...

    def known(self, path: str, typed: str) -> Sequence[tuple[str, str]]:
        """Number and name of what fits in that list; on the device thread."""
        ...

    def coded(self, path: str, typed: str) -> str:
        """The name behind a whole number that was typed, empty where there is none; on the UI thread."""
        ...
