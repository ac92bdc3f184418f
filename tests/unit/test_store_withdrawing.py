"""取下げ on disk: what no receiver can have seen is never sent, what one may have is taken back, all or nothing."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt, State
from kiosk.store.follow_ups import FollowUps
from kiosk.store.outbox import SqlOutbox
from kiosk.store.withdrawing import MovedError
from tests.databases import opened
from tests.outboxes import REFUSED, UNREACHABLE, claim, confirmation, parcel, states

CLOCK = FixedClock(dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
UNSURE = DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="cut")
KINDS = ("seen", "tried in vain", "unsure", "refused", "waits")


def tried(outbox: SqlOutbox) -> uuid.UUID:
    """A case of which each parcel stands another way."""
    case = CLOCK.new_id()
    parcels = tuple(parcel(case, kind, order_key=kind) for kind in KINDS)
    later = FollowUp(procedure="P01", sort=Sort.HELD)
    outbox.accept(confirmation(CLOCK, *parcels).model_copy(update={"later": (later,)}))
    outbox.settle(claim(outbox, CLOCK), Receipt(reference="r", acknowledged=True), now=CLOCK.now())
    far = CLOCK.now() + dt.timedelta(minutes=30)
    for failed in (UNREACHABLE, UNSURE, REFUSED):
        outbox.fail(claim(outbox, CLOCK), failed, now=CLOCK.now(), retry_at=far)
    return case


def back(case: uuid.UUID, never_sent: frozenset[uuid.UUID]) -> Confirmation:
    taken_back = parcel(case, "seen", order_key="seen", revision=2)
    return confirmation(CLOCK, taken_back).model_copy(update={"never_sent": never_sent})


def test_only_what_a_receiver_may_have_is_taken_back_and_the_rest_is_never_sent(tmp_path: Path) -> None:
    database = opened(tmp_path)
    outbox = SqlOutbox(database)
    case = tried(outbox)
    standing = outbox.standing(case)
    assert {each.parcel.kind for each in standing.earlier if each.left} == {"seen", "unsure"}
    outbox.accept(back(case, standing.never_sent))
    skipped = {kind for kind, state in states(outbox).items() if state is State.SKIPPED}
    assert skipped == {"tried in vain", "refused", "waits"}
    assert FollowUps(database).list() == ()


def test_a_parcel_that_leaves_between_the_look_and_the_withdrawal_leaves_everything_as_it_was(tmp_path: Path) -> None:
    outbox = SqlOutbox(opened(tmp_path))
    case = tried(outbox)
    standing = outbox.standing(case)
    claim(outbox, CLOCK)
    before = states(outbox)
    with pytest.raises(MovedError):
        outbox.accept(back(case, standing.never_sent))
    assert states(outbox) == before
