"""The courier: every parcel ends with a receipt or with a person, and a dead destination is left in peace."""

import datetime as dt
import uuid
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.delivery.courier import Courier, Outcome
from kiosk.delivery.retry import Schedule
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import (
    DeliveryFailed,
    Failure,
    Lease,
    OutboxCount,
    OutboxLine,
    Parcel,
    Receipt,
    State,
)
from tests.wording import say

START = dt.datetime(2026, 4, 20, 0, 0, tzinfo=dt.UTC)
GONE = DeliveryFailed(failure=Failure.UNREACHABLE, code="D01", detail="共有フォルダがありません。")
LOST = DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="D05")
NO = DeliveryFailed(failure=Failure.REFUSED, code="D12")
YES = Receipt(reference="r", acknowledged=True)


class MemoryOutbox:
    """The outbox as a list: what is due, what was settled, what failed."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self.due = {parcel.message: START for parcel in parcels}
        self.parcels = {parcel.message: parcel for parcel in parcels}
        self.state = dict.fromkeys(self.parcels, State.READY)
        self.attempts = dict.fromkeys(self.parcels, 0)
        self.codes: list[str] = []
        self.leases: list[dt.timedelta] = []
        self.settled_at: list[dt.datetime] = []
        self.overtaken = False

    def accept(self, confirmation: Confirmation) -> None:
        raise AssertionError(f"the courier never accepts {confirmation.case}")

    def claim(self, destination: str, *, now: dt.datetime, lease: dt.timedelta) -> Lease | None:
        self.leases.append(lease)
        for message, parcel in self.parcels.items():
            ready = self.state[message] is State.READY and self.due[message] <= now
            if ready and parcel.destination == destination:
                self.attempts[message] += 1
                self.due[message] = now + lease
                return Lease(parcel=parcel, token=1, attempt=self.attempts[message], noted="12:seal", asked=2)
        return None

    def settle(self, lease: Lease, receipt: Receipt, *, now: dt.datetime) -> bool:
        self.settled_at.append(now)
        taken = State.ACKNOWLEDGED if receipt.acknowledged else State.DELIVERED
        self.state[lease.parcel.message] = taken
        return not self.overtaken

    def fail(self, lease: Lease, failed: DeliveryFailed, *, now: dt.datetime, retry_at: dt.datetime) -> bool:
        assert retry_at > now
        self.codes.append(failed.code)
        held = failed.failure is Failure.REFUSED
        self.state[lease.parcel.message] = State.HELD if held else State.READY
        self.due[lease.parcel.message] = retry_at
        return not self.overtaken

    def release(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        raise AssertionError(f"only a person releases {message}: {audit.action}")

    def skip(self, message: uuid.UUID, *, audit: AuditEvent) -> bool:
        raise AssertionError(f"only a person skips {message}: {audit.action}")

    def count(self, now: dt.datetime) -> OutboxCount:
        ready = [self.due[message] for message, state in self.state.items() if state is State.READY]
        return OutboxCount(pending=len(ready), oldest_seconds=int((now - START).total_seconds()) if ready else 0)

    def lines(self, limit: int = 200) -> Sequence[OutboxLine]:
        raise AssertionError(f"the courier never reads {limit} lines")


class Scripted:
    """A destination that answers from a list, the last answer for ever."""

    name = "folder"

    def __init__(self, *answers: Receipt | DeliveryFailed | Exception) -> None:
        self.answers = list(answers)
        self.seen: list[Parcel] = []

    def look(self) -> DeliveryFailed | None:
        return None

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        self.seen.append(parcel)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def parcels(count: int) -> list[Parcel]:
    template = sample_parcel()
    return [template.model_copy(update={"message": uuid.UUID(int=number + 1)}) for number in range(count)]


def courier(outbox: MemoryOutbox, destination: Scripted | FolderDestination, clock: FixedClock) -> Courier:
    return Courier(outbox, destination=destination, clock=clock, chance=lambda: 0.5)


def test_every_due_parcel_is_delivered_until_nothing_is_left() -> None:
    outbox = MemoryOutbox(parcels(3))
    steps = tuple(courier(outbox, Scripted(YES), FixedClock(START)).steps())
    assert [step.outcome for step in steps] == [*[Outcome.ACKNOWLEDGED] * 3, Outcome.IDLE]
    assert set(outbox.state.values()) == {State.ACKNOWLEDGED}


def test_a_receipt_without_acknowledgement_is_delivered_and_no_more() -> None:
    outbox = MemoryOutbox(parcels(1))
    taken = Receipt(reference="r", acknowledged=False)
    assert courier(outbox, Scripted(taken), FixedClock(START)).step().outcome is Outcome.DELIVERED
    assert set(outbox.state.values()) == {State.DELIVERED}


def test_an_unreachable_destination_gets_the_same_parcel_again_later() -> None:
    outbox, clock = MemoryOutbox(parcels(1)), FixedClock(START)
    worker = courier(outbox, Scripted(GONE, LOST, YES), clock)
    first = worker.step()
    assert (first.outcome, first.code, first.retry_at) == (Outcome.RETRY, "D01", START + dt.timedelta(seconds=2.5))
    assert worker.step().outcome is Outcome.IDLE
    clock.advance(3)
    assert worker.step().outcome is Outcome.RETRY
    clock.advance(10)
    assert worker.step().outcome is Outcome.ACKNOWLEDGED
    assert outbox.codes == ["D01", "D05"]


def test_a_refused_parcel_is_held_and_does_not_stop_the_next() -> None:
    outbox = MemoryOutbox(parcels(2))
    steps = tuple(courier(outbox, Scripted(NO, YES), FixedClock(START)).steps())
    assert [step.outcome for step in steps] == [Outcome.HELD, Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert steps[0].retry_at is None


def test_a_defect_in_a_destination_holds_the_parcel_and_says_nothing_personal() -> None:
    outbox = MemoryOutbox(parcels(2))
    steps = tuple(courier(outbox, Scripted(ValueError("架空　太郎"), YES), FixedClock(START)).steps())
    assert [step.outcome for step in steps] == [Outcome.HELD, Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert steps[0].code == "D99-ValueError"
    assert steps[0].detail.endswith("システム担当へ連絡してください。")
    assert "太郎" not in repr(steps)


def test_a_dead_destination_is_tried_five_times_and_then_left_in_peace() -> None:
    outbox, clock, dead = MemoryOutbox(parcels(50)), FixedClock(START), Scripted(GONE)
    worker = courier(outbox, dead, clock)
    assert tuple(worker.steps())[-1].outcome is Outcome.RESTING
    assert len(dead.seen) == 5
    assert worker.step().outcome is Outcome.RESTING
    assert len(dead.seen) == 5


def test_a_destination_at_rest_says_when_it_is_tried_again() -> None:
    clock = FixedClock(START)
    worker = courier(MemoryOutbox(parcels(50)), Scripted(GONE), clock)
    resting = tuple(worker.steps())[-1]
    assert resting.retry_at is not None
    clock.advance((resting.retry_at - START).total_seconds())
    assert worker.step().outcome is Outcome.RETRY


def test_a_place_with_its_own_schedule_waits_and_rests_by_it() -> None:
    patient = Schedule(base=60.0, patience=1)
    outbox = MemoryOutbox(parcels(2))
    worker = Courier(outbox, destination=Scripted(GONE), clock=FixedClock(START), chance=lambda: 0.5, schedule=patient)
    failed, resting = worker.steps()
    assert (failed.outcome, resting.outcome) == (Outcome.RETRY, Outcome.RESTING)
    assert failed.retry_at == resting.retry_at == START + dt.timedelta(seconds=30)


def test_staff_read_of_every_parcel_which_one_it_was_and_what_hinders_it() -> None:
    first, second, third = parcels(3)
    destination = Scripted(GONE, YES, NO)
    steps = tuple(courier(MemoryOutbox([first, second, third]), destination, FixedClock(START)).steps())
    assert [step.message for step in steps] == [first.message, second.message, third.message, None]
    assert [step.detail for step in steps] == ["共有フォルダがありません。", "", "", ""]


def test_after_the_rest_one_parcel_tries_for_all() -> None:
    outbox, clock, dead = MemoryOutbox(parcels(50)), FixedClock(START), Scripted(GONE)
    worker = courier(outbox, dead, clock)
    tuple(worker.steps())
    clock.advance(60)
    tuple(worker.steps())
    assert len(dead.seen) == 6


@pytest.mark.parametrize("answer", [YES, NO])
def test_one_answer_of_any_kind_shows_that_a_destination_is_alive(answer: Receipt | DeliveryFailed) -> None:
    destination = Scripted(*[GONE] * 4, answer, *[GONE] * 4, YES)
    steps = tuple(courier(MemoryOutbox(parcels(10)), destination, FixedClock(START)).steps())
    assert Outcome.RESTING not in {step.outcome for step in steps}
    assert len(destination.seen) == 10


def test_a_destination_that_comes_back_gets_everything() -> None:
    outbox, clock = MemoryOutbox(parcels(20)), FixedClock(START)
    worker = courier(outbox, Scripted(*[GONE] * 8, YES), clock)
    for _ in range(20):
        tuple(worker.steps())
        clock.advance(900)
    assert set(outbox.state.values()) == {State.ACKNOWLEDGED}


def test_an_unlucky_draw_of_no_wait_at_all_still_comes_to_rest() -> None:
    outbox = MemoryOutbox(parcels(1))
    worker = Courier(outbox, destination=Scripted(GONE), clock=FixedClock(START), chance=lambda: 0.0)
    assert [step.outcome for step in worker.steps()] == [Outcome.RETRY, Outcome.IDLE]


def test_a_lease_that_passed_to_someone_else_records_nothing_twice() -> None:
    outbox = MemoryOutbox(parcels(2))
    outbox.overtaken = True
    worker = courier(outbox, Scripted(YES, GONE), FixedClock(START))
    steps = [worker.step(), worker.step()]
    assert [step.outcome for step in steps] == [Outcome.OVERTAKEN] * 2
    assert [step.message for step in steps] == list(outbox.parcels)


def test_parcels_for_another_destination_are_left_to_its_own_courier() -> None:
    other = sample_parcel().model_copy(update={"destination": "elsewhere"})
    assert courier(MemoryOutbox([other]), Scripted(YES), FixedClock(START)).step().outcome is Outcome.IDLE


def test_the_alarm_follows_the_age_of_the_oldest_parcel() -> None:
    outbox, clock = MemoryOutbox(parcels(1)), FixedClock(START)
    worker = courier(outbox, Scripted(GONE), clock)
    assert worker.alarm() is None
    clock.advance(3600)
    found = worker.alarm()
    assert found is not None
    assert say(found.messages[0]).startswith("1時間以上")


def test_a_folder_that_appears_later_gets_the_parcel_by_itself(tmp_path: Path) -> None:
    forms = Path(__file__).resolve().parents[2] / "forms" / "exchange"
    target = tmp_path / "share"
    destination = FolderDestination(
        "folder", target, Formats(columns=load_columns((forms / "columns.toml").read_bytes()))
    )
    outbox, clock = MemoryOutbox([sample_parcel()]), FixedClock(START)
    worker = courier(outbox, destination, clock)
    assert worker.step().code == "D01"
    target.mkdir()
    clock.advance(10)
    assert worker.step().outcome is Outcome.ACKNOWLEDGED
    assert (target / f"{sample_parcel().message}.done").is_file()


def test_a_lease_outlives_the_longest_delivery_that_is_allowed() -> None:
    outbox = MemoryOutbox(parcels(1))
    tuple(courier(outbox, Scripted(YES), FixedClock(START)).steps())
    assert min(outbox.leases) > dt.timedelta(seconds=15)
    assert outbox.settled_at == [START]
