"""A hand that draws with reportlab: frames around every cell, rules as thin bars, or rounded grounds under labels."""

from __future__ import annotations

import io
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.hands.sheet import Cell, Sheet
from tests.other_hands import ROOT

_MM = 72 / 25.4
Place = tuple[float, float, float, float]


@cache
def _font() -> str:
    pdfmetrics.registerFont(TTFont("BIZ", str(ROOT / "assets" / "fonts" / "BIZUDGothic-Regular.ttf")))
    return "BIZ"


def draw(sheet: Sheet, style: str) -> bytes:
    """`frames`: every cell has its own frame; `bars`: rules are filled bars, labels have a ground; `open`: no sides."""
    written = io.BytesIO()
    page = Canvas(written, pagesize=A4, invariant=1)
    page.setFont(_font(), 14)
    page.drawCentredString(A4[0] / 2, _up(24), sheet.title)
    for y, text in sheet.notes:
        _say(page, 20, y, text, 9)
    for table in sheet.tables:
        for cell, _, _, place in table.places():
            edge = table.x + sum(table.widths)
            _cell(page, cell, place, style, outer=(table.x, edge))
    for line in sheet.lines:
        _say(page, line.x - 4 - 3.6 * len(line.text), line.y - 1, line.text, 10)
        page.setLineWidth(0.4)
        page.line(line.x * _MM, _up(line.y), (line.x + line.w) * _MM, _up(line.y))
    page.showPage()
    page.save()
    return written.getvalue()


def _up(y: float) -> float:
    return float(A4[1]) - y * _MM


def _cell(page: Canvas, cell: Cell, place: Place, style: str, *, outer: tuple[float, float]) -> None:
    x, y, w, h = place
    if style == "bars" and not cell.name:
        page.setFillGray(0.9)
        page.rect(x * _MM, _up(y + h), w * _MM, h * _MM, stroke=0, fill=1)
        page.setFillGray(0)
    page.setLineWidth(0.3)
    if style == "bars":
        for bar in ((x, y, w, 0.2), (x, y + h, w, 0.2), (x, y, 0.2, h), (x + w, y, 0.2, h)):
            page.rect(bar[0] * _MM, _up(bar[1] + bar[3]), bar[2] * _MM, bar[3] * _MM, stroke=0, fill=1)
    elif style == "open":
        for at in (y, y + h):
            page.line(x * _MM, _up(at), (x + w) * _MM, _up(at))
        for side in (each for each in (x, x + w) if each not in outer):
            page.line(side * _MM, _up(y), side * _MM, _up(y + h))
    else:
        page.rect(x * _MM, _up(y + h), w * _MM, h * _MM)
    for tooth in range(1, cell.teeth):
        at = x + w * tooth / cell.teeth
        page.line(at * _MM, _up(y), at * _MM, _up(y + h))
    _words(page, cell, place)


def _words(page: Canvas, cell: Cell, place: Place) -> None:
    x, y, w, h = place
    size, lines = (7.0 if cell.small or cell.foot else 9.5), cell.text.split("\n")
    high = size * 0.3528 * 1.25
    for at, text in enumerate(lines):
        base = y + h / 2 - high * len(lines) / 2 + high * (at + 0.8)
        base = y + 3.0 if cell.small else y + h - 1.2 if cell.foot else base
        wide = page.stringWidth(text, _font(), size) / _MM
        left = x + (1.0 if cell.small or cell.foot else w - wide - 1.5 if cell.right else max((w - wide) / 2, 0.8))
        _say(page, left, base, text, size)


def _say(page: Canvas, x: float, y: float, text: str, size: float) -> None:
    page.setFont(_font(), size)
    page.drawString(x * _MM, _up(y), text)
