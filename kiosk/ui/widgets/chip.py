"""A small labelled sign: where a value came from, or how a thing stands."""

import enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.pressable import Pressable


class Tone(enum.Enum):
    """Ground, ink and edge roles of a chip, and its sign."""

    NEUTRAL = ("panel", "text", "border", None)
    BLUE = ("selected", "primary", "primary", None)
    GREEN = ("success_panel", "text", "success", icons.Icon.CHECK)
    YELLOW = ("warning_panel", "warning_ink", "warning", icons.Icon.WARNING)
    HOLD = ("warning_panel", "warning_ink", "warning", icons.Icon.HOLD)
    RED = ("error_panel", "error_ink", "error", icons.Icon.ERROR)


class Chip(QWidget):
    """A rounded label with a sign; words and sign say the same, so colour is never alone."""

    def __init__(self, kit: Kit, text: str = "", *, tone: Tone = Tone.NEUTRAL, level: Level = Level.TINY) -> None:
        super().__init__()
        self._kit, self._text, self._tone, self._level = kit, "", tone, level
        self._lettering = letters(kit, level)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone=tone)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def set(self, text: str, *, tone: Tone) -> None:
        """Change the words and the tone; an empty chip is hidden."""
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()
        appear(self, on=bool(text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and self._lettering.px != self._kit.look.px(self._level):
            self._lettering = letters(self._kit, self._level)
            self.updateGeometry()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words, sign and a little air."""
        return chip_size(self._kit, self._text, tone=self._tone, level=self._level)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Chips are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, sign and words."""
        draw_chip(QPainter(self), self._kit, self._text, tone=self._tone, rect=self.rect(), level=self._level)


class ChipButton(Pressable):
    """A chip that opens something: as high as a control, so that it can be hit; its words are those of the chip."""

    def __init__(self, kit: Kit, *, level: Level = Level.TINY) -> None:
        super().__init__()
        self._kit, self._tone, self._level = kit, Tone.NEUTRAL, level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set(self, text: str, *, tone: Tone) -> None:
        """Change the words and the tone; an empty chip is hidden."""
        if (text, tone) != (self.text(), self._tone):
            self._tone = tone
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()
        appear(self, on=bool(text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The chip, and what is needed to hit it."""
        size, least = chip_size(self._kit, self.text(), tone=self._tone, level=self._level), self._kit.look.dp(CONTROL)
        return QSize(max(size.width(), least), max(size.height(), least))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Chips are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The chip in the middle; blue while the pointer is over it."""
        painter = QPainter(self)
        tone = Tone.BLUE if self._tone is Tone.NEUTRAL and (self.over or self.isDown()) else self._tone
        high = chip_size(self._kit, self.text(), tone=tone, level=self._level).height()
        place = QRect(0, (self.height() - high) // 2, self.width(), high)
        draw_chip(painter, self._kit, self.text(), tone=tone, rect=place, level=self._level)


def _sign(lettering: Lettering, tone: Tone) -> int:
    return round(lettering.px * 1.1) if tone.value[3] else 0


def chip_size(kit: Kit, text: str, *, tone: Tone, level: Level = Level.TINY) -> QSize:
    """How large a chip is, in pixels: words, sign and a little air."""
    lettering = letters(kit, level)
    sign = _sign(lettering, tone)
    width = int(lettering.width(text)) + 2 + 2 * kit.look.dp(10) + sign + (kit.look.dp(4) if sign else 0)
    return QSize(width, round(lettering.px * 1.75))


def draw_chip(painter: QPainter, kit: Kit, text: str, *, tone: Tone, rect: QRect, level: Level = Level.TINY) -> None:
    """Draw ground, sign and words of a chip, also where it is no widget of its own."""
    look, lettering, (ground, ink, edge, icon) = kit.look, letters(kit, level), tone.value
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), look.dp(6), look.dp(6))
    painter.fillPath(path, look.colour(ground))
    painter.setPen(QPen(look.colour(edge), 1))
    painter.drawPath(path)
    x, size = float(rect.x() + look.dp(10)), float(_sign(lettering, tone))
    if icon is not None:
        place = QRectF(x, rect.y() + (rect.height() - size) / 2, size, size)
        icons.draw(painter, icon, place, colour=look.colour(edge))
        x += size + look.dp(4)
    top = rect.y() + (rect.height() - lettering.line) / 2
    words = QRectF(x, top, rect.right() + 1 - x, lettering.line)
    lettering.draw(painter, words, text, colour=look.colour(ink))
