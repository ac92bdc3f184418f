"""Which cells of a page are to be filled in, and how: proposed boxes without a name yet."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from kiosk.designing.importing.grid import Cell, cells, spans
from kiosk.designing.importing.lettering import Lettering, lettering
from kiosk.designing.importing.one_cell import Manner, box_of, offer
from kiosk.designing.importing.sheet import Label, Proposed, Sheet
from kiosk.model.template import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from kiosk.render.official.printed import Letter, Printed

_TICK = (2.0, 6.0)  # mm: a square to tick
_COMB_WIDE, _COMB_LEAST = 9.0, 4
_LEAST_OFFERED = 2
_LINE = (20.0, 150.0)  # mm: a line to write on


def propose(printed: Printed, *, known: Set[str]) -> Sheet:
    """The boxes and labels of a page; `known` are words that choices have (男, 有, はい …), from the code lists."""
    grid = cells(printed.lines)
    inner = _Inner(grid, printed)
    manner = Manner(known, bool(printed.shades), median([each.h for each in printed.letters] or [0.0]))
    boxes: list[Proposed] = [*inner.combs()]
    labels: list[Label] = []
    for cell in inner.whole:
        found = inner.lettering(cell)
        box = None if inner.shaded(cell) else box_of(cell, found, inner.ticks_in(cell), manner)
        if box is not None:
            boxes.append(box)
        elif found.lines:
            labels.append(Label(cell, found.text))
    boxes += _offered(inner, labels, boxes)
    plain = [box.cell for box in boxes if not box.own]
    heads = [box for box in boxes if _is_label(box) and any(_after(box.cell, other) for other in plain)]
    named = [box.cell for box in heads]
    heads += [box for box in boxes if _is_label(box) and sum(_after(box.cell, each) for each in named) > 1]  # a corner
    labels += [Label(box.cell, box.own) for box in dict.fromkeys(heads)]
    kept = [box for box in boxes if box not in heads]
    kept += _underlined(printed, [*inner.whole])
    return Sheet(tuple(sorted(kept, key=lambda box: box.place)), tuple(labels), grid)


def _offered(inner: _Inner, labels: list[Label], boxes: Sequence[Proposed]) -> list[Proposed]:
    """Words beside a label that has no other box, and that head nothing themselves: they are printed to choose from."""
    taken, found = [box.cell for box in boxes], list[Proposed]()
    for label in [*labels]:
        beside = [each for each in labels if _after(label.cell, each.cell) and each.cell.x > label.cell.x]
        if len(beside) != 1 or any(_after(label.cell, cell) for cell in taken):
            continue
        cell = beside[0].cell
        words = inner.lettering(cell).words
        heads = any(_after(cell, other) for other in (*taken, *(each.cell for each in labels)))
        if len(words) >= _LEAST_OFFERED and cell.w > label.cell.w and not heads and not inner.shaded(cell):
            labels.remove(beside[0])
            found.append(offer(cell, words))
    return found


def _is_label(box: Proposed) -> bool:
    """Whether a box with words in its cell may be a label after all: when the room is beside the words, not below."""
    return bool(box.own) and box.place.x > box.cell.x + 1


def _after(cell: Cell, other: Cell) -> bool:
    """Whether another cell is the one that a label's cell is for: beside it on the right, or below it, as wide."""
    level = other.y - 0.5 <= cell.y + cell.h / 2 <= other.bottom + 0.5
    beside = level and abs(other.x - cell.right) < 1.2
    below = abs(other.y - cell.bottom) < 1.2 and abs(other.x - cell.x) < 1.2 and abs(other.w - cell.w) < 1.2
    return beside or below


