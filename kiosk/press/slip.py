"""受付票: the paper a resident takes along - number, procedures with deadline and counter, what to bring; no name."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed, sheets
from kiosk.render.barcode import code128, qr_code
from kiosk.render.drawlist import DrawList, Frame, Item, Rule
from kiosk.render.fitting import FitProblem, Style, fit
from kiosk.render.shaping import Shaper

PAPER = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
EDGE = 12.0
HEAD = 62.0  # mm kept above the table for title, number and barcode
HEADING, ROW_LEAST, FOOT = 7.0, 9.0, EDGE + 6.0
RELEASE = 8.0  # points: for staff, not for the resident
SIZE, LEAST = 11.0, 10.0  # points: what somebody of 75 reads without other glasses
TILL, TILL_SHARE = 24.0, 0.56  # mm of the square code beside the total; what both codes take of the width
SHARES = (0.27, 0.25, 0.16, 0.32)


class SlipLine(Frozen):
    """One procedure: its name, its deadline in words, the counter, and what to bring.

    `lacks` are the questions for want of which it is held: it has not been accepted, and says so.
    """

    procedure: str
    deadline: str = ""
    counter: str = ""
    bring: tuple[str, ...] = ()
    lacks: str = ""


class SlipWords(Frozen):
    """What is printed on every slip: title, what the number is called, the headings of procedure, day, counter, papers.

    `between` stands between papers.
    """

    title: str
    number: str
    headings: tuple[str, str, str, str]
    between: str


class SlipBill(Frozen):
    """手数料: heading, rows of what and how much, the total in words, and what the till reads (empty: nothing to pay).

    `before` is what an earlier slip told and what has changed.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    total: str
    code: str
    before: tuple[str, ...] = ()


class SlipContent(Frozen):
    """What a slip says. `date`, what it is `about` and the `release` of the forms are already in words; nothing in it
    names a person.
    """

    words: SlipWords
    municipality: str
    number: str
    date: str
    about: str = ""
    lines: tuple[SlipLine, ...] = ()
    bill: SlipBill | None = None
    notes: tuple[str, ...] = ()
    release: str = ""
    paper: str = "A4"


def slip(content: SlipContent, *, shaper: Shaper) -> tuple[DrawList, ...]:
    """The slip on pages of A4 or A5; rows are as high as they must be. Its warnings name what did not fit."""
    width, height = PAPER[content.paper]
    press = _Press(shaper, content, width=width, height=height)
    press.head()
    press.table()
    if content.bill is not None:
        press.bill(content.bill)
    press.notes()
    press.numbers()
    return sheets(press.pages, width=width, height=height, warnings=press.issues)


