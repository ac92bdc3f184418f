"""A report about a machine on one page after another: a title, a time, and rows of a mark, a name and a text."""

from collections.abc import Sequence

from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed, sheets
from kiosk.render.drawlist import DrawList, Item, Rule
from kiosk.render.fitting import Style, fit
from kiosk.render.shaping import Shaper

WIDTH, HEIGHT, EDGE = 210.0, 297.0, 20.0
_SIZE = 10.5

Row = tuple[str, str, str]
Widths = tuple[float, float]


def report(
    title: str, at: str, rows: Sequence[Row], *, shaper: Shaper, widths: Widths = (10.0, 52.0), foot: float = 0.0
) -> tuple[DrawList, ...]:
    """The pages (A4); every row is as high as its text. In mm: `widths` of mark and name, `foot` that is left."""
    marks, names = widths
    text = EDGE + marks + names
    setter, pages, y = Typesetter(shaper, "ja"), [_head(title, at, shaper)], EDGE + 22.0
    for mark, name, said in rows:
        cells = (
            _lines(setter, mark, marks - 2.0),
            _lines(setter, name, names - 4.0, bold=True),
            _lines(setter, said, WIDTH - EDGE - text),
        )
        tall = max(height(cell) for cell in cells) + 4.0
        if y + tall > HEIGHT - EDGE - foot:
            pages.append([])
            y = EDGE
        for x, cell in zip((EDGE, EDGE + marks, text), cells, strict=True):
            pages[-1].extend(placed(cell, x=x, y=y + 2.0))
        y += tall
        pages[-1].append(Rule(x1=EDGE, y1=y, x2=WIDTH - EDGE, y2=y, width=0.2))
    return sheets(pages, width=WIDTH, height=HEIGHT)


def _lines(setter: Typesetter, text: str, width: float, *, bold: bool = False) -> tuple[Line, ...]:
    return setter.lines(Say(ja=text), width=width, size=_SIZE, bold=bold)


def _head(title: str, at: str, shaper: Shaper) -> list[Item]:
    big, small = Rect(x=EDGE, y=EDGE, w=WIDTH - 2 * EDGE, h=9.0), Rect(x=EDGE, y=EDGE + 11.0, w=170.0, h=5.0)
    bold = Style(face="pgothic-bold", size=18.0, floor=18.0, align="left")
    plain = Style(face="pgothic", size=_SIZE, floor=_SIZE, align="left")
    return [
        *fit(shaper, text=title, rect=big, style=bold).texts,
        *fit(shaper, text=at, rect=small, style=plain).texts,
    ]
