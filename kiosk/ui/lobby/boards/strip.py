"""What has been written so far, with a mark where the next letter comes; all of it is seen, or its end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.native import frame
from kiosk.ui.tokens import TOUCH, Level
from kiosk.ui.widgets.lettering import Lettering, letters

_SMALLER = (Level.HEAD, Level.BODY, Level.DENSE, Level.CHROME)


class TextStrip(QWidget):
    """A framed line or two. It has the keyboard while nothing else has, so that what is typed arrives."""

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__()
        self._kit, self.text, self._rest, self._name = kit, "", "", name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str, *, rest: str = "") -> None:
        """What is written, and in brackets what is still to be written."""
        self.text, self._rest = text, rest
        self.setAccessibleDescription(text)
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters, in the height of a key."""
        look = self._kit.look
        return QSize(4 * look.px(Level.BODY), look.dp(TOUCH))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return self.minimumSizeHint()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """What an input method has composed goes to the board like letters that were typed."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, Board):
            parent = parent.parentWidget()
        if parent is not None and event.commitString():
            parent.type(event.commitString())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Frame, words, mark."""
        painter, look = QPainter(self), self._kit.look
        frame(painter, self, look=look, edge="border", thick=2)
        side = look.dp(12)
        room = QRectF(self.rect()).adjusted(side, 2, -side - look.dp(4), -2)
        lettering = self._lettering(room)
        shown = tuple(lettering.lines(self._whole(), room.width()))
        lines = shown[-max(int(room.height() // lettering.line), 1) :]
        top = (self.height() - len(lines) * lettering.line) / 2
        rect = QRectF(room.left(), top, room.width() + 2, room.height())
        lettering.draw(painter, rect, "\n".join(lines), colour=look.colour("text"))
        if not self._rest:
            self._caret(painter, lettering, x=room.left() + lettering.width(lines[-1]), top=top, rows=len(lines))

    def _whole(self) -> str:
        return f"{self.text}（{self._rest}）" if self._rest else self.text

    def _caret(self, painter: QPainter, lettering: Lettering, *, x: float, top: float, rows: int) -> None:
        look = self._kit.look
        high = lettering.px * 1.1
        y = top + (rows - 1) * lettering.line + (lettering.line - high) / 2
        painter.fillRect(QRectF(x + look.dp(2), y, look.dp(3), high), look.colour("primary"))

    def _lettering(self, room: QRectF) -> Lettering:
        found = [letters(self._kit, level) for level in _SMALLER]
        whole = self._whole()
        return next((each for each in found if each.height(whole, room.width()) <= room.height()), found[-1])


class StripBoard(Board):
    """A board whose text stands in a line of its own, where writing begins."""

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__(kit)
        self.strip = TextStrip(kit, name=name)

    def shown(self) -> str:
        """How the text is shown."""
        return self.text

    def show_text(self) -> None:
        """The line shows it."""
        self.strip.show_text(self.shown())

    def first(self) -> QWidget:
        """The line, so that a keyboard writes at once."""
        return self.strip
