"""A hand that writes typst: its tables, with grounds under labels, hairlines, or dotted rules between rows."""

from __future__ import annotations

from tests.hands.sheet import Cell, Sheet, Table
from tests.other_hands import ROOT

_STROKES = {
    "shaded": "0.6pt",
    "hairline": "0.15pt",
    "dotted": '(x, y) => (left: 0.4pt, right: 0.4pt, top: (thickness: 0.4pt, dash: "densely-dotted"), bottom: 0.4pt)',
}


def draw(sheet: Sheet, style: str) -> bytes:
    """`shaded`, `hairline` or `dotted`."""
    import typst

    source = "\n".join(
        (
            '#set page("a4", margin: 0pt)',
            '#set text(font: "BIZ UDMincho", size: 9.5pt, lang: "ja")',
            "#set par(leading: 3pt)",
            f"#place(dx: 0mm, dy: 20mm, box(width: 210mm, align(center, text(14pt)[{sheet.title}])))",
            *(f"#place(dx: 20mm, dy: {y - 3}mm, text(9pt)[{text}])" for y, text in sheet.notes),
            *(_table(table, style) for table in sheet.tables),
            *(
                f"#place(dx: {line.x - 40}mm, dy: {line.y - 4}mm, box(width: 37mm, align(right)[{line.text}]))\n"
                f"#place(dx: {line.x}mm, dy: {line.y}mm, line(length: {line.w}mm, stroke: 0.4pt))"
                for line in sheet.lines
            ),
        )
    )
    compiler = typst.Compiler(font_paths=[str(ROOT / "assets" / "fonts")])
    made = compiler.compile(input=source.encode())
    return made if isinstance(made, bytes) else b"".join(made or ())


def _table(table: Table, style: str) -> str:
    cells = ",\n".join(_cell(cell, style) for cell, *_ in table.places())
    return (
        f"#place(dx: {table.x}mm, dy: {table.y}mm, table(columns: ({_sizes(table.widths)}), "
        f"rows: ({_sizes([height for height, _ in table.rows])}), inset: 1mm, stroke: {_STROKES[style]},\n{cells}))"
    )


def _sizes(lengths: list[float] | tuple[float, ...]) -> str:
    return "".join(f"{each}mm, " for each in lengths)


def _cell(cell: Cell, style: str) -> str:
    fill = ", fill: luma(225)" if style == "shaded" and not cell.name else ""
    align = "left + top" if cell.small else "left + bottom" if cell.foot else "center + horizon"
    align = "right + horizon" if cell.right else align
    text = " \\ ".join(cell.text.split("\n"))
    text = f"#text(7pt)[{text}]" if cell.small or cell.foot else text
    inset = ""
    if cell.teeth:
        text = f"#grid(columns: (1fr,) * {cell.teeth}, rows: 100%, stroke: 0.3pt, ..([],) * {cell.teeth})"
        inset = ", inset: 0pt"
    return f"table.cell(colspan: {cell.span}, rowspan: {cell.down}, align: {align}{fill}{inset})[{text}]"
