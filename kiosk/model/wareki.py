"""Japanese calendar dates, including those that are imprecise or not in the calendar."""

import enum
from typing import Literal

from kiosk.model.base import Frozen


class Precision(enum.Enum):
    """How much of a date is known (住民記録標準仕様: 不詳 patterns)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    UNKNOWN = "unknown"


class PartialDate(Frozen):
    """A date as it was declared; never forced into a language date type (標準仕様 1.1: 暦上日以外・不詳 allowed)."""

    kind: Literal["date"] = "date"
    iso: str | None = None
    era_text: str | None = None
    precision: Precision = Precision.DAY
    unknown_text: str | None = None
