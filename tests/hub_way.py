"""The way of an application: a terminal, the hub, who goes on from there, and a receiver that is told what to say."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kiosk.bootstrap.answers import Fetched, fetch
from kiosk.bootstrap.onward import Onward, onward
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.delivery.courier import Courier, Outcome
from kiosk.exchange.destinations.answers import Relaying
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.ports import Confirmation
from kiosk.hub.link import opened
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt, State, message_id
from tests.hub_hall import Hall, machine

TAKEN = Receipt(reference="受理0001", acknowledged=True)
REFUSED = DeliveryFailed(failure=Failure.REFUSED, code="D12", detail="方書が長すぎます")
AWAY = DeliveryFailed(failure=Failure.UNREACHABLE, code="D01", detail="共有フォルダーにつながりません")
_numbers = count(600)


@dataclass
class Receiving:
    """The system behind the hub: it answers what it is told to, one thing after the other."""

    name: str
    says: list[Receipt | DeliveryFailed]

    def look(self) -> DeliveryFailed | None:
        return None

    def deliver(self, _parcel: Parcel) -> Receipt | DeliveryFailed:
        return self.says.pop(0)


@dataclass
class Way:
    """A terminal, the hub, and the machine that goes on from there, to a destination of their own."""

    number: str
    terminal: Program
    relay: Onward
    hall: Hall

    @property
    def place(self) -> Relaying:
        (place,) = (each for each in Sending(self.terminal).destinations if each.name == self.number)
        assert isinstance(place, Relaying)
        return place

    def filed(self, revision: int = 1, case: uuid.UUID | None = None) -> Parcel:
        """An application is accepted at the terminal, or its next revision."""
        own, now = case or self.terminal.clock.new_id(), self.terminal.clock.now()
        message = message_id(own, self.number, "P01", revision)
        sent = sample_parcel(sample_record(case=own), case=own, destination=self.number)
        sent = sent.model_copy(update={"revision": revision, "message": message})
        event = AuditEvent(at=now, by="c1", action="confirm", case=str(own))
        accepted = Confirmation(case=own, slip="260420-001", event="tennyu", at=now, parcels=(sent,), audit=(event,))
        self.terminal.store.outbox.accept(accepted)
        return sent

    def brought(self) -> list[Outcome]:
        """The terminal's courier brings what is due to the hub."""
        couriers, right = Sending(self.terminal).couriers()
        try:
            return [step.outcome for courier in couriers if courier.key == self.number for step in courier.steps()]
        finally:
            right.release()

    def onward(self, *says: Receipt | DeliveryFailed) -> list[Outcome]:
        """What lies in the hub is brought on."""
        with opened(self.hall.server.admin("kiosk")) as link:
            link.rows("UPDATE kiosk.delivery SET next_at = now() WHERE destination = $1", self.number)
        receiver = Receiving(self.number, list(says))
        clock = self.terminal.clock
        courier = Courier(self.relay.outbox, destination=receiver, clock=clock, chance=lambda: 0.5)
        return [step.outcome for step in courier.steps()]

    def heard(self) -> Fetched:
        """The terminal asks the hub."""
        (place,) = (each for each in Sending(self.terminal).destinations if each.name == self.number)
        return fetch(self.terminal, place)

    def stands(self) -> list[tuple[State, str]]:
        lines = self.terminal.store.outbox.lines()
        return [(line.state, line.last_code) for line in reversed(lines)]

    def in_the_hub(self) -> list[str]:
        statement = "SELECT state FROM kiosk.delivery WHERE destination = $1 ORDER BY seq"
        with opened(self.hall.server.admin("kiosk")) as link:
            return [row[0] for row in link.rows(statement, self.number)]

    def audit(self, of: Parcel) -> list[tuple[str, str]]:
        return [(entry.by, entry.action) for entry in self.terminal.store.audit.of_case(str(of.case))]


@contextmanager
def way_through(hall: Hall, tmp_path: Path) -> Iterator[Way]:
    """Of a destination that no other test brings anything to."""
    number = str(next(_numbers))
    terminal = machine(hall, tmp_path / "counter", "mado-1", "", number=number)
    far = machine(hall, tmp_path / "relay", "okuri-1", "onward = 9\n", number=number)
    relay = onward(Sending(far))
    assert relay is not None
    yield Way(number, terminal, relay, hall)
    relay.outbox.close()
    terminal.close()
    far.close()
