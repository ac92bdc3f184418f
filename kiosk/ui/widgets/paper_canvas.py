"""The official form as it is being filled: background kept as a picture, the rest painted anew, boxes to point at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from kiosk.model.filled import BoxState
from kiosk.ui.kit import Kit
from kiosk.ui.ports import PaperSheet, PlacedBox

_GAP = 16
_LIT, _MISSING, _HELD, _EDGE = QColor("#cfe2ff"), QColor("#fff8dc"), QColor("#ffe9a8"), QColor("#0017c1")


@dataclass(frozen=True)
class _Leaf:
    sheet: PaperSheet
    boxes: tuple[PlacedBox, ...]


class PaperCanvas(QWidget):
    """All pages of one copy, one under the other. `picked` says which path a clicked box is about."""

    picked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._scale = kit, 2.5
        self._sheets: tuple[PaperSheet, ...] = ()
        self._known: tuple[_Leaf, ...] | None = None
        self._backs: dict[tuple[str, float], QPixmap] = {}
        self._lit: frozenset[str] = frozenset()
        self._over: PlacedBox | None = None
        self.explain: Callable[[PlacedBox], str] = lambda box: box.label
        self.setMouseTracking(True)
        self.setAccessibleName(kit.words("paper-accessible"))

    def show_sheets(self, sheets: Sequence[PaperSheet]) -> None:
        """Show other pages; where their boxes are is asked when they are painted or pointed at."""
        sizes = [(sheet.width, sheet.height) for sheet in self._sheets]
        self._sheets, self._known = tuple(sheets), None
        if sizes != [(sheet.width, sheet.height) for sheet in sheets]:
            self._resize()
        self.update()

    @property
    def _leaves(self) -> tuple[_Leaf, ...]:
        if self._known is None:
            self._known = tuple(_Leaf(sheet, tuple(self._kit.paper.boxes(sheet))) for sheet in self._sheets)
        return self._known

    def zoom(self, px_per_mm: float) -> None:
        """Show one millimetre as this many pixels."""
        if abs(px_per_mm - self._scale) > 0.01:
            self._scale = px_per_mm
            self._backs.clear()
            self._resize()

    @property
    def scale(self) -> float:
        """Pixels a millimetre."""
        return self._scale

    @property
    def width_mm(self) -> float:
        """The widest page."""
        return max((sheet.width for sheet in self._sheets), default=210.0)

    def light(self, paths: frozenset[str]) -> None:
        """Light up the boxes of these paths."""
        if paths != self._lit:
            self._lit = paths
            self.update()

    def lit_rect(self) -> QRectF | None:
        """Where the first lit box is, in pixels."""
        for leaf, origin in self._origins():
            for box in leaf.boxes:
                if self._lit & set(box.paths):
                    return self._rect(box, origin)
        return None

    def _resize(self) -> None:
        height = sum(sheet.height * self._scale for sheet in self._sheets) + _GAP * (len(self._sheets) - 1)
        self.setFixedSize(int(self.width_mm * self._scale), max(int(height), 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All pages."""
        return self.size()

    def _origins(self) -> list[tuple[_Leaf, QPointF]]:
        y, found = 0.0, []
        for leaf in self._leaves:
            found.append((leaf, QPointF(0, y)))
            y += leaf.sheet.height * self._scale + _GAP
        return found

    def _rect(self, box: PlacedBox, origin: QPointF) -> QRectF:
        scale, rect = self._scale, box.rect
        return QRectF(origin.x() + rect.x * scale, origin.y() + rect.y * scale, rect.w * scale, rect.h * scale)

    def _back(self, sheet: PaperSheet) -> QPixmap:
        key = (sheet.look, round(self._scale, 3))
        if key not in self._backs:
            self._backs[key] = self._kit.paper.background(sheet, self._scale)
        return self._backs[key]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint every page that shows."""
        painter = QPainter(self)
        for leaf, origin in self._origins():
            page = QRectF(origin.x(), origin.y(), leaf.sheet.width * self._scale, leaf.sheet.height * self._scale)
            if page.intersects(QRectF(event.rect())):
                self._page(painter, leaf, page)

    def _page(self, painter: QPainter, leaf: _Leaf, page: QRectF) -> None:
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.drawPixmap(page.toRect(), self._back(leaf.sheet))
        for box in leaf.boxes:
            self._under(painter, box, page.topLeft())
        painter.save()
        painter.translate(page.topLeft())
        self._kit.paper.paint(painter, leaf.sheet, self._scale)
        painter.restore()
        for box in leaf.boxes:
            self._over_box(painter, box, page.topLeft())
        painter.setPen(QPen(self._kit.look.colour("border"), 1))
        painter.drawRect(page.adjusted(0, 0, -1, -1))

    def _under(self, painter: QPainter, box: PlacedBox, origin: QPointF) -> None:
        """Paper stays paper in every theme: these tints are fixed and light."""
        rect = self._rect(box, origin)
        if self._lit & set(box.paths):
            painter.fillRect(rect, _LIT)
        elif box.filled.state is BoxState.MISSING:
            painter.fillRect(rect, _MISSING)
        elif box.filled.state is BoxState.HELD:
            painter.fillRect(rect, _HELD)

    def _over_box(self, painter: QPainter, box: PlacedBox, origin: QPointF) -> None:
        lit = bool(self._lit & set(box.paths))
        if lit or box is self._over:
            painter.setPen(QPen(_EDGE, 2 if lit else 1))
            painter.drawRect(self._rect(box, origin))

    def box_at(self, point: QPointF) -> PlacedBox | None:
        """The smallest box under a point, or None."""
        hits = [
            box for leaf, origin in self._origins() for box in leaf.boxes if self._rect(box, origin).contains(point)
        ]
        return min(hits, key=lambda box: box.rect.w * box.rect.h, default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show which box is meant."""
        box = self.box_at(event.position())
        if box is not self._over:
            self._over = box
            self.setCursor(Qt.CursorShape.PointingHandCursor if box and box.paths else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click asks for the box's question: the missing fact first."""
        box = self.box_at(event.position())
        if box is not None and box.paths:
            self.picked.emit((box.filled.needs or box.filled.paths)[0])

    def event(self, event: QEvent) -> bool:
        """Hovering tells why a box says what it says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(QPointF(event.pos()))
            if box is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.explain(box), self)
            return True
        return super().event(event)
