"""方書: a line, and under it the buildings of that lot; ↓ or a press writes one, and the room is typed after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from kiosk.ui.widgets.entries.offering import OfferingEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.flow.pages import QuestionView
    from kiosk.ui.kit import Kit

_BETWEEN = "　"


class BuildingEntry(OfferingEntry):
    """What is known is looked up when the keyboard comes; nothing is written before somebody asks for it."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit, view, hint=kit.words("building-known"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look what is known when the line gets the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Beside the window; where the register cannot be read the line stays a line, and its own panel tells why."""
        path = self._view.path
        self._errands.run(lambda: self.kit.office.buildings(path), done=self._offer, failed=lambda _: self._offer(()))

    def _offer(self, names: Sequence[str]) -> None:
        self.offer([(name, name) for name in names])

    def chosen(self) -> str:
        """The building, where no room has been typed yet."""
        return self.line.text().strip(_BETWEEN)

    def write(self, name: str) -> None:
        """The name, and the cursor where the room is typed."""
        self.put_in(name + _BETWEEN)
