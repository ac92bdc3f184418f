"""The page in true proportions with its boxes, moved on the glass alone until the mouse lets go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Bring, Put
from kiosk.model.template import Kind
from kiosk.ui.designer import grips
from kiosk.ui.designer.canvas_keys import edit_of, neighbour
from kiosk.ui.designer.drag import Drag
from kiosk.ui.designer.inner import inner, moved
from kiosk.ui.designer.paging import Paging
from kiosk.ui.designer.sheet_paint import SheetPaint
from kiosk.ui.designer.snapping import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.model.template import Box
    from kiosk.ui.designer.drag import Lines
    from kiosk.ui.designer.grips import Grip
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet


TREMBLING_PX = 3.0


class PageCanvas(QWidget):
    """`edited` carries an edit, `picked` the ids of the chosen boxes in the order in which they were chosen; `drawn`
    says that no new box is being drawn any more.
    """

    edited = Signal(object)
    picked = Signal(tuple)
    drawn = Signal()

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit, self._paging, self._paint = kit, Paging(), SheetPaint(kit)
        self._sheet: Sheet | None = None
        self._drag: Drag | None = None
        self._boxes: dict[str, Box] = {}
        self._taken: tuple[Box, ...] = ()
        self.chosen: tuple[str, ...] = ()
        self.adding: Kind | None = None
        self.part = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(kit.words("designer-canvas"))

    # ---- showing -----------------------------------------------------------------------------------------------------
    def present(self, sheet: Sheet | None) -> None:
        """Show a sheet; of the boxes that were chosen those stay that there still are, and new ones are chosen."""
        same = self._sheet is not None and sheet is not None and _place(self._sheet) == _place(sheet)
        self._sheet, self._drag = sheet, None
        self._boxes = {} if sheet is None else {box.id: box for box in sheet.template.boxes}
        self._paint.forget(prints=not same)
        self.adding = self.adding if same else None
        kept = sheet.new if sheet is not None and sheet.new else self.chosen if same else ()
        self._lay(Paging(sheet.template.pages if sheet else (), self._paging.scale))
        self.choose(tuple(name for name in kept if name in self._boxes), again=True)

    def zoom(self, px_per_mm: float) -> None:
        """Show one millimetre as this many pixels."""
        if abs(px_per_mm - self._paging.scale) > 0.001:
            self._lay(replace(self._paging, scale=px_per_mm))

    def _lay(self, paging: Paging) -> None:
        self._paging = paging
        self.setFixedSize(max(int(paging.width_mm * paging.scale), 1), max(int(paging.height), 1))
        self.update()

    @property
    def paging(self) -> Paging:
        """Where the pages lie."""
        return self._paging

    def choose(self, boxes: tuple[str, ...], *, again: bool = False) -> None:
        """Choose these boxes; `again`: tell it also when they are the same."""
        self.part = self.part if boxes == self.chosen else ""
        if boxes != self.chosen or again:
            self.chosen = boxes
            self.setAccessibleDescription("、".join(self._boxes[name].label for name in boxes))
            self.picked.emit(boxes)
            self.update()

    def draw_new(self, kind: Kind | None) -> None:
        """The next area that is drawn becomes a box of a kind; None: no more."""
        self.adding = kind
        self.setCursor(Qt.CursorShape.ArrowCursor if kind is None else Qt.CursorShape.CrossCursor)

    def rect_of(self, box: str) -> QRectF | None:
        """Where a box is, in pixels."""
        found = self._boxes.get(box)
        return None if found is None else self._paging.on_glass(found.rect, found.page)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All pages."""
        return self.size()

    # ---- painting ----------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The pages that show, then what is chosen and what the mouse is doing."""
        if self._sheet is None:
            return
        painter, drag = QPainter(self), self._drag
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        moving = drag.boxes if drag is not None and not drag.part else ()
        for number, area in self._paging.areas():
            if event.region().intersects(area.toAlignedRect()):
                self._paint.page(painter, self._sheet, self._paging, number, moving=moving)
        self._paint.chosen(painter, self._paging, [self._boxes[name] for name in self.chosen], drag, part=self.part)

    # ---- the mouse ---------------------------------------------------------------------------------------------------
    def box_at(self, point: QPointF) -> Box | None:
        """The smallest box under a point."""
        hits = [box for box in self._boxes.values() if self._paging.on_glass(box.rect, box.page).contains(point)]
        return min(hits, key=lambda box: box.rect.w * box.rect.h, default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a grip, of a box, or of the paper."""
        if self._sheet is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        point, more = event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        grip = self._grip_at(point)
        part = "" if grip is not None or more else self._part_at(point)
        if part:
            self._hold_part(point, part)
            return
        box = None if grip is not None or self.adding is not None else self.box_at(point)
        if grip is None and not (box is not None and box.id in self.chosen and not more):
            self._take(box, more=more)
        page = self._boxes[self.chosen[0]].page if self.chosen else self._paging.page_at(point)
        here = self._paging.place(point, page)
        held = self.chosen if (grip is not None or box is not None) else ()
        first = self._boxes[held[0]].rect if held else None
        new = None if held else self.adding
        trembling = TREMBLING_PX / self._paging.scale
        lines = self._lines(page, held)
        square = grip is not None and self._boxes[held[0]].kind is Kind.QR
        self._drag = Drag(page, here, here, lines, held, first, grip, new, trembling=trembling, square=square)

    def _part_at(self, point: QPointF) -> str:
        """What of the only chosen box is under a point: a printed choice, a part of its date; empty for none."""
        only = self._boxes[self.chosen[0]] if len(self.chosen) == 1 and self.adding is None else None
        places = inner(only) if only is not None else {}
        glass = self._paging.on_glass
        return next((name for name, rect in places.items() if only and glass(rect, only.page).contains(point)), "")

    def _hold_part(self, point: QPointF, part: str) -> None:
        """It is moved by itself; by its lower right corner it is made larger or smaller."""
        box = self._boxes[self.chosen[0]]
        rect, here = inner(box)[part], self._paging.place(point, box.page)
        corner = self._paging.on_glass(rect, box.page).bottomRight() - point
        grip = grips.Grip.SE if max(corner.x(), corner.y()) < grips.SIDE else None
        trembling = TREMBLING_PX / self._paging.scale
        self._drag = Drag(box.page, here, here, ((), ()), (box.id,), rect, grip, part=part, trembling=trembling)
        self.part = part
        self.update()

    def _take(self, box: Box | None, *, more: bool) -> None:
        if box is None:
            self.choose(self.chosen if more else ())
        elif more:
            left = tuple(name for name in self.chosen if name != box.id)
            self.choose(left if box.id in self.chosen else (*self.chosen, box.id))
        else:
            self.choose((box.id,))

    def _grip_at(self, point: QPointF) -> Grip | None:
        rect = self.rect_of(self.chosen[0]) if len(self.chosen) == 1 and self.adding is None else None
        return None if rect is None else grips.at(rect, point)

    def _lines(self, page: int, held: tuple[str, ...]) -> Lines:
        """What is printed on the page, and the edges of the other boxes there."""
        rules = self._sheet.rules[page - 1] if self._sheet and page <= len(self._sheet.rules) else None
        across, down = lines_of(box.rect for box in self._boxes.values() if box.page == page and box.id not in held)
        return ((*across, *rules.across), (*down, *rules.down)) if rules else (across, down)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go along, drawn to what is near; with Alt it goes its own way."""
        if self._drag is None:
            self._point(event.position())
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        here = self._paging.place(event.position(), self._drag.page)
        self._drag = replace(self._drag, now=here, free=free)
        self.update()

    def _point(self, point: QPointF) -> None:
        grip = self._grip_at(point)
        shape = Qt.CursorShape.ArrowCursor if self.box_at(point) is None else Qt.CursorShape.SizeAllCursor
        shape = shape if grip is None else grips.CURSORS[grip]
        self.setCursor(Qt.CursorShape.CrossCursor if self.adding is not None else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Only now is anything changed."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None:
            return
        if drag.adding is not None:
            self.draw_new(None)
            self.drawn.emit()
        elif not drag.boxes and not drag.still:
            self.choose(tuple(dict.fromkeys((*self.chosen, *self._around(drag)))))
        if drag.part and not drag.still and drag.first is not None:
            self.edited.emit(Put(moved(self._boxes[drag.boxes[0]], drag.part, drag.shown(drag.first))))
        if drag.edit is not None:
            self.edited.emit(drag.edit)

    def _around(self, drag: Drag) -> Iterator[str]:
        area = self._paging.on_glass(drag.area, drag.page)
        for box in self._boxes.values():
            if box.page == drag.page and area.intersects(self._paging.on_glass(box.rect, box.page)):
                yield box.id

    # ---- the keyboard ------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See canvas_keys; Ctrl+A chooses everything, Page keys go from box to box, Esc lets go of everything.

        What Ctrl+C takes is kept while the window is open, and Ctrl+V lays it on whichever form lies here then.
        """
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        edit = edit_of(event, [self._boxes[name] for name in self.chosen], part=self.part)
        names = list(self._boxes)
        if edit is not None:
            self.edited.emit(edit)
        elif ctrl and key == Qt.Key.Key_A:
            self.choose(tuple(names))
        elif ctrl and key == Qt.Key.Key_C and self.chosen:
            self._taken = tuple(self._boxes[name] for name in self.chosen)
        elif ctrl and key == Qt.Key.Key_V and self._taken:
            self.edited.emit(Bring(self._taken))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and names:
            self.choose((neighbour(names, self.chosen, step=1 if key == Qt.Key.Key_PageDown else -1),))
        elif key == Qt.Key.Key_Escape and (self.chosen or self.adding is not None):
            self.draw_new(None)
            self.drawn.emit()
            self.choose(())
        else:
            super().keyPressEvent(event)


def _place(sheet: Sheet) -> tuple[str, str]:
    return sheet.entry.form, sheet.entry.version
