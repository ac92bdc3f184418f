"""手続一覧: what the rules say about every procedure for one case - needed or not, for whom, why and by when."""

import enum
from datetime import date

from kiosk.model.base import Frozen
from kiosk.model.procedure import Identity


class Need(enum.Enum):
    """The three values of a rule, and held: undecided because somebody answered わからない."""

    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    UNDECIDED = "undecided"
    HELD = "held"


class Deadline(Frozen):
    """A computed deadline: the day by which to file, the raw day before rolling, and whether it has passed today."""

    due: date | None = None
    raw: date | None = None
    start: date | None = None
    late: bool = False
    note: str = ""
    law: str = ""


class Wait(enum.Enum):
    """Why a needed procedure is held although its rule is decided."""

    NONE = ""
    UNKNOWN = "unknown"  # who files, or who they are, was answered わからない
    SHORT = "short"  # the identity papers are not enough
    PHOTO = "photo"  # one photo ID is needed and was not shown


class Filing(Frozen):
    """Whether the person at the counter may file (None: unknown), the papers that prove it, the identity check.

    When `may` is False, `papers` are what would be needed. `missing` are the questions that would decide it.
    """

    may: bool | None = None
    papers: tuple[str, ...] = ()
    identity: Identity = Identity.USUAL
    missing: tuple[str, ...] = ()
    wait: Wait = Wait.NONE


class Outcome(Frozen):
    """What the rules say about one procedure: for whom, why, by when; `missing` are the facts that would decide it.

    `variant` is the one of the version's variants that is taken; while that is undecided there are no forms yet.
    """

    procedure: str
    need: Need
    variant: int | None = None
    reason: str = ""
    persons: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    deadline: Deadline | None = None
    bring: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    filing: Filing | None = None


class Plan(Frozen):
    """手続一覧: one outcome per procedure of the event, in counter order."""

    on: date
    outcomes: tuple[Outcome, ...] = ()

    @property
    def needed(self) -> tuple[Outcome, ...]:
        """The procedures that are needed."""
        return tuple(outcome for outcome in self.outcomes if outcome.need is Need.NEEDED)

    @property
    def filed(self) -> tuple[Outcome, ...]:
        """The needed procedures that the person at the counter may file: only their forms are filled and sent."""
        return tuple(outcome for outcome in self.needed if outcome.filing is None or outcome.filing.may is not False)

    @property
    def open(self) -> tuple[Outcome, ...]:
        """The procedures about which something is still missing."""
        return tuple(outcome for outcome in self.outcomes if outcome.need in {Need.UNDECIDED, Need.HELD})
