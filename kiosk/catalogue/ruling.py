"""The rules of a form's background: which lines are printed, and whether a box stands inside one ruled cell."""

from dataclasses import dataclass

from lxml import etree

from kiosk.model.template import Rect

_SVG = "{http://www.w3.org/2000/svg}"
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


def read_ruling(data: bytes) -> Ruling | None:
    """The rules of an SVG page, or None when it is not XML; drawing elements it does not know are no rules."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    sides = [side for element in root.iter(f"{_SVG}line", f"{_SVG}rect") for side in _sides(element)]
    horizontal = [Line(y1, min(x1, x2), max(x1, x2)) for x1, y1, x2, y2 in sides if abs(y1 - y2) < _EPS]
    vertical = [Line(x1, min(y1, y2), max(y1, y2)) for x1, y1, x2, y2 in sides if abs(x1 - x2) < _EPS]
    return Ruling(tuple(horizontal), tuple(vertical))


def _sides(element: etree._Element) -> list[tuple[float, float, float, float]]:
    if element.tag == f"{_SVG}line":
        return [(_mm(element, "x1"), _mm(element, "y1"), _mm(element, "x2"), _mm(element, "y2"))]
    if element.get("stroke", "none" if element.get("fill", "none") != "none" else "black") == "none":
        return []
    left, top = _mm(element, "x"), _mm(element, "y")
    right, bottom = left + _mm(element, "width"), top + _mm(element, "height")
    return [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]


def _mm(element: etree._Element, name: str) -> float:
    """A length; what is not a number counts as 0 here, the renderer tells it to the person who drew the page."""
    try:
        return float(element.get(name, "0").removesuffix("mm"))
    except ValueError:
        return 0.0


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
