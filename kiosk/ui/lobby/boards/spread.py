"""Many texts of different lengths in columns, a long one over several of them; on as few pages as can be."""

from kiosk.ui.lobby.boards.key import GAP, Key, fits
from kiosk.ui.lobby.boards.paged import MOST_LINES, PAGER, TALLEST, Paged

Line = tuple[tuple[int, int], ...]
"""The texts of one row, by their places among all, each with how many columns it takes."""


class Spread(Paged):
    """As Paged; a text that its column cannot hold takes two, or as many as it needs."""

    def __init__(self, *args: object, **options: object) -> None:
        self._sheets: tuple[tuple[Line, ...], ...] = ()
        super().__init__(*args, **options)  # type: ignore[arg-type]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(len(self._sheets), 1)

    @property
    def start(self) -> int:
        """The place of the first thing of this page among all."""
        return self._sheets[self.page][0][0][0] if self.page < len(self._sheets) and self._sheets[self.page] else 0

    def lay(self) -> None:
        """Choose columns, and how high a row is, for the room there is."""
        gap, pager, first = self._kit.look.dp(GAP), self._kit.look.dp(PAGER), self.start
        best = self._best(self.height())
        paged = len(best) > 1
        if paged:
            best = self._best(self.height() - pager - gap)
        self._sheets = best
        self.page = next(
            (at for at, sheet in enumerate(best) if any(each == first for line in sheet for each, _ in line)), 0
        )
        self.pager.setVisible(paged)
        high = self.height() - (pager + gap if paged else 0)
        lines = max((len(sheet) for sheet in best), default=1)
        tallest = lines * max(self._kit.look.dp(TALLEST), self._high) + max(lines - 1, 0) * gap
        high = max(min(high, tallest), 0)
        self._show()
        self.grid.setGeometry(0, 0, self.width(), high)
        self.pager.setGeometry(0, high + gap, self.width(), pager)
        self.pager.arrange()

    def _best(self, height: int) -> tuple[tuple[Line, ...], ...]:
        """The rows of every page: as few pages as can be, then as few columns."""
        found: tuple[tuple[Line, ...], ...] = ()
        given = max((text.count("\n") + 1 for text in self._texts), default=1)
        for high in range(given, MOST_LINES + 1):
            for columns in range(1, self._columns + 1):
                lines = self._lines(columns, high)
                if lines is None:
                    continue
                tall = self._row_height(high)
                rows = max((height + self._kit.look.dp(GAP)) // (tall + self._kit.look.dp(GAP)), 1)
                sheets = tuple(lines[at : at + rows] for at in range(0, len(lines), rows))
                if not found or len(sheets) < len(found):
                    found, self._high, self._shape = sheets, tall, (columns, rows)
        if not found:  # not even alone: each has a page
            self._high, self._shape = height, (1, 1)
            found = tuple((((at, 1),),) for at in range(len(self._texts)))
        return found

    def _lines(self, columns: int, high: int) -> tuple[Line, ...] | None:
        """The texts row by row; None where one is not seen whole even over all columns."""
        found, left = list[list[tuple[int, int]]](), 0
        for at, text in enumerate(self._texts):
            span = next((each for each in range(1, columns + 1) if self._holds(text, columns, each, high)), 0)
            if not span:
                return None
            if span > left:
                found.append([])
                left = columns
            found[-1].append((at, span))
            left -= span
        return tuple(tuple(line) for line in found)

    def _holds(self, text: str, columns: int, span: int, high: int) -> bool:
        gap = self._kit.look.dp(GAP)
        wide = (self.width() - gap * (columns - 1)) // columns
        self._probe.resize(span * (wide + gap) - gap, self._row_height(high))
        room = self._probe.inside()
        return fits(self._largest(), text, room.width(), room.height())

    def _show(self) -> None:
        columns, sheet = self._shape[0], self._sheets[self.page] if self._sheets else ()
        rows = [self._row(line, columns) for line in sheet]
        full = max((len(each) for each in self._sheets), default=0)
        rows += [[None] * columns for _ in range(full - len(rows))]
        self.grid.set_rows(rows)
        self.place.set_text(self._kit.words("board-page", page=str(self.page + 1), pages=str(self.pages)))
        self.pager.arrange()

    def _row(self, line: Line, columns: int) -> list[Key | None]:
        """The keys of a row, each before the columns that it takes beside its own."""
        row = list[Key | None]()
        for at, span in line:
            key = self._make(at)
            key.span = span
            row += [key, *[None] * (span - 1)]
        return row + [None] * (columns - len(row))
