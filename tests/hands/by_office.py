"""A hand that writes with LibreOffice: tables of a word processor, each row of a fixed height, in frames."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from tests.hands.sheet import Cell, Sheet, Table

_URNS = {"fo": "xsl-fo-compatible", "svg": "svg-compatible", "draw": "drawing"}
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{_URNS.get(name, name)}:1.0"'
    for name in ("office", "style", "text", "table", "draw", "fo", "svg")
)
_FONT = "BIZ UDPGothic"


def written(sheet: Sheet, style: str) -> str:
    """The document as flat XML; `grey` has a ground under labels, `plain` has none."""
    body = "".join(_frame(number, table, style) for number, table in enumerate(sheet.tables))
    notes = "".join(_note(20, y - 5, 170, text, "P") for y, text in sheet.notes)
    columns = "".join(_columns(number, table) for number, table in enumerate(sheet.tables))
    title = _note(20, 18, 170, sheet.title, "T")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Frame" style:family="graphic"/></office:styles>
<office:automatic-styles>
<style:page-layout style:name="A"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin="10mm"/></style:page-layout>
{_paragraph("P", 9.5, "center")}{_paragraph("S", 7, "start")}
{_paragraph("R", 9.5, "end")}{_paragraph("T", 14, "center")}
{_cells("L", "middle", "#dddddd" if style == "grey" else "")}{_cells("B", "middle", "")}{_cells("U", "top", "")}
{_cells("F", "bottom", "")}
<style:style style:name="G" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties
 style:vertical-pos="from-top"
 style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:border="none"
 fo:padding="0mm" style:wrap="run-through"/></style:style>
{columns}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A"/></office:master-styles>
<office:body><office:text>{title}{notes}{body}<text:p/></office:text></office:body></office:document>"""


def draw(sheet: Sheet, style: str, folder: Path) -> bytes:
    """The page as LibreOffice makes it; `folder` is for its files."""
    source = folder / "sheet.fodt"
    source.write_text(written(sheet, style), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "sheet.pdf").read_bytes()


def _paragraph(name: str, size: float, align: str) -> str:
    font = f'style:font-name="{_FONT}" style:font-name-asian="{_FONT}"'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="{align}"/><style:text-properties {font} fo:font-family="\'{_FONT}\'" '
        f'style:font-family-asian="\'{_FONT}\'" fo:font-size="{size}pt" '
        f'style:font-size-asian="{size}pt"/></style:style>'
    )


def _cells(name: str, align: str, ground: str) -> str:
    filled = f' fo:background-color="{ground}"' if ground else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'style:vertical-align="{align}" fo:border="0.5pt solid #000000" fo:padding="0.5mm"{filled}/></style:style>'
    )


def _columns(number: int, table: Table) -> str:
    made = [
        f'<style:style style:name="C{number}.{at}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width}mm"/></style:style>'
        for at, width in enumerate(table.widths)
    ]
    made += [
        f'<style:style style:name="H{number}.{at}" style:family="table-row"><style:table-row-properties '
        f'style:row-height="{height}mm" fo:keep-together="always"/></style:style>'
        for at, (height, _) in enumerate(table.rows)
    ]
    made.append(
        f'<style:style style:name="W{number}" style:family="table"><style:table-properties '
        f'style:width="{sum(table.widths)}mm" table:align="left" table:border-model="collapsing"/></style:style>'
    )
    return "".join(made)


def _note(x: float, y: float, w: float, text: str, style: str) -> str:
    inside = f'<text:p text:style-name="{style}">{escape(text)}</text:p>'
    return _framed(x, y, w, 8, inside)


def _framed(x: float, y: float, w: float, h: float, inside: str) -> str:
    return (
        f'<text:p><draw:frame draw:style-name="G" text:anchor-type="page" text:anchor-page-number="1" svg:x="{x}mm" '
        f'svg:y="{y}mm" svg:width="{w}mm"><draw:text-box fo:min-height="{h}mm">{inside}</draw:text-box></draw:frame>'
        "</text:p>"
    )


def _frame(number: int, table: Table, style: str) -> str:
    rows = []
    cells = {(row, column): cell for cell, row, column, _ in table.places()}
    covered = {
        (row + d, column + s)
        for (row, column), cell in cells.items()
        for d in range(cell.down)
        for s in range(cell.span)
        if d or s
    }
    for row in range(len(table.rows)):
        inside = "".join(
            "<table:covered-table-cell/>" if (row, column) in covered else _cell(cells[row, column])
            for column in range(len(table.widths))
        )
        rows.append(f'<table:table-row table:style-name="H{number}.{row}">{inside}</table:table-row>')
    columns = "".join(f'<table:table-column table:style-name="C{number}.{at}"/>' for at in range(len(table.widths)))
    made = f'<table:table table:name="T{number}" table:style-name="W{number}">{columns}{"".join(rows)}</table:table>'
    return _framed(table.x, table.y, sum(table.widths), 5, made + "<text:p/>")


def _cell(cell: Cell) -> str:
    name = "U" if cell.small else "F" if cell.foot else "B" if cell.name else "L"
    style = "S" if cell.small or cell.foot else "R" if cell.right else "P"
    words = "".join(f'<text:p text:style-name="{style}">{escape(line)}</text:p>' for line in cell.text.split("\n"))
    spans = f'table:number-columns-spanned="{cell.span}" table:number-rows-spanned="{cell.down}"'
    return f'<table:table-cell table:style-name="{name}" {spans}>{words}</table:table-cell>'
