"""Destinations that take several parcels at once: each parcel has its own answer, and all of them are one attempt."""

from collections.abc import Sequence

import pytest

from kiosk.delivery.courier import Outcome
from kiosk.flow.clock import FixedClock
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt
from tests.unit.test_delivery_courier import GONE, START, YES, MemoryOutbox, Scripted, courier, parcels


class Hall(Scripted):
    """A destination that takes three at once, and is away."""

    most = 3

    def deliver_all(self, parcels: Sequence[Parcel]) -> Sequence[Receipt | DeliveryFailed]:
        return [self.deliver(parcel) for parcel in parcels]


def test_a_dead_destination_of_batches_is_tried_five_times_too_and_every_parcel_comes_again() -> None:
    outbox, clock, dead = MemoryOutbox(parcels(50)), FixedClock(START), Hall(GONE)
    steps = tuple(courier(outbox, dead, clock).steps())
    assert [step.outcome for step in steps] == [Outcome.RETRY] * 15 + [Outcome.RESTING]
    assert len(dead.seen) == len({each.message for each in dead.seen}) == 15
    single = tuple(courier(MemoryOutbox(parcels(50)), Scripted(GONE), clock).steps())
    assert steps[-1].retry_at == single[-1].retry_at


def test_a_batch_in_which_one_is_refused_holds_that_one_alone() -> None:
    outbox, taken = MemoryOutbox(parcels(3)), Receipt(reference="taken", acknowledged=True)
    refused = DeliveryFailed(failure=Failure.REFUSED, code="D11")
    steps = tuple(courier(outbox, Hall(taken, refused, taken), FixedClock(START)).steps())
    assert [step.outcome for step in steps[:3]] == [Outcome.ACKNOWLEDGED, Outcome.HELD, Outcome.ACKNOWLEDGED]


class Forgetful(Hall):
    """A destination that answers for all but the last, or for one too many."""

    def __init__(self, *, too_many: int) -> None:
        super().__init__(YES)
        self._too_many = too_many

    def deliver_all(self, parcels: Sequence[Parcel]) -> Sequence[Receipt | DeliveryFailed]:
        return [YES] * (len(parcels) + self._too_many)


@pytest.mark.parametrize("too_many", [-1, 1])
def test_whose_answers_are_not_as_many_as_the_parcels_has_a_defect_and_nothing_counts_as_delivered(
    too_many: int,
) -> None:
    outbox = MemoryOutbox(parcels(3))
    steps = tuple(courier(outbox, Forgetful(too_many=too_many), FixedClock(START)).steps())
    assert [step.outcome for step in steps] == [*[Outcome.HELD] * 3, Outcome.IDLE]
    assert {step.code for step in steps[:3]} == {"D99-ValueError"}


def test_a_destination_is_told_which_entry_a_parcel_was_accepted_with_and_how_often_a_person_has_had_it_sent() -> None:
    hall = Hall(YES)
    tuple(courier(MemoryOutbox(parcels(1)), hall, FixedClock(START)).steps())
    assert [(parcel.noted, parcel.asked) for parcel in hall.seen] == [("12:seal", 2)]
