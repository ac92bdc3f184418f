"""The form that comes out: an ordinary template, and what a person has to look at before it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.designing.importing.fields import read_fields
from kiosk.designing.importing.grid import Cell
from kiosk.designing.importing.matching import SURE
from kiosk.designing.importing.naming import named
from kiosk.designing.importing.own_names import named_fields
from kiosk.designing.importing.proposing import propose
from kiosk.designing.importing.rows import Rows, gather
from kiosk.designing.importing.scan import straighten
from kiosk.designing.importing.sheet import Proposed
from kiosk.designing.labels import plain
from kiosk.model.forbidden import forbidden
from kiosk.model.template import Box, DateParts, Kind, Option, Page, Rect, Repeat, Template
from kiosk.render.official.leaf import as_pdf, count_leaves, read_leaf
from kiosk.render.official.printed import Printed, read_printed
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from PIL import Image

    from kiosk.designing.importing.lettering import Word
    from kiosk.designing.importing.matching import Match, Matcher
    from kiosk.designing.importing.sheet import Choice
    from kiosk.render.official.printed import Letter

MOST_PAGES, MOST_BOXES = 10, 400
_LINE_MM, _LETTER_MM = 5.5, 3.0
_WHOSE = re.compile(r"^person\[\w+\]\.")
_ROWS = re.compile(r"^person\[(?![AHS]\])\w+\]\.")
_FOOT = (80.0, 7.0)  # the bar code of the case, in mm


@dataclass(frozen=True)
class Named:
    """A box of the paper with what was made of it: `match` is what its label asks for, `table` the rows it is in."""

    page: int
    box: Proposed
    name: str
    match: Match | None = None
    table: str = ""

    @property
    def bound(self) -> bool:
        """Whether the form fills it."""
        return self.match is not None and self.match.sure >= SURE


@dataclass(frozen=True)
class Draft:
    """The template, the files of its pages by their names, and every box as it was found, in the template's order.

    `remarks` say by box what a person has to look at; None: what was found of every box.
    """

    template: Template
    papers: dict[str, bytes]
    boxes: tuple[Named, ...]
    turned: float = 0.0
    remarks: Mapping[str, str] | None = None


def draft(
    data: bytes,
    *,
    form: str,
    title: str,
    matcher: Matcher,
    since: dt.date,
    read: Callable[[Image.Image], tuple[Letter, ...]] | None = None,
) -> Draft:
    """A form from an official paper. Raises Unreadable for one that cannot be used.

    `read` finds the letters of a scan; without it the boxes of a scan have no names.
    """
    leaves = count_leaves(data)
    if leaves > MOST_PAGES:
        raise Unreadable(
            f"ページが多すぎます（{leaves}）。", f"{MOST_PAGES}ページまで。様式のページだけを取り出してください"
        )
    pages, papers, found, tables = list[Page](), dict[str, bytes](), list[Named](), list[Rows]()
    sheets, turned, known = list[Printed](), 0.0, matcher.words
    for number in range(1, leaves + 1):
        leaf = read_leaf(data, number=number)
        printed, own = read_printed(leaf), read_fields(data, number=number)
        name, of = "paper.pdf", number
        if printed.pictured and not own:
            straight = straighten(leaf, read=read)
            name, of, printed = f"page-{number}.png", 1, straight.printed
            turned = max(turned, straight.turned, key=abs)
            papers[name] = straight.png
        else:
            papers[name] = as_pdf(data)
        sheets.append(printed)
        pages.append(Page(background=name, leaf=of, width=_mm(printed.width), height=_mm(printed.height)))
        sheet = propose(printed, known=known)
        kept, rows = gather(tuple(named_fields(own, sheet, printed.letters) if own else named(sheet)))
        tables += [replace(each, id=f"{each.id}-{number}", group=matcher.group(each.group)) for each in rows]
        found += [_matched(number, box, label, matcher, f"{id_}-{number}" * bool(id_)) for box, label, id_ in kept]
    found = found[:MOST_BOXES]
    groups = {table.id: table.group for table in tables}
    boxes = tuple(_box(index, each, matcher, groups) for index, each in enumerate(found, 1))
    template = Template(
        id=form,
        version="001",
        title=title,
        addressee="",
        law="",
        department="",
        confidence="draft: imported, every box to be looked at",
        valid_from=since,
        fields="kept" if any(box.field for box in boxes) else "flat",
        essential=_essential(boxes),
        pages=tuple(pages),
        repeats=tuple(map(_repeat, tables)),
        boxes=boxes,
        barcode=_foot(sheets),
    )
    return Draft(template, papers, tuple(found), turned)


def _repeat(rows: Rows) -> Repeat:
    number = None if rows.number is None else _rect(rows.number)
    return Repeat(id=rows.id, group=rows.group, rows=rows.count, dy=_mm(rows.dy), number=number)


def _matched(page: int, box: Proposed, name: str, matcher: Matcher, table: str) -> Named:
    if box.kind is Kind.SIGNATURE or plain(name).endswith("署名"):
        return Named(page, replace(box, kind=Kind.SIGNATURE), name, table=table)  # what is signed for, a person says
    match = None if box.kind is Kind.BLANK else matcher.find(name, box.kind)
    if match is None and (asked := matcher.offered([choice.word for choice in box.choices])):
        name = f"{name.rpartition(' ')[0]} {asked}".strip()  # what is printed to choose from tells it
        match = matcher.find(name, box.kind)
    if match is not None and table and not match.fact.startswith("person["):
        match = None  # a row is a person's
    if match is not None and box.choices and match.sure >= SURE:
        told = sum(bool(matcher.code(match.fact, choice.word)) for choice in box.choices)
        match = replace(match, sure=match.sure if told * 2 > len(box.choices) else 0.0)
    return Named(page, box, name, match, table)


def _box(index: int, found: Named, matcher: Matcher, groups: Mapping[str, str]) -> Box:
    """A box of the template. What nothing is bound to stays for the pen; so does a number that is kept out of here."""
    cell, match = found.box.place, found.match
    label = found.name or f"記入欄 {index}"
    bound = match is not None and found.bound and not forbidden(label)
    signed = found.box.kind is Kind.SIGNATURE and bool(found.box.fields)  # the paper's own place for one stays that
    kind = found.box.kind if bound or signed else Kind.BLANK
    fact = _in_rows(match.fact, groups.get(found.table, "")) if match is not None and bound else ""
    codes = ((each, matcher.code(fact, each.word) if bound else each.state) for each in found.box.choices)
    options = tuple(_option(choice, cell, code) for choice, code in codes if code)
    lines = max(1, min(4, int(cell.h / _LINE_MM))) if kind is Kind.TEXT else 1
    return Box(
        id=f"b{index}",
        no=index,
        label=label[:80],
        kind=kind,
        fact=fact,
        repeat=found.table,
        form=match.form if match is not None and bound and kind in {Kind.TEXT, Kind.DATE} else "as_is",
        required="conditional",
        page=found.page,
        rect=_rect(cell),
        size=_size(cell, lines),
        lines=lines,
        cells=found.box.cells,
        options=options,
        parts=_parts(found.box, cell) if bound else None,
        field=found.box.fields,
        listed=found.box.listed,
    )


def _option(choice: Choice, cell: Cell, code: str) -> Option:
    """A printed choice; of a field that nothing is bound to the code is what the paper's own field says."""
    word = "" if code == choice.word else choice.word
    state = "" if choice.state == (word or code) else choice.state
    return Option(code=code, rect=_within(choice.place, cell), word=word, state=state)


