"""Pages under one another on the glass: from millimetres of a page to pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.model.template import Page, Rect

GAP = 24


@dataclass(frozen=True)
class Paging:
    """`scale` is pixels a millimetre; pages count from 1."""

    pages: tuple[Page, ...] = ()
    scale: float = 3.0

    @property
    def width_mm(self) -> float:
        """The widest page; that of A4 where there is none."""
        return max((page.width for page in self.pages), default=210.0)

    @property
    def height(self) -> float:
        """All of them, in pixels."""
        return sum(page.height * self.scale + GAP for page in self.pages) - GAP

    def areas(self) -> Iterator[tuple[int, QRectF]]:
        """Each page and where it lies."""
        y = 0.0
        for number, page in enumerate(self.pages, 1):
            area = QRectF(0, y, page.width * self.scale, page.height * self.scale)
            yield number, area
            y += area.height() + GAP

    def area(self, page: int) -> QRectF:
        """Where a page lies; the first one's where there is no such page."""
        areas = dict(self.areas())
        return areas.get(page) or areas.get(1) or QRectF()

    def on_glass(self, rect: Rect, page: int) -> QRectF:
        """A rectangle of a page in pixels."""
        top, k = self.area(page).top(), self.scale
        return QRectF(rect.x * k, top + rect.y * k, rect.w * k, rect.h * k)

    def page_at(self, point: QPointF) -> int:
        """The page under a point, or above the gap there."""
        return next((number for number, area in self.areas() if point.y() < area.bottom() + GAP), len(self.pages))

    def place(self, point: QPointF, page: int) -> tuple[float, float]:
        """A point as a place on a page, in mm, wherever the point is."""
        return point.x() / self.scale, (point.y() - self.area(page).top()) / self.scale
