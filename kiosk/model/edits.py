"""What can be done to a form at the designer's desk: a closed union of values, each undone as a whole."""

import datetime as dt
import enum
from dataclasses import dataclass

from kiosk.model.template import Box, Fields, Kind, Rect


class Edge(enum.Enum):
    """To what several boxes are brought in line: the first chosen box says where."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    WIDTH = "width"
    HEIGHT = "height"


class Axis(enum.Enum):
    """Along what boxes are spread evenly."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True)
class Move:
    """Boxes with everything in them, by millimetres."""

    boxes: tuple[str, ...]
    dx: float
    dy: float


@dataclass(frozen=True)
class Resize:
    """One box into another rectangle; its options and parts of a date keep their places in proportion."""

    box: str
    rect: Rect


@dataclass(frozen=True)
class Put:
    """A box with other particulars; it is known by `box.id`."""

    box: Box


@dataclass(frozen=True)
class Add:
    """A new, empty box on a page (1 first)."""

    page: int
    rect: Rect
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Copy:
    """Boxes once more, by millimetres beside the first ones; a copy has an id and a number of its own."""

    boxes: tuple[str, ...]
    dx: float
    dy: float


@dataclass(frozen=True)
class Bring:
    """Boxes of another form (or of this one), at the places that they have there."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Remove:
    """Boxes away."""

    boxes: tuple[str, ...]


@dataclass(frozen=True)
class Align:
    """Boxes in line with the first of them."""

    boxes: tuple[str, ...]
    edge: Edge


@dataclass(frozen=True)
class Spread:
    """Boxes with equal gaps between the two outermost."""

    boxes: tuple[str, ...]
    axis: Axis


@dataclass(frozen=True)
class Become:
    """Boxes of another kind; what the kind needs besides (parts of a date, cells) is laid out within the rectangle."""

    boxes: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True)
class Choices:
    """The printed choices of a box: these codes, side by side; one that is there already keeps its place."""

    box: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class InRows:
    """Boxes become the first row of a table for a group of members: so many rows, each `dy` mm below the last."""

    boxes: tuple[str, ...]
    group: str
    rows: int
    dy: float


@dataclass(frozen=True)
class Alone:
    """Boxes are no rows of a table any more."""

    boxes: tuple[str, ...]


@dataclass(frozen=True)
class Essential:
    """Whether the form must not leave while one of these boxes is open."""

    boxes: tuple[str, ...]
    on: bool


@dataclass(frozen=True)
class Tell:
    """Other particulars of the form: what it is called, to whom it goes, by which law, whose it is, from when,
    whether its fields stay open, and for whom there is a sheet each (`copies`: a group, or case for one in all).
    """

    title: str
    addressee: str
    law: str
    department: str
    valid_from: dt.date
    fields: Fields = "flat"
    copies: str = "case"


Edit = (
    Move
    | Resize
    | Put
    | Add
    | Copy
    | Bring
    | Remove
    | Align
    | Spread
    | Become
    | Choices
    | InRows
    | Alone
    | Essential
    | Tell
)
