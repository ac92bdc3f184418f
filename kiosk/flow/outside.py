"""What a visit is given from outside: the rules it runs on, the clerk's language, and a clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.flow.clock import Clock
from kiosk.flow.wording import Wording
from kiosk.model.limits import Limit
from kiosk.rules.book import RuleBook
from kiosk.rules.plan import Planner


@dataclass(frozen=True)
class Outside:
    """`catalogue` is the digest of the files that `book` was read from; `clerk` is who records what is said.

    `limits` are what the record of an application takes, by key of the vocabulary.
    """

    book: RuleBook
    planner: Planner
    clock: Clock
    wording: Wording
    clerk: str = "counter"
    catalogue: str = ""
    limits: Mapping[str, Limit] = field(default_factory=dict)
