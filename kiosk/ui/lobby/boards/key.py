"""A target to touch: its words are as large as its room allows, and it acts when the finger leaves it inside."""

import enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import RADIUS, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.lettering import Lettering, clusters, letters
from kiosk.ui.widgets.pressable import Pressable

LEAST = 48  # dp, the smallest target there may be
GAP = 10  # dp between targets
_SMALLER = (Level.BODY, Level.DENSE, Level.CHROME)
_SINGLE = (Level.NUMBER, Level.TITLE)  # a letter alone may be larger than words
_TIGHT = 1.15  # of one line in a target: there is no line above or below it


class Tone(enum.Enum):
    """What a target is for: a letter, an answer to choose, something that acts."""

    LETTER = "letter"
    CHOICE = "choice"
    ACT = "act"


class Key(Pressable):
    """Words or an icon in a box. `round_one`: one of several, else any of several; a letter `grows`."""

    def __init__(
        self, kit: Kit, text: str, *, name: str = "", tone: Tone = Tone.LETTER, icon: icons.Icon | None = None
    ) -> None:
        super().__init__()
        self._kit, self.tone, self._icon = kit, tone, icon
        self.round_one, self.left, self.ticks = True, False, tone is Tone.CHOICE
        self.enters, self.grows = tone is not Tone.LETTER, tone is Tone.LETTER
        self.span = 1  # columns of a grid
        self.secret = False  # does not show that it is pressed
        self.setCheckable(tone is Tone.CHOICE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_text(text, name=name)

    def set_text(self, text: str, *, name: str = "") -> None:
        """Other words, and what assistive tools call it."""
        self.setText(text)
        self.setAccessibleName(name or text.replace("\n", " "))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The smallest target."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The smallest target."""
        least = self._kit.look.dp(LEAST)
        return QSize(least, least)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space presses; Enter presses what acts, but on a letter it belongs to the board."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.enters:
            event.ignore()
            return
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in arrows:  # Qt would look for the nearest button by itself
            event.ignore()
            return
        super().keyPressEvent(event)

    # ---- how it looks ----------------------------------------------------------------------------------------------
    def _mark(self) -> int:
        """The room of the tick."""
        return round(self._kit.look.px(Level.BODY) * 0.95) if self.ticks else 0

    def inside(self) -> QRectF:
        """Where the words stand."""
        side = self._kit.look.dp(10 if self.left else 4)
        mark = self._mark() + self._kit.look.dp(8) if self._mark() else 0
        return QRectF(self.rect()).adjusted(side + mark, 2, -side, -2)

    def lettering(self) -> Lettering:
        """The largest letters with which the words fit; letters of one board are all of one size."""
        room, alone = self.inside(), self._alone()
        square = min(room.width(), room.height() / _TIGHT)
        single = [each for level in _SINGLE * alone if (each := letters(self._kit, level)).px <= square]
        found = [*single, *(letters(self._kit, level) for level in _SMALLER)]
        return next((each for each in found if fits(each, self.text(), room.width(), room.height())), found[-1])

    def _alone(self) -> bool:
        """Whether it is one letter, with its selector, and may grow."""
        text = self.text()
        return self.grows and (len(text) == 1 or (len(text) == 2 and len(clusters(text)) == 1))

    @property
    def whole(self) -> bool:
        """Whether all of the words are seen."""
        room = self.inside()
        return fits(self.lettering(), self.text(), room.width(), room.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, edge, tick or sign, words."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._colours()
        thick = look.dp(3) if self.isChecked() or self._pressed else max(look.dp(1), 1)
        path, half = QPainterPath(), thick / 2
        path.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), look.dp(RADIUS), look.dp(RADIUS))
        painter.fillPath(path, fill)
        painter.setPen(QPen(look.colour("border" if self.tone is not Tone.ACT else "primary"), thick))
        painter.drawPath(path)
        if self._icon is not None and not self.text():
            self._draw_icon(painter, ink)
            return
        if self._mark():
            size = self._mark()
            spot = QRectF(look.dp(10), (self.height() - size) / 2, size, size)
            icons.tick(painter, spot, look=look, chosen=self.isChecked(), round_one=self.round_one)
        self._words(painter, ink)

    @property
    def _pressed(self) -> bool:
        """Whether it looks pressed."""
        return self.isDown() and not self.secret

    def _colours(self) -> tuple[QColor, QColor]:
        colour = self._kit.look.colour
        fill = "selected" if self.isChecked() or self._pressed else ("panel" if self.tone is Tone.LETTER else "page")
        return colour(fill), colour("primary" if self.tone is Tone.ACT else "text")

    def _draw_icon(self, painter: QPainter, ink: QColor) -> None:
        side = min(self._kit.look.px(Level.BODY), self.height() - self._kit.look.dp(8))
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._icon is not None:
            icons.draw(painter, self._icon, spot, colour=ink)

    def _words(self, painter: QPainter, ink: QColor) -> None:
        lettering, room = self.lettering(), self.inside()
        high = lettering.height(self.text(), room.width())
        above = (lettering.tight - lettering.tight_of(self.text())) / 2  # what readings would take that are not there
        room.setTop((self.height() - high) / 2 - above)
        align = Qt.AlignmentFlag.AlignLeft if self.left else Qt.AlignmentFlag.AlignHCenter
        lettering.draw(painter, room, self.text(), colour=ink, align=align)


def fits(lettering: Lettering, text: str, width: float, height: float) -> bool:
    """Whether words have room: no word of a spaced language is broken, and no line is cut."""
    if "\n" not in text and lettering.width(text) <= width:  # no need to break it
        return lettering.tight_of(text) <= height
    lines = lettering.lines(text, width)
    tall = lettering.tight_of(text) if len(lines) == 1 else len(lines) * lettering.line
    return tall <= height and max((lettering.width(word) for word in _words(text)), default=0.0) <= width


def _words(text: str) -> list[str]:
    """What must not be broken: words between spaces, single letters of a text without any; short words stay whole."""
    return [piece for word in text.split() for piece in ([word] if word.isascii() or len(word) <= 6 else list(word))]
