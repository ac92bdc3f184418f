"""A finger at the terminal: presses and lifts where a key stands on the glass, counts it, and does nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from kiosk.model.errors import Defect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.ui.lobby.boards.key import Key
    from kiosk.ui.lobby.boards.paged import Paged
    from kiosk.ui.lobby.window import LobbyWindow


class Finger:
    """`touches` so far; `after` is done behind each of them (the window lives on until nothing is under way)."""

    def __init__(self, window: LobbyWindow, after: Callable[[], object]) -> None:
        self.window, self.after, self.touches = window, after, 0

    def press(self, key: QWidget) -> None:
        """Press and lift in the middle of a key; Defect where another thing, or nothing, lies there."""
        self.stroke(key, (key.rect().center(),))

    def stroke(self, widget: QWidget, way: Sequence[QPoint]) -> None:
        """From the first point of a widget to the last without lifting."""
        first = widget.mapTo(self.window, way[0])
        met = self.window.childAt(first) if self.window.rect().contains(first) else None
        if not widget.isVisible() or met is None or not (met is widget or widget.isAncestorOf(met)):
            raise Defect(f"not reached by a finger: {type(widget).__name__}")
        self.touches += 1
        self._send(met, QEvent.Type.MouseButtonPress, first)
        for point in way[1:]:
            self._send(met, QEvent.Type.MouseMove, widget.mapTo(self.window, point))
        self._send(met, QEvent.Type.MouseButtonRelease, widget.mapTo(self.window, way[-1]))
        self.after()

    def _send(self, widget: QWidget, kind: QEvent.Type, spot: QPoint) -> None:
        here, there = QPointF(widget.mapFrom(self.window, spot)), QPointF(self.window.mapToGlobal(spot))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        button = none if kind is QEvent.Type.MouseMove else left
        QCoreApplication.sendEvent(widget, QMouseEvent(kind, here, there, button, held, Qt.KeyboardModifier.NoModifier))

    def offered(self, keys: Paged, text: str) -> bool:
        """Touch one of many things by its words, turning the pages to it; False where it is not among them."""
        for _ in range(keys.pages):
            found = named(keys.on_page, text)
            if found is not None:
                self.press(found)
                return True
            if keys.pages > 1:
                self.press(keys.after)
        return False


def named(keys: Iterable[Key], text: str) -> Key | None:
    """The key that bears these words."""
    return next((key for key in keys if key.text() == text), None)
