"""A row of a list that is pressed: who or what it is, and below it what is to be known of it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.lettering import Lettering, letters


class TitledRow(Button):
    """A button over the whole row, its two parts under one another however long they are."""

    def __init__(self, kit: Kit, title: str, about: str) -> None:
        super().__init__(kit, "", rank=Rank.SECONDARY)
        self._title, self._about = title, about
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{title} {about}")

    def _fonts(self) -> tuple[Lettering, Lettering]:
        return letters(self._kit, Level.DENSE, bold=True), letters(self._kit, Level.CHROME)

    def _room(self, width: int) -> int:
        return width - self._kit.look.dp(24)

    def _heights(self, width: int) -> tuple[int, int]:
        (title, about), room = self._fonts(), self._room(width)
        return title.height(self._title, room), about.height(self._about, room)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Twenty letters wide."""
        width = 20 * self._kit.look.px(Level.BODY)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four letters."""
        return QSize(4 * self._kit.look.px(Level.BODY), self.floor)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Both parts."""
        return max(sum(self._heights(width)) + self._kit.look.dp(12), self.floor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground and words."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = self.over or self.isDown()
        self._ground(painter, fill=look.colour("selected" if down else "page"), edge=look.colour("line"), thick=1)
        (title, about), (high, low) = self._fonts(), self._heights(self.width())
        left, room = look.dp(12), self._room(self.width()) + 2
        y = (self.height() - high - low) / 2
        title.draw(painter, QRectF(left, y, room, high), self._title, colour=look.colour("text"))
        about.draw(painter, QRectF(left, y + high, room, low), self._about, colour=look.colour("quiet"))
