"""What a sheet.toml may say: the boxes of a form, and the sections, rows and cells in which they are ruled.

All lengths are millimetres; the page is A4 portrait and the ruled area is 180 mm wide, from 20 mm (the binding
margin at the left, とじしろ) to 200 mm.
"""

import enum
from datetime import date

from pydantic import Field

from kiosk.model.base import Frozen
from kiosk.model.template import Align, Face, Form, Kind, Rect, Required, Sides


class Eras(enum.Enum):
    """How the era of a date is drawn: a place to print it, names to circle, one letter each to circle, or none."""

    PLACE = "place"
    LONG = "long"
    SHORT = "short"
    NONE = "none"


class BoxSource(Frozen):
    """記入欄 without its place: the fields of kiosk.model.template.Box, which mean the same here.

    `options` are "printed=code", or just the code when both are the same; several codes that share one printed
    option are separated by "|"; an empty option leaves a gap in the columns. `eras` says how a date's era is drawn.
    `square` is the side of an empty square in the middle of the cell (the place of a seal).
    """

    no: int
    label: str
    kind: Kind = Kind.TEXT
    fact: str = ""
    fixed: str = ""
    form: Form = "as_is"
    required: Required = "required"
    when: str = ""
    counts: bool = True
    face: Face = "mincho"
    size: float = 10.5
    floor: float = 6.0
    align: Align = "left"
    lines: int = 1
    cells: int = 0
    options: tuple[str, ...] = ()
    eras: Eras = Eras.PLACE
    square: float = 0.0


class Cell(Frozen):
    """One cell of a row. Without `width` the cells of a row share what is left.

    `label` stands in a grey cell on the left (`label_width`), `caption` small inside the cell at its top. The cell
    shows one of: `box` (a 記入欄 by its id), `text` (printed), `ticks` (printed squares for the office), `number`
    (the row number of a member table, counted on by continuation sheets) or `rows` (a smaller table). `before` and
    `after` are printed beside the value, `note` small below it; `head` makes a printed text a grey heading.
    """

    width: float | None = None
    label: str = ""
    label_width: float | None = None
    caption: str = ""
    box: str = ""
    text: str = ""
    ticks: tuple[str, ...] = ()
    number: bool = False
    rows: tuple["Row", ...] = ()
    before: str = ""
    after: str = ""
    note: str = ""
    head: bool = False
    align: Align = "left"
    size: float = 2.9


class Row(Frozen):
    """Cells side by side; `dash` draws the rule below as a dashed one (フリガナ above 氏名)."""

    height: float
    cells: tuple[Cell, ...] = Field(max_length=100)
    dash: bool = False


class Section(Frozen):
    """One table with a thick border; `band` is the vertical label at its left, `gap` the space above it.

    `page` is the page of the form it stands on; the office-use area is at the foot of the last page or of its own.

    With `repeat` (P, C, SC, PS) the `row`s are one member's block and are drawn `times` times below the `header` rows.
    `notes` are printed below the table.
    """

    page: int = Field(default=1, ge=1, le=10)
    band: str = ""
    gap: float = 2.5
    label_width: float = 24.0
    header: tuple[Row, ...] = Field(default=(), max_length=100)
    row: tuple[Row, ...] = Field(default=(), max_length=100)
    repeat: str = ""
    times: int = Field(default=1, ge=1, le=60)
    notes: tuple[str, ...] = ()
    note_size: float = 2.3


class OfficeItem(Frozen):
    """One square of the office-use area: its caption, and squares to tick printed in it."""

    label: str
    ticks: tuple[str, ...] = ()
    span: int = Field(default=1, ge=1, le=12)


class Office(Frozen):
    """事務処理欄 at the foot of the sheet: the check of identity, a grid of items, and the place for the stamp.

    It stands on `page`; 0 is the last one.
    """

    items: tuple[OfficeItem, ...] = Field(default=(), max_length=100)
    columns: int = Field(default=4, ge=1, le=12)
    height: float = 9.0
    identity: tuple[str, ...] = ("個人番号カード", "運転免許証", "旅券", "在留カード等", "その他（　　　　　）")
    stamp: str = "受 付 印"
    page: int = Field(default=0, ge=0, le=10)


class SheetSource(Frozen):
    """The whole sheet.toml: the form's particulars, its boxes, its tables from top to bottom, the office-use area."""

    id: str
    version: str
    number: str
    title: str
    subtitle: str = ""
    addressee: str
    lead: str = ""
    law: str
    department: str
    confidence: str
    valid_from: date
    valid_to: date | None = None
    copies: str = "case"
    sides: Sides = "one"
    roles: dict[str, str] = {}
    essential: tuple[str, ...] = Field(default=(), max_length=400)
    filed: str
    box: dict[str, BoxSource] = Field(max_length=400)
    section: tuple[Section, ...] = Field(max_length=100)
    office: Office = Office()
    barcode: Rect = Field(default=Rect(x=90, y=279, w=110, h=8))
