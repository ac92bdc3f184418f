"""What a visit is given from outside: the rules it runs on, the clerk's language, and a clock."""

from dataclasses import dataclass

from kiosk.flow.clock import Clock
from kiosk.flow.wording import Wording
from kiosk.rules.book import RuleBook
from kiosk.rules.plan import Planner


@dataclass(frozen=True)
class Outside:
    """`catalogue` is the digest of the files that `book` was read from; `clerk` is who records what is said."""

    book: RuleBook
    planner: Planner
    clock: Clock
    wording: Wording
    clerk: str = "counter"
    catalogue: str = ""