def _underlined(printed: Printed, whole: Sequence[Cell]) -> Iterator[Proposed]:
    """Lines to write on outside of every table, with what is printed left of them."""
    upright = spans(printed.lines, level=False)
    for rule in spans(printed.lines, level=True):
        width = rule.end - rule.start
        touched = any(
            rule.start - 1 <= each.at <= rule.end + 1 and each.start - 1 <= rule.at <= each.end + 1 for each in upright
        )
        inside = any(
            cell.x - 1 < rule.start and rule.end < cell.right + 1 and cell.y < rule.at < cell.bottom for cell in whole
        )
        if not _LINE[0] <= width <= _LINE[1] or touched or inside:
            continue
        over = [each for each in printed.letters if rule.at - 7 < each.y + each.h / 2 < rule.at + 1]
        if any(rule.start < each.x + each.w / 2 < rule.end for each in over):
            continue  # a heading that is underlined
        left = [each for each in over if rule.start - 45 < each.x < rule.start]
        place = Cell(rule.at - 7, rule.start, width, 6.8)
        yield Proposed(place, Kind.TEXT, place, own=lettering(left).text if left else "")


class _Inner:
    """The cells of a page by what they are: squares to tick, teeth of a comb, cells with cells inside, whole ones."""

    def __init__(self, grid: Sequence[Cell], printed: Printed) -> None:
        letters, self._shades = printed.letters, printed.shades
        self._letters: dict[Cell, list[Letter]] = {cell: [] for cell in grid}
        by_size = sorted(grid, key=lambda cell: cell.w * cell.h)
        for letter in letters:
            x, y = letter.x + letter.w / 2, letter.y + letter.h / 2
            home = next((cell for cell in by_size if cell.holds(x, y)), None)
            if home is not None:
                self._letters[home].append(letter)
        empty = [cell for cell in grid if not self._letters[cell]]
        self._combs = list(_runs([cell for cell in empty if cell.w <= _COMB_WIDE]))
        teeth = {tooth for comb in self._combs for tooth in comb}
        self.ticks = [cell for cell in empty if _square(cell) and cell not in teeth]
        small = teeth | set(self.ticks)
        rest = [cell for cell in grid if cell not in small]
        around = [cell for cell in rest if any(_inside(other, cell) for other in (*rest, *teeth) if other != cell)]
        self.whole = [cell for cell in rest if cell not in set(around)]

    def shaded(self, cell: Cell) -> bool:
        """Whether a cell has a ground of its own, as headings have."""
        x, y = cell.x + cell.w / 2, cell.y + cell.h / 2
        own = (w * h for left, top, w, h in self._shades if left <= x <= left + w and top <= y <= top + h)
        return min(own, default=0.0) > 0.5 * cell.w * cell.h

    def lettering(self, cell: Cell) -> Lettering:
        return lettering(self._letters[cell])

    def ticks_in(self, cell: Cell) -> list[Cell]:
        return [tick for tick in self.ticks if _inside(tick, cell)]

    def combs(self) -> Iterator[Proposed]:
        """Runs of equal empty cells: a letter each."""
        for comb in self._combs:
            first, last = comb[0], comb[-1]
            place = Cell(first.y, first.x, last.right - first.x, first.h)
            yield Proposed(place, Kind.COMB, place, cells=len(comb))


def _runs(empty: Sequence[Cell]) -> Iterator[list[Cell]]:
    run: list[Cell] = []
    for cell in sorted(empty, key=lambda each: (round(each.y, 1), each.x)):
        if run and not _next(run[-1], cell):
            if len(run) >= _COMB_LEAST:
                yield run
            run = []
        run.append(cell)
    if len(run) >= _COMB_LEAST:
        yield run


def _next(one: Cell, other: Cell) -> bool:
    """Whether a cell goes on from another, as large."""
    level = abs(one.y - other.y) < 0.4 and abs(one.h - other.h) < 0.4
    return level and abs(other.x - one.right) < 0.6 and abs(one.w - other.w) < 0.7


def _square(cell: Cell) -> bool:
    least, most = _TICK
    return least <= cell.w <= most and least <= cell.h <= most and abs(cell.w - cell.h) < 0.8


def _inside(one: Cell, other: Cell) -> bool:
    return (
        one.x >= other.x - 0.3
        and one.y >= other.y - 0.3
        and one.right <= other.right + 0.3
        and one.bottom <= other.bottom + 0.3
        and one.w * one.h < other.w * other.h * 0.98
    )
