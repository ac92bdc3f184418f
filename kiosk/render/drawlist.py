"""What stands on a sheet of paper: texts, rules, frames, circles, bars and ink, in millimetres.

The origin is the page's top left corner and y runs down. The PDF writer and the painter of the preview read the same
list, so the glass and the paper cannot differ. `grey` is 0 (black) to 1 (white).
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from kiosk.model.base import Issue

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

MM_PER_PT = 25.4 / 72
PT_PER_MM = 72 / 25.4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text: `x` its left end, `y` its baseline, `size_pt` in points, `stretch` its horizontal scale.

    `spacing` is added after every cluster (mm); `multiply` darkens instead of covering, for watermarks.
    """

    x: float
    y: float
    size_pt: float
    face: str
    text: str
    stretch: float = 1.0
    spacing: float = 0.0
    grey: float = 0.0
    multiply: bool = False
    box: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line; `dash` alternates ink and gap in mm, empty for a solid line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    dash: tuple[float, ...] = ()
    grey: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rectangle: outlined when `width` is above zero, filled when `fill` is a grey."""

    x: float
    y: float
    w: float
    h: float
    width: float = 0.0
    fill: float | None = None
    grey: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ellipse:
    """An outlined ellipse inside the rectangle x, y, w, h; `word` is the printed word it goes around."""

    x: float
    y: float
    w: float
    h: float
    width: float
    grey: float = 0.0
    box: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A linear barcode from its first bar: `widths` alternate bar and gap in modules of `module` mm.

    `word` is what it says, where nobody else on the page says so.
    """

    x: float
    y: float
    h: float
    module: float
    widths: tuple[int, ...]
    box: str = ""
    word: str = ""

    @property
    def bars(self) -> tuple[tuple[float, float], ...]:
        """Left edge and width of every black bar, in mm."""
        found, x = [], self.x
        for index, width in enumerate(self.widths):
            if index % 2 == 0:
                found.append((x, width * self.module))
            x += width * self.module
        return tuple(found)

    @property
    def runs(self) -> Iterator[tuple[float, float, float, float]]:
        """x, y, width and height of every black bar, in mm."""
        for x, width in self.bars:
            yield x, self.y, width, self.h


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """A square code from its upper left corner: rows of 1 (black) and 0 in modules of `module` mm; `word` it says."""

    x: float
    y: float
    module: float
    rows: tuple[str, ...]
    box: str = ""
    word: str = ""

    @property
    def runs(self) -> Iterator[tuple[float, float, float, float]]:
        """x, y, width and height of every black run of a row, in mm."""
        for down, row in enumerate(self.rows):
            across = 0
            for module, run in groupby(row):
                long = len(list(run))
                if module == "1":
                    x, y = self.x + across * self.module, self.y + down * self.module
                    yield x, y, long * self.module, self.module
                across += long


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that fills the rectangle and darkens what is under it; `word` says what it shows."""

    x: float
    y: float
    w: float
    h: float
    leaf: "Leaf"
    box: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Pen strokes with round ends: signatures and ticks (`word` is what is ticked); a stroke is a run of points."""

    strokes: tuple[tuple[Point, ...], ...]
    width: float
    box: str = ""
    word: str = ""


Item = Text | Rule | Frame | Ellipse | Bars | Squares | Picture | Ink


@dataclass(frozen=True, slots=True)
class Said:
    """What the items from `start` up to `stop` say to somebody who cannot see them; `drawn`: there are no letters."""

    start: int
    stop: int
    words: str
    drawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """入力欄: a place that whoever receives the file can fill in: a rectangle, called `name`, told as `label`.

    Of the page's items those numbered `shown` are what stands in it; it is read before the item `at`. A text says
    `value` and may be chosen from `listed` (what is shown, what is said); in a comb each of `cells` takes a letter. A
    tick says `state` when it is `on` and looks like `look`; of a name's ticks only one is on when they are `single`.
    """

    name: str
    kind: Literal["text", "tick", "sign"] = "text"
    x: float
    y: float
    w: float
    h: float
    at: int
    shown: tuple[int, ...] = ()
    label: str = ""
    value: str = ""
    size_pt: float = 10.5
    face: str = "mincho"
    align: str = "left"
    many_lines: bool = False
    cells: int = 0
    listed: tuple[tuple[str, str], ...] = ()
    state: str = ""
    on: bool = False
    single: bool = False
    look: Item | None = None


@dataclass(frozen=True, kw_only=True)
class DrawList:
    """A page of `width` by `height` mm, its items in painting order, and what a clerk has to know about them.

    The items stand in the order in which they are read; `said` tells of some of them what they mean. `under` is a page
    of the city's own paper that lies below them, as large as the page (see kiosk.render.official). `fields` are the
    places that stay open for changes where a file is written so; everything else draws the items alone.
    """

    width: float
    height: float
    items: tuple[Item, ...] = ()
    warnings: tuple[Issue, ...] = field(default=())
    said: tuple[Said, ...] = field(default=())
    under: "Leaf | None" = field(default=None, repr=False)
    fields: tuple[Field, ...] = field(default=(), repr=False)

    @cached_property
    def key(self) -> str:
        """A name for exactly this content; two lists with the same key look the same."""
        return hashlib.sha256(self.json().encode()).hexdigest()

    def json(self) -> str:
        """The list as JSON with one item a line, rounded to 0.001 mm, so that golden files can be compared."""
        items = ",\n".join(f"  {_dump(item)}" for item in self.items)
        warnings = json.dumps([str(issue) for issue in self.warnings], ensure_ascii=False)
        size = f'"width": {_plain(self.width)}, "height": {_plain(self.height)}'
        under = f'"under": "{self.under.key}", ' if self.under is not None else ""
        return f'{{{size}, {under}"warnings": {warnings}, "items": [\n{items}\n]}}\n'


def _dump(item: Item) -> str:
    values = {
        each.name: _plain(getattr(item, each.name))
        for each in dataclasses.fields(item)
        if getattr(item, each.name) != each.default
    }
    return json.dumps({"kind": type(item).__name__.lower(), **values}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3) + 0.0
    if hasattr(value, "pdf"):  # a leaf
        return value.key
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
