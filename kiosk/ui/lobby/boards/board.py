"""What every board has in common: a text that grows and shrinks at its end, a keyboard that reaches it, wiping."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.tray import Tray
from kiosk.ui.widgets.lettering import clusters, forget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Board(QWidget):
    """`changed(str)` after every change of the text, `done()` when Enter was pressed."""

    changed = Signal(str)
    done = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit, self._text = kit, ""
        self._body: Tray | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill(self, body: Tray) -> None:
        """What stands on the board."""
        self._body = body
        body.setParent(self)
        body.show()

    @property
    def text(self) -> str:
        """What has been written."""
        return self._text

    def set_text(self, text: str) -> None:
        """Begin from a text; nobody is told."""
        self._text = text
        self.show_text()

    def show_text(self) -> None:
        """Show the text as it is now."""

    def write(self, text: str) -> None:
        """The text is another one now, and everybody hears of it."""
        self._text = text
        self.show_text()
        self.changed.emit(text)

    def type(self, letters: str) -> None:
        """Add letters at the end."""
        self.write(self._text + letters)

    def delete(self) -> None:
        """Take back the last letter, with the selector that belongs to it."""
        self.write("".join(clusters(self._text)[:-1]))

    def clear(self) -> None:
        """Take back everything."""
        self.write("")

    def wipe(self) -> None:
        """Keep nothing of what was written, nor of what was measured for it."""
        self._text = ""
        self.show_text()
        forget(self.kit.look)

    def first(self) -> QWidget:
        """Where the keyboard goes when the board appears."""
        return next((widget for group in self.groups() for widget in group), self)

    def groups(self) -> list[list[QWidget]]:
        """The targets row by row, in reading order."""
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is done, Backspace takes back, letters are written."""
        if event.key() in _ENTER:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.delete()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _HELD:
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What stands on it at its smallest."""
        return self._body.minimumSizeHint() if self._body is not None else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The whole room."""
        super().resizeEvent(event)
        self.lay()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another text size has another share of the room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._body is not None:
            self.lay()

    def lay(self) -> None:
        """Share the room."""
        if self._body is not None:
            self._body.setGeometry(self.rect())
            self._body.arrange()


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
