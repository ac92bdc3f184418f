"""Takes a desk off the glass and out of every hand's reach, and gives it back as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

_POPUPS = {Qt.WindowType.Popup, Qt.WindowType.Dialog, Qt.WindowType.Sheet}


class Curtain(QObject):
    """Puts a window's central widget and a cover into one stack. `refocus` finds a place for the keyboard on the desk
    where the one it had is gone; `turned` says whether the cover is in front now.
    """

    turned = Signal(bool)

    def __init__(self, window: QMainWindow, cover: QWidget, *, refocus: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._cover, self._refocus = window, cover, refocus
        self._stack, self.desk = QStackedWidget(), window.takeCentralWidget() or QWidget()
        for widget in (self.desk, cover):
            self._stack.addWidget(widget)
        window.setCentralWidget(self._stack)
        self.own: list[QShortcut] = []
        self._off: list[QShortcut] = []
        self._had: QWidget | None = None
        self._copied = False
        QGuiApplication.clipboard().dataChanged.connect(self._copy)

    @property
    def drawn(self) -> bool:
        """Whether the cover is in front."""
        return self._stack.currentWidget() is self._cover

    def draw(self) -> None:
        """Hide the desk: no key, no shortcut and no dialog leads to it any more."""
        if self.drawn:
            return
        QGuiApplication.inputMethod().reset()
        self._had = self._window.focusWidget()
        self._off = [each for each in self._window.findChildren(QShortcut) if each.isEnabled() and each not in self.own]
        for shortcut in self._off:
            shortcut.setEnabled(False)
        _close_popups(self._window)
        self._stack.setCurrentWidget(self._cover)
        self.turned.emit(True)  # noqa: FBT003 - drawn
        self.desk.setEnabled(False)  # a page that arrives meanwhile sets the keyboard, which what is hidden would take

    def open(self) -> None:
        """Show the desk again, with the keyboard where it was."""
        if not self.drawn:
            return
        self.desk.setEnabled(True)
        self._stack.setCurrentWidget(self.desk)
        self.turned.emit(False)  # noqa: FBT003 - not drawn
        for shortcut in self._off:
            if isValid(shortcut):
                shortcut.setEnabled(True)
        self._off, had, self._had = [], self._had, None
        if had is not None and isValid(had) and had.isVisible():
            had.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._refocus()

    def _copy(self) -> None:
        """Something was copied: here, if this program is the one that is used."""
        self._copied = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive

    def forget_copied(self) -> None:
        """What was copied here must not be pasted by the next."""
        if self._copied:
            QGuiApplication.clipboard().clear()


def _close_popups(window: QWidget) -> None:
    """Lists that are open, questions about files, and the words beside the pointer, which say where a value is from."""
    QToolTip.hideText()
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible() and each.windowType() in _POPUPS:
            each.close()
