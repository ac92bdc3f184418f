"""Who takes part in a drill: desks, couriers, a line and a receiver, each the work of a process that may end at any
moment.
"""

import datetime as dt
import os
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.delivery.courier import Courier
from kiosk.delivery.lanes import run_round
from kiosk.delivery.retry import Schedule
from kiosk.destinations import ToService
from kiosk.drill.chance import Chance
from kiosk.drill.line import carry_for_ever
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.service import ServiceDestination
from kiosk.exchange.receiver.server import Receiver
from kiosk.exchange.records.record import build, canonical_json
from kiosk.exchange.records.sample import PERSONS, sample_envelope, sample_facts, sample_parcel
from kiosk.flow.clock import SystemClock
from kiosk.flow.ports import Confirmation, Destination
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.parcel import Parcel, message_id
from kiosk.store.bell import Bell
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.faults import Fault
from kiosk.store.fencing import Fencing
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey

SERVICE, FOLDER = "1", "2"
HOUSEHOLDS = 7
MISLEADING = ("500", "slow", "garbage", "torn", "digest", "full", "lost", "timeout")
"""What the receiver does wrong; none of it leaves a person to decide, so everything must arrive in the end."""

_APPLICATIONS = (("P01", "転入届", SERVICE), ("P10", "国民健康保険 資格取得", FOLDER), ("P20", "児童手当", SERVICE))
_QUICKLY = Schedule(base=0.02, cap=0.3, floor=0.01, patience=4)
_STALL = 0.4
_LEASE = dt.timedelta(seconds=1)
"""Shorter than the longest stop of a process (kiosk.drill.run), so that answers come after it."""


@dataclass(frozen=True)
class Room:
    """The place of a drill: a store, what desks were told, the receivers; `port` is where the service listens, `line`
    where couriers find it (0: there). `misled` and `cut`: the share of requests answered wrongly, of lines cut.
    """

    folder: Path
    key: RootKey
    formats: Formats
    port: int
    line: int = 0
    misled: float = 0.25
    cut: float = 0.1

    @property
    def told(self) -> Path:
        """What desks were told was accepted, one message a line."""
        return self.folder / "told"

    @property
    def received(self) -> Path:
        """What the service has."""
        return self.folder / "received"

    @property
    def outgoing(self) -> Path:
        """The receiver's folder."""
        return self.folder / "outgoing"

    @property
    def certificate(self) -> tuple[Path, Path]:
        """The service's."""
        return self.folder / "cert.pem", self.folder / "key.pem"

    def store(self) -> Database:
        """The store, opened."""
        place = self.folder / "data"
        return Database.open(place, key=self.key, mark=self.folder / "kiosk.mark", reserve_bytes=4096)

    def destinations(self, database: Database) -> tuple[Destination, ...]:
        """The service and the folder."""
        url = f"https://localhost:{self.line or self.port}/messages"
        setting = ToService(number=1, name="訓練の受け取り側", url=url, ca="cert.pem", timeout=1)
        return (
            ServiceDestination(setting, self.formats, self.folder),
            FolderDestination(FOLDER, self.outgoing, self.formats, fence=Fence(FOLDER, Fencing(database))),
        )


def confirm_for_ever(room: Room, chance: Chance) -> None:
    """A desk: one visit after another; what was accepted is told when the store has said so."""
    outbox, clock = SqlOutbox(room.store()), SystemClock()
    told = os.open(room.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with Bell.private() as pause:
        while True:
            made = visit(clock, household=int(chance() * HOUSEHOLDS))
            outbox.accept(made)
            os.write(told, "".join(f"{parcel.message}\n" for parcel in made.parcels).encode())
            pause.wait(chance.between(0.0, 0.05))


def deliver_for_ever(room: Room, chance: Chance) -> None:
    """A courier: it has the right to deliver, or waits for it."""
    with Bell.private() as pause:
        while not deliver(room, chance):
            pause.wait(0.05)


def deliver(room: Room, chance: Chance, *, once: bool = False) -> bool:
    """Deliver what is due, again and again (or once); False when another process has the right."""
    try:
        relay = RelayLock.acquire(room.folder / "data")
    except SiteError as error:
        if error.code != Fault.RELAY.value:
            raise
        return False
    database, clock = room.store(), SystemClock()
    outbox = SqlOutbox(database)
    outbox.take_over(relay, now=clock.now())
    for name in (SERVICE, FOLDER):
        Destinations(database).describe(name, kind="drill")
    couriers = [
        Courier(outbox, destination=place, clock=clock, chance=chance, schedule=_QUICKLY, lease=_LEASE)
        for place in room.destinations(database)
    ]
    with Bell.listening(room.folder / "data") as bell:
        while True:
            run_round(couriers)
            if once:
                break
            bell.wait(0.05)
    database.close()
    relay.release()
    return True


def receive_for_ever(room: Room, chance: Chance) -> None:
    """A receiver that takes what comes, and often enough does something wrong about it."""
    plan = deque(chance.one_of(MISLEADING) if chance() < room.misled else "none" for _ in range(50_000))
    receiver = Receiver(room.received, port=room.port, certificate=room.certificate, faults=plan, stall=_STALL)
    with receiver:
        receiver.wait()


def carry(room: Room, chance: Chance) -> None:
    """The line to the service."""
    carry_for_ever(at=room.line, to=room.port, cut=room.cut, chance=chance)


WORK: dict[str, Callable[[Room, Chance], None]] = {
    "窓口": confirm_for_ever,
    "送付係": deliver_for_ever,
    "受け取り側": receive_for_ever,
    "回線": carry,
}


def visit(clock: SystemClock, *, household: int) -> Confirmation:
    """An invented visit of one of a few households: what they file must arrive in its order."""
    case, at = clock.new_id(), clock.now()
    parcels = tuple(_parcel(case, at, household, *application) for application in _APPLICATIONS)
    event = AuditEvent(at=at, by="drill", action="confirm", case=str(case), detail=f"parcels={len(parcels)}")
    return Confirmation(case=case, slip="260420-001", event="tennyu", at=at, parcels=parcels, audit=(event,))


def _parcel(case: uuid.UUID, at: dt.datetime, household: int, kind: str, name: str, destination: str) -> Parcel:
    facts = sample_facts()
    envelope = sample_envelope(procedure=kind, name=name, case=case).model_copy(update={"operated_at": at})
    record = canonical_json(build(envelope, facts=facts, persons=PERSONS, used=facts))
    changes = {
        "message": message_id(case, destination, kind),
        "case": case,
        "destination": destination,
        "kind": kind,
        "order_key": f"household-{household}",
        "record": record,
    }
    return sample_parcel().model_copy(update=changes)
