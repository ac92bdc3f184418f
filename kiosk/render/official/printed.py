"""What is printed on a page of the city's own paper: its rules and its words, in millimetres from the top left corner.

Rules are read from the drawing itself (ISO 32000-1 section 8.5): stroked lines, sides of stroked rectangles, and
rectangles so thin that they were meant as lines, as word processors write them. Words are pdfium's, letter by letter,
because their order in the file is anybody's.
"""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kiosk.render.official.leaf import BROKEN, MM_PER_POINT, ONE
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from kiosk.render.official.leaf import Leaf

_THIN = 1.2  # mm: what is no wider was meant as a line
_STRAIGHT = 0.15  # mm
_SHORT = 1.0  # mm: shorter strokes are letters or ornaments
_DEEP = 12
_MOST = 200_000  # operators


@dataclass(frozen=True, slots=True)
class Line:
    """A rule from (x1, y1) to (x2, y2), level or upright, `width` thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.0

    @property
    def level(self) -> bool:
        """Whether it runs across."""
        return abs(self.y2 - self.y1) <= abs(self.x2 - self.x1)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its box."""

    x: float
    y: float
    w: float
    h: float
    text: str


@dataclass(frozen=True)
class Printed:
    """A page's lines and letters; `pictured` says that the page is a picture, and neither can be read from the file.

    `shades` are the grey or coloured grounds of cells, as x, y, w, h: headings have one, what is filled in has none.
    """

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    letters: tuple[Letter, ...] = ()
    shades: tuple[tuple[float, float, float, float], ...] = ()
    pictured: bool = False


def read_printed(leaf: Leaf) -> Printed:
    """Rules and letters of a page. Raises Unreadable for one that is damaged inside."""
    import pikepdf
    from pypdfium2 import PdfiumError

    reading = _Reading(leaf.height)
    try:
        with warnings.catch_warnings(), pikepdf.open(io.BytesIO(leaf.pdf)) as pdf:
            warnings.simplefilter("ignore")  # a content stream that ends early is read as far as it goes
            reading.page(pdf.pages[0])
        letters = tuple(_letters(leaf))
    except (pikepdf.PdfError, PdfiumError, *BROKEN):
        raise Unreadable("PDF の中身が壊れていて読めません。") from None
    pictured = reading.pictured and len(reading.lines) < 4
    return Printed(leaf.width, leaf.height, tuple(reading.lines), letters, tuple(reading.shades), pictured)


def _letters(leaf: Leaf) -> Iterator[Letter]:
    import pypdfium2

    with ONE:
        pdf = pypdfium2.PdfDocument(leaf.pdf)
        try:
            page = pdf[0].get_textpage()
            for index in range(page.count_chars()):
                text = page.get_text_range(index, 1)
                if not text.strip():
                    continue
                left, bottom, right, top = (each * MM_PER_POINT for each in page.get_charbox(index, loose=True))
                yield Letter(left, leaf.height - top, right - left, top - bottom, text)
        finally:
            pdf.close()


# ---- rules -----------------------------------------------------------------------------------------------------------
_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _State:
    """Where and how something is drawn: the matrix, the width of lines, how light a ground is (0 black, 1 white)."""

    matrix: _Matrix
    width: float = 1.0
    light: float = 0.0


_STROKED = {"S", "s", "B", "B*", "b", "b*"}
_FILLED = {"f", "F", "f*", "B", "B*", "b", "b*"}
_CLOSED = {"s", "b", "b*"}
_PAINTED = _STROKED | _FILLED | {"n"}
_PATH = {"m", "l", "c", "v", "y", "re", "h"}
_STATE = {"q", "Q", "cm", "w", "g", "rg", "k", "sc", "scn"}
_PALE, _WHITE = 0.35, 0.995


