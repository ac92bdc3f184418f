"""A form with its values: what stands in every box, why, and from which source."""

import enum

from kiosk.model.base import Frozen, Issue
from kiosk.model.fact import Signature
from kiosk.model.source import Source


class BoxState(enum.Enum):
    """What a box of a filled form is."""

    FILLED = "filled"
    MISSING = "missing"  # required, nobody has said it yet
    HELD = "held"  # the answer was わからない
    BLANK = "blank"  # stays blank on purpose
    NOT_APPLICABLE = "not_applicable"


class FilledBox(Frozen):
    """One box on one sheet. `box` is the template's box id, `row` the row of its repeat (0 first), `sheet` the copy.

    `text` is what is printed (already transformed, era and all); `marks` are the option codes to circle or tick;
    `parts` are era, year, month and day for a date box; `paths` are the facts used; `needs` the facts still missing.
    `person` is the member of a repeated row; `counts` is false for what is not a box that a person would write once
    (single boxes repeated on a continuation sheet, PIN pads).
    """

    box: str
    no: int
    person: str = ""
    row: int = 0
    sheet: int = 0
    counts: bool = True
    state: BoxState
    text: str = ""
    marks: tuple[str, ...] = ()
    parts: tuple[str, str, str, str] | None = None
    signature: Signature | None = None
    paths: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    source: Source | None = None


class Caution(Frozen):
    """印刷の注意: what will not stand in a box as it was said; `paths` are the facts of the box."""

    issue: Issue
    paths: tuple[str, ...] = ()


class FilledForm(Frozen):
    """記入済様式: one copy of one template for a case or for one person (`subject`).

    `sheets` counts the continuation sheets too: sheet k holds rows k*rows … of every repeat and the single boxes again.
    """

    template: str
    version: str
    digest: str
    subject: str = ""
    sheets: int = 1
    boxes: tuple[FilledBox, ...] = ()

    @property
    def key(self) -> str:
        """Names this copy within the case, e.g. F06-p2."""
        return f"{self.template}-{self.subject}" if self.subject else self.template

    @property
    def filled(self) -> int:
        """How many boxes a person would have had to write and need not."""
        return sum(box.counts and box.state is BoxState.FILLED for box in self.boxes)


class Sheet(Frozen):
    """What the margin of one printed page says: case number, municipality, which copy it is (in words), and the word
    across the page.
    """

    case_no: str
    municipality: str
    watermark: str = ""
    copy_words: str = ""
