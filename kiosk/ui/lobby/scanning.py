"""Choosing with one or two switches: rows light up one after the other, then the keys of the row that was taken.

Two switches: Space goes on, Enter takes. One switch: it goes on by itself, and either key takes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

PACE_MS = 1_800
_NEXT, _TAKE = {Qt.Key.Key_Space}, {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = _NEXT | _TAKE


class Scanner(QObject):
    """Walks the rows that `groups` gives; the focus ring shows where it is. `mode` is "", "two" or "one"."""

    def __init__(self, window: QWidget, groups: Callable[[], list[list[QWidget]]], *, pace_ms: int = PACE_MS) -> None:
        super().__init__(window)
        self._window, self._groups, self.mode = window, groups, ""
        self._row, self._key, self._inside = -1, -1, False
        self._timer = QTimer(self)
        self._timer.setInterval(pace_ms)
        self._timer.timeout.connect(self.advance)

    def set(self, mode: str) -> None:
        """None, two switches, or one."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if mode:
                app.installEventFilter(self)
        self.mode = mode
        self.restart()
        if mode == "one":
            self._timer.start()
        else:
            self._timer.stop()

    def restart(self) -> None:
        """Another page: from its first row."""
        self._row, self._key, self._inside = -1, -1, False
        if self.mode:
            self.advance()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The switches are ours; every other key goes its way."""
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and self._window.isActiveWindow():
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._press(event.key())
            return event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        if self.mode == "two" and key in _NEXT:
            self.advance()
        else:
            self.take()

    def advance(self) -> None:
        """The next row, or the next key of the row; after the last key the rows again."""
        rows = [row for row in self._groups() if row]
        if not rows:
            return
        if self._inside:
            self._key += 1
            if self._key >= len(rows[self._row % len(rows)]):
                self._inside = False
        if not self._inside:
            self._row, self._key = (self._row + 1) % len(rows), 0
        self._light(rows[self._row % len(rows)][max(self._key, 0)])

    def take(self) -> None:
        """Into the row; or the key itself."""
        rows = [row for row in self._groups() if row]
        if not rows or self._row < 0:
            return
        row = rows[self._row % len(rows)]
        if not self._inside and len(row) > 1:
            self._inside, self._key = True, 0
            self._light(row[0])
            return
        key = row[max(self._key, 0) % len(row)]
        self._inside, self._key = False, 0
        if isinstance(key, QAbstractButton):
            key.click()

    def _light(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> None:
        """The window closes."""
        self.set("")
