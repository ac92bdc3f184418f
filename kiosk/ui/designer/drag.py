"""What the mouse is doing on a page, from press to release, in mm: a box moved, a grip pulled, an area drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.edits import Add, Edit, Move, Resize
from kiosk.model.template import Kind, Rect
from kiosk.ui.designer import grips
from kiosk.ui.designer.snapping import Snapped, near, snapped

if TYPE_CHECKING:
    from kiosk.ui.designer.grips import Grip

Lines = tuple[tuple[float, ...], tuple[float, ...]]
"""What edges are drawn to on a page: lines across the page's width, and down its height."""


@dataclass(frozen=True)
class Drag:
    """`page` is where it began (1 first), `begun` and `now` places on it. With a `grip` one box is pulled, with `boxes`
    they are moved - `first` is where the first of them was -, with neither an area is drawn. `free`: drawn to nothing.
    A hand that moves less than `trembling` (mm) only clicks. With a `part` it is that of the box (see inner), which was
    at `first`. `square`: the box stays one.
    """

    page: int
    begun: tuple[float, float]
    now: tuple[float, float]
    lines: Lines = ((), ())
    boxes: tuple[str, ...] = ()
    first: Rect | None = None
    grip: Grip | None = None
    adding: Kind | None = None
    free: bool = False
    trembling: float = 0.0
    part: str = ""
    square: bool = False

    @property
    def moved(self) -> tuple[float, float]:
        """How far."""
        return self.now[0] - self.begun[0], self.now[1] - self.begun[1]

    @property
    def still(self) -> bool:
        """Whether it is a click, and no drag."""
        return max(map(abs, self.moved)) < self.trembling

    @property
    def met(self) -> Snapped:
        """What boxes that are moved are drawn to."""
        if self.free or self.first is None or self.grip is not None:
            return Snapped()
        dx, dy = self.moved
        there = self.first.model_copy(update={"x": self.first.x + dx, "y": self.first.y + dy})
        return snapped(there, across=self.lines[0], down=self.lines[1])

    @property
    def shift(self) -> tuple[float, float]:
        """How far moved boxes go, with what they are drawn to."""
        (dx, dy), met = self.moved, self.met
        return dx + met.dx, dy + met.dy

    @property
    def area(self) -> Rect:
        """The rectangle from there to here; of a new box with its edges on the lines that are near."""
        (x1, x2), (y1, y2) = sorted((self.begun[0], self.now[0])), sorted((self.begun[1], self.now[1]))
        drawn = Rect(x=x1, y=y1, w=x2 - x1, h=y2 - y1)
        return drawn if self.free or self.adding is None else self._on_lines(drawn, grips.ALL)

    def shown(self, rect: Rect) -> Rect:
        """Where one of its boxes is now."""
        if self.grip is None:
            dx, dy = self.shift
            return rect.model_copy(update={"x": rect.x + dx, "y": rect.y + dy})
        pulled = grips.pulled(rect, self.grip, *self.moved)
        pulled = pulled if self.free else self._on_lines(pulled, self.grip.value)
        return pulled.squared(rect) if self.square else pulled

    def _on_lines(self, rect: Rect, edges: grips.Edges) -> Rect:
        left, top, right, bottom = edges
        across, down = self.lines
        x1, x2 = rect.x, rect.x + rect.w
        y1, y2 = rect.y, rect.y + rect.h
        x1, x2 = near(x1, across) if left else x1, near(x2, across) if right else x2
        y1, y2 = near(y1, down) if top else y1, near(y2, down) if bottom else y2
        return Rect(x=x1, y=y1, w=max(x2 - x1, grips.LEAST_MM), h=max(y2 - y1, grips.LEAST_MM))

    @property
    def edit(self) -> Edit | None:
        """What it comes to when it is let go; None for a click, and for an area around boxes to be chosen."""
        if self.still or self.part:
            return None
        if self.grip is not None and self.first is not None:
            return Resize(self.boxes[0], self.shown(self.first))
        if self.boxes:
            return Move(self.boxes, *self.shift)
        return None if self.adding is None else Add(self.page, self.area, self.adding)
