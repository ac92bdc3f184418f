"""A tab for each form: its title on at most three short lines, and how many of its boxes are filled."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets.lettering import Lettering

_LETTERS = 12


class FormTabs(QTabBar):
    """Scrolls when there are more tabs than room; drawn with our letters, so that names in titles are right."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)
        self.setAccessibleName(kit.words("paper-tabs"))

    def label(self, at: int, *, title: str, count: str) -> None:
        """Name a tab; the count stands on a line of its own."""
        text = f"{title}\n{count}"
        if self.tabText(at) != text:
            self.setTabText(at, text)
            self.setAccessibleTabName(at, text.replace("\n", " "))

    def _lettering(self, *, bold: bool = True) -> Lettering:
        return Lettering(self._kit, Level.TINY, bold=bold)

    def _width(self, text: str) -> int:
        lettering = self._lettering()
        return min(int(lettering.width(text)), lettering.px * _LETTERS) + 2

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as twelve letters at most; all as high as the highest."""
        look, text = self._kit.look, self.tabText(index)
        return QSize(self._width(text) + look.dp(28), self._height())

    def _height(self) -> int:
        lettering, texts = self._lettering(), [self.tabText(at) for at in range(self.count())]
        lines = max((len(lettering.lines(text, self._width(text))) for text in texts), default=1)
        return max(lines * round(lettering.px * 1.3) + self._kit.look.dp(16), self._kit.look.dp(CONTROL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One tab and the arrows."""
        return QSize(self._kit.look.dp(200), self._height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Tabs from left to right; the one on top is white with a strong upper edge."""
        painter = QPainter(self)
        for at in range(self.count()):
            self._tab(painter, at, QRectF(self.tabRect(at)).adjusted(0, 0, -self._kit.look.dp(4), 0))

    def _tab(self, painter: QPainter, at: int, box: QRectF) -> None:
        look, chosen = self._kit.look, at == self.currentIndex()
        painter.fillRect(box, look.colour("page" if chosen else "panel"))
        painter.setPen(look.colour("border" if chosen else "line"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), look.dp(4)), look.colour("primary"))
        lettering, step = self._lettering(bold=chosen), round(look.px(Level.TINY) * 1.3)
        y = box.top() + look.dp(10) - (lettering.line - step) / 2
        for line in lettering.lines(self.tabText(at), self._width(self.tabText(at))):
            place = QRectF(box.left() + look.dp(12), y, box.width(), lettering.line)
            lettering.draw(painter, place, line, colour=look.colour("text"))
            y += step