class _Reading:
    """Walks through the content of a page and of the forms inside it."""

    def __init__(self, height: float) -> None:
        self._height = height
        self.lines: list[Line] = []
        self.shades: list[tuple[float, float, float, float]] = []
        self.pictured = False
        self._steps = 0

    def page(self, page: pikepdf.Page) -> None:
        """Everything on the page."""
        self._content(page.obj, page.obj.get("/Resources"), (MM_PER_POINT, 0, 0, -MM_PER_POINT, 0, self._height), 0)

    def _content(self, owner: pikepdf.Object, resources: Any, matrix: _Matrix, depth: int) -> None:
        """Every drawing of a content stream, with the state that it is drawn in (section 8.4)."""
        import pikepdf

        state, kept, path = _State(matrix), list[_State](), list[list[_Point]]()
        for instruction in pikepdf.parse_content_stream(owner):
            self._steps += 1
            if self._steps > _MOST:
                return
            name, given = str(instruction.operator), instruction.operands
            with suppress(ValueError, TypeError, IndexError):  # what cannot be drawn is passed over, as viewers do
                if name in _STATE:
                    state = _changed(state, name, given, kept)
                elif name in _PATH:
                    _step(path, name, _numbers(given), state.matrix)
                elif name in _PAINTED:
                    path = self._paint(path, name, state)
                elif name == "Do" and depth < _DEEP:
                    self._inside(resources, str(given[0]), state, depth)
                elif name == "INLINE IMAGE":
                    self._picture(state.matrix)

    def _inside(self, resources: Any, name: str, state: _State, depth: int) -> None:
        found = (resources or {}).get("/XObject", {}).get(name)
        if found is None:
            return
        if found.get("/Subtype") == "/Image":
            self._picture(state.matrix)
        elif found.get("/Subtype") == "/Form":
            own = _numbers(found.get("/Matrix", [1, 0, 0, 1, 0, 0]))
            self._content(found, found.get("/Resources", resources), _times(own, state.matrix), depth + 1)

    def _picture(self, matrix: _Matrix) -> None:
        (x0, y0), (x1, y1) = _at(matrix, 0, 0), _at(matrix, 1, 1)
        self.pictured = self.pictured or (abs(x1 - x0) > 60 and abs(y1 - y0) > 60)

    def _paint(self, path: Sequence[Sequence[_Point]], name: str, state: _State) -> list[list[_Point]]:
        """Keep what a path draws; the next one begins empty."""
        for points in path:
            thin = _thin(points) if name in _FILLED else None
            if thin is not None:
                self.lines.append(thin)
                continue
            if name in _FILLED and _PALE <= state.light < _WHITE and len(points) in {4, 5}:
                self.shades.append(_around(points))
            if name in _STROKED:
                closed = (*points, points[0]) if name in _CLOSED else points
                self.lines += _sides(closed, state.width * _scale(state.matrix))
        return []


def _changed(state: _State, name: str, given: Any, kept: list[_State]) -> _State:
    """The matrix and the width of lines after an operator."""
    match name:
        case "q":
            kept.append(state)
        case "Q":
            return kept.pop() if kept else state
        case "cm":
            return replace(state, matrix=_times(_numbers(given), state.matrix))
        case "w":
            return replace(state, width=float(given[0]))
        case "g" | "rg" | "k" | "sc" | "scn":
            return replace(state, light=_light(given))
    return state


def _light(given: Any) -> float:
    """How light a colour is, by the number of its parts: grey, red green blue, or cyan magenta yellow black."""
    parts = [float(each) for each in given if isinstance(each, int | float | Decimal)]
    if len(parts) == 4:
        return (1 - parts[3]) * (1 - sum(parts[:3]) / 3)
    return sum(parts) / len(parts) if parts else 0.0


def _around(points: Sequence[_Point]) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def _sides(points: Sequence[_Point], width: float) -> Iterator[Line]:
    for (x1, y1), (x2, y2) in pairwise(points):
        if max(abs(x2 - x1), abs(y2 - y1)) >= _SHORT and min(abs(x2 - x1), abs(y2 - y1)) <= _STRAIGHT:
            yield Line(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), width)


def _thin(points: Sequence[_Point]) -> Line | None:
    """A filled rectangle that was meant as a line: along its middle."""
    if len(points) not in {4, 5}:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    if not all(min(abs(x - left), abs(x - right)) < _STRAIGHT for x in across):
        return None
    if bottom - top <= _THIN and right - left >= max(_SHORT, 2 * (bottom - top)):
        middle = (top + bottom) / 2
        return Line(left, middle, right, middle, bottom - top)
    if right - left <= _THIN and bottom - top >= max(_SHORT, 2 * (right - left)):
        middle = (left + right) / 2
        return Line(middle, top, middle, bottom, right - left)
    return None


def _step(path: list[list[_Point]], name: str, given: _Matrix | tuple[float, ...], matrix: _Matrix) -> None:
    match name:
        case "m":
            path.append([_at(matrix, given[0], given[1])])
        case "re":
            x, y, w, h = given[:4]
            path.append([_at(matrix, *each) for each in ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))])
        case "l" | "c" | "v" | "y" if path:
            path[-1].append(_at(matrix, given[-2], given[-1]))
        case "h" if path and path[-1]:
            path[-1].append(path[-1][0])


def _numbers(given: Any) -> Any:
    return tuple(float(each) for each in given)


def _at(matrix: _Matrix, x: float, y: float) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    """First `one`, then `two`."""
    a, b, c, d, e, f = one
    (x0, y0), (x1, y1), (x2, y2) = _at(two, e, f), _at(two, a + e, b + f), _at(two, c + e, d + f)
    return x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0


def _scale(matrix: _Matrix) -> float:
    a, b, c, d, *_ = matrix
    return float(abs(a * d - b * c) ** 0.5)
