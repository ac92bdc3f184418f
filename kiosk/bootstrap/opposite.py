"""The resident's screen of a counter on the real parts: the one visit, in the words of its language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bootstrap.late import Seat
    from kiosk.bootstrap.program import Program
    from kiosk.flow.desks.resident import ResidentPage
    from kiosk.flow.wording import Wording
    from kiosk.words import Words

ROOM = "lobby"
"""Residents are spoken to in the words of the terminal."""


@dataclass
class CounterOpposite:
    """The Opposite port over the visit at a counter."""

    program: Program
    desk: Seat
    _words: dict[str, Words] = field(default_factory=dict)
    _wordings: dict[tuple[str, str], Wording] = field(default_factory=dict)

    @property
    def fonts(self) -> Path:
        """See Opposite."""
        return self.program.place.fonts

    def sentences(self, language: str) -> Words:
        """See Opposite."""
        if language not in self._words:
            from kiosk.bootstrap.spoken import spoken

            self._words[language] = spoken(self.program.place, language=language, room=ROOM).words
        return self._words[language]

    def page(self, at: str) -> ResidentPage:
        """See Opposite."""
        from kiosk.flow.desks.resident import NOBODY, resident_page, spoken

        visit = self.desk.visit
        if visit.snapshot is None:
            return NOBODY
        return resident_page(visit.state, visit.snapshot, self._wording(spoken(visit.snapshot)), at=at)

    def _wording(self, language: str) -> Wording:
        """The language on the forms that the visit began with."""
        from kiosk.flow.wording import Wording

        catalogue = self.desk.edition.catalogue
        key = (language, catalogue.digest)
        if key not in self._wordings:
            labels = catalogue.labels(language)
            self._wordings[key] = Wording(self.sentences(language), catalogue.book.vocabulary, labels)
        return self._wordings[key]
