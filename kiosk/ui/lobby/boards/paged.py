"""Many things to choose from: as many a page as the room takes, in columns that the longest of them allows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import GAP, Key, Tone, fits
from kiosk.ui.lobby.boards.tray import Slot, beside
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.lettering import Lettering, letters

_MOST_COLUMNS, _MOST_A_PAGE, MOST_LINES = 6, 30, 5
_READ_AT_ONCE = 3  # lines of one thing; more of them are a column of single words
TALLEST = 120  # dp
PAGER = 72  # dp


class Caption(GlyphLabel):
    """A line in the middle of its height."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the words."""
        painter, lettering = QPainter(self), letters(self._kit, self._level)
        room = QRectF(0, (self.height() - lettering.line) / 2, self.width() + 2, lettering.line)
        lettering.draw(painter, room, self.text, colour=self._kit.look.colour(self._ink))


class Paged(QWidget):
    """`make` gives the key of a thing by its place. 前 and 次 stand below when there is more than a page.

    There is room for words of `level`; where they are short they may be larger. `probe` is a key
    as `make` makes them, where they are no plain ones.
    """

    def __init__(
        self,
        kit: Kit,
        *,
        tone: Tone = Tone.LETTER,
        tall: int = 72,
        columns: int = _MOST_COLUMNS,
        level: Level = Level.BODY,
        probe: Key | None = None,
    ) -> None:
        super().__init__()
        self._kit, self._tone, self._tall, self._columns, self._level = kit, tone, tall, columns, level
        self._texts: tuple[str, ...] = ()
        self._make: Callable[[int], Key] = lambda at: Key(kit, self._texts[at])
        self.page, self._shape, self._per_page, self._widest, self._high = 0, (0, 0), 0, 0.0, 0
        self._probe = probe or Key(kit, "", tone=tone)  # never shown: it knows the room of the words in a key
        self._probe.left = self._probe.left or tone is Tone.CHOICE
        self._probe.setParent(self)
        self._probe.hide()
        self.grid = KeyGrid(kit, most=(10_000, 10_000))
        self.before = pressed_with(Key(kit, kit.words("board-page-before"), tone=Tone.ACT), partial(self.turn, -1))
        self.after = pressed_with(Key(kit, kit.words("board-page-next"), tone=Tone.ACT), partial(self.turn, 1))
        self.place = Caption(kit, level=Level.DENSE, wrap=False)
        self.pager = beside(kit, Slot(self.before, 2, 96), Slot(self.place, 0), Slot(self.after, 2, 96))
        for part in (self.grid, self.pager):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def offer(self, texts: Sequence[str], make: Callable[[int], Key]) -> None:
        """Other things, from the first page on."""
        self._texts, self._make, self.page, self._shape = tuple(texts), make, 0, (0, 0)
        self.lay()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(-(-len(self._texts) // max(self._per_page, 1)), 1)

    @property
    def start(self) -> int:
        """The place of the first thing of this page among all."""
        return self.page * self._per_page

    def turn(self, step: int) -> None:
        """The next page (+1) or the one before; after the last comes the first."""
        self.page = (self.page + step) % self.pages
        self._show()

    @property
    def on_page(self) -> list[Key]:
        """The keys of this page."""
        return self.grid.keys

    def groups(self) -> list[list[QWidget]]:
        """The things row by row, then the pager."""
        pager: list[QWidget] = [] if self.pager.isHidden() else [self.before, self.after]
        return [*self.grid.groups(), *([pager] if pager else [])]

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two rows and the pager."""
        dp = self._kit.look.dp
        return QSize(dp(320), dp(2 * self._tall + PAGER + 2 * GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other room, other pages; what stood first stays in sight."""
        super().resizeEvent(event)
        self.lay()

    # ---- how many in how many columns ------------------------------------------------------------------------------
    def lay(self) -> None:
        """Choose columns and rows for the room there is."""
        largest = self._largest()
        self._widest = max((largest.width(text) for text in self._texts), default=0.0)
        gap, pager = self._kit.look.dp(GAP), self._kit.look.dp(PAGER)
        shape = self._fitting(self.height())
        paged = shape[0] * shape[1] < len(self._texts)
        if paged:
            shape = self._fitting(self.height() - pager - gap)
        first = self.start
        self._shape, self._per_page = shape, max(shape[0] * shape[1], 1)
        self.page = min(first // self._per_page, self.pages - 1)
        self.pager.setVisible(paged)
        self._show()
        high = self.height() - (pager + gap if paged else 0)
        needed = -(-min(len(self._texts), self._per_page) // max(shape[0], 1))
        tallest = needed * max(self._kit.look.dp(TALLEST), self._high) + max(needed - 1, 0) * gap
        high = max(min(high, tallest), 0)
        self.grid.setGeometry(0, 0, self.width(), high)
        self.pager.setGeometry(0, high + gap, self.width(), pager)
        self.pager.arrange()

    def _fitting(self, height: int) -> tuple[int, int]:
        """(columns, rows): all of them in as few columns and lines as can be, else the most that are read at once."""
        best, found, self._high = (1, 1), False, height
        given = max((text.count("\n") + 1 for text in self._texts), default=1)
        for lines in range(given, MOST_LINES + 1):
            for columns in range(1, self._columns + 1):
                shape = (columns, self._rows(columns, height, lines))
                many = shape[0] * shape[1]
                enough, read = many >= len(self._texts), lines <= _READ_AT_ONCE or not found
                if enough or (read and many > best[0] * best[1]) or (many and not found):
                    best, found, self._high = shape, True, self._row_height(lines)
                if enough:
                    return best
            if best[0] == self._columns:  # more lines leave room for fewer
                return best
        return best

    def _row_height(self, lines: int) -> int:
        return max(self._kit.look.dp(self._tall), lines * self._largest().line + self._kit.look.dp(8))

    def _rows(self, columns: int, height: int, lines: int) -> int:
        """How many rows of so many columns have room when every text takes as many lines; 0 when one needs more."""
        gap, tall = self._kit.look.dp(GAP), self._row_height(lines)
        wide = (self.width() - gap * (columns - 1)) // columns
        self._probe.resize(wide, max(tall, self._kit.look.dp(TALLEST)))  # a higher key has a larger picture
        room = self._probe.inside().width()
        self._probe.resize(wide, tall)
        high = self._probe.inside().height()
        seen = self._widest <= room or (
            lines > 1 and all(fits(self._largest(), text, room, high) for text in self._texts)
        )
        return min((height + gap) // (tall + gap), _MOST_A_PAGE // columns) if seen else 0

    def _largest(self) -> Lettering:
        return letters(self._kit, self._level)

    def _show(self) -> None:
        columns, rows = self._shape
        first = self.start
        here = range(first, min(first + self._per_page, len(self._texts)))
        keys: list[Key | None] = [self._make(at) for at in here]
        whole = len(self._texts) <= self._per_page
        keys += [None] * ((-len(keys) % max(columns, 1)) if whole else columns * rows - len(keys))
        self.grid.set_rows([keys[at : at + columns] for at in range(0, len(keys), max(columns, 1))])
        self.place.set_text(self._kit.words("board-page", page=str(self.page + 1), pages=str(self.pages)))
        self.pager.arrange()
