"""One ruled cell: whether it is to be filled in, where in it, and how, by what is printed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.designing.importing.grid import Cell
from kiosk.designing.importing.lettering import ERAS, Lettering, Word, date_place, lettering, parts
from kiosk.designing.importing.sheet import Choice, Proposed
from kiosk.model.template import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

_SMALL_W, _SMALL_H = 4.5, 3.2  # mm: no pen writes in less
_FREE_RIGHT, _FREE_BELOW, _FREE_ABOVE, _FREE_UNDER_NOTE = 16.0, 4.0, 5.0, 8.0
_AT_EDGE = 0.3  # of the room at the other side: words so near to an edge leave that room free
_NOTES = ("(", "※", "[")
_UNITS = frozenset("人円名歳様印番号枚通頭年本件回日階班部") | {"か月", "ヶ月", "世帯", "cm", "kg", "cc"}
_MOST_CAPTION = 20
_MIDDLE, _SMALL = 1.5, 0.9  # mm: words in the middle are a label's; of the usual height: small letters
_ERA_WORDS = [era for era in ERAS if len(era) > 1]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is printed: `known` are words that choices have; `headed`: headings have a ground, and boxes none;
    `letter` is the usual height of its letters, in mm.
    """

    known: Set[str]
    headed: bool
    letter: float


def box_of(cell: Cell, found: Lettering, ticks: Sequence[Cell], manner: Manner) -> Proposed | None:
    """The box of a cell without a ground, or None for a label, a sentence, or too little room."""
    inner = Cell(cell.y + 0.3, cell.x + 0.3, cell.w - 0.6, cell.h - 0.6)
    if not found.lines and not ticks:
        return Proposed(inner, Kind.TEXT, cell) if cell.w >= _SMALL_W and cell.h >= _SMALL_H else None
    squares = [*ticks, *(Cell(each.y, each.x, each.w, each.h) for each in found.squares)]
    if squares:
        own = _caption(found, cell, until=min(each.y for each in squares))
        return Proposed(inner, Kind.TICK, cell, own=own, choices=_ticked(squares, found.words))
    date = date_place(found, inner)
    if date is not None:
        return Proposed(inner, Kind.DATE, cell, own=_caption(found, cell, until=date.line), date=date)
    if found.text == "年月日":
        return Proposed(inner, Kind.BLANK, cell)  # too close for digits before each: for the pen
    if words := _choices(found, cell, manner.known, headed=manner.headed):
        return offer(cell, words)
    return _beside(cell, found, manner.letter)


def offer(cell: Cell, words: Sequence[Word]) -> Proposed:
    """A box with words to choose from."""
    inner = Cell(cell.y + 0.3, cell.x + 0.3, cell.w - 0.6, cell.h - 0.6)
    return Proposed(inner, Kind.CHOICE, cell, choices=tuple(map(_circled, words)))


def _caption(found: Lettering, cell: Cell, *, until: float) -> str:
    """A small heading over what is filled in below it in the same cell; `until` is the top of that."""
    over = [line for line in found.lines if max(each.y + each.h for each in line) <= until + 0.5]
    if not over or over[0][0].x - cell.x > 0.3 * cell.w:
        return ""
    text = lettering(each for line in over for each in line).text
    says = (
        len(text) <= _MOST_CAPTION and not text.endswith(("。", "さい")) and not any(era in text for era in _ERA_WORDS)
    )
    return text if says else ""


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
        return words if headed or told > 0 or found.box().w > 0.45 * cell.w else ()
    offered = told * 2 >= len(words) + (told < 2) or (headed and len(words) <= 8 and all(map(_short, words)))
    return words if offered else ()


def _short(word: Word) -> bool:
    return len(word.text) <= 8 and not set(word.text) & set("、。()（）")


def _circled(word: Word) -> Choice:
    return Choice(word.text, Cell(word.y - 0.5, word.x - 0.7, word.w + 1.4, word.h + 1.0))


def _beside(cell: Cell, found: Lettering, letter: float) -> Proposed | None:
    """A box in a cell that has words, too: before a unit, below a heading, over or before a note, right of a label."""
    text, box = found.text, found.box()
    left, right, above, below = box.x - cell.x, cell.right - box.right, box.y - cell.y, cell.bottom - box.bottom
    flat = box.h < 0.5 * cell.h
    before = Cell(cell.y + 0.3, cell.x + 0.3, left - 0.6, cell.h - 0.6)
    after = Cell(box.bottom + 0.3, cell.x + 0.3, cell.w - 0.6, below - 0.6)
    if text in _UNITS and left >= 8:
        return Proposed(before, Kind.TEXT, cell)
    if flat and above >= _FREE_ABOVE and below <= _AT_EDGE * above:
        return Proposed(Cell(cell.y + 0.3, cell.x + 0.3, cell.w - 0.6, above - 0.6), Kind.TEXT, cell)
    if text.startswith(_NOTES) and left >= _FREE_RIGHT and right <= _AT_EDGE * left:
        return Proposed(before, Kind.TEXT, cell)
    at_top = flat and above <= _AT_EDGE * below and left < 0.3 * cell.w
    if text.endswith("。") or len(text) > 40:
        return Proposed(after, Kind.TEXT, cell) if at_top and below >= _FREE_UNDER_NOTE else None
    if at_top and below >= _FREE_BELOW and (left + _MIDDLE < right or _height(found) < _SMALL * letter):
        return Proposed(after, Kind.TEXT, cell, own=text)
    if right >= max(_FREE_RIGHT, 3 * left, box.w) and left < 6:
        return Proposed(Cell(cell.y + 0.3, box.right + 1, right - 1.3, cell.h - 0.6), Kind.TEXT, cell, own=text)
    return None


def _height(found: Lettering) -> float:
    return max(letter.h for line in found.lines for letter in line)
