"""Which cells of a page are to be filled in, and how: proposed boxes without a name yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.designing.importing.grid import Cell, cells, spans
from kiosk.designing.importing.lettering import DatePlace, Lettering, Word, date_place, lettering, parts
from kiosk.model.template import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from kiosk.model.template import Listed
    from kiosk.render.official.printed import Letter, Printed

_SMALL_W, _SMALL_H = 4.5, 3.2  # mm: no pen writes in less
_TICK = (2.0, 6.0)  # mm: a square to tick
_COMB_WIDE, _COMB_LEAST = 9.0, 4
_FREE_RIGHT, _FREE_BELOW = 16.0, 6.0
_LINE = (20.0, 150.0)  # mm: a line to write on
_UNITS = frozenset("人円名歳様印番号枚通頭年本件回日階班部") | {"か月", "ヶ月", "世帯", "cm", "kg", "cc"}


@dataclass(frozen=True)
class Choice:
    """A printed choice: its word, where the circle or the tick goes, and what a field says when it is chosen."""

    word: str
    place: Cell
    state: str = ""


@dataclass(frozen=True)
class Proposed:
    """A box: where, how it is filled, what was printed in its own cell (`own`), and the parts of its kind.

    `fields` are the names of the paper's own fields, row by row, `listed` what such a field offers.
    """

    place: Cell
    kind: Kind
    cell: Cell
    own: str = ""
    choices: tuple[Choice, ...] = ()
    date: DatePlace | None = None
    cells: int = 0
    fields: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Label:
    """A cell with nothing but words: what stands there belongs to a box right of it or below."""

    cell: Cell
    text: str


@dataclass(frozen=True)
class Sheet:
    """What was found on a page, in the order of reading."""

    boxes: tuple[Proposed, ...] = ()
    labels: tuple[Label, ...] = ()
    grid: tuple[Cell, ...] = field(default=(), repr=False)


def propose(printed: Printed, *, known: Set[str]) -> Sheet:
    """The boxes and labels of a page; `known` are words that choices have (男, 有, はい …), from the code lists."""
    grid = cells(printed.lines)
    inner = _Inner(grid, printed)
    boxes: list[Proposed] = [*inner.combs()]
    labels: list[Label] = []
    for cell in inner.whole:
        found = inner.lettering(cell)
        headed = bool(printed.shades)
        box = None if inner.shaded(cell) else _of(cell, found, inner.ticks_in(cell), known, headed=headed)
        if box is not None:
            boxes.append(box)
        elif found.lines:
            labels.append(Label(cell, found.text))
    plain = [box.cell for box in boxes if not box.own]
    heads = [box for box in boxes if _is_label(box) and any(_after(box.cell, other) for other in plain)]
    named = [box.cell for box in heads]
    heads += [box for box in boxes if _is_label(box) and sum(_after(box.cell, each) for each in named) > 1]  # a corner
    labels += [Label(box.cell, box.own) for box in dict.fromkeys(heads)]
    kept = [box for box in boxes if box not in heads]
    kept += _underlined(printed, [*inner.whole])
    return Sheet(tuple(sorted(kept, key=lambda box: box.place)), tuple(labels), grid)


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


# ---- one cell --------------------------------------------------------------------------------------------------------
def _of(cell: Cell, found: Lettering, ticks: Sequence[Cell], known: Set[str], *, headed: bool) -> Proposed | None:
    """The box of a cell, or None for a label, a sentence, or too little room."""
    inner = Cell(cell.y + 0.3, cell.x + 0.3, cell.w - 0.6, cell.h - 0.6)
    if not found.lines and not ticks:
        return Proposed(inner, Kind.TEXT, cell) if cell.w >= _SMALL_W and cell.h >= _SMALL_H else None
    squares = [*ticks, *(Cell(each.y, each.x, each.w, each.h) for each in found.squares)]
    if squares:
        return Proposed(inner, Kind.TICK, cell, choices=_ticked(squares, found.words))
    date = date_place(found, inner)
    if date is not None:
        return Proposed(inner, Kind.DATE, cell, date=date)
    if found.text == "年月日":
        return Proposed(inner, Kind.BLANK, cell)  # too close for digits before each: for the pen
    if words := _choices(found, cell, known, headed=headed):
        return Proposed(inner, Kind.CHOICE, cell, choices=tuple(map(_circled, words)))
    return _beside(cell, found)


def _ticked(squares: Sequence[Cell], words: Sequence[Word]) -> tuple[Choice, ...]:
    """Each square with the words right of it, up to the next square of the line."""
    found = []
    for square in sorted(squares):
        level = [word for word in words if word.y < square.bottom and word.y + word.h > square.y]
        after = [other.x for other in squares if other.x > square.x + 1 and abs(other.y - square.y) < square.h]
        own = [word.text for word in level if square.x < word.x < min(after, default=1000.0)]
        found.append(Choice("".join(own), square))
    return tuple(found)


def _choices(found: Lettering, cell: Cell, known: Set[str], *, headed: bool) -> tuple[Word, ...]:
    """The words that are printed to choose from; none in a label. `headed`: headings here have a ground, not this."""
    words, pieces = found.words, found.pieces
    if found.text.endswith(("。", ".")):
        return ()
    if len(pieces) >= 2 and all(piece.text in known for piece in pieces):
        return pieces
    if len(words) < 2:
        return ()
    told = sum(word.text in known for word in words)
    apart = any(
        letter.text in "・･·/／" and parts(line, index) for line in found.lines for index, letter in enumerate(line)
    )
    if apart:
        return words if found.box().w > 0.45 * cell.w or told > 0 else ()
    offered = told * 2 >= len(words) + (told < 2) or (headed and len(words) <= 8 and all(map(_short, words)))
    return words if offered else ()


def _short(word: Word) -> bool:
    return len(word.text) <= 8 and not set(word.text) & set("、。()（）")


def _circled(word: Word) -> Choice:
    return Choice(word.text, Cell(word.y - 0.5, word.x - 0.7, word.w + 1.4, word.h + 1.0))


def _beside(cell: Cell, found: Lettering) -> Proposed | None:
    """A box in a cell that has words, too: before a unit, below a small heading, or right of a label."""
    text, box = found.text, found.box()
    left, right, below = box.x - cell.x, cell.right - box.right, cell.bottom - box.bottom
    if text.endswith("。") or len(text) > 40:
        return None
    if text in _UNITS and left >= 8:
        return Proposed(Cell(cell.y + 0.3, cell.x + 0.3, left - 0.6, cell.h - 0.6), Kind.TEXT, cell)
    high = box.h < 0.45 * cell.h and box.y - cell.y < 0.25 * cell.h
    if high and below >= _FREE_BELOW and left < 0.3 * cell.w:
        return Proposed(Cell(box.bottom + 0.3, cell.x + 0.3, cell.w - 0.6, below - 0.6), Kind.TEXT, cell, own=text)
    if right >= max(_FREE_RIGHT, 3 * left, box.w) and left < 6:
        return Proposed(Cell(cell.y + 0.3, box.right + 1, right - 1.3, cell.h - 0.6), Kind.TEXT, cell, own=text)
    return None
