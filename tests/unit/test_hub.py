"""Parcels go to a real PostgreSQL: once each, closed, from machines that are known, seen by their own office alone."""

import datetime as dt
import json
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.bench.postgres import Authority
from kiosk.delivery.courier import Courier, Outcome
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.hub import address_of
from kiosk.exchange.destinations.marker import Guard
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import FixedClock
from kiosk.hub.envelope import unseal
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.parcel import Failure, Receipt
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.hub_hall import OWN, Hall, failed, lying, parcel
from tests.outboxes import confirmation

RECORD = sample_parcel().record


def test_a_batch_arrives_once_and_closed_and_its_key_opens_it(hall: Hall) -> None:
    place, sent = hall.destination(), [parcel() for _ in range(3)]
    assert place.look() is None
    first = place.deliver_all(sent)
    assert all(isinstance(each, Receipt) and not each.acknowledged for each in first)
    before = lying(hall, *sent)
    assert [row[0] for row in before] == [each.message for each in sent]
    assert [row[2] for row in before] == ["101"] * 3
    again = place.deliver_all(sent[::-1])
    assert all(isinstance(each, Receipt) for each in again)
    assert lying(hall, *sent) == before
    for row, each in zip(before, sent, strict=True):
        body = row[4]
        assert isinstance(body, bytes)
        assert unseal(body, str(row[3]), [OWN]) == each
        assert unseal(body, str(row[3]), [x25519.Identity.generate()]) is None
        assert unseal(body[:-1], str(row[3]), [OWN]) is None


def test_who_administers_the_server_reads_nothing_of_anybody(hall: Hall) -> None:
    sent = parcel()
    hall.destination().deliver(sent)
    ((_, order_key, *_rest, body),) = lying(hall, sent)
    everything = f"{order_key}".encode() + bytes(body) if isinstance(body, bytes) else b""
    assert str(sent.case).encode() not in everything
    for said in json.loads(RECORD)["taishosha"][0].values():
        if isinstance(said, str) and len(said) > 3:
            assert said.encode() not in everything
    log = (hall.server.run / "log").read_text(errors="replace")
    assert str(sent.case) not in log


def test_another_content_under_the_same_message_is_refused_and_nothing_is_replaced(hall: Hall) -> None:
    place, sent = hall.destination(), parcel()
    place.deliver(sent)
    before = lying(hall, sent)
    other = sent.model_copy(update={"order_key": "another household"})
    answers = place.deliver_all([other, parcel()])
    assert failed(answers[0]) == ("D10", Failure.REFUSED)
    assert isinstance(answers[1], Receipt)
    assert lying(hall, sent) == before
    from_elsewhere = hall.destination("mado-2").deliver(sent)  # another office cannot even see that it is taken
    assert failed(from_elsewhere) == ("D10", Failure.REFUSED)


def test_a_record_that_no_receiver_would_take_does_not_leave(hall: Hall) -> None:
    bad = parcel().model_copy(update={"record": b"{}"})
    good = parcel()
    answers = hall.destination().deliver_all([bad, good])
    assert failed(answers[0]) == ("D11", Failure.REFUSED)
    assert isinstance(answers[1], Receipt)
    assert lying(hall, bad) == []


def test_an_office_sees_nothing_of_another_and_no_machine_changes_or_deletes(hall: Hall) -> None:
    sent = parcel()
    hall.destination().deliver(sent)
    count = "SELECT count(*) FROM kiosk.parcel WHERE message = $1"
    seen = "SELECT message FROM kiosk.parcel WHERE message = $1"
    assert hall.asked("mado-1", seen, sent.message) == [(sent.message,)]
    assert hall.asked("mado-2", seen, sent.message) == []
    assert hall.asked("okuri-1", count, sent.message) == [(1,)]
    forbidden = {
        "mado-1": (
            "SELECT body FROM kiosk.parcel",
            "UPDATE kiosk.parcel SET body = body",
            "DELETE FROM kiosk.parcel",
            "SELECT * FROM kiosk.delivery",
            "DELETE FROM kiosk.sender",
            "SELECT * FROM kiosk.machine",
            "UPDATE kiosk.machine SET office = '102'",
            "INSERT INTO kiosk.parcel (message, office, destination, order_key, content, sha256, body)"
            " SELECT gen_random_uuid(), '102', '1', repeat('0', 64), repeat('0', 64), encode(sha256(''), 'hex'), ''",
            "SET ROLE kiosk_owner",
            "SET ROLE kiosk_courier",
        ),
        "mado-2": ("DELETE FROM kiosk.parcel", "UPDATE kiosk.parcel SET body = body"),
        "okuri-1": (
            "UPDATE kiosk.parcel SET body = body",
            "DELETE FROM kiosk.parcel",
            "DELETE FROM kiosk.delivery",
            "UPDATE kiosk.delivery SET office = '102'",
            "UPDATE kiosk.delivery SET order_key = ''",
        ),
        "miru-1": ("SELECT * FROM kiosk.parcel", "SELECT order_key FROM kiosk.delivery", "SELECT * FROM kiosk.sender"),
    }
    for who, statements in forbidden.items():
        with opened(address_of(hall.destination(who).setting, hall.home)) as link:
            for statement in statements:
                with pytest.raises(HubTrouble) as caught:
                    link.rows(statement)
                assert caught.value.code == "D52", statement
    assert len(lying(hall, sent)) == 1


