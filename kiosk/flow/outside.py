"""What a visit is given from outside: the rules, a clock, the outbox, addresses and slip numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.flow.clock import Clock
from kiosk.flow.plan import Planner
from kiosk.flow.ports import Confirmation
from kiosk.flow.rulebook import RuleBook
from kiosk.flow.snapshot import Snapshot
from kiosk.model.address import Address


class Confirming(Protocol):
    """Writes a confirmed snapshot (kiosk.flow.confirm.Confirmer)."""

    def confirm(self, snapshot: Snapshot) -> Confirmation:
        """All or nothing; raises SiteError."""
        ...


@dataclass(frozen=True)
class Outside:
    """What a session is given: rules, planner, clock, the outbox behind `confirming`, addresses and slip numbers."""

    book: RuleBook
    planner: Planner
    clock: Clock
    confirming: Confirming
    split_address: Callable[[str], Address]
    next_slip: Callable[[], str]
    clerk: str = "counter"
