"""A page of the form as it is painted: its print, its boxes, what is chosen, what the mouse is doing.

The print of a page and what the person's visit writes on it are kept as pictures: they stay while a box is dragged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from kiosk.ui.designer import strokes
from kiosk.ui.designer.inner import called, inner, within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.model.template import Box, Rect
    from kiosk.ui.designer.drag import Drag
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.paging import Paging
    from kiosk.ui.designer.ports import Sheet


class SheetPaint:
    """Paints for one canvas."""

    def __init__(self, kit: DesignKit) -> None:
        self._kit, self._scale = kit, 0.0
        self._prints: dict[tuple[str, str, int], QPixmap] = {}
        self._written: dict[int, QPixmap] = {}

    def forget(self, *, prints: bool = False) -> None:
        """Another sheet, or the same with other boxes: what is written is drawn anew, with `prints` everything."""
        self._written = {}
        if prints:
            self._prints = {}

    def page(self, painter: QPainter, sheet: Sheet, paging: Paging, number: int, *, moving: Collection[str]) -> None:
        """A page with its boxes but those that are being moved."""
        if self._scale != paging.scale:
            self._scale = paging.scale
            self.forget(prints=True)
        glass, area = paging.on_glass, paging.area(number)
        boxes = [
            (box, glass(box.rect, number), _look(sheet, box))
            for box in sheet.template.boxes
            if box.page == number and box.id not in moving
        ]
        painter.drawPixmap(area.topLeft().toPoint(), self._printed(sheet, number))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for _, rect, look in boxes:
            strokes.tint(painter, look, rect)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawPixmap(area.topLeft().toPoint(), self._writing(number, area))
        px = max(9, min(13, round(paging.scale * 3)))
        for box, rect, look in boxes:
            for place in (*(option.rect for option in box.options), *_parts(box), *_further(sheet, box)):
                strokes.faint(painter, glass(place, number))
            sign = "*" if box.id in sheet.template.essential else ""
            strokes.edge(painter, look, rect, number=f"{box.no}{sign}", px=px)
        painter.setPen(QPen(self._kit.look.colour("border"), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _printed(self, sheet: Sheet, number: int) -> QPixmap:
        key = (sheet.entry.form, sheet.entry.version, number)
        if key not in self._prints:
            self._prints[key] = self._kit.designing.background(number, self._scale)
        return self._prints[key]

    def _writing(self, number: int, area: QRectF) -> QPixmap:
        if number not in self._written:
            picture = QPixmap(area.size().toSize())
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                self._kit.designing.paint(painter, number, self._scale)
            self._written[number] = picture
        return self._written[number]

    def chosen(
        self, painter: QPainter, paging: Paging, boxes: Sequence[Box], drag: Drag | None, *, part: str = ""
    ) -> None:
        """The chosen boxes where they are now, what lies in the only one, and what the mouse draws."""
        for box in boxes:
            whole = drag is not None and box.id in drag.boxes and not drag.part
            rect = drag.shown(box.rect) if drag is not None and whole else box.rect
            strokes.chosen(painter, paging.on_glass(rect, box.page), grips=len(boxes) == 1)
            if len(boxes) == 1 and not whole:
                self._inside(painter, paging, box, drag, part)
        if drag is not None:
            _drawn(painter, paging, drag)

    def _inside(self, painter: QPainter, paging: Paging, box: Box, drag: Drag | None, part: str) -> None:
        """What lies in the chosen box, each with its name."""
        for name, rect in inner(box).items():
            dragged = drag is not None and drag.part == name
            place = within(drag.shown(rect), box.rect) if drag is not None and dragged else rect
            here = paging.on_glass(place, box.page)
            strokes.part(painter, here, name=called(name, self._kit.words), chosen=name == part)


def _drawn(painter: QPainter, paging: Paging, drag: Drag) -> None:
    """The area that is drawn, and the lines that a moved box has met."""
    if not drag.boxes:
        strokes.band(painter, paging.on_glass(drag.area, drag.page))
    area, met = paging.area(drag.page), drag.met
    x = None if met.across is None else met.across * paging.scale
    y = None if met.down is None else area.top() + met.down * paging.scale
    strokes.guides(painter, area, x=x, y=y)


def _look(sheet: Sheet, box: Box) -> strokes.Look:
    return strokes.look_of(box, doubted=box.id in sheet.doubts, wrong=box.id in sheet.problems)


def _further(sheet: Sheet, box: Box) -> Iterator[Rect]:
    """The places of a box in the further rows of its table."""
    for repeat in sheet.template.repeats:
        if repeat.id == box.repeat:
            yield from (box.rect.shifted(repeat.dy * row) for row in range(1, repeat.rows))


def _parts(box: Box) -> Sequence[Rect]:
    parts = box.parts
    if parts is None:
        return ()
    eras = [option.rect for option in parts.eras]
    return [*eras, *([parts.era] if parts.era else []), parts.year, parts.month, parts.day]
