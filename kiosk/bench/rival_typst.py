"""The same pages by typst: markup with every text at its place, one warm compiler, fonts read once, no tags."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, assert_never

import typst

from kiosk.bench.rival import Document, Rival, blank
from kiosk.model.errors import Defect
from kiosk.render.drawlist import Bars, Ellipse, Frame, Ink, Item, Picture, Point, Rule, Squares, Text

_HEAD = """
#set text(top-edge: "baseline", bottom-edge: "baseline", lang: "ja", cjk-latin-spacing: none, hyphenate: false)
#let mincho = ("BIZ UDMincho", "Noto Serif JP")
#let gothic = ("BIZ UDGothic", "Noto Sans JP")
#let pgothic = ("BIZ UDPGothic", "Noto Sans JP")
#let at(x, y, it) = place(top + left, dx: x * 1mm, dy: y * 1mm, it)
#let words(s, f, w, k, c, b) = text(size: s * 1pt, font: f, weight: w, tracking: k * 1mm, fill: luma(c), b)
#let t(x, y, s, f, w, k, c, b) = at(x, y, words(s, f, w, k, c, b))
#let u(x, y, z, s, f, w, k, c, b) = at(x, y, scale(x: z, origin: left, words(s, f, w, k, c, b)))
#let l(a, b, c, d, w, g, n) = at(0, 0, line(start: (a * 1mm, b * 1mm), end: (c * 1mm, d * 1mm),
  stroke: (thickness: w * 1mm, paint: luma(g), dash: n)))
#let r(x, y, w, h, s, f) = at(x, y, rect(width: w * 1mm, height: h * 1mm, stroke: s, fill: f))
#let e(x, y, w, h, s) = at(x, y, ellipse(width: w * 1mm, height: h * 1mm, stroke: s))
#let i(w, ..p) = at(0, 0, curve(stroke: (thickness: w * 1mm, cap: "round", join: "round"), ..p))
"""
_FACES = {"mincho": ("mincho", 400), "gothic": ("gothic", 400), "pgothic": ("pgothic", 400)}
_BOLD = ("pgothic", 700)


def rival(documents: Sequence[Document], fonts: Path, folder: Path) -> Rival:
    """typst with the bundled fonts; the prepared backgrounds are PDF files in `folder`."""
    places: list[Any] = [str(fonts)]
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=places)
    compiler = typst.Compiler(root=str(folder), font_paths=known, ignore_system_fonts=True)

    def compiled(markup: str) -> bytes:
        made = compiler.compile(markup.encode(), pdf_tags=False)
        if not isinstance(made, bytes):
            raise Defect("typst gave no document")
        return made

    for number, document in enumerate(documents):
        (folder / f"{number}.pdf").write_bytes(compiled(_markup(blank(document))))
    return Rival(
        "typst",
        {
            "everything": lambda number: compiled(_markup(documents[number])),
            "on a finished background": lambda number: compiled(_markup(documents[number], f"{number}.pdf")),
        },
    )


def _markup(document: Document, background: str = "") -> str:
    lines = [_HEAD]
    for number, page in enumerate(document, 1):
        lines.append(f"#page(width: {page.content.width}mm, height: {page.content.height}mm, margin: 0mm)[")
        if background:
            lines.append(f'#at(0, 0, image("{background}", page: {number}, width: 100%))')
        else:
            lines += map(_item, page.background.items)
        lines += map(_item, page.content.items)
        lines.append("]")
    return "\n".join(lines)


def _item(item: Item) -> str:
    match item:
        case Text():
            return _text(item)
        case Rule():
            dash = f"({', '.join(f'{each:.3f}mm' for each in item.dash)},)" if item.dash else "none"
            return f"#l({_numbers(item.x1, item.y1, item.x2, item.y2, item.width)}, {_luma(item.grey)}, {dash})"
        case Frame():
            fill = "none" if item.fill is None else f"luma({_luma(item.fill)})"
            stroke = _stroke(item.width, item.grey) if item.width > 0 else "none"
            return f"#r({_numbers(item.x, item.y, item.w, item.h)}, {stroke}, {fill})"
        case Ellipse():
            return f"#e({_numbers(item.x, item.y, item.w, item.h)}, {_stroke(item.width, item.grey)})"
        case Bars() | Squares():
            return "".join(f"#r({_numbers(*run)}, none, black)" for run in item.runs)
        case Picture():
            return ""  # none of the forms that are compared has one
        case Ink():
            return "".join(f"#i({item.width:.3f}, {', '.join(_curve(stroke))})" for stroke in item.strokes)
        case _:
            assert_never(item)


def _text(item: Text) -> str:
    face, weight = _FACES.get(item.face, _BOLD)
    style = f"{item.size_pt:.3f}, {face}, {weight}, {item.spacing:.3f}, {_luma(item.grey)}"
    words = json.dumps(item.text, ensure_ascii=False)
    if item.stretch == 1:
        return f"#t({_numbers(item.x, item.y)}, {style}, {words})"
    return f"#u({_numbers(item.x, item.y)}, {item.stretch * 100:.2f}%, {style}, {words})"


def _curve(stroke: Sequence[Point]) -> Iterator[str]:
    for index, (x, y) in enumerate(stroke):
        yield f"curve.{'line' if index else 'move'}(({x:.3f}mm, {y:.3f}mm))"


def _numbers(*values: float) -> str:
    return ", ".join(f"{value:.3f}" for value in values)


def _luma(grey: float) -> str:
    return f"{grey * 100:.0f}%"


def _stroke(width: float, grey: float) -> str:
    return f"{width:.3f}mm + luma({_luma(grey)})"
