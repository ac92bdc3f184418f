"""One row of the day: a sign how it stands, the number and what it is about, and below it who and since when."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.flow.jobs import Unpark
from kiosk.ui.counter.day_lines import DayLine
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import chip_size, draw_chip
from kiosk.ui.widgets.lettering import Lettering, letters


class DayRow(Button):
    """A button over the whole row; of a visit that is open elsewhere it says so and does nothing. `first` is asked
    about every key: the end of a scanned line presses no row.
    """

    line: DayLine  # from the first `present` on

    def __init__(self, kit: Kit, *, first: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(kit, "", rank=Rank.SECONDARY)
        self._first = first
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, line: DayLine) -> None:
        """Show a line; the same line again changes nothing."""
        if line == self.__dict__.get("line"):
            return
        self.line = line
        self.setText(line.title)
        self.setAccessibleName(" ".join((line.state, line.title, line.about)).replace("\n", " "))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask first."""
        if not self._first(event):
            super().keyPressEvent(event)

    @property
    def unparking(self) -> Unpark:
        """What opens its visit."""
        return Unpark(self.line.case, theirs=self.line.theirs)

    def click(self) -> None:
        """As pressed, unless somebody else has it."""
        if self.line.opens:
            super().click()

    def _chip(self) -> QSize:
        return chip_size(self._kit, self.line.state, tone=self.line.tone)

    def _room(self, width: int) -> int:
        """For the words beside the sign, in pixels."""
        return width - self._chip().width() - self._kit.look.dp(12 + 10 + 10)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Twenty letters wide."""
        width = 20 * self._kit.look.px(Level.BODY)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Sign and six letters."""
        return QSize(self._chip().width() + 6 * self._kit.look.px(Level.BODY), self.floor)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Both parts under one another."""
        return max(sum(self._heights(width)) + self._kit.look.dp(12), self.floor)

    def _fonts(self) -> tuple[Lettering, Lettering]:
        """Of the title and of what is said about it."""
        return letters(self._kit, Level.DENSE, bold=True), letters(self._kit, Level.CHROME)

    def _heights(self, width: int) -> tuple[int, int]:
        title, about = self._fonts()
        room = self._room(width)
        return title.height(self.line.title, room), about.height(self.line.about, room) if self.line.about else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, sign, words."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = (self.over or self.isDown()) and self.line.opens
        self._ground(painter, fill=look.colour("selected" if down else "page"), edge=look.colour("line"), thick=1)
        chip = self._chip()
        spot = QRect(look.dp(10), (self.height() - chip.height()) // 2, chip.width(), chip.height())
        draw_chip(painter, self._kit, self.line.state, tone=self.line.tone, rect=spot)
        (title, about), (high, low) = self._fonts(), self._heights(self.width())
        left, room = spot.right() + look.dp(12), self._room(self.width()) + 2
        y = (self.height() - high - low) / 2
        title.draw(painter, QRectF(left, y, room, high), self.line.title, colour=look.colour("text"))
        about.draw(painter, QRectF(left, y + high, room, low), self.line.about, colour=look.colour("quiet"))
