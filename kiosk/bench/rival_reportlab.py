"""The same pages by reportlab: fonts registered once, everything in memory, backgrounds merged in by pikepdf."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kiosk.bench.rival import Document, Rival, blank
from kiosk.model.errors import Defect
from kiosk.render.drawlist import PT_PER_MM as PT
from kiosk.render.drawlist import Bars, DrawList, Ellipse, Frame, Ink, Item, Picture, Rule, Squares, Text
from kiosk.render.fonts import FACES

_TAKEN = ("pgothic", "pgothic-bold", "gothic", "mincho")  # the faces whose own font is TrueType


def rival(documents: Sequence[Document], fonts: Path) -> Rival:
    """reportlab with the BIZ fonts (their missing characters become empty boxes)."""
    for face in _TAKEN:
        pdfmetrics.registerFont(TTFont(face, str(fonts / FACES[face][0])))
    prepared = [_draw(blank(document), background=True) for document in documents]
    return Rival(
        "reportlab",
        {
            "everything": lambda number: _draw(documents[number], background=True),
            "on a finished background": lambda number: _merged(
                prepared[number], _draw(documents[number], background=False)
            ),
        },
    )


def _merged(background: bytes, content: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(background)) as under, pikepdf.open(BytesIO(content)) as over:
        for below, above in zip(under.pages, over.pages, strict=True):
            below.add_overlay(above, None)
        under.save(out)
    return out.getvalue()


def _draw(document: Document, *, background: bool) -> bytes:
    first, out = document[0].content, BytesIO()
    canvas = Canvas(out, pagesize=(first.width * PT, first.height * PT), invariant=1)
    for page in document:
        for drawn in (page.background, page.content) if background else (page.content,):
            _page(canvas, drawn)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Any, page: DrawList) -> None:
    for item in page.items:
        _item(canvas, item, page.height)


def _item(canvas: Any, item: Item, height: float) -> None:
    match item:
        case Text():
            _text(canvas, item, height)
        case Rule():
            _pen(canvas, item.width, item.grey, item.dash)
            canvas.line(item.x1 * PT, (height - item.y1) * PT, item.x2 * PT, (height - item.y2) * PT)
        case Frame():
            _frame(canvas, item, height)
        case Ellipse():
            _pen(canvas, item.width, item.grey)
            right, top = (item.x + item.w) * PT, (height - item.y) * PT
            canvas.ellipse(item.x * PT, (height - item.y - item.h) * PT, right, top)
        case Bars() | Squares():
            canvas.setFillGray(0)
            for x, y, w, h in item.runs:
                canvas.rect(x * PT, (height - y - h) * PT, w * PT, h * PT, stroke=0, fill=1)
        case Ink():
            _ink(canvas, item, height)
        case _:
            _lacking(item)


def _lacking(item: Picture) -> None:
    """None of the forms that are compared has a picture."""
    raise Defect(f"no picture is compared: {item.word}")


def _pen(canvas: Any, width: float, grey: float, dash: Sequence[float] = ()) -> None:
    canvas.setLineWidth(width * PT)
    canvas.setStrokeGray(grey)
    canvas.setDash([each * PT for each in dash])


def _text(canvas: Any, item: Text, height: float) -> None:
    canvas.setFillGray(item.grey)
    text = canvas.beginText(item.x * PT, (height - item.y) * PT)
    text.setFont(item.face if item.face in _TAKEN else _TAKEN[0], item.size_pt)
    text.setHorizScale(item.stretch * 100)
    text.setCharSpace(item.spacing * PT / item.stretch)
    text.textOut(item.text)
    canvas.drawText(text)


def _frame(canvas: Any, item: Frame, height: float) -> None:
    if item.fill is not None:
        canvas.setFillGray(item.fill)
    _pen(canvas, item.width, item.grey)
    stroke, fill = int(item.width > 0), int(item.fill is not None)
    canvas.rect(item.x * PT, (height - item.y - item.h) * PT, item.w * PT, item.h * PT, stroke=stroke, fill=fill)


def _ink(canvas: Any, item: Ink, height: float) -> None:
    _pen(canvas, item.width, 0.0)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in item.strokes:
        path = canvas.beginPath()
        path.moveTo(stroke[0][0] * PT, (height - stroke[0][1]) * PT)
        for x, y in stroke[1:]:
            path.lineTo(x * PT, (height - y) * PT)
        canvas.drawPath(path)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)
