"""文字の点検: which letters of a record a receiver gets otherwise than they are, or cannot get at all, cell by cell."""

from collections.abc import Iterator

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.csvs import Table, tables
from kiosk.exchange.records.targets import Script, Target
from kiosk.model.base import Frozen

NO_LETTER = ("相手の文字コードにない文字があります", "代わりの文字は forms/exchange/letters.toml に決めます。")


class Lettered(Frozen):
    """One letter that is written as `put`; empty: nothing may stand for it. `where` and `item` are the column's words,
    `source` the part of the record, `row` counts from 0 in the group `rows` (empty: it is said once).
    """

    where: str
    item: str
    source: str
    rows: str
    row: int
    letter: str
    put: str


def letters(record: Record, columns: Columns, script: Script) -> Iterator[Lettered]:
    """In file order; nothing where the receiver takes UTF-8."""
    if script.target is not Target.UTF8:
        for table in tables(record, columns):
            yield from _of(table, script)


def _of(table: Table, script: Script) -> Iterator[Lettered]:
    for row, cells in enumerate(table.rows):
        for column, cell in zip(table.group.columns, cells, strict=True):
            for seen in script.write(cell):
                yield Lettered(
                    where=f"{table.group.name}{row + 1}行目 {column.item}",
                    item=column.item,
                    source=column.source,
                    rows=table.group.rows,
                    row=row,
                    letter=seen.letter,
                    put=seen.put or "",
                )
