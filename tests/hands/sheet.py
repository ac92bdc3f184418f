"""A form page as who designs it thinks of it: tables of labels and boxes, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """What is printed in a cell, and what is asked for there (`name`; empty for a label).

    `small` stands at the upper left (`top`) or at the foot and leaves the rest free, `right` before the right side;
    `teeth` are a letter each.
    """

    text: str = ""
    name: str = ""
    span: int = 1
    down: int = 1
    small: bool = False
    foot: bool = False
    right: bool = False
    teeth: int = 0


@dataclass(frozen=True)
class Table:
    """Cells by rows, each with its height; `widths` are of the columns. A spanned place is left out below."""

    x: float
    y: float
    widths: tuple[float, ...]
    rows: tuple[tuple[float, tuple[Cell, ...]], ...]

    def places(self) -> Iterator[tuple[Cell, int, int, tuple[float, float, float, float]]]:
        """Every cell with its row, its column, and its x, y, width and height."""
        taken: set[tuple[int, int]] = set()
        heights = [height for height, _ in self.rows]
        for at, (_, cells) in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (at, column) in taken:
                    column += 1
                taken |= {(at + d, column + s) for d in range(cell.down) for s in range(cell.span)}
                x, y = self.x + sum(self.widths[:column]), self.y + sum(heights[:at])
                w, h = sum(self.widths[column : column + cell.span]), sum(heights[at : at + cell.down])
                yield cell, at, column, (x, y, w, h)


@dataclass(frozen=True)
class Line:
    """A line to write on, from `x` on, after its word; no table is around it."""

    x: float
    y: float
    w: float
    text: str
    name: str


@dataclass(frozen=True)
class Sheet:
    """A page A4."""

    title: str
    tables: tuple[Table, ...]
    lines: tuple[Line, ...] = ()
    notes: tuple[tuple[float, str], ...] = ()

    def wanted(self) -> Iterator[tuple[str, float, float]]:
        """Every box with its name and a point in its middle."""
        for table in self.tables:
            for cell, _, _, (x, y, w, h) in table.places():
                if cell.name:
                    yield cell.name, x + w / 2, y + h * (0.65 if cell.small else 0.35 if cell.foot else 0.5)
        for line in self.lines:
            yield line.name, line.x + line.w / 2, line.y - 2.5


def label(text: str, span: int = 1, down: int = 1) -> Cell:
    """Words only."""
    return Cell(text, span=span, down=down)


def side(text: str, down: int) -> Cell:
    """A heading at the side, a letter under another."""
    return Cell("\n".join(text), down=down)


def box(name: str, text: str = "", span: int = 1, down: int = 1) -> Cell:
    """A place to fill in; `text` is printed in it (男・女, 年 月 日)."""
    return Cell(text, name, span=span, down=down)


def under(text: str, name: str = "", span: int = 1) -> Cell:
    """A place below its own small heading."""
    return Cell(text, name or text, span=span, small=True)


def over(name: str, text: str, span: int = 1) -> Cell:
    """A place above a note."""
    return Cell(text, name, span=span, foot=True)


def before(name: str, text: str, span: int = 1) -> Cell:
    """A place before a unit or a note at its right."""
    return Cell(text, name, span=span, right=True)


def comb(name: str, teeth: int, span: int = 1) -> Cell:
    """Places for letters."""
    return Cell("", name, span=span, teeth=teeth)


DAY = "　　　年　　　月　　　日"
