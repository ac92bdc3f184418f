"""What a box asks for, read as a person reads a form: from the label left of it, or from the head of its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.designing.importing.grid import Cell
    from kiosk.designing.importing.sheet import Label, Proposed, Sheet

_NUMBER = re.compile(r"(?:[({（]?[0-9①-⑳]{1,2}[)}）.]?){1,4}")
_BRACKET, _BRACKETED = re.compile(r"\([^()]*\)"), re.compile(r"\([^()]*\)$")
_MOST_LETTERS = 40  # a longer text explains, and is no heading
_FREE = 1.0  # mm: what is further from every side of its cell touches none
_TALL = 1.6  # a label so much higher than wide is a side heading (請 求 者)
_NEAR = 1.2
_MOST_ROWS, _MOST_COLUMNS = 60, 20


def named(sheet: Sheet) -> Iterator[tuple[Proposed, str]]:
    """Every box with its name: the side heading, if it has one, then the label."""
    for box in sheet.boxes:
        yield box, name_of(box, sheet)


def name_of(box: Proposed, sheet: Sheet) -> str:
    """The name of a box; empty where nothing tells it."""
    labels = [label for label in sheet.labels if not _NUMBER.fullmatch(label.text)]
    cell = _framed(box.cell, sheet)
    beside = _left(cell, labels, sheet)
    side = [label for label in labels if _is_side(label) and _covers(label.cell, cell) and label is not beside]
    own = box.own or (_said(beside, labels, sheet) if beside is not None and not _is_side(beside) else "")
    column = _above(cell, labels, sheet, as_wide=True)
    row = beside if own and not box.own else _row_head(cell, labels, sheet)
    if column is not None and row is not None and not box.own and _in_table(box, column, labels, sheet):
        own = f"{row.text}（{column.text}）"
    if not own:
        over = column or (row if row is not None and not _is_side(row) else None) or _above(cell, labels, sheet)
        own = over.text if over is not None else (beside.text if beside is not None else "")
    heading = max(side, key=lambda label: label.cell.x, default=None)
    before = [heading.text] if heading is not None else []
    before += [row.text] if row is not None and box.own and _continues(box, sheet) else []
    return " ".join([*(each for each in before if each != own), own]).strip()


def _continues(box: Proposed, sheet: Sheet) -> bool:
    """Whether a box with a small heading of its own goes on from choices, as their row's next cell (その他の内容)."""
    cell = box.cell
    before = (each for each in sheet.boxes if each.choices and abs(each.cell.right - cell.x) < _NEAR)
    return box.place.y > cell.y + 1 and any(
        abs(each.cell.y - cell.y) < _NEAR and abs(each.cell.h - cell.h) < _NEAR for each in before
    )


def _framed(cell: Cell, sheet: Sheet) -> Cell:
    """The cell that a frame stands free in (a square for a seal, a comb), or the cell itself."""
    around = [
        each
        for each in sheet.grid
        if min(cell.x - each.x, cell.y - each.y, each.right - cell.right, each.bottom - cell.bottom) >= _FREE
    ]
    return min(around, key=lambda each: each.w * each.h, default=cell)


def _said(label: Label, labels: list[Label], sheet: Sheet) -> str:
    """What a label says: with what it goes on from, where it is only a bracket, or one letter of a larger cell's."""
    if _BRACKET.fullmatch(label.text):
        before = _row_head(label.cell, labels, sheet)
        return f"{_BRACKETED.sub('', before.text)}{label.text}" if before is not None else label.text
    if len(label.text) == 1:
        outer = _left(label.cell, labels, sheet)
        return f"{outer.text}（{label.text}）" if outer is not None and not _is_side(outer) else label.text
    return label.text


def _is_side(label: Label) -> bool:
    return label.cell.h > _TALL * label.cell.w and label.cell.w < 14


def _covers(side: Cell, cell: Cell) -> bool:
    """Whether a side heading stands left of a cell and reaches over its height."""
    middle = cell.y + cell.h / 2
    return side.right <= cell.x + _NEAR and side.y - 0.5 <= middle <= side.bottom + 0.5


def _left(cell: Cell, labels: list[Label], sheet: Sheet) -> Label | None:
    """The label that ends where the cell begins, or that only empty rest of a comb lies between."""
    middle = cell.y + cell.h / 2
    level = [
        each
        for each in labels
        if each.cell.y - 0.5 <= middle <= each.cell.bottom + 0.5 and each.cell.right <= cell.x + _NEAR
    ]
    nearest = max(level, key=lambda each: (each.cell.right, -each.cell.w), default=None)
    if nearest is None:
        return None
    between = [
        other
        for other in sheet.boxes
        if other.cell != cell
        and other.cell.y - 0.5 <= middle <= other.cell.bottom + 0.5
        and nearest.cell.right - _NEAR <= other.cell.x
        and other.cell.right <= cell.x + _NEAR
    ]
    return None if between else nearest


def _in_table(box: Proposed, column: Label, labels: list[Label], sheet: Sheet) -> bool:
    """Whether the columns beside have heads on the same line: then row and column together name a box."""
    level = [each for each in sheet.boxes if each != box and abs(each.cell.y - box.cell.y) < _NEAR]
    heads = [_above(each.cell, labels, sheet, as_wide=True) for each in level]
    return any(head is not None and head != column and abs(head.cell.y - column.cell.y) < _NEAR for head in heads)


def _row_head(cell: Cell, labels: list[Label], sheet: Sheet) -> Label | None:
    """The label at the left end of a row of boxes that stand side by side; it may be as high as several of them."""
    heads, at, middle = {label.cell: label for label in labels}, cell, cell.y + cell.h / 2
    for _ in range(_MOST_COLUMNS):
        level = [each for each in sheet.grid if abs(each.right - at.x) < _NEAR and each.y <= middle <= each.bottom]
        before = min(level, key=lambda each: each.w * each.h, default=None)
        if before is None or before in heads:
            return heads[before] if before is not None and not _is_side(heads[before]) else None
        at = before
    return None


def _above(cell: Cell, labels: list[Label], sheet: Sheet, *, as_wide: bool = False) -> Label | None:
    """The head of the column: upwards from cell to cell, without a gap, to the first label.

    `as_wide`: the head has the width of the cell, as in the columns of a table; a row between may have none of it.
    """
    heads = {label.cell: label for label in labels if len(label.text) <= _MOST_LETTERS}
    middle, at = cell.x + cell.w / 2, cell
    for _ in range(_MOST_ROWS):
        over = [each for each in sheet.grid if abs(each.bottom - at.y) < _NEAR and each.x <= middle <= each.right]
        if not over:
            return None
        at = min(over, key=lambda each: each.w * each.h)
        same = abs(at.x - cell.x) < _NEAR and abs(at.w - cell.w) < _NEAR
        if at in heads and not _is_side(heads[at]) and (same or not as_wide):
            return heads[at]
    return None
