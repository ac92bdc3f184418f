"""Answers beside one another, those of a person together, in as few columns as few pages allow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.answer_key import rooms
from kiosk.ui.lobby.boards.key import GAP, Key

_COLUMNS = (1, 2, 3, 4)
_TALL, _TALLEST = 56, 88  # dp
_FEW = 4  # lines, before what stands above them is written smaller
_BAR, _BESIDE = 4, 14  # dp: the bar beside what belongs to one person, and what it takes of the width
_STRETCH = 60  # dp that an answer may be wider than it needs


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown of an answer: `label` where it stands with the others of its person, `alone` elsewhere."""

    label: str
    said: str
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of an answer among all, where it begins and how wide it is, in pixels."""

    at: int
    left: int
    wide: int


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of one height; `joined`: a bar joins it to the others of its person, and `whole` says that they all stand
    on one page, so that only the first names them.
    """

    cells: tuple[Cell, ...]
    high: int
    joined: bool = False


Sheet = tuple[Line, ...]


class Flow(QWidget):
    """`make(at, label)` gives the key of an answer by its place among all. `laid`: another page, or other pages."""

    laid = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.page = kit, 0
        self._groups: tuple[tuple[Answer, ...], ...] = ()
        self._make: Callable[[int, str], Key] = lambda _at, label: Key(kit, label)
        self._sheets: tuple[Sheet, ...] = ()
        self._alone, self._told = frozenset[int](), (0, 1)
        self._bars: list[QRect] = []
        self.on_page: list[Key] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def offer(self, groups: Sequence[Sequence[Answer]], make: Callable[[int, str], Key]) -> None:
        """Other answers, from the first page on; those of each group belong together."""
        self._groups, self._make, self.page, self._sheets = tuple(map(tuple, groups)), make, 0, ()
        self.lay()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(len(self._sheets), 1)

    def turn(self, step: int) -> None:
        """The next page (+1) or the one before; after the last comes the first."""
        self.page = (self.page + step) % self.pages
        self._show()

    def groups(self) -> list[list[QWidget]]:
        """The keys line by line."""
        lines: dict[int, list[QWidget]] = {}
        for key in self.on_page:
            lines.setdefault(key.y(), []).append(key)
        return list(lines.values())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines."""
        dp, wide = self._kit.look.dp, self._kit.look.dp(320)
        line = max(rooms(self._kit)[0].high("", "", wide), dp(_TALL))
        return QSize(wide, _FEW * line + (_FEW - 1) * dp(GAP))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other room, other pages; what stood first stays in sight."""
        super().resizeEvent(event)
        self.lay()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The bars of the groups."""
        painter = QPainter(self)
        for bar in self._bars:
            painter.fillRect(bar, self._kit.look.colour("primary"))

    # ---- lines and pages -------------------------------------------------------------------------------------------
    def lay(self) -> None:
        """Choose columns for the room there is: the fewest pages, then the fewest columns."""
        first = self._sheets[self.page][0].cells[0].at if self.page < len(self._sheets) else 0
        found = [_Layout(self._kit, self._groups, self.size(), columns) for columns in (*_COLUMNS, 0)]
        best = min(found, key=lambda each: len(each.sheets))
        self._sheets, self._alone = best.sheets, best.alone
        here = (at for at, sheet in enumerate(self._sheets) if any(c.at == first for line in sheet for c in line.cells))
        self.page = next(here, 0)
        self._show()

    def _show(self) -> None:
        for key in self.on_page:
            key.set_text("")  # it lives until the event loop comes round
            key.hide()
            key.setParent(None)
            key.deleteLater()
        sheet = self._sheets[self.page] if self._sheets else ()
        self.on_page, self._bars = [], []
        top, gap, more = 0, self._kit.look.dp(GAP), self._more(sheet)
        for line in sheet:
            for cell in line.cells:
                self._put(cell, QRect(cell.left, top, cell.wide, line.high + more))
            if line.joined:
                self._bars.append(QRect(0, top, self._kit.look.dp(_BAR), line.high + more))
            top += line.high + more + gap
        self._join(sheet, gap)
        for one, two in pairwise(self.on_page):
            QWidget.setTabOrder(one, two)
        self.update()
        if self._told != (self.page, self.pages):
            self._told = (self.page, self.pages)
            self.laid.emit()

    def _put(self, cell: Cell, place: QRect) -> None:
        answer = [each for group in self._groups for each in group][cell.at]
        key = self._make(cell.at, answer.alone if cell.at in self._alone and answer.alone else answer.label)
        key.setParent(self)
        key.setGeometry(place)
        key.show()
        self.on_page.append(key)

    def _more(self, sheet: Sheet) -> int:
        """What every line may be higher, where there is room."""
        if not sheet:
            return 0
        gap, tallest = self._kit.look.dp(GAP), self._kit.look.dp(_TALLEST)
        spare = self.height() - sum(line.high + gap for line in sheet) + gap
        return max(min(spare // len(sheet), tallest - min(line.high for line in sheet)), 0)

    def _join(self, sheet: Sheet, gap: int) -> None:
        """The bars of one group are one bar."""
        owner = {at: number for number, group in enumerate(_numbered(self._groups)) for at in group}
        joined = [owner[line.cells[0].at] for line in sheet if line.joined]
        for at, (one, two) in enumerate(pairwise(joined)):
            if one == two:
                self._bars[at].setBottom(self._bars[at].bottom() + gap)


def _numbered(groups: Sequence[Sequence[Answer]]) -> Iterator[range]:
    """The places among all of every group's answers."""
    first = 0
    for group in groups:
        yield range(first, first + len(group))
        first += len(group)


