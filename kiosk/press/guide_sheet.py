"""受付案内票: the sheet that leads a visitor through the building - counters in order, what to bring, a box to tick.

Every sheet is A4; what does not fit goes on to a continuation sheet, and a procedure is never divided. Each procedure
has a Code 128 of its own with the same letters beneath it, so that a counter can call it up. No name stands on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed, sheets
from kiosk.render.barcode import code128, qr_code
from kiosk.render.drawlist import DrawList, Frame, Item, Rule, Text
from kiosk.render.shaping import Shaper

WIDTH, HEIGHT = 210.0, 297.0
EDGE = 12.0
FOOT = 6.0  # mm for the page number above the lower edge
BAND = 1.2  # mm of grey above and below a counter's name
BARS = 74.0  # mm for the barcode column: a procedure in a slip of eleven letters, quiet zones included
BAR_HEIGHT = 8.0
RELEASE = 8.0  # points: for staff, not for the resident
TICK = 5.5
QR = 24.0  # mm of a code beside the number, its quiet zone included
TEXT_X = EDGE + TICK + 4.5
TEXT_W = WIDTH - EDGE - BARS - TEXT_X - 2.0
INNER = WIDTH - 2 * EDGE


class GuideRow(Frozen):
    """One procedure: what its barcode says (`twin` is what people read beneath it, where that is less), its number on
    the sheet, its name, and lines such as the deadline and what to bring.

    Nothing is done `here` where another office takes it: there is nothing to tick and nothing to call up.
    """

    code: str
    name: Say
    lines: tuple[Say, ...] = ()
    here: bool = True
    number: str = ""
    twin: str = ""


class GuideStop(Frozen):
    """One counter: where it is, how long it takes, and its procedures in order."""

    place: Say
    minutes: Say
    rows: tuple[GuideRow, ...]


class GuideContent(Frozen):
    """What the sheet says, all in words. `pages` and `continued` have {n} and {of} in them; nothing names a person.

    `scan` is what a code beside the number says, to be read by a camera (none without), `bars` what the bars say
    where they say more than the number. `release` says which forms were used, for staff.
    """

    title: Say
    municipality: str
    date: Say
    number: str
    number_label: Say
    intro: tuple[Say, ...] = ()
    stops: tuple[GuideStop, ...] = ()
    notes: tuple[Say, ...] = ()
    continued: Say = Say(ja="（つづき）")
    pages: str = "{n}/{of}ページ"
    language: str = "ja"
    scan: str = ""
    bars: str = ""
    release: str = ""


def guide(content: GuideContent, *, shaper: Shaper) -> tuple[DrawList, ...]:
    """The sheet with its continuation sheets; warnings name a barcode or a character that could not be drawn."""
    press = _Press(content, Typesetter(shaper, content.language))
    press.head()
    for stop in content.stops:
        press.stop(stop)
    press.notes()
    press.numbers()
    return sheets(press.pages, width=WIDTH, height=HEIGHT, warnings=[*press.issues, *_lost(press.pages, shaper)])


def _lost(pages: Sequence[Sequence[Item]], shaper: Shaper) -> Iterator[Issue]:
    texts = [item for page in pages for item in page if isinstance(item, Text)]
    found = {each.text: None for text in texts for each in shaper.substitutes(text.face, text=text.text)}
    if found:
        yield Issue(where="受付案内票", message=f"印字できない文字があります: {'、'.join(found)}")


@dataclass
class _Press:
    """Fills one page after another from top to bottom; `y` is where the next block goes."""

    content: GuideContent
    setter: Typesetter
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    issues: list[Issue] = field(default_factory=list)
    y: float = EDGE

    def put(self, *items: Item) -> None:
        self.pages[-1].extend(items)

    def column(self, lines: Sequence[Line], *, x: float, y: float) -> float:
        """Lines from y on; where they end."""
        self.put(*placed(lines, x=x, y=y))
        return y + height(lines)

    def flush_right(self, say: Say, *, y: float, size: float, right: float = WIDTH - EDGE) -> None:
        for line in self.setter.lines(say, width=INNER / 2, size=size):
            self.put(*placed([line], x=right - self.setter.width(line), y=y))
            y += line.height

    def room(self, needed: float) -> bool:
        """Whether so many mm are left; if not, a new page has begun."""
        if self.y + needed <= HEIGHT - EDGE - FOOT:
            return True
        self.pages.append([])
        title, more = self.content.title, self.content.continued
        top = Say(ja=f"{title.ja}{more.ja}", other=f"{title.other} {more.other}".strip())
        self.flush_right(Say(ja=f"{self.content.number_label.ja}　{self.content.number}"), y=EDGE, size=12.0)
        self.y = self.column(self.setter.lines(top, width=INNER / 2, size=12.0, bold=True), x=EDGE, y=EDGE) + 3.0
        return False

    # ---- parts -------------------------------------------------------------------------------------------------
    def head(self) -> None:
        """Title and date above, the number as large as it goes with its barcode, then how to use the sheet."""
        content = self.content
        titles = self.setter.lines(content.title, width=INNER * 0.6, size=20.0, bold=True)
        bottom = self.column(titles, x=EDGE, y=EDGE - 2.0)
        self.flush_right(Say(ja=content.municipality), y=EDGE, size=10.5)
        self.flush_right(content.date, y=EDGE + 5.0, size=10.5)
        top = max(bottom, EDGE + 14.0) + 1.5
        self._number(top)
        self.y = top + 30.0
        for say in content.intro:
            self.y = self.column(self.setter.lines(say, width=INNER, size=10.5), x=EDGE, y=self.y)
        self.y += 2.0

    def _number(self, top: float) -> None:
        label = self.setter.lines(self.content.number_label, width=INNER / 2, size=10.5)
        self.put(Frame(x=EDGE, y=top, w=INNER, h=27.0, width=0.5))
        under = self.column(label, x=EDGE + 3.0, y=top + 1.0)
        code = QR + 4.0 if self.content.scan else 0.0
        if code:
            rect = Rect(x=WIDTH - EDGE - BARS - QR - 2.0, y=top + 1.5, w=QR, h=QR)
            self.put(*qr_code(self.content.scan, rect=rect))
        size = min(
            44.0, (INNER - BARS - 10.0 - code) / max(self.setter.width(Line(self.content.number, _BOLD, 1.0)), 1e-6)
        )
        big = Line(self.content.number, _BOLD, size)
        self.column([big], x=EDGE + 3.0, y=under + (top + 27.0 - under - big.height) / 2)
        self.barcode(self.content.bars or self.content.number, y=top + 4.0, tall=14.0, twin=self.content.number)

    def barcode(self, code: str, *, y: float, tall: float = BAR_HEIGHT, twin: str = "") -> None:
        """Bars in the right column with what a person reads beneath them."""
        rect = Rect(x=WIDTH - EDGE - BARS, y=y, w=BARS, h=tall)
        bars = code128(code, rect=rect) if code.isascii() and code.isprintable() else None
        if bars is None:
            self.issues.append(Issue(where="受付案内票", message=f"{code} はバーコードにできません"))
        else:
            self.put(bars)
        beneath = Line(twin or code, "gothic", 9.5)
        self.put(*placed([beneath], x=rect.x + (BARS - self.setter.width(beneath)) / 2, y=y + tall + 0.5))

    def stop(self, stop: GuideStop) -> None:
        """The counter on a grey band, then its rows; a band never stands alone at the foot of a page."""
        head = self.setter.lines(stop.place, width=INNER * 0.72, size=13.0, bold=True)
        tall = height(head) + 2 * BAND
        for index, row in enumerate(stop.rows):
            texts = self._texts(row)
            needed = max(height(texts) + 3.0, BAR_HEIGHT + 8.5)
            fits = self.room(needed + (tall + 2.5 if index == 0 else 0.0))
            if index == 0 or not fits:
                self._band(stop, head, tall)
            self._row(row, texts, needed)
        self.y += 2.5

    def _band(self, stop: GuideStop, head: Sequence[Line], tall: float) -> None:
        self.put(Frame(x=EDGE, y=self.y, w=INNER, h=tall, fill=0.90))
        self.flush_right(stop.minutes, y=self.y + BAND + 0.6, size=10.5, right=WIDTH - EDGE - 2.0)
        self.column(head, x=EDGE + 2.0, y=self.y + BAND)
        self.y += tall

    def _texts(self, row: GuideRow) -> tuple[Line, ...]:
        name = self.setter.lines(row.name, width=TEXT_W, size=11.5, bold=True)
        return (*name, *(line for say in row.lines for line in self.setter.lines(say, width=TEXT_W, size=10.0)))

    def _row(self, row: GuideRow, texts: Sequence[Line], needed: float) -> None:
        self.column(texts, x=TEXT_X, y=self.y + 1.5)
        if row.here:
            self.put(Frame(x=EDGE + 2.0, y=self.y + 2.0, w=TICK, h=TICK, width=0.4))
            self.barcode(row.code, y=self.y + 2.5, twin=row.twin)
            number = Line(row.number, "gothic", 9.5)
            x = EDGE + 2.0 + (TICK - self.setter.width(number)) / 2
            self.put(*placed([number] if row.number else (), x=x, y=self.y + 2.0 + TICK + 0.4))
        self.y += needed
        self.put(Rule(x1=EDGE, y1=self.y, x2=WIDTH - EDGE, y2=self.y, width=0.15, grey=0.4))

    def notes(self) -> None:
        """What holds for the whole sheet, after the last counter."""
        for note in self.content.notes:
            marked = Say(ja=f"・{note.ja}", other=note.other)
            lines = self.setter.lines(marked, width=INNER, size=9.5)
            self.room(height(lines))
            self.y = self.column(lines, x=EDGE, y=self.y) + 0.5

    def numbers(self) -> None:
        """1/2ページ at every foot, once the number of pages is known, and which forms were used."""
        for index, page in enumerate(self.pages, start=1):
            if self.content.release:
                used = Line(self.content.release, "pgothic", RELEASE)
                page.extend(placed([used], x=EDGE, y=HEIGHT - EDGE - used.height))
            text = self.content.pages.replace("{n}", str(index)).replace("{of}", str(len(self.pages)))
            line = Line(text, "pgothic", 9.0)
            page.extend(placed([line], x=WIDTH - EDGE - self.setter.width(line), y=HEIGHT - EDGE - line.height))


_BOLD = "pgothic-bold"
