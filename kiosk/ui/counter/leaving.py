"""やめる in two presses: the first asks, the second right after it leaves, anything done in between keeps the visit.

Between the two, the visit can also be set aside (中断).
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.counter.aside_panel import AsidePanel

_DONE_BY_HAND = {QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease, QEvent.Type.TouchEnd}
_PRESSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Leaving(QObject):
    """Watches what is done only while it has asked; `kept` when that was anything but F12, its button or `panel`."""

    kept = Signal()

    def __init__(self, button: QWidget, panel: AsidePanel) -> None:
        super().__init__(button)
        self._button, self.panel, self.asked = button, panel, False

    def ask(self, *, write: bool = False) -> None:
        """The first press; with `write` the visit is to be set aside, and a note may be written."""
        self._watch(on=True)
        self.panel.ask(write=write)

    def forget(self) -> None:
        """The next press is a first one."""
        self._watch(on=False)
        self.panel.hide()

    def _watch(self, *, on: bool) -> None:
        app = QApplication.instance()
        if app is None or on is self.asked:
            return
        self.asked = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See what is done, and let it be done."""
        if isinstance(watched, QWidget) and not self._inside(watched) and self._other(watched, event):
            self.forget()
            self.kept.emit()
        return False

    def _inside(self, watched: QWidget) -> bool:
        return watched is self.panel or self.panel.isAncestorOf(watched)

    def _other(self, watched: QWidget, event: QEvent) -> bool:
        match event:
            case QKeyEvent():
                pressed = event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
                return pressed and not self._again(event.key())
            case QInputMethodEvent():
                return bool(event.preeditString() or event.commitString())
            case _:
                return event.type() in _DONE_BY_HAND and watched is not self._button

    def _again(self, key: int) -> bool:
        return key == Qt.Key.Key_F12 or (key in _PRESSING and self._button.hasFocus())
