"""What is found on a page: boxes without a name, labels, and the ruled cells they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.designing.importing.grid import Cell
    from kiosk.designing.importing.lettering import DatePlace
    from kiosk.model.template import Kind, Listed


@dataclass(frozen=True)
class Choice:
    """A printed choice: its word, where the circle or the tick goes, and what a field says when it is chosen."""

    word: str
    place: Cell
    state: str = ""


@dataclass(frozen=True)
class Proposed:
    """A box: where, how it is filled, what was printed in its own cell (`own`), and the parts of its kind.

    `fields` are the names of the paper's own fields, row by row, `listed` what such a field offers.
    """

    place: Cell
    kind: Kind
    cell: Cell
    own: str = ""
    choices: tuple[Choice, ...] = ()
    date: DatePlace | None = None
    cells: int = 0
    fields: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Label:
    """A cell with nothing but words: what stands there belongs to a box right of it or below."""

    cell: Cell
    text: str


@dataclass(frozen=True)
class Sheet:
    """What was found on a page, in the order of reading."""

    boxes: tuple[Proposed, ...] = ()
    labels: tuple[Label, ...] = ()
    grid: tuple[Cell, ...] = field(default=(), repr=False)
