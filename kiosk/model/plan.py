"""手続一覧: what the rules say about every procedure for one case - needed or not, for whom, why and by when."""

import enum
from datetime import date

from kiosk.model.base import Frozen
from kiosk.model.procedure import Identity, Unit


class Need(enum.Enum):
    """What comes of a procedure: one word for plan, papers, screens and records alike.

    UNDECIDED is a plan in the making: a question that would tell has not been asked. HELD is what a visit can end with:
    a fact without which it is not decided, or may not leave, was answered わからない.
    """

    NEEDED = "needed"
    OPTIONAL = "optional"  # 任意: nobody has to
    HELD = "held"
    UNDECIDED = "undecided"
    NOT_BY_THIS_PERSON = "not_by_this_person"  # it is needed, but who has come may not file it
    NOT_NEEDED = "not_needed"

    @property
    def applies(self) -> bool:
        """Whether it is decided that somebody of the visit is concerned."""
        return self is Need.NEEDED or self is Need.OPTIONAL or self is Need.NOT_BY_THIS_PERSON

    @property
    def waits(self) -> bool:
        """Whether something is missing about it."""
        return self is Need.HELD or self is Need.UNDECIDED


class Deadline(Frozen):
    """A computed deadline: the day by which to file, the raw day before rolling, and whether it has passed today.

    `closed`: the office is closed on the raw day.

    `count` `unit`s from the fact `counted_from`, its day counted (戸籍法43条) or not (民法140条), rolled over closed
    days or not, are the counting rule: it stands also where the first day is not known yet.
    """

    due: date | None = None
    raw: date | None = None
    start: date | None = None
    late: bool = False
    closed: bool = False
    count: int = 0
    unit: Unit = Unit.DAY
    counted_from: str = ""
    first_day_included: bool = False
    rolls: bool = False
    note: str = ""
    law: str = ""


class Wait(enum.Enum):
    """Why a needed procedure is held although its rule is decided, or taken with a notice by post."""

    NONE = ""
    UNKNOWN = "unknown"  # who files, or who they are, was answered わからない
    SHORT = "short"  # the identity papers are not enough
    PHOTO = "photo"  # one photo ID is needed and was not shown
    NOTICE = "notice"  # they are not enough, and the law lets it be taken: a notice is posted

    @property
    def holds(self) -> bool:
        """Whether it keeps the procedure from being filed."""
        return self is not Wait.NONE and self is not Wait.NOTICE


class Filing(Frozen):
    """Whether the person at the counter may file (None: unknown), the papers that prove it, the identity check.

    When `may` is False, `papers` are what would be needed. `missing` are the questions that would decide it, `lacks`
    those that were answered わからない.
    """

    may: bool | None = None
    papers: tuple[str, ...] = ()
    identity: Identity = Identity.USUAL
    missing: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    wait: Wait = Wait.NONE


class Outcome(Frozen):
    """What the rules say about one procedure: for whom, why, by when; `missing` are the facts that would decide it.

    `variant` is the one of the version's variants that is taken; while that is undecided there are no forms yet.
    `lacks` are the facts for want of which it may not leave: what an essential box or the rule itself waits for, asked
    already (わからない) or still to be asked. `wished` says of what is optional whether somebody wants it, `later` that
    it is filed another day although it could be filed now (後日にする).
    """

    procedure: str
    need: Need
    variant: int | None = None
    reason: str = ""
    persons: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    deadline: Deadline | None = None
    bring: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    filing: Filing | None = None
    wished: bool = True
    later: bool = False

    @property
    def waitable(self) -> bool:
        """Whether it can be left for another day: it is filed at this visit, or may be once more is known."""
        return self.filed or self.need.waits

    @property
    def filed(self) -> bool:
        """Whether it is filed at this visit: it applies, is wanted, and who has come may file it."""
        return self.wished and (self.need is Need.NEEDED or self.need is Need.OPTIONAL)

    @property
    def leaves(self) -> bool:
        """Whether it may leave the counter: it is filed, and nothing essential is open or held."""
        return self.filed and not self.lacks


class Plan(Frozen):
    """手続一覧: one outcome per procedure of the event, in counter order."""

    on: date
    outcomes: tuple[Outcome, ...] = ()

    @property
    def needed(self) -> tuple[Outcome, ...]:
        """The procedures that concern somebody and are wanted, those included that others must file."""
        return tuple(outcome for outcome in self.outcomes if outcome.need.applies and outcome.wished)

    @property
    def offered(self) -> tuple[Outcome, ...]:
        """What nobody has to file and nobody has asked for: it is shown with its papers, and nothing is filled."""
        return tuple(outcome for outcome in self.outcomes if outcome.need is Need.OPTIONAL and not outcome.wished)

    @property
    def filed(self) -> tuple[Outcome, ...]:
        """The procedures that are filed at this visit: only their forms are filled."""
        return tuple(outcome for outcome in self.outcomes if outcome.filed)

    @property
    def asked(self) -> tuple[Outcome, ...]:
        """The filed procedures about which anything is asked: not what is left for another day."""
        return tuple(outcome for outcome in self.filed if not outcome.later)

    @property
    def leaving(self) -> tuple[Outcome, ...]:
        """The filed procedures that lack nothing: only these are sent."""
        return tuple(outcome for outcome in self.outcomes if outcome.leaves)

    @property
    def held(self) -> tuple[Outcome, ...]:
        """What this visit cannot finish: it is listed wherever the rest is, with what is missing."""
        return tuple(outcome for outcome in self.outcomes if outcome.need.waits or (outcome.filed and outcome.lacks))

    @property
    def open(self) -> tuple[Outcome, ...]:
        """The procedures about which something is still missing."""
        return tuple(outcome for outcome in self.outcomes if outcome.need.waits)
