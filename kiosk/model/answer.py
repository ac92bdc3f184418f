"""回答: what a receiving system has decided about an application that it took."""

import enum
import uuid
from datetime import datetime
from typing import Annotated

from pydantic import Field

from kiosk.model.base import Frozen

MOST_POINTS = 100


class Verdict(enum.Enum):
    """What came of it: 受理, back for a correction, refused."""

    ACCEPTED = "受理"
    TO_CORRECT = "補正"
    REJECTED = "却下"


class Point(Frozen):
    """One thing to correct: an item of the record (項目名 or ローマ字), whose (対象者番号), and what is wrong."""

    item: Annotated[str, Field(max_length=100)]
    taishoshabango: Annotated[str, Field(max_length=20)] = ""
    reason: Annotated[str, Field(max_length=500)] = ""


class Answer(Frozen):
    """One decision about one message. `at` is aware; `number` is the receiver's own (受理番号)."""

    message: uuid.UUID
    result: Verdict
    at: Annotated[datetime, Field(strict=False)]
    number: Annotated[str, Field(max_length=60)] = ""
    reason: Annotated[str, Field(max_length=500)] = ""
    points: Annotated[tuple[Point, ...], Field(max_length=MOST_POINTS)] = ()


class AnswerLine(Frozen):
    """The newest answer about an application as staff see it in a list: never why, and never about whom.

    `open`: somebody must act, and no later revision of the application has been made.
    """

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
