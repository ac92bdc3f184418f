"""Rows for several people: boxes of the same shape below one another become one box that is repeated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.model.template import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.designing.importing.grid import Cell
    from kiosk.designing.importing.sheet import Proposed

_EVEN = 0.6  # mm: rows are no further from even steps
_LEAST_COLUMNS = 2
_NUMBER_WIDE = 12.0  # mm: a nameless column no wider than this is where the rows are numbered
_KANA, _NAME = "フリガナ", "氏名"
_CHILDREN = ("児童", "子ども", "こども", "お子", "対象児")


@dataclass(frozen=True)
class Rows:
    """A table: so many rows, `dy` mm from one to the next, for the members of a group; where their numbers stand."""

    id: str
    group: str
    count: int
    dy: float
    number: Cell | None = None


def gather(found: Sequence[tuple[Proposed, str]]) -> tuple[list[tuple[Proposed, str, str]], list[Rows]]:
    """Every box once, with its name and the id of its table (empty outside of one), and the tables."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, (box, name) in enumerate(found):
        shape = (round(box.place.x), round(box.place.w), round(box.place.h), box.kind, len(box.choices), name)
        alike[shape].append(index)
    tables: list[list[_Column]] = []
    for members in alike.values():
        for column in _columns(found, members):
            table = next((table for table in tables if table[0].beside(column)), None)
            if table is None:
                tables.append([column])
            else:
                table.append(column)
    rows, kept, left_out = list[Rows](), dict[int, tuple[str, str]](), set[int]()
    fields = dict[int, tuple[str, ...]]()
    for table in (table for table in tables if len(table) >= _LEAST_COLUMNS):
        made, shown = _table(f"R{len(rows) + 1}", found, table)
        rows.append(made)
        left_out |= {index for column in table for index in column.members}
        kept |= {column.members[0]: (column.name, made.id) for column in shown}
        fields |= {column.members[0]: _fields(found, column) for column in shown}
    every = [
        (replace(box, fields=fields.get(index, box.fields)), *kept.get(index, (name, "")))
        for index, (box, name) in enumerate(found)
        if index in kept or index not in left_out
    ]
    return every, rows


@dataclass(frozen=True)
class _Column:
    """Boxes below one another at even steps: `first` is the lower edge of the first."""

    members: tuple[int, ...]
    name: str
    first: float
    dy: float

    def beside(self, other: _Column) -> bool:
        """Whether both are columns of one table."""
        same = len(self.members) == len(other.members) and abs(self.dy - other.dy) <= _EVEN
        return same and abs(self.first - other.first) < self.dy * 0.9


def _columns(found: Sequence[tuple[Proposed, str]], members: Sequence[int]) -> Iterator[_Column]:
    """A column at even steps, or two in one another (フリガナ above 氏名 in every row); nothing for anything else."""
    bottoms = [found[index][0].cell.bottom for index in members]
    name = found[members[0]][1]
    if _even(bottoms):
        yield _Column(tuple(members), name, bottoms[0], _step(bottoms))
    elif len(members) % 2 == 0 and _even(bottoms[::2]) and _even(bottoms[1::2]):
        for part in (0, 1):
            yield _Column(tuple(members[part::2]), name, bottoms[part], _step(bottoms[part::2]))


def _table(id_: str, found: Sequence[tuple[Proposed, str]], table: Sequence[_Column]) -> tuple[Rows, Sequence[_Column]]:
    """A table and its columns; a nameless narrow one at its left edge is the place of the numbers and no column."""
    edge = min(table, key=lambda column: found[column.members[0]][0].place.x)
    box = found[edge.members[0]][0]
    numbered = box.kind is Kind.TEXT and box.place.w <= _NUMBER_WIDE and not edge.name.partition(" ")[2]
    names = " ".join(column.name for column in table)
    group = "C" if any(word in names for word in _CHILDREN) else "P"
    rows = Rows(id_, group, len(edge.members), edge.dy, box.place if numbered else None)
    shown = [column for column in table if not (numbered and column is edge)]
    return rows, [_said(column, shown) for column in shown]


def _said(column: _Column, table: Sequence[_Column]) -> _Column:
    """A column with its own part of a heading for two: フリガナ above, 氏名 below."""
    same = sorted((each for each in table if each.name == column.name), key=lambda each: each.first)
    head, _, label = column.name.rpartition(" ")
    if len(same) != 2 or _KANA not in label or _NAME not in label:
        return column
    return replace(column, name=f"{head} {_NAME if column == same[1] else _KANA}".strip())


def _fields(found: Sequence[tuple[Proposed, str]], column: _Column) -> tuple[str, ...]:
    """What the paper calls the fields of a column, from the first row down."""
    return tuple(name for index in column.members for name in found[index][0].fields)


def _step(bottoms: Sequence[float]) -> float:
    return (bottoms[-1] - bottoms[0]) / (len(bottoms) - 1)


def _even(bottoms: Sequence[float]) -> bool:
    """At least two rows at even steps."""
    gaps = [below - above for above, below in pairwise(bottoms)]
    return len(gaps) >= 1 and min(gaps) > 2 * _EVEN and max(gaps) - min(gaps) <= _EVEN
