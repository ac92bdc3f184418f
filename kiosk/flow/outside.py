"""What a visit is given from outside: the rules it runs on, the clerk's language, and a clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.flow.clock import Clock
from kiosk.flow.wording import Wording
from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledForm
from kiosk.model.limits import Limit
from kiosk.model.source import Source
from kiosk.rules.book import RuleBook
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot

Refusing = Callable[[Snapshot], tuple[Issue, ...]]
"""What the records of a visit would be refused for; each issue's `where` is the path of the answer that mends it."""


def nothing_charged(_: Snapshot) -> int:
    """A town that takes no fees."""
    return 0


def nothing(_: Snapshot) -> tuple[Issue, ...]:
    """No record is made anywhere, so none is refused."""
    return ()


Cautioning = Callable[[FilledForm], tuple[Caution, ...]]
"""What of a form will not be printed as it was said."""


def no_printer(_: FilledForm) -> tuple[Caution, ...]:
    """Nothing is printed."""
    return ()


@dataclass(frozen=True)
class Outside:
    """`catalogue` is the digest of the files that `book` was read from; `clerk` says who records what is said now:
    who is at the desk belongs to the place, and a visit remembers who said what (kiosk.flow.at_desk).

    `spoken` is the source of what is said at this desk: to a clerk, or by a resident alone. `limits` are what the
    record of an application takes, by key of the vocabulary; `refused` makes and checks the records themselves,
    `cautions` sets a form as it would be printed, `second_check` are the procedures that a second member of staff looks
    at before they leave, `cost` says what a visit costs as it stands, in yen.
    """

    book: RuleBook
    planner: Planner
    clock: Clock
    wording: Wording
    clerk: Callable[[], str] = lambda: "counter"
    catalogue: str = ""
    spoken: Source = Source.INTERVIEW
    limits: Mapping[str, Limit] = field(default_factory=dict)
    refused: Refusing = nothing
    cautions: Cautioning = no_printer
    second_check: frozenset[str] = frozenset()
    cost: Callable[[Snapshot], int] = nothing_charged
