"""The outbox on disk: claimed in turn, settled with the right token, decided by a person."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.flow.clock import FixedClock
from kiosk.model.errors import Defect
from kiosk.model.parcel import (
    DeliveryFailed,
    Failure,
    Receipt,
    State,
)
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey
from tests.outboxes import LEASE, REFUSED, UNREACHABLE, accept, claim, decision, nothing_to_claim, states


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path, key=RootKey(b"k" * 32), reserve_bytes=4096)


@pytest.fixture
def outbox(database: Database) -> SqlOutbox:
    return SqlOutbox(database)


def test_an_empty_or_unknown_destination_has_nothing_to_claim(outbox: SqlOutbox, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届")
    assert outbox.claim("elsewhere", now=clock.now(), lease=LEASE) is None


def test_a_leased_parcel_is_not_given_twice(outbox: SqlOutbox, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届")
    claim(outbox, clock)
    assert nothing_to_claim(outbox, clock)


def test_an_expired_lease_can_be_claimed_and_the_old_answer_changes_nothing(
    outbox: SqlOutbox, clock: FixedClock
) -> None:
    accept(outbox, clock, "転入届")
    old = claim(outbox, clock)
    clock.advance(31)
    new = claim(outbox, clock)
    assert (new.token, new.attempt) == (2, 2)
    receipt = Receipt(reference="r", acknowledged=True)
    assert not outbox.settle(old, receipt, now=clock.now())
    assert not outbox.fail(old, REFUSED, now=clock.now(), retry_at=clock.now())
    assert states(outbox) == {"転入届": State.LEASED}
    assert outbox.settle(new, receipt, now=clock.now())
    assert not outbox.settle(new, receipt, now=clock.now())


@pytest.mark.parametrize(("acknowledged", "state"), [(True, State.ACKNOWLEDGED), (False, State.DELIVERED)])
def test_only_a_typed_acknowledgement_counts_as_one(
    outbox: SqlOutbox, clock: FixedClock, *, acknowledged: bool, state: State
) -> None:
    accept(outbox, clock, "転入届")
    outbox.settle(claim(outbox, clock), Receipt(reference="R-1", acknowledged=acknowledged), now=clock.now())
    (line,) = outbox.lines()
    assert (line.state, line.receipt, line.attempts) == (state, "R-1", 1)
    assert nothing_to_claim(outbox, clock)


@pytest.mark.parametrize("failure", [Failure.UNREACHABLE, Failure.UNKNOWN_OUTCOME])
def test_a_passing_failure_waits_until_its_time(outbox: SqlOutbox, clock: FixedClock, failure: Failure) -> None:
    accept(outbox, clock, "転入届")
    failed = DeliveryFailed(failure=failure, code="timeout")
    later = clock.now() + dt.timedelta(seconds=60)
    assert outbox.fail(claim(outbox, clock), failed, now=clock.now(), retry_at=later)
    assert nothing_to_claim(outbox, clock)
    assert outbox.lines()[0].last_code == "timeout"
    clock.advance(60)
    assert claim(outbox, clock).attempt == 2


def test_a_wait_beyond_the_horizon_came_from_a_wrong_clock_and_is_over(outbox: SqlOutbox, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届")
    outbox.fail(claim(outbox, clock), UNREACHABLE, now=clock.now(), retry_at=clock.now() + LEASE)
    clock.advance(-7200)
    assert claim(outbox, clock).attempt == 2


def test_no_wait_is_longer_than_the_horizon(outbox: SqlOutbox, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届")
    far = clock.now() + dt.timedelta(days=9)
    outbox.fail(claim(outbox, clock), UNREACHABLE, now=clock.now(), retry_at=far)
    assert nothing_to_claim(outbox, clock)
    clock.advance(3600)
    assert claim(outbox, clock).attempt == 2


def test_a_refused_parcel_is_held_and_blocks_only_its_order_key(outbox: SqlOutbox, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届", "印鑑登録")
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now())
    assert nothing_to_claim(outbox, clock)
    (other,) = accept(outbox, clock, "転出届", order_key="p2")
    assert claim(outbox, clock).parcel == other
    assert states(outbox) == {"転入届": State.HELD, "印鑑登録": State.READY, "転出届": State.LEASED}


def test_a_waiting_parcel_is_not_overtaken_by_a_later_one_of_its_order_key(
    outbox: SqlOutbox, clock: FixedClock
) -> None:
    first, second = accept(outbox, clock, "転入届", "印鑑登録")
    outbox.fail(claim(outbox, clock), UNREACHABLE, now=clock.now(), retry_at=clock.now() + LEASE)
    assert nothing_to_claim(outbox, clock)
    clock.advance(30)
    lease = claim(outbox, clock)
    assert lease.parcel == first
    outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=clock.now())
    assert claim(outbox, clock).parcel == second


def test_where_order_does_not_matter_nothing_waits(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    Destinations(database).describe("hall", kind="folder", ordered=False)
    first, second = accept(outbox, clock, "転入届", "印鑑登録")
    assert [claim(outbox, clock).parcel, claim(outbox, clock).parcel] == [first, second]


def test_a_paused_destination_gives_nothing_until_it_is_resumed(
    outbox: SqlOutbox, database: Database, clock: FixedClock
) -> None:
    destinations = Destinations(database)
    accept(outbox, clock, "転入届")
    assert destinations.pause("hall", paused=True, event=decision(clock, "paused"))
    assert not destinations.pause("hall", paused=True, event=decision(clock, "paused"))
    assert nothing_to_claim(outbox, clock)
    assert [(line.name, line.ordered, line.paused) for line in destinations.list()] == [("hall", True, True)]
    destinations.pause("hall", paused=False, event=decision(clock, "resumed"))
    assert claim(outbox, clock).attempt == 1


def test_parcels_leave_in_the_order_they_were_accepted(outbox: SqlOutbox, clock: FixedClock) -> None:
    sent = [accept(outbox, clock, "転入届", order_key=f"p{number}")[0] for number in range(5)]
    assert [claim(outbox, clock).parcel for _ in sent] == sent


def test_a_released_parcel_goes_again_at_once(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    (sent,) = accept(outbox, clock, "転入届")
    assert not outbox.release(sent.message, audit=decision(clock, "released"))
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now() + LEASE)
    assert outbox.release(sent.message, audit=decision(clock, "released"))
    assert claim(outbox, clock).parcel == sent
    assert [event.action for event in AuditLog(database).read()] == ["released", "hold", "confirmed"]


def test_a_skipped_parcel_frees_those_behind_it(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    first, second = accept(outbox, clock, "転入届", "印鑑登録")
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now())
    assert outbox.skip(first.message, audit=decision(clock, "skipped"))
    assert not outbox.skip(first.message, audit=decision(clock, "skipped"))
    assert claim(outbox, clock).parcel == second
    assert AuditLog(database).read(1)[0] == decision(clock, "skipped")


def test_leases_of_a_dead_relay_are_taken_over_at_start(outbox: SqlOutbox, clock: FixedClock, tmp_path: Path) -> None:
    accept(outbox, clock, "転入届")
    old = claim(outbox, clock)
    relay = RelayLock.acquire(tmp_path)
    assert outbox.take_over(relay, now=clock.now()) == 1
    assert not outbox.settle(old, Receipt(reference="r", acknowledged=True), now=clock.now())
    assert claim(outbox, clock).token > old.token
    relay.release()
    with pytest.raises(Defect):
        outbox.take_over(relay, now=clock.now())
