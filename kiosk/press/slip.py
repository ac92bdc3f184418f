"""受付票: the paper a resident takes along - number, procedures with deadline and counter, what to bring; no name."""

from collections.abc import Iterator, Sequence

from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Rect
from kiosk.render.barcode import code128
from kiosk.render.drawlist import PT_PER_MM, DrawList, Frame, Item, Rule
from kiosk.render.fitting import FitProblem, Style, fit
from kiosk.render.shaping import Shaper

PAPER = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
EDGE = 12.0
HEAD = 62.0  # mm kept above the table for title, number and barcode
ROW_MOST = 15.0
SHARES = (0.30, 0.20, 0.18, 0.32)


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


class SlipContent(Frozen):
    """What a slip says. `date` is already in words (令和7年11月23日); nothing in it names a person."""

    words: SlipWords
    municipality: str
    number: str
    date: str
    lines: tuple[SlipLine, ...] = ()
    notes: tuple[str, ...] = ()
    paper: str = "A4"


def slip(content: SlipContent, *, shaper: Shaper) -> DrawList:
    """The slip as a page of A4 or A5; its warnings name what did not fit."""
    width, height = PAPER[content.paper]
    press = _Press(shaper, width - 2 * EDGE, content.words)
    press.head(content)
    bottom = press.table(content.lines, top=HEAD, bottom=height - EDGE - 6.0 * len(content.notes) - 4.0)
    for index, note in enumerate(content.notes):
        press.put(f"・{note}", Rect(x=EDGE, y=bottom + 3.0 + index * 6.0, w=press.width, h=5.5), size=10.0)
    return DrawList(width=width, height=height, items=tuple(press.items), warnings=tuple(press.issues))


class _Press:
    """Puts the parts of a slip on the paper one after another."""

    def __init__(self, shaper: Shaper, width: float, words: SlipWords) -> None:
        self.shaper, self.width, self.words = shaper, width, words
        self.items: list[Item] = []
        self.issues: list[Issue] = []

    def put(
        self, text: str, rect: Rect, *, size: float, face: str = "pgothic", align: str = "left", lines: int = 1
    ) -> None:
        style = Style(face=face, size=size, floor=min(size, 7.0), align=align, lines=lines)
        fitted = fit(self.shaper, text=text, rect=rect, style=style)
        self.items.extend(fitted.texts)
        if fitted.rest:
            self.issues.append(FitProblem(box="", label=self.words.title, rest=fitted.rest).issue)

    def head(self, content: SlipContent) -> None:
        """Title, date and municipality above, the number as large as it fits, and its barcode."""
        half = self.width / 2
        self.put(self.words.title, Rect(x=EDGE, y=11, w=half, h=10), size=20, face="pgothic-bold")
        right = Rect(x=EDGE + half, y=11, w=half, h=5)
        self.put(content.municipality, right, size=10.5, align="right")
        self.put(content.date, right.shifted(5.0), size=10.5, align="right")
        self.items.append(Frame(x=EDGE, y=24, w=self.width, h=33, width=0.5))
        self.put(self.words.number, Rect(x=EDGE + 4, y=26, w=half - 6, h=5), size=10.5)
        number = Rect(x=EDGE + 4, y=32, w=half - 6, h=22)
        self.put(content.number, number, size=48, face="pgothic-bold")
        self._barcode(content.number, Rect(x=EDGE + half, y=28, w=half - 2, h=18))

    def _barcode(self, number: str, rect: Rect) -> None:
        bars = code128(number, rect=rect)
        if bars is None:
            self.issues.append(Issue(where=self.words.title, message="受付番号が長く、バーコードが入りません"))
        else:
            self.items.append(bars)
        self.put(number, Rect(x=rect.x, y=rect.y + rect.h + 1, w=rect.w, h=5), size=10.5, face="gothic", align="center")

    def table(self, lines: Sequence[SlipLine], *, top: float, bottom: float) -> float:
        """One row a procedure; many rows become lower. Returns where the table ends."""
        heading = 7.0
        row = min(ROW_MOST, (bottom - top - heading) / max(1, len(lines)))
        end = top + heading + row * len(lines)
        self.items.append(Frame(x=EDGE, y=top, w=self.width, h=heading, fill=0.92))
        for column, text in zip(self._columns(top, heading), self.words.headings, strict=True):
            self.put(text, column, size=10.5, face="pgothic-bold")
        for index, line in enumerate(lines):
            self._row(line, top + heading + index * row, row)
        self.items.append(Frame(x=EDGE, y=top, w=self.width, h=end - top, width=0.4))
        self.items.extend(self._grid(top, end, [top + heading + index * row for index in range(len(lines))]))
        return end

    def _row(self, line: SlipLine, y: float, height: float) -> None:
        cells = (line.procedure, line.deadline, line.counter, self._told(line))
        faces = ("pgothic-bold", "pgothic", "pgothic", "pgothic")
        fitting_lines = max(1, int(height * PT_PER_MM / 14))
        for column, text, face in zip(self._columns(y, height), cells, faces, strict=True):
            self.put(text, column, size=11.0, face=face, lines=fitting_lines)

    def _told(self, line: SlipLine) -> str:
        """What is missing, before what to bring."""
        bring = self.words.between.join(line.bring)
        return "\n".join(part for part in (line.lacks, bring) if part)

    def _columns(self, y: float, height: float) -> Iterator[Rect]:
        x = EDGE
        for share in SHARES:
            yield Rect(x=x + 1.5, y=y + 0.5, w=share * self.width - 3.0, h=height - 1.0)
            x += share * self.width

    def _grid(self, top: float, end: float, rows: Sequence[float]) -> Iterator[Rule]:
        x = EDGE
        for share in SHARES[:-1]:
            x += share * self.width
            yield Rule(x1=x, y1=top, x2=x, y2=end, width=0.2)
        for y in rows:
            yield Rule(x1=EDGE, y1=y, x2=EDGE + self.width, y2=y, width=0.2)
