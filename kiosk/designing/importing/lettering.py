"""What is written in a cell: its lines, the words of a line, and the places of a date."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.designing.importing.grid import Cell
from kiosk.designing.labels import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.render.official.printed import Letter

_APART = 0.75  # of a letter's height: what is further apart is another word
_CLOSE = 0.25  # of a letter's height: a dot that is nearer belongs to the word
_BETWEEN = frozenset("・･·‧/／|｜,、，")
SQUARES = frozenset("□☐◻▢")


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that belong together, in their box."""

    text: str
    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.w


@dataclass(frozen=True)
class Lettering:
    """The letters of a cell by lines from the top, each from the left; words are split at gaps and separators."""

    lines: tuple[tuple[Letter, ...], ...]

    @property
    def text(self) -> str:
        """Everything as one text without blanks, in plain letters."""
        return plain("".join(letter.text for line in self.lines for letter in line))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in the order of reading; separators and squares are none."""
        return tuple(word for line in self.lines for word in _words(line))

    @property
    def pieces(self) -> tuple[Word, ...]:
        """The words, parted at every dot and stroke however close it stands (男・女)."""
        return tuple(word for line in self.lines for word in _words(line, close=True))

    @property
    def squares(self) -> tuple[Letter, ...]:
        """The squares to tick that are letters."""
        return tuple(letter for line in self.lines for letter in line if letter.text in SQUARES)

    def box(self) -> Cell:
        """The box around all letters. There is at least one."""
        every = [letter for line in self.lines for letter in line]
        left, top = min(each.x for each in every), min(each.y for each in every)
        return Cell(
            top, left, max(each.x + each.w for each in every) - left, max(each.y + each.h for each in every) - top
        )


def lettering(letters: Iterable[Letter]) -> Lettering:
    """Letters by lines: what overlaps in height stands in one line."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: each.y + each.h / 2):
        middle = letter.y + letter.h / 2
        if lines and middle < lines[-1][0].y + lines[-1][0].h * 0.9:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return Lettering(tuple(tuple(sorted(line, key=lambda each: each.x)) for line in lines))


def _words(line: Sequence[Letter], *, close: bool = False) -> list[Word]:
    groups: list[list[Letter]] = [[]]
    for index, letter in enumerate(line):
        before = groups[-1][-1] if groups[-1] else None
        if letter.text in SQUARES or (letter.text in _BETWEEN and (close or parts(line, index))):
            groups.append([])
        elif before is not None and letter.x - (before.x + before.w) > _APART * before.h:
            groups.append([letter])
        else:
            groups[-1].append(letter)
    return [_word(group) for group in groups if group]


def parts(line: Sequence[Letter], index: int) -> bool:
    """Whether a separator stands apart from what it is between, as between choices and not inside a word (A・B)."""
    if index in {0, len(line) - 1}:
        return True
    before, letter, after = line[index - 1 : index + 2]
    room = min(letter.x - before.x - before.w, after.x - letter.x - letter.w)
    return room > _CLOSE * before.h or letter.text in "/／|｜"


def _word(group: Sequence[Letter]) -> Word:
    text = unicodedata.normalize("NFKC", "".join(letter.text for letter in group))
    top, bottom = min(each.y for each in group), max(each.y + each.h for each in group)
    return Word(text, group[0].x, top, group[-1].x + group[-1].w - group[0].x, bottom - top)


# ---- dates -----------------------------------------------------------------------------------------------------------
ERAS = {
    "明治": "明治", "大正": "大正", "昭和": "昭和", "平成": "平成", "令和": "令和", "西暦": "西暦",
    "明": "明治", "大": "大正", "昭": "昭和", "平": "平成", "令": "令和", "西": "西暦",
}  # fmt: skip
_ROOM = 3.0  # mm before 年, 月 and 日, where digits go


@dataclass(frozen=True)
class DatePlace:
    """Where the parts of a date go, and the printed eras; `line` is the top of the line it is written in."""

    year: Cell
    month: Cell
    day: Cell
    eras: tuple[tuple[str, Word], ...] = ()
    era: Cell | None = None
    line: float = 0.0


def date_place(found: Lettering, cell: Cell) -> DatePlace | None:
    """The places of a date where 年, 月 and 日 are printed in one line with room for digits before each."""
    for line in found.lines:
        signs = [letter for letter in line if letter.text in "年月日"]
        if [each.text for each in signs[-3:]] != ["年", "月", "日"]:
            continue
        year, month, day = signs[-3:]
        rooms = (month.x - (year.x + year.w), day.x - (month.x + month.w))
        before = max((letter.x + letter.w for letter in line if letter.x < year.x - 0.1), default=cell.x)
        if min(rooms) < _ROOM or year.x - before < _ROOM:
            continue
        eras = tuple((ERAS[word.text], word) for word in _apart(found) if word.text in ERAS and word.x < year.x)
        start = max(before, max((word.right for _, word in eras), default=cell.x)) + 0.3
        room = year.x - start
        wide = min(room, 10.0)
        top, high = _level(line, cell)
        era = Cell(top, start, room - wide, high) if not eras and room - wide > 6 else None
        return DatePlace(
            Cell(top, year.x - wide, wide - 0.2, high),
            Cell(top, year.x + year.w + 0.2, rooms[0] - 0.4, high),
            Cell(top, month.x + month.w + 0.2, rooms[1] - 0.4, high),
            eras,
            era,
            line=min(letter.y for letter in line),
        )
    return None


def _level(line: Sequence[Letter], cell: Cell) -> tuple[float, float]:
    """Top and height of what is written in a line: around its middle, as far as its cell reaches at both sides."""
    middle = line[0].y + line[0].h / 2
    half = max(min(middle - cell.y, cell.bottom - middle), line[0].h)
    top = max(middle - half, cell.y)
    return top, min(middle + half, cell.bottom) - top


def _apart(found: Lettering) -> list[Word]:
    """The words, and where no era is written out each letter that stands for one, close together (明 大 昭)."""
    words = list(found.words)
    if any(word.text in ERAS and len(word.text) > 1 for word in words):
        return words
    return words + [_word([letter]) for line in found.lines for letter in line if letter.text in ERAS]
