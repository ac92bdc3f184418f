"""A small labelled sign: where a value came from, or how a thing stands."""

import enum

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.lettering import letters


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

    def _sign(self) -> int:
        return round(self._lettering.px * 1.1) if self._tone.value[3] else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words, sign and a little air."""
        air = self._kit.look.dp(10)
        gap = self._kit.look.dp(4) if self._sign() else 0
        width = int(self._lettering.width(self._text)) + 2 + 2 * air + self._sign() + gap
        return QSize(width, round(self._lettering.px * 1.75))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Chips are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, sign and words."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge, icon = self._tone.value
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.dp(6), look.dp(6))
        painter.fillPath(path, look.colour(ground))
        painter.setPen(QPen(look.colour(edge), 1))
        painter.drawPath(path)
        x, size = float(look.dp(10)), float(self._sign())
        if icon is not None:
            icons.draw(painter, icon, QRectF(x, (self.height() - size) / 2, size, size), colour=look.colour(edge))
            x += size + look.dp(4)
        top = (self.height() - self._lettering.line) / 2
        rect = QRectF(x, top, self.width() - x, self._lettering.line)
        self._lettering.draw(painter, rect, self._text, colour=look.colour(ink))