class _Press:
    """Puts the parts of a slip on the paper one after another; `y` is where the next one goes."""

    def __init__(self, shaper: Shaper, content: SlipContent, *, width: float, height: float) -> None:
        self.shaper, self.content, self.words = shaper, content, content.words
        self.width, self.height = width - 2 * EDGE, height
        self.setter = Typesetter(shaper, "ja")
        self.pages: list[list[Item]] = [[]]
        self.issues: list[Issue] = []
        self.y = EDGE

    def put(self, text: str, rect: Rect, *, size: float, face: str = "pgothic", align: str = "left") -> None:
        style = Style(face=face, size=size, floor=min(size, LEAST), align=align)
        fitted = fit(self.shaper, text=text, rect=rect, style=style)
        self.pages[-1].extend(fitted.texts)
        if fitted.rest:
            self.issues.append(FitProblem(box="", label=self.words.title, rest=fitted.rest).issue)

    def head(self) -> None:
        """Title, date and municipality above, the number as large as it fits, and its barcode."""
        half, content = self.width / 2, self.content
        self.put(self.words.title, Rect(x=EDGE, y=8, w=half, h=10), size=20, face="pgothic-bold")
        if content.about:
            self.put(content.about, Rect(x=EDGE, y=18.5, w=self.width, h=5), size=10.5)
        right = Rect(x=EDGE + half, y=9, w=half, h=5)
        self.put(content.municipality, right, size=10.5, align="right")
        self.put(content.date, right.shifted(5.0), size=10.5, align="right")
        self.pages[-1].append(Frame(x=EDGE, y=24, w=self.width, h=33, width=0.5))
        self.put(self.words.number, Rect(x=EDGE + 4, y=26, w=half - 6, h=5), size=10.5)
        number = Rect(x=EDGE + 4, y=32, w=half - 6, h=22)
        self.put(content.number, number, size=48, face="pgothic-bold")
        self._barcode(content.number, Rect(x=EDGE + half, y=28, w=half - 2, h=18))
        self.y = HEAD

    def _barcode(self, number: str, rect: Rect) -> None:
        bars = code128(number, rect=rect)
        if bars is None:
            self.issues.append(Issue(where=self.words.title, message="受付番号が長く、バーコードが入りません"))
        else:
            self.pages[-1].append(bars)
        self.put(number, Rect(x=rect.x, y=rect.y + rect.h + 1, w=rect.w, h=5), size=10.5, face="gothic", align="center")

    def table(self) -> None:
        """One row a procedure; what does not fit goes on to a further page, under the same headings."""
        self._headings()
        for line in self.content.lines:
            cells = [tuple(self._cell(text, column)) for column, text in enumerate(self._texts(line))]
            tall = max(ROW_LEAST, *(height(cell) + 2.0 for cell in cells))
            if self.y + tall > self.height - FOOT:
                self._next_page()
            self._row(cells, tall)

    def _texts(self, line: SlipLine) -> tuple[str, str, str, str]:
        """What is missing stands before what to bring."""
        bring = self.words.between.join(line.bring)
        return line.procedure, line.deadline, line.counter, "\n".join(part for part in (line.lacks, bring) if part)

    def _cell(self, text: str, column: int) -> Iterator[Line]:
        room = SHARES[column] * self.width - 3.0
        for part in text.split("\n"):
            yield from self.setter.lines(Say(ja=part), width=room, size=SIZE, bold=column == 0)

    def _headings(self) -> None:
        self.pages[-1].append(Frame(x=EDGE, y=self.y, w=self.width, h=HEADING, fill=0.92, width=0.2))
        for x, share, text in zip(self._lefts(), SHARES, self.words.headings, strict=True):
            room = Rect(x=x + 1.5, y=self.y + 0.5, w=share * self.width - 3.0, h=HEADING - 1.0)
            self.put(text, room, size=10.5, face="pgothic-bold")
        self.y += HEADING

    def _row(self, cells: Sequence[Sequence[Line]], tall: float) -> None:
        for x, cell in zip(self._lefts(), cells, strict=True):
            self.pages[-1].append(Rule(x1=x, y1=self.y, x2=x, y2=self.y + tall, width=0.2))
            self.pages[-1].extend(placed(cell, x=x + 1.5, y=self.y + 1.0))
        right = EDGE + self.width
        self.pages[-1].append(Rule(x1=right, y1=self.y, x2=right, y2=self.y + tall, width=0.2))
        self.y += tall
        self.pages[-1].append(Rule(x1=EDGE, y1=self.y, x2=right, y2=self.y, width=0.2))

    def _lefts(self) -> Iterator[float]:
        return accumulate((share * self.width for share in SHARES[:-1]), initial=EDGE)

    def _next_page(self) -> None:
        self.pages.append([])
        named = Rect(x=EDGE, y=EDGE, w=self.width, h=7.0)
        self.put(f"{self.words.title}　{self.words.number} {self.content.number}", named, size=14, face="pgothic-bold")
        self.y = EDGE + 10.0
        self._headings()

    def bill(self, bill: SlipBill) -> None:
        """What is to be paid and the total, with its codes beside it (long bars beneath); it is never divided."""
        left = self.width * (1 - TILL_SHARE) - 4.0 if bill.code else self.width - 6.0
        said = tuple(self._bill_lines(bill, left))
        tall = max(height(said) + 4.0, TILL if bill.code else 0.0)
        beside = Rect(x=EDGE + left + TILL + 4.0, y=5.0, w=self.width - left - TILL - 5.0, h=11.0)
        fits = not bill.code or code128(bill.code, rect=beside) is not None
        if self.y + 3.0 + tall + (0.0 if fits else TILL) > self.height - FOOT:
            self.pages.append([])
            self.y = EDGE
        top = self.y + 3.0
        under = Rect(x=EDGE + 3.0, y=top + tall, w=self.width - 6.0, h=11.0)
        self.y = top + tall + (0.0 if fits else under.h + 8.0)
        self.pages[-1].append(Frame(x=EDGE, y=top, w=self.width, h=self.y - top, width=0.3))
        self.pages[-1].extend(placed(said, x=EDGE + 3.0, y=top + 2.0))
        if bill.code:
            square = Rect(x=beside.x - TILL, y=top + 1.0, w=TILL - 2.0, h=TILL - 2.0)
            self.pages[-1].extend(qr_code(bill.code, rect=square))
            self._barcode(bill.code, beside.shifted(top) if fits else under)

    def _bill_lines(self, bill: SlipBill, room: float) -> Iterator[Line]:
        yield from self._lines(bill.title, room, SIZE, bold=True)
        for name, amount in bill.rows:
            yield from self._lines(f"{name}　{amount}", room, SIZE)
        for said in bill.before:
            yield from self._lines(said, room, LEAST)
        yield from self._lines(bill.total, room, 15.0, bold=True)

    def _lines(self, text: str, room: float, size: float, *, bold: bool = False) -> tuple[Line, ...]:
        return self.setter.lines(Say(ja=text), width=room, size=size, bold=bold)

    def notes(self) -> None:
        """What holds for the whole slip, after the last row."""
        self.y += 2.5
        for note in self.content.notes:
            lines = self.setter.lines(Say(ja=f"・{note}"), width=self.width, size=LEAST)
            if self.y + height(lines) > self.height - FOOT:
                self._next_page()
                self.y += 2.0
            self.pages[-1].extend(placed(lines, x=EDGE, y=self.y))
            self.y += height(lines) + 1.0

    def numbers(self) -> None:
        """1/2 at every foot, where there is more than one page, and which forms were used."""
        for index, page in enumerate(self.pages, start=1):
            if self.content.release:
                used = Line(self.content.release, "pgothic", RELEASE)
                page.extend(placed([used], x=EDGE, y=self.height - EDGE - used.height))
            if len(self.pages) > 1:
                line = Line(f"{index}/{len(self.pages)}", "pgothic", LEAST)
                x = EDGE + self.width - self.setter.width(line)
                page.extend(placed([line], x=x, y=self.height - EDGE - line.height))
