"""Buttons whose words wrap: primary, secondary, quiet, choice, step and key; none is ever disabled."""

import enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import RADIUS, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.pressable import Pressable


class Rank(enum.Enum):
    """What a button is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    CHOICE = "choice"
    NAV = "nav"


class Button(Pressable):
    """A button that acts on release inside it; Enter and Space press it; its words wrap instead of being cut."""

    def __init__(self, kit: Kit, text: str, *, rank: Rank = Rank.SECONDARY, level: Level = Level.BODY) -> None:
        super().__init__()
        self._kit, self.rank, self._level = kit, rank, level
        self._bold, self.several = rank is Rank.PRIMARY, False
        self._lettering = letters(kit, level, bold=self._bold)
        self.setCheckable(rank in {Rank.CHOICE, Rank.NAV})
        wide = QSizePolicy.Policy.Preferred if rank is Rank.NAV else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(wide, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the words and the accessible name."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text.replace("\n", " "))
            self.updateGeometry()

    @property
    def floor(self) -> int:
        """The least height in pixels: at the counter 44 dp, 56 dp for the primary action."""
        look = self._kit.look
        return look.dp(look.primary if self.rank is Rank.PRIMARY else look.control)

    def _margins(self) -> tuple[int, int]:
        sides = {Rank.PRIMARY: 24, Rank.NAV: 12, Rank.QUIET: 8}.get(self.rank, 16)
        return self._kit.look.dp(sides), self._kit.look.dp(4)

    def _mark(self) -> int:
        return round(self._lettering.px * 1.25) if self.rank is Rank.CHOICE else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words on as few lines as they have, or the floor."""
        side, top = self._margins()
        lines = self.text().count("\n") + 1
        width = int(self._lettering.width(self.text())) + 2 + 2 * side + self._mark()
        return QSize(max(width, self.floor), max(lines * self._lettering.line + 2 * top, self.floor))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four letters wide."""
        side, _ = self._margins()
        least = 4 * self._lettering.px + 2 * side + self._mark()
        return QSize(min(self.sizeHint().width(), least), self.floor)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in pixels of the wrapped words, at least the floor."""
        side, top = self._margins()
        return max(self._lettering.height(self.text(), width - 2 * side - self._mark() + 2) + 2 * top, self.floor)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size and the theme."""
        if event.type() == QEvent.Type.FontChange and self._lettering.px != self._kit.look.px(self._level):
            self._lettering = letters(self._kit, self._level, bold=self._bold)
            self.updateGeometry()
        super().changeEvent(event)

    def _colours(self) -> tuple[QColor, QColor, QColor, float]:
        colour, down = self._kit.look.colour, self.isDown() or self.over
        match self.rank:
            case Rank.PRIMARY:
                return colour("pressed" if down else "primary"), colour("primary"), colour("on_primary"), 1
            case Rank.SECONDARY:
                return colour("selected" if down else "page"), colour("primary"), colour("primary"), 1
            case Rank.QUIET:
                return QColor(0, 0, 0, 0), QColor(0, 0, 0, 0), colour("primary"), 1
            case Rank.CHOICE:
                edge = colour("primary" if self.isChecked() else "border")
                return colour("selected" if self.isChecked() or down else "page"), edge, colour("text"), 1
            case Rank.NAV:
                fill = colour("selected") if self.isChecked() or down else QColor(0, 0, 0, 0)
                return fill, QColor(0, 0, 0, 0), colour("text"), 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, border, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, width = self._colours()
        thick = self._kit.look.dp(3 if self.rank is Rank.CHOICE and self.isChecked() else width)
        self._ground(painter, fill=fill, edge=edge, thick=thick)
        self._signs(painter)
        self._words(painter, ink)

    def _ground(self, painter: QPainter, *, fill: QColor, edge: QColor, thick: float) -> None:
        radius, path = self._kit.look.dp(RADIUS), QPainterPath()
        half = thick / 2
        path.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.fillPath(path, fill)
        if thick and edge.alpha():
            painter.setPen(QPen(edge, thick))
            painter.drawPath(path)

    def _signs(self, painter: QPainter) -> None:
        look = self._kit.look
        if self.rank is Rank.NAV and self.isChecked():
            painter.fillRect(QRectF(0, 4, look.dp(4), self.height() - 8), look.colour("primary"))
        if self.rank is Rank.CHOICE:
            size = self._lettering.px * 0.95
            spot = QRectF(self._margins()[0] * 0.8, (self.height() - size) / 2, size, size)
            icons.tick(painter, spot, look=look, chosen=self.isChecked(), round_one=not self.several)

    def _words(self, painter: QPainter, ink: QColor) -> None:
        side, _ = self._margins()
        inside = QRectF(self.rect()).adjusted(side + self._mark(), 0, -side + 2, 0)
        inside.setTop((self.height() - self._lettering.height(self.text(), inside.width())) / 2)
        centred = self.rank in {Rank.PRIMARY, Rank.SECONDARY}
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._lettering.draw(painter, inside, self.text(), colour=ink, align=align)


class IconButton(Button):
    """A square button with a sign; its words are for the tool tip and for assistive tools."""

    def __init__(self, kit: Kit, name: str, icon: icons.Icon) -> None:
        super().__init__(kit, name, level=Level.CHROME)
        self._icon = icon
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square as high as a control."""
        return QSize(self.floor, self.floor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """There are no words to wrap."""
        return False

    def _words(self, painter: QPainter, ink: QColor) -> None:
        side = self._kit.look.dp(20)
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, spot, colour=ink)


def only(chosen: QWidget | None, among: "list[Button]") -> None:
    """Tick one button of several."""
    for button in among:
        button.setChecked(button is chosen)
