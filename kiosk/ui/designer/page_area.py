"""The canvas with rulers in centimetres at its edges, scrolled and zoomed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.ui.native import bars
from kiosk.ui.tokens import Level

if TYPE_CHECKING:
    from kiosk.ui.designer.canvas import PageCanvas
    from kiosk.ui.designer.kit import DesignKit

LEAST, MOST = 1.5, 14.0
_STEP = 1.2


class _Ruler(QWidget):
    """`down`: along the height of the page that shows."""

    def __init__(self, kit: DesignKit, area: PageArea, *, down: bool) -> None:
        super().__init__(area)
        self._kit, self._area, self._down = kit, area, down

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """A line every five millimetres, a number every ten."""
        painter, look = QPainter(self), self._kit.look
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.setPen(QPen(look.colour("quiet"), 1))
        font = look.font(Level.TINY)
        font.setPixelSize(look.dp(11))
        painter.setFont(font)
        zero, long, most = self._area.along(down=self._down)
        scale, deep = self._area.canvas.paging.scale, self.height() if not self._down else self.width()
        for mm in range(0, most + 1, 5):
            at = round(zero + mm * scale)
            if 0 <= at <= long:
                self._mark(painter, at, deep, mm)

    def _mark(self, painter: QPainter, at: int, deep: int, mm: int) -> None:
        length = deep // 2 if mm % 10 == 0 else deep // 4
        if self._down:
            painter.drawLine(deep - length, at, deep, at)
        else:
            painter.drawLine(at, deep - length, at, deep)
        if mm % 10 == 0:
            spot = QPoint(2, at - 2) if self._down else QPoint(at + 2, deep - length)
            painter.drawText(spot, str(mm))


class PageArea(QScrollArea):
    """Zoom with Ctrl and the wheel, or with the keys of the bar; a page as wide as the place at first."""

    def __init__(self, kit: DesignKit, canvas: PageCanvas) -> None:
        super().__init__()
        self._kit, self.canvas, self._fits = kit, canvas, True
        self.setWidget(canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bars(self, look=kit.look)
        side = kit.look.dp(28)
        self.setViewportMargins(side, side, 0, 0)
        self._side = side
        self._rulers = (_Ruler(kit, self, down=False), _Ruler(kit, self, down=True))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _at: self._repaint())
        canvas.installEventFilter(self)

    def along(self, *, down: bool) -> tuple[float, int, int]:
        """Where the zero of the page that shows lies on a ruler, how long the ruler is, and how many mm there are."""
        paging, origin = self.canvas.paging, self.canvas.pos()
        if not down:
            return float(origin.x()), self.viewport().width(), int(paging.width_mm)
        middle = QPoint(0, self.viewport().height() // 3 - origin.y()).toPointF()
        page = paging.page_at(middle)
        height = paging.pages[page - 1].height if paging.pages else 0
        return origin.y() + paging.area(page).top(), self.viewport().height(), int(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The rulers follow the paper."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._repaint()
        return super().eventFilter(watched, event)

    def _repaint(self) -> None:
        for ruler in self._rulers:
            ruler.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the rulers, and the page while it is fitted."""
        super().resizeEvent(event)
        across, down = self._rulers
        across.setGeometry(self._side, 0, self.viewport().width(), self._side)
        down.setGeometry(0, self._side, self._side, self.viewport().height())
        if self._fits:
            self.fit()

    def fit(self) -> None:
        """As wide as the place."""
        self._fits = True
        room = max(self.viewport().width() - self._kit.look.dp(8), 100)
        self.canvas.zoom(min(max(room / self.canvas.paging.width_mm, LEAST), MOST))

    def step(self, factor: float) -> None:
        """Larger or smaller; what was in the middle stays there."""
        self._fits = False
        before = self.canvas.paging.scale
        after = min(max(before * factor, LEAST), MOST)
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) * after / before
        self.canvas.zoom(after)
        bar.setValue(int(middle - self.viewport().height() / 2))

    def larger(self) -> None:
        """One step nearer."""
        self.step(_STEP)

    def smaller(self) -> None:
        """One step away."""
        self.step(1 / _STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def show_box(self, box: str) -> None:
        """Bring a box into sight."""
        rect = self.canvas.rect_of(box)
        if rect is not None:
            middle = rect.center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), int(rect.width() / 2) + 40, int(rect.height() / 2) + 60)
