"""案件: one visit - its event, the people it is about, its ledger and where it stands."""

import enum
import uuid
from datetime import date, datetime

from pydantic import Field, field_validator

from kiosk.model.base import Frozen
from kiosk.model.fact import Ledger


class CaseState(enum.Enum):
    """Where a case stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"

    @property
    def accepted(self) -> bool:
        """Whether it was confirmed, whatever became of it then."""
        return self is not CaseState.OPEN


class Case(Frozen):
    """`persons` are ids in order (p1 is the applicant who came); `today` is the local filing date (Asia/Tokyo).

    `event` is empty while nobody has said what they are here for; `also` are events taken together with it.
    `slip` is empty until a number has been given; `later` are the procedures that are to be filed another day.
    `revision` counts corrections after it was accepted (訂正), the withdrawal of the whole case (取下げ) among them;
    `corrected_for` is why this one is made, `checked_by` the second member of staff who has looked, `billed` the yen
    that each revision before has told to be paid, in their order (a single number in cases of earlier versions).
    `held_for` are the procedures of which the resident knows by name that this visit does not finish them, each with
    why: a value of `HeldFor`, or words. `free_for` are those whose fee is not charged: a value of `FreeFor`, or words;
    `fee_left` are the yen that are charged all the same where it is only made less (減額).
    `filed_again` are the procedures that a receiver refused (却下) and that leave again with this revision, each with
    why.
    """

    id: uuid.UUID
    event: str
    also: tuple[str, ...] = ()
    today: date
    opened_at: datetime
    slip: str = ""
    persons: tuple[str, ...] = ("p1",)
    ledger: Ledger = Field(default_factory=Ledger)
    state: CaseState = CaseState.OPEN
    clerk: str = "counter"
    templates: dict[str, str] = {}
    later: tuple[str, ...] = ()
    revision: int = 1
    corrected_for: str = ""
    checked_by: str = ""
    billed: tuple[int, ...] = ()
    held_for: dict[str, str] = {}
    free_for: dict[str, str] = {}
    fee_left: dict[str, int] = {}
    filed_again: dict[str, str] = {}

    @field_validator("billed", mode="before")
    @classmethod
    def _of_earlier_versions(cls, told: object) -> object:
        """They kept the total of the last revision alone."""
        return () if told is None else (told,) if isinstance(told, int) else told

    @property
    def purposes(self) -> tuple[str, ...]:
        """The events it is about, the one that says what the day is about first; none while nobody has said."""
        return tuple(name for name in (self.event, *self.also) if name)