class _Layout:
    """The pages at a number of columns; 0: every answer as wide as it is. `alone`: those named with their person."""

    def __init__(self, kit: Kit, groups: Sequence[Sequence[Answer]], room: QSize, columns: int) -> None:
        self._dp, self._room, self._size, self._columns = kit.look.dp, rooms(kit)[0], room, columns
        self._gap, self.alone = self._dp(GAP), frozenset[int]()
        self.sheets = tuple(tuple(sheet) for sheet in self._paged(groups) if sheet)

    def _paged(self, groups: Sequence[Sequence[Answer]]) -> Iterator[list[Line]]:
        sheet, used = list[Line](), 0
        for numbers, group in zip(_numbered(groups), groups, strict=True):
            lines = self._lines(numbers, group, joined=bool(group and group[0].alone))
            tall = self._tall(lines)
            if lines and lines[0].joined and used + tall > self._size.height():
                if tall <= self._size.height():  # a person's answers stay together
                    yield sheet
                    sheet, used = [], 0
                else:
                    self.alone |= frozenset(numbers)
                    lines = self._lines(numbers, [replace(each, label=each.alone) for each in group], joined=False)
            for line in lines:
                if sheet and used + line.high > self._size.height():
                    yield sheet
                    sheet, used = [], 0
                sheet.append(line)
                used += line.high + self._gap
        yield sheet

    def _tall(self, lines: Sequence[Line]) -> int:
        return sum(line.high + self._gap for line in lines) - self._gap

    def _lines(self, numbers: range, group: Sequence[Answer], *, joined: bool) -> list[Line]:
        """Cells from left to right, a new line where one has no room."""
        begin = self._dp(_BESIDE) if joined else 0
        whole = self._size.width() - begin
        lines: list[list[tuple[int, int]]] = []
        left = 0
        for at, answer in zip(numbers, group, strict=True):
            wide = self._wide(answer, whole)
            if not lines or wide > left:
                lines.append([])
                left = whole
            lines[-1].append((at, wide))
            left -= wide + self._gap
        by_number = dict(zip(numbers, group, strict=True))
        return [self._line(line, by_number, begin, joined=joined) for line in lines]

    def _wide(self, answer: Answer, whole: int) -> int:
        needed = self._room.wide(answer.label, answer.said)
        if not self._columns:
            return min(needed, whole)
        one = (whole - self._gap * (self._columns - 1)) // self._columns
        span = min(-(-(needed + self._gap) // (one + self._gap)), self._columns)
        return span * (one + self._gap) - self._gap

    def _line(self, line: Sequence[tuple[int, int]], answers: dict[int, Answer], begin: int, *, joined: bool) -> Line:
        spare = self._size.width() - begin - sum(wide + self._gap for _, wide in line) + self._gap
        more = 0 if self._columns else min(spare // len(line), self._dp(_STRETCH))
        cells, left = list[Cell](), begin
        for at, wide in line:
            cells.append(Cell(at, left, wide + more))
            left += wide + more + self._gap
        high = max(self._room.high(answers[c.at].label, answers[c.at].said, c.wide) for c in cells)
        return Line(tuple(cells), max(min(high, self._size.height()), self._dp(_TALL)), joined)
