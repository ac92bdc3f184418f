"""CSV renderings of a record: one file per group, quoted throughout, with a header that the mapping file names."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import Column, Columns, ColumnType, Group
from kiosk.exchange.records.targets import PLAIN, Script
from kiosk.exchange.records.values import words
from kiosk.exchange.records.widths import zenkaku
from kiosk.model.base import Frozen
from kiosk.model.letters import hankaku
from kiosk.model.relations import relation_codes

Row = tuple[str, ...]
TEXT = "'"
"""Before a cell: what follows is text, whatever it looks like."""

_RUNS = (TEXT, *"=+-@＝＋－＠\t\r\n")  # full-width signs too: a Japanese Excel takes them for the same


class Table(Frozen):
    """One group's rows, each cell already in the form its column's type asks for."""

    group: Group
    rows: tuple[Row, ...]


def tables(record: Record, columns: Columns) -> tuple[Table, ...]:
    """Every group of the mapping filled from the record, in file order."""
    root = record.model_dump(by_alias=True)
    return tuple(Table(group=group, rows=_rows(root, group)) for group in columns.groups)


def encode(
    table: Table, *, romaji: bool = False, bom: bool = False, spreadsheet_safe: bool = True, script: Script = PLAIN
) -> bytes:
    """RFC 4180: CRLF, every field quoted; header of 項目名 or ローマ字; in the letters of `script` (UTF-8), with a BOM
    only for spreadsheets.

    `spreadsheet_safe` puts an apostrophe before a cell that a spreadsheet would run as a formula, and before one that
    begins with an apostrophe: whoever drops the first apostrophe of a cell has exactly what was declared.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.romaji if romaji else column.item for column in table.group.columns])
    writer.writerows([as_text(cell) for cell in row] if spreadsheet_safe else row for row in table.rows)
    return script.encode(script.written(out.getvalue()), bom=bom)


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"{TEXT}{cell}" if cell.startswith(_RUNS) else cell


def decode(data: bytes, *, spreadsheet_safe: bool = True, script: Script = PLAIN) -> tuple[Row, tuple[Row, ...]]:
    """Header and rows of a file that `encode` wrote, read as the receiver reads it."""
    header, *rows = csv.reader(io.StringIO(script.decode(data), newline=""), strict=True)
    mark = TEXT if spreadsheet_safe else ""
    return tuple(header), tuple(tuple(cell.removeprefix(mark) for cell in row) for row in rows)


def file_name(record: Record, group: str, seq: int) -> str:
    """{団体コード6}_{独自施策ID3}_{業務ID3}_{グループ}_{yyyymmddHHMMSS}_{seq3}.csv, with the time of the operation."""
    common = record.kyotsu
    moment = dt.datetime.fromisoformat(f"{common.sosanengappi}T{common.sosajikoku}")
    ids = f"{common.shikuchosonkodo}_{common.dokujishisakushisutemutoid}_{common.gyomuid}"
    return f"{ids}_{group}_{moment:%Y%m%d%H%M%S}_{seq:03}.csv"


def _rows(root: Mapping[str, Any], group: Group) -> tuple[Row, ...]:
    elements: Sequence[Any] = root[group.rows] if group.rows else ({},)
    return tuple(
        tuple(_cell(column, {**root, group.rows: element}) for column in group.columns) for element in elements
    )


def _cell(column: Column, scope: Mapping[str, Any]) -> str:
    value: Any = scope
    for name in column.source.split("."):
        value = value.get(name, "")
    return fit(column, words(value))


def fit(column: Column, text: str) -> str:
    """A text in the form of its column: coded, then full-width for Ｎ, half-width for X and 9."""
    if column.relation:
        codes = relation_codes(text) or ("",) * 4
        text = codes[column.relation - 1]
    match column.type:
        case ColumnType.FULL:
            return zenkaku(text)
        case ColumnType.HALF | ColumnType.INTEGER:
            return hankaku(text)
        case _:
            return text
