"""What the door keeps an eye on: whether anybody touches the window, and whether a staff card lies on its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LOOK_MS = 250
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """`gone` when nobody has touched the window for so long. It listens to the window alone, which hears every key
    first: a filter on the whole application would be asked about every event of every widget.
    """

    gone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._heard = window, False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.gone)

    def begin(self, idle_ms: int) -> None:
        """From now on; the window has been shown."""
        handle = self._window.windowHandle()
        if handle is not None and not self._heard:
            self._heard = True
            handle.installEventFilter(self)
        self.timer.start(idle_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's name
        """A touch begins the time anew."""
        if event.type() in _TOUCHES and self.timer.isActive():
            self.timer.start()
        return False


class CardWatch(QObject):
    """`laid` when a card comes to lie on the reader, `taken` when it is gone again."""

    laid = Signal()
    taken = Signal()

    def __init__(self, parent: QObject, present: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._present, self.there = present, False
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def look(self) -> None:
        """See whether it is as it was."""
        there = self._present()
        if there is not self.there:
            self.there = there
            (self.laid if there else self.taken).emit()
