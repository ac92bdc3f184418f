"""What tells the sheets of a form apart: the numbers of the rows, which go on from sheet to sheet, and 続紙 n/N."""

from collections.abc import Iterator

from kiosk.model.template import Rect, Repeat, Template
from kiosk.render.drawlist import Text
from kiosk.render.fitting import Style, fit
from kiosk.render.shaping import Shaper

NUMBERS = Style(face="gothic", size=9.0, floor=5.0, align="center")
SHEETS = Style(face="gothic", size=9.0, floor=6.0, align="right")


def row_numbers(template: Template, *, sheet: int, page: int, shaper: Shaper) -> Iterator[Text]:
    """The number of every row of one page, filled or not: sheet 0 begins at 1, the next one where it ended."""
    for repeat in template.repeats:
        if repeat.number is not None and _page(template, repeat) == page:
            for row in range(repeat.rows):
                place = repeat.number.shifted(repeat.dy * row)
                yield from fit(shaper, text=str(sheet * repeat.rows + row + 1), rect=place, style=NUMBERS).texts


def sheet_number(place: Rect, *, sheet: int, sheets: int, shaper: Shaper) -> tuple[Text, ...]:
    """Which of several sheets this is; nothing where there is only one."""
    if sheets < 2:
        return ()
    text = f"続紙 {sheet + 1}/{sheets}" if sheet else f"1/{sheets}（続紙あり）"
    return fit(shaper, text=text, rect=place, style=SHEETS).texts


def _page(template: Template, repeat: Repeat) -> int:
    """A repeat stands on the page of its boxes."""
    return next((box.page for box in template.boxes if box.repeat == repeat.id), 1)
