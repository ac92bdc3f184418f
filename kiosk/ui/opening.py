"""The first thing on the glass: the window's frame and one line, while the rest of the counter is still being made.

A counter PC is switched on with people waiting; an empty screen for a second looks broken. This module knows Qt and
nothing else of ours, so it paints before rules, fonts for paper and the store are even imported.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

_GROUND, _BAR, _WORDS = QColor("#ffffff"), QColor("#0017c1"), QColor("#1a1a1a")


class Opening(QWidget):
    """A white page with the product's bar and one line of words; calls `then` once it has been painted."""

    def __init__(self, title: str, message: str, then: Callable[[], None]) -> None:
        super().__init__()
        self._message, self._then = message, then
        self._painted = False
        self.setWindowTitle(title)
        self.setAccessibleName(message)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and let the rest begin after this frame has reached the screen."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), _GROUND)
            painter.fillRect(0, 0, self.width(), 8, _BAR)
            painter.setPen(_WORDS)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._then)


def once_painted(window: QWidget, then: Callable[[], None], *, at_latest: int = 1000) -> None:
    """Call `then` once, when a window stands on the glass, or after so many ms where nothing is ever painted."""
    _Painted(window, then, at_latest)


class _Painted(QObject):
    """Waits beside a window for its first frame."""

    def __init__(self, window: QWidget, then: Callable[[], None], at_latest: int) -> None:
        super().__init__(window)
        self._window, self._then, self._timer = window, then, QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._timer.start(at_latest)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See QObject."""
        if event.type() == QEvent.Type.Paint:
            self._timer.start(0)  # after this frame
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._window.removeEventFilter(self)
        if QApplication.activeWindow() is None:  # without a window manager nobody hands the keyboard on
            self._window.activateWindow()
        self._then()


def open_first(title: str, message: str, build: Callable[[], Callable[[], None]]) -> int:
    """Show the opening, then `build()` the real window (it shows itself and returns how to close it); run until closed.

    What `build` raises ends the loop and is raised again here.
    """
    app = QApplication.instance() or QApplication([])
    closing: list[Callable[[], None]] = []
    trouble: list[BaseException] = []

    def begin() -> None:
        try:
            closing.append(build())
            opening.close()
        except BaseException as error:  # noqa: BLE001 - Qt would swallow it; it is raised again below
            trouble.append(error)
            app.exit(1)

    opening = Opening(title, message, begin)
    opening.setGeometry(opening.screen().availableGeometry())  # kiosks run without a window manager
    opening.showMaximized()
    code = app.exec()
    for close in closing:
        close()
    if trouble:
        raise trouble[0]
    return code
