"""The ruled cells of a page: the smallest rectangles that its rules close."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.render.official.printed import Line

NEAR = 0.6  # mm: rules that are no further apart are one, and meet when they are no further apart
_LEAST = 2.0  # mm: a smaller cell is a square to tick, or an ornament
_MOST_CELLS = 4000
_WIDE, _HIGH, _LEAST_RULES = 60.0, 40.0, 3
"""A table without sides: at least so many rules of at least that width, no further apart than that (mm)."""


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
    down = sorted((*down, *_open_sides(across, down)), key=lambda span: (span.at, span.start))
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


def _open_sides(across: Sequence[Span], down: Sequence[Span]) -> Iterator[Span]:
    """The sides of a table that is drawn without them: rules that begin (or end) below one another close it there."""
    wide = [span for span in across if span.end - span.start > _WIDE]
    for ends in ([span.start for span in wide], [span.end for span in wide]):
        places: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for span, end in zip(wide, ends, strict=True):
            places[round(end)].append((span.at, end))
        for rules in places.values():
            for run in _stacked(sorted(rules)):
                side = sum(end for _, end in run) / len(run)
                if len(run) >= _LEAST_RULES and not any(abs(each.at - side) < 1.5 for each in down):
                    yield Span(side, run[0][0], run[-1][0])


def _stacked(rules: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """Rules, from the top, that are no further apart than the rows of a table."""
    run: list[tuple[float, float]] = []
    for rule in rules:
        if run and rule[0] - run[-1][0] > _HIGH:
            yield run
            run = []
        run.append(rule)
    if run:
        yield run


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
