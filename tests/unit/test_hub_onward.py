"""From the hub on to the systems: each parcel once, a household in its order, whoever dies, and nothing of others."""

import datetime as dt
import os
import signal
import threading
import uuid
from pathlib import Path

import pytest
from pyrage import x25519
from typer.testing import CliRunner

from kiosk.bootstrap.courier import CourierService
from kiosk.bootstrap.sending import Sending
from kiosk.cli import app
from kiosk.delivery.courier import Courier, Outcome
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.hub import address_of
from kiosk.exchange.destinations.received import messages
from kiosk.flow.clock import FixedClock
from kiosk.hub import claiming, held
from kiosk.hub.claiming import HubOutbox
from kiosk.hub.link import Address, opened
from kiosk.hub.telling import TAMPERED
from kiosk.model.parcel import DeliveryFailed, Failure, Lease, Parcel, Receipt
from tests.holding import COLUMNS
from tests.hub_hall import OWN, Hall, machine, parcel
from tests.outboxes import confirmation

NOW = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=60)
PATIENCE = 20.0
TAKEN = Receipt(reference="taken", acknowledged=True)
_numbers = iter(range(100, 999))


def number() -> str:
    """A destination that no other test brings anything to."""
    return str(next(_numbers))


def address(hall: Hall, who: str) -> Address:
    return address_of(hall.destination(who).setting, hall.home)


def outbox(hall: Hall, who: str = "okuri-1", key: x25519.Identity = OWN) -> HubOutbox:
    found = address(hall, who)
    return HubOutbox(lambda: found, (key,))


def claim(box: HubOutbox, to: str) -> Lease:
    found = box.claim(to, now=NOW, lease=LEASE)
    assert found is not None
    return found


def brought(hall: Hall, *parcels: Parcel) -> None:
    assert all(isinstance(each, Receipt) for each in hall.destination().deliver_all(parcels))


def states(hall: Hall, to: str) -> list[tuple[str, str]]:
    statement = "SELECT state, last_code FROM kiosk.delivery WHERE destination = $1 ORDER BY seq"
    with opened(hall.server.admin("kiosk")) as link:
        return [(row[0], row[1]) for row in link.rows(statement, to)]


def run_out(hall: Hall) -> None:
    """Every claim's time is over."""
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET next_at = now() - interval '1 hour' WHERE state IN ('leased', 'ready')")


def test_what_lies_in_the_hub_reaches_its_receiver_under_the_same_message(hall: Hall, tmp_path: Path) -> None:
    to, folder = number(), tmp_path / "receiver"
    folder.mkdir()
    sent = [parcel(to) for _ in range(2)]
    brought(hall, *sent)
    box = outbox(hall)
    place = FolderDestination(to, folder, Formats(columns=COLUMNS))
    courier = Courier(box, destination=place, clock=FixedClock(NOW), chance=lambda: 0.5)
    assert [step.outcome for step in courier.steps()] == [Outcome.ACKNOWLEDGED] * 2 + [Outcome.IDLE]
    box.close()
    assert set(messages(folder)) == {str(each.message) for each in sent}
    assert states(hall, to) == [("acknowledged", "")] * 2
    brought(hall, *sent)  # a terminal that never heard the end brings them once more
    assert states(hall, to) == [("acknowledged", "")] * 2


def test_two_couriers_never_hold_the_same_parcel_and_a_household_waits_for_its_first(hall: Hall) -> None:
    to = number()
    sent = [parcel(to) for _ in range(4)]
    later = sent[0].model_copy(update={"message": uuid.uuid4(), "revision": 2})
    brought(hall, *sent, later)
    boxes = outbox(hall), outbox(hall)
    leases = [claim(boxes[turn % 2], to) for turn in range(4)]
    assert {lease.parcel.message for lease in leases} == {each.message for each in sent}
    assert [box.claim(to, now=NOW, lease=LEASE) for box in boxes] == [None, None]
    first = next(lease for lease in leases if lease.parcel == sent[0])
    refused = DeliveryFailed(failure=Failure.REFUSED, code="D12")
    assert boxes[0].fail(first, refused, now=NOW, retry_at=NOW)
    assert boxes[1].claim(to, now=NOW, lease=LEASE) is None  # it waits behind what is held
    count = boxes[0].count(NOW)
    assert count.held >= 1
    with opened(address(hall, "okuri-1")) as link:
        assert (to, "D12") in [(each.destination, each.code) for each in held.held(link, by="s1")]
        assert held.release(link, first.parcel.message, by="s1", reason="直した").sent == 1
    again = claim(boxes[1], to)
    assert again.parcel == sent[0]
    assert boxes[1].settle(again, TAKEN, now=NOW)
    assert claim(boxes[0], to).parcel == later
    for box in boxes:
        box.close()


def test_who_wakes_up_after_his_claim_was_another_s_changes_nothing(hall: Hall) -> None:
    to = number()
    brought(hall, parcel(to))
    slow, quick = outbox(hall), outbox(hall)
    old = claim(slow, to)
    run_out(hall)
    new = claim(quick, to)
    assert (new.token, new.attempt) == (old.token + 1, 2)
    assert not slow.settle(old, TAKEN, now=NOW)
    away = DeliveryFailed(failure=Failure.UNREACHABLE, code="D01")
    assert not slow.fail(old, away, now=NOW, retry_at=NOW)
    assert states(hall, to) == [("leased", "")]
    assert quick.fail(new, away, now=NOW, retry_at=NOW + LEASE)
    assert states(hall, to) == [("ready", "D01")]
    assert quick.claim(to, now=NOW, lease=LEASE) is None
    run_out(hall)
    assert claim(slow, to).attempt == 3
    slow.close()
    quick.close()


