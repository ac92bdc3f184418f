"""What the door measures: how long nobody has touched the window, and how long who typed a wrong PIN has to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SECOND_MS = 1_000
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


class Countdown(QObject):
    """Seconds that somebody has to wait: `ticked` with what is left, at once, every second and with 0 at the end."""

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left, self.timer = 0, QTimer(self)
        self.timer.setInterval(SECOND_MS)
        self.timer.timeout.connect(self._tick)

    def begin(self, seconds: int) -> None:
        """From now on."""
        self.left = seconds
        self.timer.start()
        self.ticked.emit(seconds)

    def _tick(self) -> None:
        self.left = max(self.left - 1, 0)
        if not self.left:
            self.timer.stop()
        self.ticked.emit(self.left)
