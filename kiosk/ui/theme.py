"""The display settings of one window, and the font and palette of the application that follow from them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from kiosk.ui.tokens import CONTROL, LINE_HEIGHT, PALETTES, PRIMARY, Level, Palette, TextSize, Theme

FAMILY = "BIZ UDPGothic"
_DEEP = 24  # levels of parts in one another; Qt arranges one at a time


class Look(QObject):
    """Theme, text size and pixel density of the window; `changed` after everybody has followed.

    `control` and `primary` are the least heights of what is pressed, in dp. `lettering` makes other letters than
    the usual ones (with readings above them).
    """

    changing = Signal()
    changed = Signal()

    control, primary = CONTROL, PRIMARY
    lettering: Callable[..., Any] | None = None

    def __init__(self, *, ppi: float = 96.0) -> None:
        super().__init__()
        self.ppi, self.theme, self.size = ppi, Theme.STANDARD, TextSize.SMALL
        self.kept: dict[object, object] = {}  # what is costly to make again: letterings, with what they measured

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return PALETTES[self.theme]

    @property
    def roomy(self) -> bool:
        """Whether the text leaves room for things beside one another (小 and 標準)."""
        return self.size in {TextSize.SMALL, TextSize.NORMAL}

    def dp(self, dp: float) -> int:
        """A length on the glass in pixels."""
        return round(dp * self.ppi / 96)

    def px(self, level: Level) -> int:
        """A font size in pixels."""
        return self.dp(level.dp(self.size))

    def line(self, level: Level) -> int:
        """A line height in pixels (1.5, the two large sizes 1.4)."""
        return round(self.px(level) * LINE_HEIGHT[self.size])

    def font(self, level: Level, *, bold: bool = False) -> QFont:
        """The interface font at a level."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(level))
        font.setBold(bold)
        return font

    def colour(self, role: str) -> QColor:
        """A colour of the palette by its role."""
        return QColor(getattr(self.palette, role))

    def set(self, *, theme: Theme | None = None, size: TextSize | None = None) -> None:
        """Change theme or size for the whole application at once."""
        self.theme, self.size = theme or self.theme, size or self.size
        self.apply()

    def resize(self, *, step: int, wrap: bool = False) -> None:
        """The next larger (+1) or smaller (-1) size, or the first (0); `wrap` goes from the largest to the smallest."""
        sizes = list(TextSize)
        at = sizes.index(self.size) + step if step else 0
        self.set(size=sizes[at % len(sizes) if wrap else min(max(at, 0), len(sizes) - 1)])

    def recolour(self) -> None:
        """The next theme."""
        themes = list(Theme)
        self.set(theme=themes[(themes.index(self.theme) + 1) % len(themes)])

    def apply(self) -> None:
        """Set what differs of the application's font and palette, then tell everybody."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            font, palette = self.font(Level.BODY), self._qt_palette()
            if app.font() != font:
                app.setFont(font)
                QToolTip.setFont(self.font(Level.DENSE))
                _tell(app, font)
                self.changing.emit()
                arrange(app)
            if app.palette() != palette:
                app.setPalette(palette)
                QToolTip.setPalette(palette)
        self.changed.emit()

    def _qt_palette(self) -> QPalette:
        """Grounds and inks of what Qt itself draws."""
        palette, role = QPalette(), QPalette.ColorRole
        for roles, name in (
            ((role.Window, role.Base, role.ToolTipBase), "page"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
            ((role.Button, role.AlternateBase), "panel"),
            ((role.Highlight,), "primary"),
            ((role.HighlightedText,), "on_primary"),
        ):
            for each in roles:
                palette.setColor(each, self.colour(name))
        return palette


def _tell(app: QApplication, font: QFont) -> None:
    """Every window on the glass hears of another size now: the application would tell it only later."""
    for window in app.topLevelWidgets():
        if window.isVisible():  # what was thrown away is a window, too, until it is deleted
            window.setFont(font)


def arrange(app: QApplication) -> None:
    """Arrange what is on the glass now: the application would do it later, one level after another."""
    for _ in range(_DEEP):
        app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
