"""The official form as it is being filled: background kept as a picture, only what changed is painted anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QRegion
from PySide6.QtWidgets import QToolTip, QWidget

from kiosk.model.filled import BoxState
from kiosk.ui.kit import Kit
from kiosk.ui.ports import PaperSheet, PlacedBox
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.across import draw_across

_GAP = 16
_SHARPEN_MS = 60  # without another zoom; a divider that is dragged asks for one after the other
_BACKS = 6  # pictures of empty pages that are kept, 1.5 MB each at the usual zoom
_CORNER_MM, _SIGN_MM = 2.0, 4.0
_CHANGED, _WARNED = QColor("#b35900"), QColor("#ce0000")
_BLEED_MM = 1.5  # pens and letters may stand a little over the edge of a box
_LIT, _MISSING, _HELD, _EDGE = QColor("#cfe2ff"), QColor("#fff8dc"), QColor("#ffe9a8"), QColor("#0017c1")


@dataclass(frozen=True)
class _Leaf:
    sheet: PaperSheet
    boxes: tuple[PlacedBox, ...]


class PaperCanvas(QWidget):
    """All pages of one copy, one under the other. `picked` carries the PlacedBox that was clicked."""

    picked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._scale = kit, 2.5
        self._sheets: tuple[PaperSheet, ...] = ()
        self._leaves: tuple[_Leaf, ...] = ()
        self._backs: dict[str, tuple[float, QPixmap]] = {}
        self._sharpening = QTimer(self, singleShot=True, interval=_SHARPEN_MS)
        self._sharpening.timeout.connect(self._sharpen)
        self._lit: frozenset[str] = frozenset()
        self._over: PlacedBox | None = None
        self._across = ""
        self._changed: frozenset[str] = frozenset()
        self._warned: frozenset[tuple[str, int]] = frozenset()
        self.explain: Callable[[PlacedBox], str] = lambda box: box.label
        self.setMouseTracking(True)
        self.setAccessibleName(kit.words("paper-accessible"))

    def show_sheets(self, sheets: Sequence[PaperSheet]) -> None:
        """Show other pages, or the same pages with other words: then only the boxes that differ are painted."""
        before, self._sheets = self._leaves, tuple(sheets)
        self._leaves = tuple(_Leaf(sheet, tuple(self._kit.paper.boxes(sheet))) for sheet in sheets)
        if [_shape(leaf) for leaf in before] != [_shape(leaf) for leaf in self._leaves]:
            self._over = None
            self._resize()
            self.update()
            return
        for old, (new, origin) in zip(before, self._origins(), strict=True):
            for was, box in zip(old.boxes, new.boxes, strict=True):
                if was is not box:
                    self.update(self._around(box, origin).toAlignedRect())

    def note(self, *, changed: frozenset[str], warned: frozenset[tuple[str, int]]) -> None:
        """The facts that say something else since the resident looked, and the boxes (id, row) of which the printer or
        a receiver would not take what was said.
        """
        if (changed, warned) != (self._changed, self._warned):
            self._changed, self._warned = changed, warned
            self.update()

    @property
    def placed(self) -> Sequence[PlacedBox]:
        """Every box that is shown."""
        return [box for leaf in self._leaves for box in leaf.boxes]

    def mark(self, word: str) -> None:
        """A word across every page, as it is printed."""
        if word != self._across:
            self._across = word
            self.update()

    def zoom(self, px_per_mm: float) -> None:
        """Show one millimetre as this many pixels; the print is stretched first and drawn sharp a moment later."""
        if abs(px_per_mm - self._scale) > 0.01:
            self._scale = px_per_mm
            self._sharpening.start()
            self._resize()

    def _sharpen(self) -> None:
        """Nothing of another scale is kept."""
        self._backs = {look: kept for look, kept in self._backs.items() if kept[0] == self._scale}
        self.update()

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
        if paths == self._lit:
            return
        before, self._lit = self._lit, paths
        for leaf, origin in self._origins():
            for box in leaf.boxes:
                if not (before | paths).isdisjoint(box.paths):
                    self.update(self._around(box, origin).toAlignedRect())

    def lit_rect(self) -> QRectF | None:
        """Where the first lit box is, in pixels."""
        for leaf, origin in self._origins():
            for box in leaf.boxes:
                if not self._lit.isdisjoint(box.paths):
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

    def _around(self, box: PlacedBox, origin: QPointF) -> QRectF:
        """Everything on the glass that a box can change, in pixels."""
        ink, rect, k = box.reach, box.rect, self._scale
        left, top = min(ink.x, rect.x) - _BLEED_MM, min(ink.y, rect.y) - _BLEED_MM
        right, bottom = max(ink.x + ink.w, rect.x + rect.w), max(ink.y + ink.h, rect.y + rect.h)
        wide, high = right + _BLEED_MM - left, bottom + _BLEED_MM - top
        return QRectF(origin.x() + left * k, origin.y() + top * k, wide * k, high * k)

    def _back(self, sheet: PaperSheet) -> tuple[float, QPixmap]:
        """The print of a page and its scale: the present one; while that is still changing, what there is."""
        kept = self._backs.get(sheet.look)
        if kept is None or (kept[0] != self._scale and not self._sharpening.isActive()):
            while len(self._backs) >= _BACKS:
                del self._backs[next(iter(self._backs))]
            kept = self._backs[sheet.look] = (self._scale, self._kit.paper.background(sheet, self._scale))
        return kept

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint every page that shows, as far as it is asked for."""
        painter = QPainter(self)
        for leaf, origin in self._origins():
            page = QRectF(origin.x(), origin.y(), leaf.sheet.width * self._scale, leaf.sheet.height * self._scale)
            if event.region().intersects(page.toAlignedRect()):
                self._page(painter, leaf, page, event.region())

    def _page(self, painter: QPainter, leaf: _Leaf, page: QRectF, region: QRegion) -> None:
        self._print(painter, leaf.sheet, page)
        boxes = [box for box in leaf.boxes if region.intersects(self._around(box, page.topLeft()).toAlignedRect())]
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Multiply
        )  # a marker: the print stays legible
        for box in boxes:
            self._under(painter, box, page.topLeft())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.save()
        painter.translate(page.topLeft())
        self._kit.paper.paint(painter, leaf.sheet, self._scale, boxes=boxes)
        painter.restore()
        for box in boxes:
            self._over_box(painter, box, page.topLeft())
        if self._across:
            draw_across(painter, self._kit, self._across, page)
        painter.setPen(QPen(self._kit.look.colour("border"), 1))
        painter.drawRect(page.adjusted(0, 0, -1, -1))

    def _print(self, painter: QPainter, sheet: PaperSheet, page: QRectF) -> None:
        scale, back = self._back(sheet)
        if scale == self._scale:
            painter.drawPixmap(page.topLeft().toPoint(), back)  # Qt clips it to the region
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(page.toRect(), back)

    def _under(self, painter: QPainter, box: PlacedBox, origin: QPointF) -> None:
        """Paper stays paper in every theme: these tints are fixed and light."""
        rect = self._rect(box, origin)
        if not self._lit.isdisjoint(box.paths):
            painter.fillRect(rect, _LIT)
        elif box.filled.state is BoxState.MISSING:
            painter.fillRect(rect, _MISSING)
        elif box.filled.state is BoxState.HELD:
            painter.fillRect(rect, _HELD)

    def _over_box(self, painter: QPainter, box: PlacedBox, origin: QPointF) -> None:
        lit = not self._lit.isdisjoint(box.paths)
        if lit or box is self._over:
            painter.setPen(QPen(_EDGE, 2 if lit else 1))
            painter.drawRect(self._rect(box, origin))
        if not self._changed.isdisjoint(box.paths):
            self._corner(painter, self._rect(box, origin))
        if (box.box, box.row) in self._warned:
            self._sign(painter, self._rect(box, origin))

    def _corner(self, painter: QPainter, rect: QRectF) -> None:
        """A corner turned down: it says something else than before."""
        size, at = max(self._scale * _CORNER_MM, 6.0), rect.topRight()
        painter.setPen(QPen(_CHANGED, 1))
        painter.setBrush(_CHANGED)
        painter.drawPolygon(QPolygonF([at, at + QPointF(-size, 0), at + QPointF(0, size)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _sign(self, painter: QPainter, rect: QRectF) -> None:
        """A warning at the right end: pointing at the box tells what."""
        size = min(max(self._scale * _SIGN_MM, 12.0), rect.height() + 8)
        spot = QRectF(rect.right() - size, rect.center().y() - size / 2, size, size)
        icons.draw(painter, icons.Icon.WARNING, spot, colour=_WARNED)

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
        """A click asks for the box's question."""
        box = self.box_at(event.position())
        if box is not None and box.paths:
            self.picked.emit(box)

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


def _shape(leaf: _Leaf) -> tuple[object, ...]:
    """What must be the same for the boxes to be compared one by one."""
    sheet = leaf.sheet
    return sheet.form, sheet.look, sheet.page, [(box.box, box.row) for box in leaf.boxes]
