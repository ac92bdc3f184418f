"""A city hall with held parcels and a decision about them."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from kiosk.delivery.courier import Courier, Outcome
from kiosk.delivery.decide import Decided, Decisions
from kiosk.destinations import Destination, ToFolder
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.reissue import Mender, Ours
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import State, Unsent, message_id
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.holding import Holding
from kiosk.store.outbox import SqlOutbox
from tests.holding import COLUMNS, OURS

FIRST = ToFolder(number=1, name="住民記録")
SECOND = ToFolder(number=2, name="庁内連携", path="second")
KINDS = ("P01", "P10", "P20")


def city(code: str) -> Ours:
    return Ours(code, OURS.name, OURS.system)


@dataclass
class Hall:
    """A machine with its store, its folder and its settings, which a test may repair."""

    database: Database
    folder: Path
    clock: FixedClock
    ours: Ours = OURS
    destinations: tuple[Destination, ...] = (FIRST,)

    def __post_init__(self) -> None:
        self.outbox, self.holding = SqlOutbox(self.database), Holding(self.database)
        self.places = Destinations(self.database)
        self.places.describe("1", kind="folder", label="住民記録")

    @property
    def decisions(self) -> Decisions:
        mender = Mender(self.ours, COLUMNS)
        return Decisions(self.outbox, self.holding, self.places, mender, self.destinations, self.clock)

    def confirm(self, record: Record, *, kinds: tuple[str, ...] = KINDS, to: str = "1") -> uuid.UUID:
        """A visit of which every application has this record."""
        case = self.clock.new_id()
        made = sample_parcel(record, case=case, destination=to)
        ways = ({"kind": kind, "message": message_id(case, to, kind)} for kind in kinds)
        parcels = tuple(made.model_copy(update=way) for way in ways)
        event = AuditEvent(at=self.clock.now(), by="c1", action="confirm", case=str(case))
        slip = f"260420-{len(AuditLog(self.database).read()) + 1:03}"
        self.outbox.accept(
            Confirmation(case=case, slip=slip, event="tennyu", at=self.clock.now(), parcels=parcels, audit=(event,))
        )
        return case

    def deliver(self) -> list[str]:
        """Run the courier; what has arrived in the folder, by procedure and revision, in order."""
        destination = FolderDestination("1", self.folder, Formats(columns=COLUMNS))
        courier = Courier(self.outbox, destination=destination, clock=self.clock, chance=lambda: 0.5)
        sent: list[str] = []
        while (step := courier.step()).outcome not in {Outcome.IDLE, Outcome.RESTING}:
            line = next(line for line in self.outbox.lines() if line.message == step.message)
            if step.outcome is Outcome.ACKNOWLEDGED:
                sent.append(line.kind)
        return sent

    def held(self) -> list[Unsent]:
        return [line for line in self.holding.unsent() if line.state is State.HELD]

    def actions(self) -> list[str]:
        """What staff did, in order; what the courier noted is a story of its own."""
        return [f"{entry.action} {entry.detail}".strip() for entry in self._entries() if entry.by != "courier"]

    def noted(self) -> list[str]:
        """What the courier noted of deliveries, in order."""
        return [f"{entry.action} {entry.detail}" for entry in self._entries() if entry.by == "courier"]

    def _entries(self) -> list[AuditEvent]:
        return [*reversed(AuditLog(self.database).read())]


def refused(decided: Decided) -> list[str]:
    return [issue.where for issue in decided.wrong]
