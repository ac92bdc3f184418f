"""The display settings of one window and the one style sheet of the application that follows from them."""

from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.ui.tokens import CONTROL, LINE_HEIGHT, PALETTES, RADIUS, Level, Palette, TextSize, Theme

FAMILY = "BIZ UDPGothic"

_SHEET = Template("""
QLineEdit, QComboBox {
  font-family: "$family"; font-size: ${body}px;
  background: $page; color: $text; border: ${one}px solid $border; border-radius: ${radius}px;
  padding: ${four}px ${eight}px; min-height: ${inner}px; selection-background-color: $primary;
  selection-color: $on_primary;
}
QLineEdit[state="wrong"] { border: ${two}px solid $error; }
QLineEdit[state="said"] { border: ${two}px dashed $border; background: $panel; }
QComboBox::drop-down { width: ${control}px; border: none; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  font-size: ${body}px;
  background: $page; color: $text; border: ${two}px solid $border; selection-background-color: $primary;
  selection-color: $on_primary; outline: none;
}
QComboBox QAbstractItemView::item { min-height: ${control}px; padding: 0 ${eight}px; }
QTableView {
  background: $page; gridline-color: $line; border: ${one}px solid $border; border-radius: ${four}px; outline: none;
  selection-background-color: $selected; selection-color: $text;
}
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; border: none; }
QTableCornerButton::section { background: $panel; border: none; }
QScrollBar:vertical { background: $panel; width: ${sixteen}px; margin: 0; border: none; }
QScrollBar:horizontal { background: $panel; height: ${sixteen}px; margin: 0; border: none; }
QScrollBar::handle { background: $border; border-radius: ${four}px; margin: ${four}px; }
QScrollBar::handle:vertical { min-height: ${control}px; }
QScrollBar::handle:horizontal { min-width: ${control}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QToolTip {
  background: $page; color: $text; border: ${two}px solid $border; padding: ${eight}px; font-size: ${dense}px;
}
""")


class Look(QObject):
    """Theme, text size and pixel density of the window; `changed` after the style sheet has been set."""

    changed = Signal()

    def __init__(self, *, ppi: float = 96.0) -> None:
        super().__init__()
        self.ppi, self.theme, self.size = ppi, Theme.STANDARD, TextSize.SMALL

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
        """Change theme or size and restyle the application once."""
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
        """Set the application's style sheet and font, then tell everybody."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if app.font() != self.font(Level.BODY):
                app.setFont(self.font(Level.BODY))
            app.setPalette(self._qt_palette())
            app.setStyleSheet(self.sheet())
        self.changed.emit()

    def _qt_palette(self) -> QPalette:
        """Grounds and inks of what the style sheet does not name; a sheet rule for every widget would be slow."""
        palette, role = QPalette(), QPalette.ColorRole
        for roles, name in (
            ((role.Window, role.Base), "page"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
            ((role.Button, role.AlternateBase), "panel"),
            ((role.Highlight,), "primary"),
            ((role.HighlightedText,), "on_primary"),
        ):
            for each in roles:
                palette.setColor(each, self.colour(name))
        return palette

    def sheet(self) -> str:
        """The one style sheet."""
        control = max(self.dp(CONTROL), self.line(Level.BODY))
        lengths = {"one": 1, "two": 2, "four": 4, "eight": 8, "twelve": 12, "sixteen": 16}
        return _SHEET.substitute(
            vars(self.palette),
            family=FAMILY,
            control=control,
            inner=control - 2 * self.dp(4) - 2 * self.dp(1),
            radius=self.dp(RADIUS),
            **{name: self.dp(dp) for name, dp in lengths.items()},
            **{level.name.lower(): self.px(level) for level in (Level.BODY, Level.DENSE, Level.CHROME)},
        )
