"""A hall with a hub: machines of two offices with their certificates, and applications of their own."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from pyrage import x25519

from kiosk.bench.postgres import Server
from kiosk.destinations import ToHub
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.hub import HubDestination, address_of
from kiosk.exchange.records.sample import sample_parcel
from kiosk.hub.link import opened
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt
from tests.holding import COLUMNS

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
