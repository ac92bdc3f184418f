"""A name that the city has a list of: a line, and under it what fits so far; ↓, a press or its number writes it.

A number becomes the name when Enter is pressed or the line is left. What is in no list is written as in any line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.widgets.entries.offering import OfferingEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.flow.pages import QuestionView
    from kiosk.ui.kit import Kit


class KnownEntry(OfferingEntry):
    """Looks up, beside the window, what was typed; writes nothing by itself but the name behind a whole number."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit, view, hint=kit.words("known-found"))
        self.line.figures = True
        self.line.textEdited.connect(self._look)

    def _look(self, typed: str) -> None:
        """What fits; while a name from it stands there, the others stay to be chosen."""
        if typed not in self.known:
            path = self._view.path
            self._errands.drop()
            self._errands.run(lambda: self.kit.office.known(path, typed), done=self._offer)

    def _offer(self, found: Sequence[tuple[str, str]]) -> None:
        self.offer([(name, f"{code} {name}".strip()) for code, name in found])

    def write(self, name: str) -> None:
        """The name in the place of what was typed."""
        self.put_in(name)

    def _end(self) -> None:
        """A whole number that was typed is its name."""
        if self._dirty and (name := self.kit.office.coded(self._view.path, self.line.text())):
            self.line.selectAll()
            self.line.insert(name)
        self._errands.drop()
        self.offer(())
        super()._end()
