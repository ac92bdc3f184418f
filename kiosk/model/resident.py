"""住民: one person of the city's own register as it is kept here, and how that register stands."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.model.base import Frozen
from kiosk.model.fact import Value

CURRENT = "household.current"
"""The fact that says what a household is insured with, or receives, in this city."""


class Resident(Frozen):
    """Facts by key, as a row of a paper has them; `order` is the 記載順位 in the household.

    `withheld`: somebody of the household is protected (支援措置), and nothing that tells where it lives is kept.
    """

    facts: dict[str, Value]
    order: int = 0
    withheld: bool = False


class RegisterState(Frozen):
    """How the register stands: `day` of the data, when it was read in, how many people and households it has.

    `left_out` counts rows of who no longer lives there, `bad` those that could not be read.
    """

    day: date
    at: datetime
    people: int
    households: int
    left_out: dict[str, int] = {}
    bad: int = 0

    def age(self, today: date) -> int:
        """How many days old the data are."""
        return (today - self.day).days
