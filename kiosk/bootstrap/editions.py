"""The program on the forms of an earlier day: a visit ends on those it began with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_EDITIONS = 2  # kept beside the one in force; a desk has one visit at a time


class OnForms(Protocol):
    """A program that runs on one catalogue."""

    @property
    def catalogue(self) -> Any:
        """Its forms and rules, with their digest."""

    @property
    def book(self) -> Any:
        """Its rules."""


P = TypeVar("P", bound=OnForms)


class Editions(Generic[P]):
    """The editions of a program, by digest; `make` gives None for one that is not kept. Whichever thread needs one
    first has it made.
    """

    def __init__(self, program: P, make: Callable[[str], P | None]) -> None:
        self._program, self._make = program, make
        self._made: dict[str, P] = {}
        self._making = threading.Lock()

    def on(self, digest: str) -> P | None:
        """The program on a catalogue; None when that is not kept, or is no longer right for this program."""
        if digest == self._program.catalogue.digest:
            return self._program
        with self._making:
            if digest not in self._made:
                made = self._make(digest)
                if made is None:
                    return None
                self._made[digest] = made
                for old in list(self._made)[:-_EDITIONS]:
                    del self._made[old]
            return self._made[digest]

    def of(self, book: object) -> P:
        """The program that a book of rules belongs to."""
        found = (edition for edition in self._made.values() if edition.book is book)
        return next(found, self._program)
