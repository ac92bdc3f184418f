"""What a box asks for, read as a person reads a form: from the label left of it, or from the head of its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.designing.importing.grid import Cell
    from kiosk.designing.importing.proposing import Label, Proposed, Sheet

_NUMBER = re.compile(r"[0-9①-⑳(){}（）.]{1,4}")
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
    beside = _left(box.cell, labels, sheet)
    side = [label for label in labels if _is_side(label) and _covers(label.cell, box.cell) and label is not beside]
    own = box.own or (beside.text if beside is not None and not _is_side(beside) else "")
    column = _above(box.cell, labels, sheet, as_wide=True)
    row = beside if own else _row_head(box.cell, labels, sheet)
    if column is not None and row is not None and not _is_side(row) and _in_table(box, column, labels, sheet):
        own = f"{row.text}（{column.text}）"
    if not own:
        above = column or _above(box.cell, labels, sheet)
        own = above.text if above is not None else (beside.text if beside is not None else "")
    heading = max(side, key=lambda label: label.cell.x, default=None)
    parts = [heading.text] if heading is not None and heading.text != own else []
    return " ".join([*parts, own]).strip()


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
    """The label at the left end of a row of boxes that stand side by side, as high as they are."""
    heads, at = {label.cell: label for label in labels}, cell
    for _ in range(_MOST_COLUMNS):
        level = [each for each in sheet.grid if abs(each.right - at.x) < _NEAR and abs(each.y - at.y) < _NEAR]
        before = next((each for each in level if abs(each.h - at.h) < _NEAR), None)
        if before is None or before in heads:
            return heads.get(before) if before is not None else None
        at = before
    return None


def _above(cell: Cell, labels: list[Label], sheet: Sheet, *, as_wide: bool = False) -> Label | None:
    """The head of the column: upwards from cell to cell, without a gap, to the first label.

    `as_wide`: the column has one width from its head to the cell, as the columns of a table have.
    """
    heads = {label.cell: label for label in labels}
    middle, at = cell.x + cell.w / 2, cell
    for _ in range(_MOST_ROWS):
        over = [each for each in sheet.grid if abs(each.bottom - at.y) < _NEAR and each.x <= middle <= each.right]
        if as_wide:
            over = [each for each in over if abs(each.x - cell.x) < _NEAR and abs(each.w - cell.w) < _NEAR]
        if not over:
            return None
        at = min(over, key=lambda each: each.w * each.h)
        if at in heads and not _is_side(heads[at]):
            return heads[at]
    return None
