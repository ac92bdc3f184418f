"""The variable part of one page: every filled box of one sheet at its place, and the foot with the barcode."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, Template
from kiosk.render.drawlist import DrawList, Field, Item, Said
from kiosk.render.fields import fields_of
from kiosk.render.margin import foot, watermark
from kiosk.render.marks import Marks
from kiosk.render.numbering import row_numbers, sheet_number
from kiosk.render.shaping import Shaper

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

_MOST_ROWS = 1000


def compose(
    template: Template,
    *,
    form: FilledForm,
    sheet: int,
    page: int,
    stamp: Sheet,
    shaper: Shaper,
    pictures: Mapping[str, "Leaf"] | None = None,
) -> DrawList:
    """Page `page` (1 first, as in Box.page) of sheet `sheet` (0 first); which of all pages it is, is printed.

    The warnings name texts that do not fit, substituted characters, unknown options and a barcode without room.
    """
    paper = DrawList(width=template.pages[page - 1].width, height=template.pages[page - 1].height)
    bare = Marks(shaper, stamp.case_no, pictures or {})
    marks = filled_boxes(template, form=form, sheet=sheet, page=page, shaper=shaper, on=bare)
    pages = len(template.pages)
    count = (sheet * pages + page, form.sheets * pages)
    feet, issues = foot(shaper, template=template, form=form, stamp=stamp, count=count)
    numbers = row_numbers(template, sheet=sheet, page=page, shaper=shaper)
    feet = (*numbers, *sheet_number(template.sheets, sheet=sheet, sheets=form.sheets, shaper=shaper), *feet)
    first = 1 if stamp.watermark else 0
    said = tuple(Said(each.start + first, each.stop + first, each.words, each.drawn) for each in marks.said)
    fields = _open(template, form=form, sheet=sheet, page=page, marks=marks, first=first)
    under: tuple[Item, ...] = (watermark(shaper, text=stamp.watermark, page=paper),) if stamp.watermark else ()
    warnings = (*(each.issue for each in marks.cautions), *issues)
    items = (*under, *marks.items, *feet)
    return DrawList(width=paper.width, height=paper.height, items=items, warnings=warnings, said=said, fields=fields)


def _open(
    template: Template, *, form: FilledForm, sheet: int, page: int, marks: Marks, first: int
) -> tuple[Field, ...]:
    """What stays open for changes, where the form is one of those; its items begin at number `first` of the page."""
    if template.fields == "flat":
        return ()
    filled = {(box.box, box.row): box for box in form.boxes if box.sheet == sheet}
    found = fields_of(template, page=page, filled=filled, marks=marks)
    return tuple(
        replace(each, at=each.at + first, shown=tuple(index + first for index in each.shown)) for each in found
    )


def filled_boxes(
    template: Template, *, form: FilledForm, sheet: int, page: int, shaper: Shaper, on: Marks | None = None
) -> Marks:
    """Draw the boxes of one page of one sheet; a box that the template does not know becomes an issue.

    `on` is where they are drawn, with the slip number and the pictures.
    They are drawn as they are read: a repeated row as a whole, before the next one.
    """
    boxes = {box.id: box for box in template.boxes}
    marks = on or Marks(shaper)
    here = [filled for filled in form.boxes if filled.sheet == sheet]
    for filled in sorted(here, key=lambda filled: template.reading_order.get(filled.box, 0) * _MOST_ROWS + filled.row):
        box = boxes.get(filled.box)
        if box is None:
            issue = Issue(where=f"{template.id} {filled.box}", message="様式にない記入欄です")
            marks.cautions.append(Caution(issue=issue, paths=filled.paths))
        elif box.page == page:
            marks.draw(box, filled=filled, dy=row_offset(template, box=box, filled=filled))
    return marks


def row_offset(template: Template, *, box: Box, filled: FilledBox) -> float:
    """How far down (mm) a repeated row lies from the first row on its sheet; 0 for a box that is not repeated."""
    for repeat in template.repeats:
        if repeat.id == box.repeat:
            return repeat.dy * (filled.row % repeat.rows if repeat.rows > 0 else filled.row)
    return 0.0