def _in_rows(fact: str, group: str) -> str:
    """The fact of whoever the row is about; outside of a table a person is one of those that a case has."""
    return _WHOSE.sub(f"person[{group}].", fact) if group else _ROWS.sub("person[A].", fact)


def _parts(box: Proposed, cell: Cell) -> DateParts | None:
    date = box.date
    if date is None:
        return None
    eras = tuple(Option(code=era, rect=_within_word(word, cell)) for era, word in date.eras)
    places = [_within(each, cell) for each in (date.year, date.month, date.day)]
    era = _within(date.era, cell) if date.era is not None else None
    return DateParts(eras=eras, era=era, year=places[0], month=places[1], day=places[2])


def _within_word(word: Word, cell: Cell) -> Rect:
    return _within(Cell(word.y - 0.3, word.x - 0.3, word.w + 0.6, word.h + 0.6), cell)


def _within(place: Cell, cell: Cell) -> Rect:
    """A place cut to its box."""
    left, top = max(place.x, cell.x), max(place.y, cell.y)
    right, bottom = min(place.right, cell.right), min(place.bottom, cell.bottom)
    return Rect(x=_mm(left), y=_mm(top), w=_mm(max(right - left, 0.5)), h=_mm(max(bottom - top, 0.5)))


def _rect(cell: Cell) -> Rect:
    return Rect(x=_mm(cell.x), y=_mm(cell.y), w=_mm(cell.w), h=_mm(cell.h))


def _mm(value: float) -> float:
    return round(value, 2)


def _size(cell: Cell, lines: int) -> float:
    """Letters as high as the line allows, in points, as forms have them."""
    return round(max(6.0, min(10.5, cell.h / lines / 25.4 * 72 * 0.72)), 1)


def _essential(boxes: Sequence[Box]) -> tuple[str, ...]:
    """Without whom it is about, a paper says nothing: the first name that it fills in, else whatever it fills first."""
    filled = [box for box in boxes if box.fact and box.kind not in {Kind.BLANK, Kind.SIGNATURE}]
    names = [box for box in filled if box.fact.endswith((".name.full", ".name.new"))]
    return tuple(box.id for box in (names or filled)[:1])


def _foot(sheets: Sequence[Printed]) -> Rect:
    """A place for the bar code of the case where no page has anything printed: at the foot, otherwise at the head."""
    (width, height), page = _FOOT, sheets[0]
    corners = [
        (x, y)
        for y in (page.height - 14, page.height - 20, 6.0, page.height - 26)
        for x in (page.width - width - 12, 22.0, (page.width - width) / 2)
    ]
    x, y = next((corner for corner in corners if all(_is_free(each, *corner) for each in sheets)), corners[0])
    return Rect(x=_mm(x), y=_mm(y), w=width, h=height)


def _is_free(printed: Printed, x: float, y: float) -> bool:
    """Whether neither a letter nor a rule stands where the bar code would."""
    width, height = _FOOT
    letters = (x - 2 < each.x < x + width and y - 1 < each.y < y + height for each in printed.letters)
    rules = (each.x1 < x + width and each.x2 > x and y - 1 < each.y1 < y + height for each in printed.lines)
    return not any(letters) and not any(rules)
