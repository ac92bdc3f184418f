"""The rules of a form's background: which lines are printed, and whether a box stands inside one ruled cell."""

from dataclasses import dataclass

from kiosk.model.template import Rect
from kiosk.render.drawlist import Frame, Item, Rule
from kiosk.render.svg import read_svg

_EPS = 0.05


@dataclass(frozen=True)
class Line:
    """A rule: `at` is the y of a horizontal one (x of a vertical one), `start` to `end` runs along the other axis."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Ruling:
    """All rules of one page, in millimetres; the four sides of a drawn rectangle are rules too."""

    horizontal: tuple[Line, ...] = ()
    vertical: tuple[Line, ...] = ()

    def holds(self, rect: Rect, *, combed: bool) -> bool:
        """True when rules enclose the rectangle on all four sides and none divides it.

        Small marks wholly inside (a square to tick) divide nothing; a comb's own cells do not either.
        """
        across = Line(rect.y + rect.h / 2, rect.x, rect.x + rect.w)
        down = Line(rect.x + rect.w / 2, rect.y, rect.y + rect.h)
        enclosed = _bounds(self.vertical, across) and _bounds(self.horizontal, down)
        return enclosed and (combed or not (_cuts(self.horizontal, down, across) or _cuts(self.vertical, across, down)))

    def free(self, rect: Rect) -> bool:
        """True when no rule runs through the rectangle: a code stands in a margin as well as in a cell."""
        right, bottom = rect.x + rect.w, rect.y + rect.h
        across = any(rect.y < line.at < bottom and line.start < right and line.end > rect.x for line in self.horizontal)
        return not across and not any(
            rect.x < line.at < right and line.start < bottom and line.end > rect.y for line in self.vertical
        )


def read_ruling(data: bytes) -> Ruling | None:
    """The rules of an SVG page, or None where nothing of it can be drawn."""
    page, issues = read_svg(data, name="")
    if issues and not page.items:
        return None
    sides = [side for item in page.items for side in _sides(item)]
    horizontal = [Line(y1, min(x1, x2), max(x1, x2)) for x1, y1, x2, y2 in sides if abs(y1 - y2) < _EPS]
    vertical = [Line(x1, min(y1, y2), max(y1, y2)) for x1, y1, x2, y2 in sides if abs(x1 - x2) < _EPS]
    return Ruling(tuple(horizontal), tuple(vertical))


def _sides(item: Item) -> list[tuple[float, float, float, float]]:
    match item:
        case Rule():
            return [(item.x1, item.y1, item.x2, item.y2)]
        case Frame(x=left, y=top) if item.width > 0:
            right, bottom = left + item.w, top + item.h
            across = [(left, at, right, at) for at in (top, bottom)]
            return across + [(at, top, at, bottom) for at in (left, right)]
        case _:
            return []


def _bounds(lines: tuple[Line, ...], along: Line) -> bool:
    """A rule at or before the start and one at or after the end, both spanning the middle."""
    reach = [line.at for line in lines if line.start - _EPS <= along.at <= line.end + _EPS]
    return any(at <= along.start + _EPS for at in reach) and any(at >= along.end - _EPS for at in reach)


def _cuts(lines: tuple[Line, ...], extent: Line, other: Line) -> bool:
    """Does a rule run through the rectangle from one of its sides? `extent` and `other` are its two axes."""
    return any(
        extent.start + _EPS < line.at < extent.end - _EPS
        and line.start < other.end - _EPS
        and line.end > other.start + _EPS
        and not (line.start > other.start + _EPS and line.end < other.end - _EPS)
        for line in lines
    )
