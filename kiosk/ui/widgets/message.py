"""One message with a sign and a strong left edge: what is wrong, what to know, what went well."""

import enum

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel


class Mood(enum.Enum):
    """Ground, strong edge and sign."""

    INFO = ("selected", "primary", icons.Icon.INFO)
    SUCCESS = ("success_panel", "success", icons.Icon.CHECK)
    WARNING = ("warning_panel", "warning", icons.Icon.WARNING)
    ERROR = ("error_panel", "error", icons.Icon.ERROR)


class Message(Panel):
    """A message; hidden while it has nothing to say. Assistive tools read it as one text."""

    def __init__(self, kit: Kit, text: str = "", *, mood: Mood = Mood.ERROR, level: Level = Level.DENSE) -> None:
        super().__init__(kit, pad=8)
        self._kit, self._mood, self._level = kit, mood, level
        self.label = GlyphLabel(kit, level=level)
        self.column.addWidget(self.label)
        self._indent()
        self.set(text, mood=mood)

    def _indent(self) -> None:
        look = self._kit.look
        left = look.dp(16) + round(look.px(self._level) * 1.6)
        self.column.setContentsMargins(left, look.dp(8), look.dp(12), look.dp(8))

    def set(self, text: str, *, mood: Mood | None = None) -> None:
        """Say something else, or nothing."""
        self._mood = mood or self._mood
        self._tint()
        self.label.set_text(text, ink="error_ink" if self._mood is Mood.ERROR else "text")
        self.setAccessibleName(text)
        appear(self, on=bool(text))

    def _tint(self) -> None:
        ground, bar, _ = self._mood.value
        palette = self._kit.look.palette
        plain = getattr(palette, ground) == palette.page  # two-colour themes have no tinted grounds
        self.tint(ground=ground, edge=bar if plain else ground, bar=bar)

    def add(self, widget: QWidget) -> None:
        """Put something under the words, such as the button that mends it."""
        self.column.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow text size and theme."""
        if event.type() == QEvent.Type.FontChange:
            self._indent()
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The panel and its sign."""
        super().paintEvent(event)
        look = self._kit.look
        size = look.px(self._level) * 1.2
        spot = QRectF(look.dp(16), look.dp(8) + (look.line(self._level) - size) / 2, size, size)
        icons.draw(QPainter(self), self._mood.value[2], spot, colour=look.colour(self._mood.value[1]))
