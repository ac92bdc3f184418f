"""Drawing a moved rectangle to what is near: the lines that are printed, and the edges of other boxes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.model.template import Rect

NEAR_MM = 1.0


@dataclass(frozen=True)
class Snapped:
    """How far the rectangle goes further than it was moved, in mm, and the lines that it met."""

    dx: float = 0.0
    dy: float = 0.0
    across: float | None = None
    down: float | None = None


def snapped(rect: Rect, *, across: Sequence[float], down: Sequence[float], near: float = NEAR_MM) -> Snapped:
    """The least way by which an edge of a rectangle comes to lie on a line, each axis by itself; 0 if none is near."""
    dx, x = _nearest((rect.x, rect.x + rect.w), across, near)
    dy, y = _nearest((rect.y, rect.y + rect.h), down, near)
    return Snapped(dx, dy, x, y)


def near(value: float, lines: Sequence[float], *, within: float = NEAR_MM) -> float:
    """The line that a single edge is drawn to, or where it is."""
    shift, _ = _nearest((value,), lines, within)
    return value + shift


def _nearest(edges: Iterable[float], lines: Sequence[float], near: float) -> tuple[float, float | None]:
    ways = ((line - edge, line) for edge in edges for line in lines if abs(line - edge) <= near)
    return min(ways, key=lambda way: abs(way[0]), default=(0.0, None))


def lines_of(rects: Iterable[Rect]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The edges of boxes as lines: across, down."""
    across, down = set[float](), set[float]()
    for rect in rects:
        across |= {rect.x, rect.x + rect.w}
        down |= {rect.y, rect.y + rect.h}
    return tuple(sorted(across)), tuple(sorted(down))
