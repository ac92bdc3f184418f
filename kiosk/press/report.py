"""A report on one page after another: a title, a time, and rows of a mark, a name and a text."""

from collections.abc import Sequence

from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed, sheets
from kiosk.render.drawlist import DrawList, Item, Rule
from kiosk.render.fitting import Style, fit
from kiosk.render.shaping import Shaper

WIDTH, HEIGHT, EDGE = 210.0, 297.0, 20.0
_SIZE = 10.5

Told = str | Say
"""Japanese alone, or with the resident's language beneath it."""
Row = tuple[str, str, str]
SaidRow = tuple[Say, Say, Say]
Widths = tuple[float, float]


def report(
    title: Told,
    at: Told,
    rows: Sequence[Row] | Sequence[SaidRow],
    *,
    shaper: Shaper,
    widths: Widths = (10.0, 52.0),
    foot: float = 0.0,
    language: str = "ja",
) -> tuple[DrawList, ...]:
    """The pages (A4); every row is as high as its text. In mm: `widths` of mark and name, `foot` that is left."""
    marks, names = widths
    text = EDGE + marks + names
    setter = Typesetter(shaper, language)
    head, y = _head(_say(title), _say(at), setter)
    pages = [head]
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


def _say(told: Told) -> Say:
    return told if isinstance(told, Say) else Say(ja=told)


def _lines(setter: Typesetter, told: Told, width: float, *, bold: bool = False) -> tuple[Line, ...]:
    return setter.lines(_say(told), width=width, size=_SIZE, bold=bold)


def _head(title: Say, at: Say, setter: Typesetter) -> tuple[list[Item], float]:
    """Title and time, and where the rows begin in mm; in two languages both stand beneath them once more."""
    big, small = Rect(x=EDGE, y=EDGE, w=WIDTH - 2 * EDGE, h=9.0), Rect(x=EDGE, y=EDGE + 11.0, w=170.0, h=5.0)
    bold = Style(face="pgothic-bold", size=18.0, floor=18.0, align="left")
    plain = Style(face="pgothic", size=_SIZE, floor=_SIZE, align="left")
    items = [
        *fit(setter.shaper, text=title.ja, rect=big, style=bold).texts,
        *fit(setter.shaper, text=at.ja, rect=small, style=plain).texts,
    ]
    theirs = [Line(each.other, setter.face, _SIZE) for each in (title, at) if each.other]
    return [*items, *placed(theirs, x=EDGE, y=EDGE + 17.0)], EDGE + 22.0 + height(theirs)
