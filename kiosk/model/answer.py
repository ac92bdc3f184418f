"""回答: what a receiving system has decided about an application that it took."""

import unicodedata
import uuid
from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field

from kiosk.model.base import Frozen
from kiosk.model.verdict import Verdict

MOST_POINTS = 100

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def _seen(text: str) -> str:
    """The words as one line: what steers a terminal or turns a line around (Unicode Cc, Cf, Zl, Zp) is a space."""
    return "".join(" " if unicodedata.category(letter) in _UNSEEN else letter for letter in text)


Words = Annotated[str, AfterValidator(_seen)]
"""What a receiver wrote, as it can be shown, printed and listed."""


class Point(Frozen):
    """One thing to correct: an item of the record (項目名 or ローマ字), whose (対象者番号), and what is wrong."""

    item: Annotated[Words, Field(max_length=100)]
    taishoshabango: Annotated[Words, Field(max_length=20)] = ""
    reason: Annotated[Words, Field(max_length=500)] = ""


class Answer(Frozen):
    """One decision about one message. `at` is aware; `number` is the receiver's own (受理番号)."""

    message: uuid.UUID
    result: Verdict
    at: Annotated[datetime, Field(strict=False)]
    number: Annotated[Words, Field(max_length=60)] = ""
    reason: Annotated[Words, Field(max_length=500)] = ""
    points: Annotated[tuple[Point, ...], Field(max_length=MOST_POINTS)] = ()


class Charge(Frozen):
    """受け持ち: the member of staff who sees to a failure, and the day by which it is settled."""

    staff: str
    until: date


class AnswerLine(Frozen):
    """The newest answer about an application as staff see it in a list: never why, and never about whom.

    `message` is the application as it was sent. `open`: somebody must act: no later revision of the application has
    been made, and nobody has said that the answer is over. `charge` is who sees to it.
    """

    message: uuid.UUID
    case: uuid.UUID
    slip: str
    destination: str
    kind: str
    revision: int
    result: Verdict
    at: datetime
    number: str
    points: int
    open: bool
    charge: Charge | None = None


class Returned(Frozen):
    """One thing for which a receiver sent an application back, as the visit of its case hears of it.

    `id` names it for as long as the answer stands, `procedure` is the application, `item` and `reason` are the
    receiver's words. `paths` are the questions whose answer the item is made of; none where it is no answer of the
    visit (a document that is missing, a refusal as a whole). `over`: nobody has to act on it; what it refused stands
    refused until it is filed again.
    """

    id: str
    procedure: str
    result: Verdict
    item: str = ""
    reason: str = ""
    paths: tuple[str, ...] = ()
    over: bool = False
