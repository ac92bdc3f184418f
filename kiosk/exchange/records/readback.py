"""CSV を読み戻す: the record as a receiver of CSV files has it, so that what they lose is known and nothing else is.

Every column of the mapping is put back where it was taken from; a column that is reckoned from another one (続柄コード)
gives nothing back, for the wording it was reckoned from stands beside it. Widths are those of the columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import Column, Columns, Group
from kiosk.exchange.records.csvs import Row, Table, tables
from kiosk.exchange.records.encodings import of_standard
from kiosk.exchange.records.targets import PLAIN, Script
from kiosk.exchange.records.values import BETWEEN
from kiosk.model.base import Issue

_SEVERAL = {"taishosha.yakuwari", "seikyu.kisaijiko"}
_NUMBERS = {"kyotsu.kaiteibango"}

Files = Mapping[str, tuple[Row, Sequence[Row]]]
"""Header and rows of each file, by group."""


def read_back(files: Files, columns: Columns) -> Record | tuple[Issue, ...]:
    """The record that the files of one application tell, or why there is none: a heading, a number of cells."""
    wrong = tuple(issue for group in columns.groups for issue in _wrong(group, files.get(group.name)))
    if wrong:
        return wrong
    root: dict[str, Any] = {}
    for group in columns.groups:
        _, rows = files[group.name]
        for number, row in enumerate(rows):
            for column, cell in zip(group.columns, row, strict=True):
                _put(root, group, number, column, cell)
    try:
        return Record.model_validate(_listed(root))
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        return (Issue(where=where, message="CSV から記録を作れません。"),)


def differences(record: Record, files: Files, columns: Columns, *, script: Script = PLAIN) -> tuple[Issue, ...]:
    """Where the files say something else than the record in the receiver's letters, cell by cell, or cannot be read."""
    back = read_back(files, columns)
    if not isinstance(back, Record):
        return back
    told = ((ours, files[ours.group.name][1]) for ours in tables(record, columns))
    return tuple(issue for ours, theirs in told for issue in _different(ours, theirs, script))


def _wrong(group: Group, found: tuple[Row, Sequence[Row]] | None) -> Iterator[Issue]:
    if found is None:
        yield Issue(where=group.name, message="このグループのファイルがありません。")
        return
    header, rows = found
    if header not in {tuple(c.item for c in group.columns), tuple(c.romaji for c in group.columns)}:
        yield Issue(where=group.name, message="見出しが項目の対応表と違います。", allowed="項目名かローマ字")
    for number, row in enumerate(rows, 1):
        if len(row) != len(group.columns):
            yield Issue(where=f"{group.name}{number}行目", message="列の数が見出しと違います。")


def _put(root: dict[str, Any], group: Group, number: int, column: Column, cell: str) -> None:
    """One cell where it was taken from; an empty one was not stated."""
    if column.relation or not cell:
        return
    block, name = column.source.split(".")
    value: Any = cell
    if column.source in _SEVERAL:
        value = tuple(cell.split(BETWEEN))
    elif column.source in _NUMBERS:
        value = int(cell)
    place = root.setdefault(block, {})
    (place.setdefault(number, {}) if block == group.rows else place)[name] = value


def _listed(root: dict[str, Any]) -> dict[str, Any]:
    """Rows by their number as a list."""
    return {
        block: [found[number] for number in sorted(found)] if all(isinstance(key, int) for key in found) else found
        for block, found in root.items()
    }


def _different(ours: Table, theirs: Sequence[Row], script: Script) -> Iterator[Issue]:
    if len(ours.rows) != len(theirs):
        yield Issue(where=ours.group.name, message="行の数が記録と違います。")
        return
    for number, (one, other) in enumerate(zip(ours.rows, theirs, strict=True), 1):
        for column, mine, read in zip(ours.group.columns, one, other, strict=True):
            if of_standard(script.written(mine)) != read and mine != read:
                yield Issue(where=f"{ours.group.name}{number}行目 {column.item}", message="記録と違います。")
