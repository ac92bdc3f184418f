"""送付票: the sheet on top of a packet - what is in it, for whom, what is copied, what is held, room for stamps.

It goes to the departments with the papers, so it leaves 20 mm for binding; what does not fit goes on, n/N at the foot.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed, sheets
from kiosk.render.barcode import code128
from kiosk.render.drawlist import DrawList, Frame, Item, Rule
from kiosk.render.shaping import Shaper

WIDTH, HEIGHT = 210.0, 297.0
LEFT, EDGE = 20.0, 12.0
INNER = WIDTH - LEFT - EDGE
FOOT = HEIGHT - EDGE - 13.0
SHARES = (0.47, 0.335, 0.195)
STAMP = 22.0  # mm square for 受付印
CODE = "C"  # where a form has its number: F01-001
BARS, TAKEN = 110.0, 34.0  # mm for the barcode, and for a department's own mark
BAND, HEADING = 9.0, 6.0
SIZE, LABEL = 10.5, 9.0
TALLEST = 30  # lines in one piece of a row: what has more goes on beneath it
GAP, PAD, SIDE, INDENT = 3.0, 1.2, 1.5, 4.0

Cells = tuple[tuple[Line, ...], ...]


class CoverRow(Frozen):
    """One paper: what it is called, whom it is about, how many sheets it has."""

    paper: str
    people: str
    sheets: str


class CoverPart(Frozen):
    """One department: who it is, its papers, and what was shown that is copied for it (each with a box to tick)."""

    place: str
    rows: tuple[CoverRow, ...]
    copies: tuple[str, ...] = ()


class CoverWords(Frozen):
    """What is printed on every cover sheet. `headings` are those of paper, people and sheets."""

    title: str
    number: str
    stamp: str
    receiver: str
    taken: str
    copies: str
    held: str
    continued: str
    headings: tuple[str, str, str]


class CoverContent(Frozen):
    """What a cover sheet says: `head` are the lines about the visit, `held` what does not leave, each by its name with
    a line for everything else.
    """

    words: CoverWords
    municipality: str
    number: str
    head: tuple[str, ...] = ()
    parts: tuple[CoverPart, ...] = ()
    held: tuple[str, ...] = ()


def cover(content: CoverContent, *, shaper: Shaper) -> tuple[DrawList, ...]:
    """The cover sheet with its continuation sheets; a number that cannot be a barcode is told as a warning."""
    press = _Press(content, Typesetter(shaper, "ja"))
    press.head()
    for part in content.parts:
        press.part(part)
    press.held()
    press.numbers()
    return sheets(press.pages, width=WIDTH, height=HEIGHT, warnings=press.issues)


class _Press:
    """Fills one page after another; `y` is where the next block goes."""

    def __init__(self, content: CoverContent, setter: Typesetter) -> None:
        self.content, self.words, self.setter = content, content.words, setter
        self.pages: list[list[Item]] = [[]]
        self.issues: list[Issue] = []
        self.y, self.headed = EDGE, 0

    def put(self, *items: Item) -> None:
        self.pages[-1].extend(items)

    def lines(self, text: str, width: float, *, size: float = SIZE, bold: bool = False) -> tuple[Line, ...]:
        return self.setter.lines(Say(ja=text), width=width, size=size, bold=bold)

    def room(self, needed: float) -> bool:
        """Whether so many mm are left; if not, a new page has begun."""
        if self.y + needed <= FOOT:
            return True
        self.pages.append([])
        top = f"{self.words.title}{self.words.continued}　{self.words.number} {self.content.number}"
        self.put(*placed(self.lines(top, INNER, size=12.0, bold=True), x=LEFT, y=EDGE))
        self.y = EDGE + 10.0
        return False

    def column(self, lines: Sequence[Line]) -> None:
        """Lines, each where there is room."""
        for line in lines:
            self.room(line.height)
            self.put(*placed([line], x=LEFT, y=self.y))
            self.y += line.height

    # ---- the head --------------------------------------------------------------------------------------------------
    def head(self) -> None:
        """Title, number, the stamps of who received it; then what the visit was."""
        self.put(*placed(self.lines(self.words.title, INNER / 2, size=20.0, bold=True), x=LEFT, y=EDGE - 2.0))
        (town, *_) = self.lines(self.content.municipality, INNER / 2)
        self.put(*placed([town], x=LEFT + INNER - self.setter.width(town), y=EDGE))
        top, wide = EDGE + 10.0, INNER - 2 * STAMP
        self._labelled(self.words.number, Rect(x=LEFT, y=top, w=wide, h=STAMP))
        self._number(Rect(x=LEFT + 3.0, y=top + 6.0, w=wide - 5.0, h=STAMP - 7.0))
        for index, label in enumerate((self.words.stamp, self.words.receiver)):
            self._labelled(label, Rect(x=LEFT + wide + index * STAMP, y=top, w=STAMP, h=STAMP))
        self.y = top + STAMP + 2.0
        for text in self.content.head:
            self.column(self.lines(text, INNER))
        self.y += GAP

    def _labelled(self, label: str, rect: Rect) -> None:
        """A frame for a number or a stamp, its name small in the corner."""
        self.put(Frame(x=rect.x, y=rect.y, w=rect.w, h=rect.h, width=0.3))
        self.put(*placed(self.lines(label, rect.w, size=LABEL), x=rect.x + 1.2, y=rect.y + 0.6))

    def _number(self, rect: Rect) -> None:
        """As large as it fits."""
        number = self.content.number
        size = min(32.0, rect.w / max(self.setter.width(Line(number, "pgothic-bold", 1.0)), 1e-6))
        self.put(*placed([Line(number, "pgothic-bold", size)], x=rect.x, y=rect.y))

    # ---- a department ----------------------------------------------------------------------------------------------
    def part(self, part: CoverPart) -> None:
        """Its name with room for its own mark, the papers, what is copied; on a further page the name comes again."""
        place = part.place
        for row in part.rows:
            for piece in self._pieces(row):
                needed = _tall(piece)
                new = not self.room(needed + (BAND + HEADING if place else 0.0))
                if new or place:
                    self._band(place or part.place + self.words.continued)
                    place = ""
                self._row(piece, needed)
        self.y += PAD
        self.column(tuple(self._packed(part.copies)))
        self.y += GAP

    def _pieces(self, row: CoverRow) -> Iterator[Cells]:
        """A row in pieces that a page can hold: a household of forty has many names."""
        texts = zip((row.paper, row.people, row.sheets), SHARES, (True, False, False), strict=True)
        cells = [self.lines(text, share * INNER - 2 * SIDE, bold=bold) for text, share, bold in texts]
        for start in range(0, max(map(len, cells)), TALLEST):
            yield tuple(cell[start : start + TALLEST] for cell in cells)

    def _band(self, place: str) -> None:
        """The department on grey with a white field for its mark; under the first of a page what the columns are."""
        self.put(Frame(x=LEFT, y=self.y, w=INNER, h=BAND, fill=0.90, width=0.2))
        (name, *_) = self.lines(place, INNER - TAKEN - 4.0, size=12.0, bold=True)
        self.put(*placed([name], x=LEFT + 2.0, y=self.y + (BAND - name.height) / 2))
        mark = Rect(x=LEFT + INNER - TAKEN, y=self.y, w=TAKEN, h=BAND)
        self.put(Frame(x=mark.x, y=mark.y, w=mark.w, h=mark.h, fill=1.0, width=0.2))
        self._labelled(self.words.taken, mark)
        self.y += BAND
        if self.headed == len(self.pages):
            return
        self.headed = len(self.pages)
        heads = tuple(self.lines(text, INNER, size=LABEL)[:1] for text in self.words.headings)
        self._row(heads, HEADING)

    def _row(self, cells: Cells, tall: float) -> None:
        for x, cell in zip(accumulate((share * INNER for share in SHARES[:-1]), initial=LEFT), cells, strict=True):
            self.put(Rule(x1=x, y1=self.y, x2=x, y2=self.y + tall, width=0.2))
            self.put(*placed(cell, x=x + SIDE, y=self.y + PAD))
        right = LEFT + INNER
        self.put(Rule(x1=right, y1=self.y, x2=right, y2=self.y + tall, width=0.2))
        self.y += tall
        self.put(Rule(x1=LEFT, y1=self.y, x2=right, y2=self.y, width=0.2))

    def _packed(self, texts: Sequence[str]) -> Iterator[Line]:
        """What is copied, □ before each; as many on a line as fit whole."""
        held = self.words.copies if texts else ""
        for text in (f"□ {text}" for text in texts):
            longer = f"{held}　{text}"
            if self.setter.width(Line(longer, "pgothic", SIZE)) > INNER:
                yield from self.lines(held, INNER)
                longer = text
            held = longer
        if held:
            yield from self.lines(held, INNER)

    # ---- what does not leave, and the foot -------------------------------------------------------------------------
    def held(self) -> None:
        """The filings that were not accepted: nothing of them is in the packet."""
        if not self.content.held:
            return
        self.room(20.0)
        self.column(self.lines(self.words.held, INNER, size=12.0, bold=True))
        for text in self.content.held:
            name, *more = text.split("\n")
            lines = [self.lines(each, INNER - INDENT) for each in more]
            self.room(sum(map(height, lines)) + GAP)
            self.column(self.lines(f"・{name}", INNER, bold=True))
            for line in (line for each in lines for line in each):
                self.room(line.height)
                self.put(*placed([line], x=LEFT + INDENT, y=self.y))
                self.y += line.height
            self.y += PAD

    def numbers(self) -> None:
        """1/2 at every foot, and the same with the packet's number as bars: a scanner tells the pages apart."""
        foot = Rect(x=LEFT, y=HEIGHT - EDGE - 12.0, w=BARS, h=8.0)
        for index, page in enumerate(self.pages, start=1):
            line = Line(f"{index}/{len(self.pages)}", "pgothic", SIZE)
            x = LEFT + INNER - self.setter.width(line)
            page.extend(placed([line], x=x, y=HEIGHT - EDGE - line.height))
            page.extend(self._bars(f"{self.content.number}-{CODE}-{line.text}", foot))

    def _bars(self, text: str, rect: Rect) -> Iterator[Item]:
        bars = code128(text, rect=rect)
        if bars is None:
            self.issues.append(Issue(where=self.words.title, message="受付番号が長く、バーコードが入りません"))
            return
        twin = Line(text, "gothic", LABEL)
        yield bars
        yield from placed([twin], x=rect.x + (rect.w - self.setter.width(twin)) / 2, y=rect.y + rect.h + 0.5)


def _tall(cells: Cells) -> float:
    return max(map(height, cells)) + 2 * PAD
