"""A line that opens and closes what belongs to it; Enter, Space or a click."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, RADIUS, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.pressable import Pressable


class Fold(Pressable):
    """A title with chips, and a quiet line below; `turned` says whether it is open now."""

    turned = Signal(bool)

    def __init__(self, kit: Kit, title: str, *chips: Chip, below: str = "", level: Level = Level.BODY) -> None:
        super().__init__()
        self._kit, self._name = kit, title
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(kit.look.dp(CONTROL))
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(kit.look.dp(2))
        self._lines.addWidget(flow(GlyphLabel(kit, title, level=level, bold=True), *chips, gap=kit.look.dp(12)))
        if below:
            self._lines.addWidget(GlyphLabel(kit, below, level=Level.DENSE, ink="quiet"))
        self._texts = [title, *(chip.text for chip in chips), *([below] if below else [])]
        self._indent()
        self._say(on=False)
        self.toggled.connect(self._toggled)

    def _indent(self) -> None:
        look = self._kit.look
        self._lines.setContentsMargins(look.dp(14) + self._sign(), look.dp(8), look.dp(8), look.dp(8))

    def _sign(self) -> int:
        return self._kit.look.px(Level.DENSE)

    def _say(self, *, on: bool) -> None:
        self.setAccessibleName(self._kit.words("fold-open" if on else "fold-closed", what=" ".join(self._texts)))

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._say(on=on)
        self.turned.emit(on)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._indent()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The ground under the pointer, and which way it turns."""
        painter, look = QPainter(self), self._kit.look
        if self.over or self.isDown():
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), look.dp(RADIUS), look.dp(RADIUS))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, look.colour("selected"))
        size, first = self._sign(), self._lines.itemAt(0)
        line = first.widget() if first is not None else None
        middle = line.geometry().center().y() + 1 if line is not None else self.height() / 2
        icon = icons.Icon.DOWN if self.isChecked() else icons.Icon.RIGHT
        icons.draw(painter, icon, QRectF(look.dp(4), middle - size / 2, size, size), colour=look.colour("primary"))


class Folded(QWidget):
    """A fold with what it opens; the inside is made when it is first opened."""

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(fold)
        self.inside: QWidget | None = None
        fold.turned.connect(self._turn)

    def make_inside(self) -> QWidget:
        """What belongs to the line."""
        raise NotImplementedError

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a signal's shape
        if on and self.inside is None:
            self.inside = self.make_inside()
            self.column.addWidget(self.inside)
        if self.inside is not None:
            self.inside.setVisible(on)