def test_only_the_right_server_and_the_right_machine_are_believed(hall: Hall) -> None:
    answers = {
        "another_name": hall.destination(host="127.0.0.1"),
        "nobody_there": hall.destination(port=1),
        "no_such_machine": hall.destination("mado-9"),
        "another_machines_name": hall.destination(user="mado-2"),
        "another_database": hall.destination(database="other"),
        "not_founded": hall.destination(database="postgres"),
    }
    stranger = Path(hall.home / "stranger")
    stranger.mkdir()
    other = Authority(stranger)
    answers["another_authority"] = hall.destination(ca=str(other.file))
    other.proof("mado-1", hall.home / "secrets" / "forged")
    answers["forged"] = hall.destination(key_name="forged")
    answers["no_proof"] = hall.destination(key_name="missing")
    short = hall.home / "secrets" / "short"
    short.write_bytes(b"s" * 16)
    short.chmod(0o600)
    answers["short_secret"] = hall.destination(secret="short")
    found = {name: failed(place.deliver(parcel())) for name, place in answers.items()}
    assert found.pop("forged")[0] in {"D50", "D52"}  # TLS 1.3 tells it, or only breaks off, as the packets fall
    assert {failure for _, failure in found.values()} == {Failure.UNREACHABLE}
    assert {name: code for name, (code, _) in found.items()} == {
        "another_name": "D51",
        "nobody_there": "D50",
        "no_such_machine": "D52",
        "another_machines_name": "D52",
        "another_database": "D52",
        "not_founded": "D54",
        "another_authority": "D51",
        "no_proof": "D24",
        "short_secret": "D57",
    }


@dataclass
class Record:
    """The audit record of a store, as far as the fence asks for it."""

    entries: list[str]
    said: bool = False

    def name(self) -> str:
        return "store-of-mado-1"

    def head(self) -> str:
        return self.entries[-1]

    def holds(self, told: str) -> bool:
        return told in self.entries

    def overruled(self, destination: str) -> bool:
        return self.said and bool(destination)

    def settled(self, destination: str) -> None:
        self.said = not destination


def test_a_copied_store_brings_nothing_until_a_person_says_so(hall: Hall) -> None:
    live, copy = Record(["1:a"]), Record(["1:a"])
    first, second = (replace(hall.destination(), fence=Fence("1", each)) for each in (live, copy))
    assert isinstance(first.deliver(parcel()), Receipt)
    live.entries.append("2:b")
    assert isinstance(first.deliver(parcel()), Receipt)
    copy.entries.append("2:c")
    kept = parcel()
    assert failed(second.deliver(kept)) == ("D18", Failure.UNREACHABLE)
    assert second.look() is not None
    assert lying(hall, kept) == []
    copy.said = True
    assert isinstance(second.deliver(kept), Receipt)
    assert not copy.said
    assert failed(first.deliver(parcel())) == ("D18", Failure.UNREACHABLE)


def test_a_hub_that_was_founded_anew_gets_nothing(hall: Hall) -> None:
    remembered: list[str] = []
    guard = Guard("9", "999997", known=lambda: (remembered or [""])[-1], remember=remembered.append)
    place = replace(hall.destination(), guard=guard)
    assert isinstance(place.deliver(parcel()), Receipt)
    assert len(remembered) == 1
    assert place.look() is None
    remembered.append(str(uuid.uuid4()))
    assert failed(place.deliver(parcel())) == ("D09", Failure.UNREACHABLE)


def test_the_courier_brings_all_that_waits_in_batches_and_each_household_in_its_order(hall: Hall) -> None:
    clock = FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC))
    sent = [parcel() for _ in range(3)]
    later = sent[0].model_copy(update={"message": uuid.uuid4(), "kind": "P02"})
    database = Database.open(hall.home, key=RootKey(b"k" * 32), reserve_bytes=4096)
    try:
        outbox = SqlOutbox(database)
        Destinations(database).describe("1", kind="hub", label="住民記録")
        for each in ((sent[0], later), (sent[1],), (sent[2],)):
            outbox.accept(confirmation(clock, *each))
        courier = Courier(outbox, destination=hall.destination(), clock=clock, chance=lambda: 0.5)
        assert [step.outcome for step in courier.steps()] == [Outcome.RELAYED] * 4 + [Outcome.IDLE]
    finally:
        database.close()
    found = [row[0] for row in lying(hall, *sent, later)]
    assert found == [each.message for each in (*sent, later)]
