"""An official form as data: pages with a background, boxes in millimetres, what fills each box and how."""

import enum
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from kiosk.model.base import Frozen

Form = Literal["as_is", "wareki", "seireki", "kana", "zenkaku", "yes_no", "label", "count"]
Required = Literal["required", "conditional", "optional"]
Sides = Literal["one", "two"]
Fields = Literal["flat", "kept"]
Face = Literal["mincho", "gothic", "pgothic", "pgothic-bold"]
Align = Literal["left", "center", "right"]


class Kind(enum.Enum):
    """How a box is filled."""

    TEXT = "text"
    COMB = "comb"  # one grapheme per cell
    CHOICE = "choice"  # circle the option
    TICK = "tick"  # tick the option's square
    DATE = "date"  # era circled or printed, then year, month and day in their own places
    SIGNATURE = "signature"
    BARCODE = "barcode"  # Code 128
    QR = "qr"
    IMAGE = "image"  # a picture: 公印, a city's sign
    BLANK = "blank"  # stays blank on purpose (個人番号, 印影)


CODES = frozenset({Kind.BARCODE, Kind.QR})
"""The kinds that a machine reads."""

SLIP = "{slip}"
"""In what a code says on every copy: the slip number."""


class Rect(Frozen):
    """A rectangle in millimetres from the page's top left corner."""

    x: float
    y: float
    w: float
    h: float

    def squared(self, was: "Rect") -> "Rect":
        """The same place as a square, as long as the side that is another than it `was`; edges that stay, stay."""
        side = self.w if abs(self.w - was.w) >= abs(self.h - was.h) else self.h
        x = self.x if self.x == was.x else self.x + self.w - side
        y = self.y if self.y == was.y else self.y + self.h - side
        return Rect(x=x, y=y, w=side, h=side)

    def shifted(self, dy: float) -> "Rect":
        """The same rectangle `dy` millimetres further down."""
        return Rect(x=self.x, y=self.y + dy, w=self.w, h=self.h)


class Option(Frozen):
    """One printed choice: the code it stands for and the rectangle that the circle or tick goes around.

    `word` is what is printed there, where that is not the code; `state` what a paper's own field says when it is
    chosen.
    """

    code: str
    rect: Rect
    word: str = ""
    state: str = Field(default="", max_length=200)


class Listed(Frozen):
    """A line of the list that a paper's own field offers: what it shows, and what the field then says."""

    word: str = Field(max_length=200)
    state: str = Field(default="", max_length=200)


class DateParts(Frozen):
    """Where the parts of a date go: eras to circle (or a place to print the era), then 年 月 日."""

    eras: tuple[Option, ...] = ()
    era: Rect | None = None
    year: Rect
    month: Rect
    day: Rect


class Box(Frozen):
    """記入欄. `no` is the label's number in the field list (one label = one box); `fact` is a path with role letters.

    Role letters: A applicant, H head of household, S spouse, and for repeated rows P mover, C child, SC pupil.
    `fact` may be a text with several paths in braces, e.g. "{person[A].name.full}（{case.applicant_role}）".
    `when` is a CEL condition (false: not applicable); `required` is required / conditional / optional.
    `form` names a transform of the value. `fixed` is what a code says on every copy, where no fact is encoded; in it
    {slip} stands for the slip number. `picture` is a file beside the template, `alt` says what it shows. `field` are
    the names of the paper's own fields, one a row of its repeat; `listed` is the list that such a field offers.
    """

    id: str
    no: int = Field(ge=0, le=9999)
    label: str
    kind: Kind = Kind.TEXT
    fact: str = ""
    fixed: str = Field(default="", max_length=200)
    picture: str = Field(default="", max_length=200)
    alt: str = Field(default="", max_length=200)
    form: Form = "as_is"
    required: Required = "required"
    when: str = ""
    counts: bool = True
    page: int = 1
    rect: Rect
    face: Face = "mincho"
    size: float = Field(default=10.5, ge=1, le=72)
    floor: float = Field(default=6.0, ge=1, le=72)
    align: Align = "left"
    lines: int = Field(default=1, ge=1, le=60)
    cells: int = Field(default=0, ge=0, le=60)
    options: tuple[Option, ...] = Field(default=(), max_length=60)
    parts: DateParts | None = None
    repeat: str = ""
    field: tuple[str, ...] = Field(default=(), max_length=60)
    listed: tuple[Listed, ...] = Field(default=(), max_length=300)

    @property
    def given(self) -> bool:
        """Whether it says the same on every copy, whatever the case."""
        return bool(self.fixed or self.picture)