def test_another_office_s_courier_gets_nothing_and_another_city_s_key_opens_nothing(hall: Hall) -> None:
    to, sent = number(), parcel("1")
    sent = parcel(to)
    brought(hall, sent)
    other, wrong, right = outbox(hall, "okuri-2"), outbox(hall, key=x25519.Identity.generate()), outbox(hall)
    assert other.claim(to, now=NOW, lease=LEASE) is None
    assert other.trouble is None
    assert wrong.claim(to, now=NOW, lease=LEASE) is None
    assert states(hall, to) == [("held", TAMPERED)]
    with opened(address(hall, "okuri-2")) as link:
        assert held.release(link, sent.message, by="s1", reason="直した").sent == 0
    with opened(address(hall, "okuri-1")) as link:
        assert held.release(link, sent.message, by="s1", reason="直した").sent == 1
    assert claim(right, to).parcel == sent
    for box in (other, wrong, right):
        box.close()


def test_whoever_waits_is_told_at_once_of_what_arrives(hall: Hall) -> None:
    to, rung, stopped = number(), threading.Event(), threading.Event()
    found = address(hall, "okuri-1")
    run_out(hall)
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'skipped'")
    words = (lambda: found, rung.set, stopped.is_set, PATIENCE)
    thread = threading.Thread(target=claiming.listen, args=words)
    thread.start()
    brought(hall, parcel(to))
    assert rung.wait(PATIENCE)
    stopped.set()
    brought(hall, parcel(to))
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_server_that_is_killed_in_the_middle_loses_and_doubles_nothing(hall: Hall) -> None:
    to = number()
    sent = [parcel(to) for _ in range(30)]
    place, killed = hall.destination(timeout=5), threading.Event()
    acknowledged: list[uuid.UUID] = []

    def bring() -> None:
        for start in range(0, len(sent), 3):
            batch = sent[start : start + 3]
            for each, answer in zip(batch, place.deliver_all(batch), strict=True):
                if isinstance(answer, Receipt):
                    acknowledged.append(each.message)
            if start == 9:
                killed.set()

    thread = threading.Thread(target=bring)
    thread.start()
    assert killed.wait(PATIENCE)
    os.kill(hall.server.pid(), signal.SIGKILL)
    thread.join(PATIENCE)
    box = outbox(hall)
    assert box.claim(to, now=NOW, lease=LEASE) is None
    assert box.trouble is not None
    assert box.trouble.code == "D50"
    hall.server.revive()
    statement = "SELECT message FROM kiosk.parcel WHERE destination = $1"
    with opened(hall.server.admin("kiosk")) as link:
        there = [row[0] for row in link.rows(statement, to)]
    assert len(acknowledged) >= 12
    assert len(there) == len(set(there))
    assert set(acknowledged) <= set(there)
    brought(hall, *sent)
    found = [claim(box, to).parcel.message for _ in sent]
    assert sorted(found) == sorted(each.message for each in sent)
    assert box.trouble is None
    assert box.claim(to, now=NOW, lease=LEASE) is None
    box.close()


def test_an_application_goes_from_a_counter_through_the_hub_into_the_receiver_s_folder(
    hall: Hall, tmp_path: Path
) -> None:
    run_out(hall)
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'skipped'")
    counter = machine(hall, tmp_path / "counter", "mado-1", "")
    relay = machine(hall, tmp_path / "relay", "okuri-1", "onward = 9\n")
    sent = parcel("1")
    said: list[str] = []
    counter.store.outbox.accept(confirmation(FixedClock(NOW), sent))
    couriers, right = Sending(counter).couriers()
    service = CourierService(relay, lambda _, text: said.append(text))
    thread = threading.Thread(target=service.run)
    thread.start()
    try:
        assert list(Sending(relay).away()) == []  # it may file nothing in the hub, and is not told so
        outcomes = [step.outcome for courier in couriers for step in courier.steps()]
        assert outcomes == [Outcome.RELAYED, Outcome.IDLE, Outcome.IDLE]
        done = tmp_path / "relay" / "outgoing" / f"{sent.message}.done"
        step = threading.Event()
        assert any(done.exists() or step.wait(0.01) for _ in range(int(PATIENCE / 0.01)))
    finally:
        service.stop()
        thread.join(PATIENCE)
        right.release()
        counter.close()
        relay.close()
    assert not thread.is_alive()
    assert not [text for text in said if text.startswith("中継: D")]
    assert not (tmp_path / "counter" / "outgoing").exists()


def test_the_list_of_destinations_says_which_hub_brings_an_application_on(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = machine(hall, tmp_path / "counter", "mado-1", "")
    monkeypatch.setattr("kiosk.cli.opened.standard", lambda: counter)
    said = CliRunner().invoke(app, ["destination", "list"]).stdout
    register, hub = (next(line for line in said.splitlines() if line.startswith(each)) for each in ("1 ", "9 "))
    assert "folder（中継 9）" in register
    assert "送れます" in register
    assert "（中継）" in hub
