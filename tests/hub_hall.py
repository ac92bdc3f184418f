"""A hall with a hub: machines of two offices with their certificates, and applications of their own."""

import shutil
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from pyrage import x25519

from kiosk.bench.postgres import Server
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.destinations import ToFolder, ToHub
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.hub import HubDestination, address_of
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import SystemClock
from kiosk.hub.link import opened
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt
from tests.holding import COLUMNS
from tests.read_before import catalogue

OWN = x25519.Identity.generate()
"""The city's key."""


MACHINES = {
    "mado-1": ("101", "terminal"),
    "mado-2": ("102", "terminal"),
    "mado-3": ("101", "counter"),
    "mado-4": ("101", "counter"),
    "mado-5": ("102", "counter"),
    "kisai-1": ("101", "terminal"),
    "okuri-1": ("101", "courier"),
    "okuri-2": ("102", "courier"),
    "miru-1": ("101", "reader"),
}
"""What the hub lets in, of offices 101 and 102."""


@dataclass
class Hall:
    """A home with its credentials, and the hub that it goes to."""

    server: Server
    home: Path

    def destination(self, who: str = "mado-1", **changes: object) -> HubDestination:
        secrets = self.home / "secrets"
        if not (secrets / who).exists():
            self.server.authority.proof(who, secrets / who)
        given = {
            "number": 9,
            "name": "中継",
            "kind": "hub",
            "host": "localhost",
            "port": self.server.port,
            "ca": str(self.server.authority.file),
            "key_name": who,
            "secret": "hub-shared",
            "recipient": str(OWN.to_public()),
            "timeout": 5,
        }
        return HubDestination("1", ToHub.model_validate({**given, **changes}), Formats(columns=COLUMNS), self.home)

    def asked(self, who: str, statement: str, *values: object) -> list[tuple[object, ...]]:
        with opened(address_of(self.destination(who).setting, self.home)) as link:
            return [tuple(row) for row in link.rows(statement, *values)]


def hall_of(server: Server, home: Path) -> Hall:
    """A home with the secret that the machines of the city share."""
    secrets = home / "secrets"
    secrets.mkdir()
    (secrets / "hub-shared").write_bytes(b"s" * 32)
    (secrets / "hub-shared").chmod(0o600)
    return Hall(server, home)


def machine(hall: Hall, home: Path, who: str, device: str, *, number: str = "1") -> Program:
    """A machine of the city of which one destination, a folder with answers, is reached through its hub."""
    (home / "secrets").mkdir(parents=True)
    for name in ("hub-shared", who):
        hall.destination(who)
        shutil.copy(hall.home / "secrets" / name, home / "secrets" / name)
    keys = home / "secrets" / f"{who}-city"
    keys.write_text(f"# the city's\n{OWN}\n", encoding="ascii")
    keys.chmod(0o600)
    (home / "device.toml").write_text(device, encoding="utf-8")
    made = Program(replace(Place.standard(), home=home), SystemClock())
    town, hub = catalogue(), 9
    register = ToFolder(number=int(number), name="住民記録", path="outgoing", returns="returns", through=hub)
    through = hall.destination(who).setting
    vars(made)["catalogue"] = replace(town, city=town.city.model_copy(update={"destinations": (register, through)}))
    return made


def parcel(number: str = "1") -> Parcel:
    """An application of a case of its own."""
    case = uuid.uuid4()
    return sample_parcel(case=case, destination=number)


def lying(hall: Hall, *parcels: Parcel) -> list[tuple[object, ...]]:
    """What lies in the hub of these messages, as its administrator sees it."""
    statement = "SELECT message, order_key, office, sha256, body FROM kiosk.parcel WHERE message = ANY($1) ORDER BY seq"
    with opened(hall.server.admin("kiosk")) as link:
        return [tuple(row) for row in link.rows(statement, [each.message for each in parcels])]


def failed(answer: Receipt | DeliveryFailed) -> tuple[str, Failure]:
    assert isinstance(answer, DeliveryFailed), answer
    assert answer.detail
    return answer.code, answer.failure