class Repeat(Frozen):
    """Rows for the members of a group: P movers, C children, SC pupils; more members than rows need another sheet.

    `number` is the place of the first row's number; the numbers go on from sheet to sheet, so no page prints them.
    """

    id: str
    group: str
    rows: int
    dy: float
    number: Rect | None = None


class Page(Frozen):
    """One page: the background's file name beside the template, and of a paper with several pages which one (1 first).

    An SVG is drawn in millimetres; a PDF, a PNG or a TIFF is the city's own paper as it is.
    """

    background: str
    leaf: int = Field(default=1, ge=1, le=200)
    width: float = Field(default=210.0, ge=10, le=1000)
    height: float = Field(default=297.0, ge=10, le=1000)


class Template(Frozen):
    """様式, one published version of it; a published version is never edited, a change is a new folder.

    `copies` says how many sheets a case needs: "case" one, or the group whose members get one each (K card holders,
    AD card holders of 15 and over). `sides` says whether two of its pages share a sheet of paper. `fields` says whether
    a file of it alone can be changed by whoever receives it (kept), or is as if printed (flat). `roles` overrides who a
    role letter is, by the path of a PERSON fact (A: case.applicant, H: household.head, S: household.spouse).
    `essential` are the boxes without which the filing would say nothing (who, what, since when, where): while one of
    them is open or held it does not leave. `barcode` is the place of the foot, `sheets` that of 続紙 n/N on every page
    of a form with continuation sheets. `digest` is the SHA-256 of everything in the folder that can change the paper.
    """

    id: str
    version: str
    title: str
    addressee: str
    law: str
    department: str
    confidence: str
    valid_from: date
    valid_to: date | None = None
    copies: str = "case"
    sides: Sides = "one"
    fields: Fields = "flat"
    roles: dict[str, str] = {}
    essential: tuple[str, ...] = Field(default=(), max_length=400)
    office_use: tuple[str, ...] = ()
    pages: tuple[Page, ...] = Field(default=(), max_length=10)
    repeats: tuple[Repeat, ...] = Field(default=(), max_length=20)
    boxes: tuple[Box, ...] = Field(default=(), max_length=400)
    barcode: Rect = Field(default_factory=lambda: Rect(x=110, y=281, w=80, h=7))
    sheets: Rect = Rect(x=150, y=11.7, w=50, h=5)
    digest: str = ""

    def papers(self, sheets: int) -> int:
        """How many sheets of paper a copy of so many sheets of the form takes."""
        pages = sheets * len(self.pages)
        return pages if self.sides == "one" else -(-pages // 2)

    @cached_property
    def reading_order(self) -> dict[str, int]:
        """By box id, where it is read; the boxes of a repeat stand at the place of the first of them, row by row."""
        first: dict[tuple[str, str], int] = {}
        groups = ((box.id, (box.repeat, "" if box.repeat else box.id)) for box in self.boxes)
        return {box: first.setdefault(group, place) for place, (box, group) in enumerate(groups)}

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of members that its rows and its sheets are for; what is for the case is nobody's."""
        return (*(repeat.group for repeat in self.repeats), *({self.copies} - {"case"}))

    @cached_property
    def signature_boxes(self) -> frozenset[str]:
        """The ids of the boxes that somebody signs."""
        return frozenset(box.id for box in self.boxes if box.kind is Kind.SIGNATURE)
