"""What a visit is given from outside: the rules, a clock, the outbox, addresses and slip numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.flow.clock import Clock
from kiosk.flow.ports import Confirmation
from kiosk.model.address import Address
from kiosk.rules.book import RuleBook
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot


class Confirming(Protocol):
    """Writes a confirmed snapshot (kiosk.delivery.confirm.Confirmer)."""

    def confirm(self, snapshot: Snapshot) -> Confirmation:
        """All or nothing; raises SiteError."""
        ...


@dataclass(frozen=True)
class Outside:
    """What a visit is given: rules, planner, clock, the outbox behind `confirming`, addresses and slip numbers.

    `catalogue` is the digest of the files that the rules were read from.
    """

    book: RuleBook
    planner: Planner
    clock: Clock
    confirming: Confirming
    split_address: Callable[[str], Address]
    next_slip: Callable[[], str]
    clerk: str = "counter"
    catalogue: str = ""
