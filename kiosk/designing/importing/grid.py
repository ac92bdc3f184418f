"""The ruled cells of a page: the smallest rectangles that its rules close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.render.official.printed import Line

NEAR = 0.6  # mm: rules that are no further apart are one, and meet when they are no further apart
_LEAST = 2.0  # mm: a smaller cell is a square to tick, or an ornament
_MOST_CELLS = 4000


@dataclass(frozen=True, slots=True)
class Span:
    """A rule: `at` across its run, from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A closed rectangle in millimetres, from the top left corner; ordered as it is read."""

    y: float
    x: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


def spans(lines: Iterable[Line], *, level: bool) -> list[Span]:
    """The level (or upright) rules, drawn over one another and one after another made one."""
    found = sorted(
        (_span(line, level=level) for line in lines if line.level is level), key=lambda span: (span.at, span.start)
    )
    joined: list[Span] = []
    for group in _beside(found):
        joined += _joined(group)
    return sorted(joined, key=lambda span: (span.at, span.start))


def _span(line: Line, *, level: bool) -> Span:
    if level:
        return Span((line.y1 + line.y2) / 2, line.x1, line.x2)
    return Span((line.x1 + line.x2) / 2, line.y1, line.y2)


def _beside(found: Sequence[Span]) -> Iterator[list[Span]]:
    """Rules that lie on one line."""
    group: list[Span] = []
    for span in found:
        if group and span.at - group[0].at > NEAR:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _joined(group: Sequence[Span]) -> Iterator[Span]:
    at = sum(span.at for span in group) / len(group)
    start, end = None, 0.0
    for span in sorted(group, key=lambda each: each.start):
        if start is None:
            start, end = span.start, span.end
        elif span.start <= end + NEAR:
            end = max(end, span.end)
        else:
            yield Span(at, start, end)
            start, end = span.start, span.end
    if start is not None:
        yield Span(at, start, end)


def cells(lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Every smallest closed rectangle, in the order of reading."""
    across, down = spans(lines, level=True), spans(lines, level=False)
    found: list[Cell] = []
    for top in across:
        standing = [span for span in down if span.start <= top.at + NEAR and span.end > top.at + _LEAST]
        sides = [span for span in standing if top.start - NEAR <= span.at <= top.end + NEAR]
        below = [span for span in across if span.at > top.at + _LEAST]
        for number, left in enumerate(sides):
            cell = _closed(top, left, sides[number + 1 :], below)
            if cell is not None:
                found.append(cell)
        if len(found) > _MOST_CELLS:
            break
    return tuple(sorted(found))


def _closed(top: Span, left: Span, sides: Sequence[Span], below: Sequence[Span]) -> Cell | None:
    """The smallest rectangle with this corner at its top left."""
    for bottom in below:
        if bottom.at > left.end + NEAR:
            return None
        if not bottom.start - NEAR <= left.at <= bottom.end + NEAR:
            continue
        for right in sides:
            width = right.at - left.at
            if (
                width > _LEAST
                and bottom.at <= right.end + NEAR
                and bottom.start - NEAR <= right.at <= bottom.end + NEAR
            ):
                return Cell(top.at, left.at, width, bottom.at - top.at)
    return None
