"""Lays an imported form down in a folder of forms, and draws the sheet on which a person compares box and paper."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.catalogue.drawing.written import template_text
from kiosk.designing.editing.text import LOOK
from kiosk.durable import flush, write_whole
from kiosk.render.drawlist import DrawList, Frame, Text
from kiosk.render.official.leaf import read_leaf
from kiosk.render.pdf import PdfPage, PdfWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.designing.importing.draft import Draft, Named
    from kiosk.render.drawlist import Item
    from kiosk.render.shaping import Shaper

FILE = "template.toml"


def commented(made: Draft) -> str:
    """The template as TOML, above each box what was found: the label, the fact, and how sure that is."""
    text = template_text(made.template)
    starts = [found.start() for found in re.finditer(r"^\[\[box\]\]", text, re.MULTILINE)]
    parts = [text[: starts[0]]] if starts else [text]
    for (start, end), box, found in zip(pairwise([*starts, len(text)]), made.template.boxes, made.boxes, strict=True):
        remark = _remark(found) if made.remarks is None else made.remarks.get(box.id, "")
        parts.append(f"# {LOOK}: {remark}\n{text[start:end]}" if remark else text[start:end])
    return "".join(parts)


def _remark(found: Named) -> str:
    """One line for whoever looks at the box; a line of a file, whatever the paper says."""
    name = "".join(letter for letter in found.name if letter.isprintable()) or "名前が読めません"
    if found.match is None or found.match.sure <= 0:
        return f"{name}　書く事実が見つかりません"
    if found.bound:
        return f"{name}　確かさ {found.match.sure:.2f}"
    return f"{name}　手書きの欄のままです。候補 {found.match.fact}（確かさ {found.match.sure:.2f}）"


def lay_down(made: Draft, folder: Path) -> None:
    """Write template and papers into a folder that must not be there yet: all of it or nothing.

    Raises FileExistsError, and OSError for a place that cannot be written.
    """
    if folder.exists():
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.parent / f".{folder.name}.new"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        write_whole(beside / FILE, commented(made).encode())
        for name, content in made.papers.items():
            write_whole(beside / name, content)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    flush(folder.parent)


def proof(made: Draft, shaper: Shaper) -> bytes:
    """The paper with every box and its number on it: a thick frame is filled in, a thin one stays for the pen."""
    pages = []
    for number, page in enumerate(made.template.pages, 1):
        leaf = read_leaf(made.papers[page.background], number=page.leaf)
        under = DrawList(width=leaf.width, height=leaf.height, under=leaf)
        over = DrawList(width=leaf.width, height=leaf.height, items=tuple(_marks(made, number)))
        pages.append(PdfPage(under, over))
    return PdfWriter(shaper).write(pages, title="様式の確認")


def _marks(made: Draft, page: int) -> Iterator[Item]:
    for box in made.template.boxes:
        if box.page == page:
            rect = box.rect
            yield Frame(
                x=rect.x, y=rect.y, w=rect.w, h=rect.h, width=0.5 if box.fact else 0.15, grey=0.0 if box.fact else 0.45
            )
            yield Text(x=rect.x + 0.5, y=rect.y + 2.4, size_pt=6.0, face="gothic", text=str(box.no), grey=0.25)
            for option in box.options:
                place = option.rect
                yield Frame(x=place.x, y=place.y, w=place.w, h=place.h, width=0.1, grey=0.45)
