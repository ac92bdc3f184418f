"""What does not stand on a paper as it was said, tried with the written visits: a list, and a picture of each page.

Long names, letters that no font has, eight members: the gate shows it of a change, this of the forms as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.playing import gone, stamp
from kiosk.designing.inspection import load_personas
from kiosk.render.drawlist import DrawList, Frame, Item, Text
from kiosk.render.layout import filled_boxes, row_offset
from kiosk.render.pdf import PdfPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.model.base import Issue
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Rect

_THICK, _AIR = 0.8, 0.6  # mm: a frame that is seen beside printed rules
_HEAD_PT, _HEAD_X, _HEAD_Y = 9.0, 25.0, 8.0


@dataclass(frozen=True)
class Tight:
    """A box on a paper of a written visit: `where` is its label, `message` what becomes of it."""

    persona: str
    form: str
    where: str
    message: str


@dataclass(frozen=True)
class Report:
    """`played` visits were tried, `found` is what does not fit on their papers, `unread` what could not be played;
    `pages` are the papers, with a frame around each box.
    """

    played: int
    found: tuple[Tight, ...]
    unread: tuple[Issue, ...]
    pages: tuple[PdfPage, ...]


def torture(program: Program, *, advanced: Callable[[int, int], None] = lambda _done, _total: None) -> Report:
    """Play every written visit of the place of a program; `advanced` is told how many of how many are done."""
    visits, unread = load_personas(program.place.personas, program.book)
    found: list[Tight] = []
    pages: list[PdfPage] = []
    for done, (name, case) in enumerate(visits.items(), 1):
        for form in gone(program, case).snapshot.forms:
            tight = [Tight(name, form.key, each.where, each.message) for each in _issues(program, form)]
            pages += _pages(program, form, tight) if tight else ()
            found += tight
        advanced(done, len(visits))
    return Report(len(visits), tuple(found), unread, tuple(pages))


def _issues(program: Program, form: FilledForm) -> Sequence[Issue]:
    return program.renderer.warnings(form, stamp=stamp(program))


def _pages(program: Program, form: FilledForm, tight: Sequence[Tight]) -> Iterator[PdfPage]:
    """The pages of a paper on which something is framed; the first one where it belongs to no box."""
    drawn = program.renderer.page_lists(form, stamp=stamp(program))
    per_sheet = len(program.template(form).pages)
    framed = [list(_framed(program, form, at // per_sheet, at % per_sheet + 1)) for at in range(len(drawn))]
    words = f"{tight[0].persona}　{form.key}　{'、'.join(dict.fromkeys(each.where for each in tight))}"
    for at, (page, rects) in enumerate(zip(drawn, framed, strict=True)):
        if rects or (at == 0 and not any(framed)):
            yield PdfPage(page.background, _marked(page.content, rects, words))


def _framed(program: Program, form: FilledForm, sheet: int, page: int) -> Iterator[Rect]:
    """Where the boxes are of which something must be known before this page is printed."""
    template, shaper = program.template(form), program.renderer.shaper
    for filled in (each for each in form.boxes if each.sheet == sheet):
        box = next((box for box in template.boxes if box.id == filled.box and box.page == page), None)
        alone = form.model_copy(update={"boxes": (filled,)})
        if box and filled_boxes(template, form=alone, sheet=sheet, page=page, shaper=shaper).cautions:
            yield box.rect.shifted(row_offset(template, box=box, filled=filled))


def _marked(content: DrawList, rects: Sequence[Rect], words: str) -> DrawList:
    frames = (Frame(x=at.x - _AIR, y=at.y - _AIR, w=at.w + 2 * _AIR, h=at.h + 2 * _AIR, width=_THICK) for at in rects)
    head = Text(x=_HEAD_X, y=_HEAD_Y, size_pt=_HEAD_PT, face="gothic", text=words)
    items: tuple[Item, ...] = (*content.items, head, *frames)
    return DrawList(width=content.width, height=content.height, items=items, said=content.said)
