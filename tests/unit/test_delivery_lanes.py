"""Each destination has a lane of its own: one that never answers is told, and keeps nobody else waiting."""

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.delivery.courier import Courier, Outcome
from kiosk.delivery.lanes import Lane, run_round
from kiosk.flow.clock import FixedClock
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt, State
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.outboxes import confirmation, parcel, states

END = 20.0  # seconds after which a test gives up; nothing here takes that long


class Taker:
    """A destination that takes everything, as soon as its share answers."""

    def __init__(self, name: str, *, hangs: bool = False) -> None:
        self.name, self.taken, self.answers = name, list[str](), threading.Event()
        self.asked = threading.Event()
        if not hangs:
            self.answers.set()

    def look(self) -> DeliveryFailed | None:
        return None

    def deliver(self, parcel: Parcel) -> Receipt:
        """Take it."""
        self.asked.set()
        assert self.answers.wait(END)
        self.taken.append(parcel.kind)
        return Receipt(reference="ok", acknowledged=True)


class Away(Taker):
    """A destination that says that it is not there."""

    def look(self) -> DeliveryFailed | None:
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D01", detail="ありません")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path, key=RootKey(b"k" * 32), reserve_bytes=4096)
    yield opened
    opened.close()


@pytest.fixture
def outbox(database: Database, clock: FixedClock) -> SqlOutbox:
    """Two applications for each of two destinations."""
    found, case = SqlOutbox(database), clock.new_id()
    found.accept(confirmation(clock, *(parcel(case, kind, to=to) for to in "17" for kind in ("P01", "P02"))))
    return found


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC))


def couriers(outbox: SqlOutbox, clock: FixedClock, *places: Taker) -> list[Courier]:
    return [Courier(outbox, destination=place, clock=clock, chance=lambda: 0.5) for place in places]


def test_a_round_delivers_everything_and_tells_every_step(outbox: SqlOutbox, clock: FixedClock) -> None:
    heard: list[Outcome] = []
    laps = run_round(
        couriers(outbox, clock, Taker("1"), Taker("7")), heard=lambda step: heard.append(step.outcome), patience=END
    )
    each = [Outcome.ACKNOWLEDGED, Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert [[step.outcome for step in lap.steps] for lap in laps] == [each, each]
    assert sorted(heard, key=str) == sorted(each * 2, key=str)
    assert not any(lap.running or lap.hindrance for lap in laps)


def test_a_share_that_never_answers_keeps_nobody_else_waiting(outbox: SqlOutbox, clock: FixedClock) -> None:
    dead, sound = Taker("1", hangs=True), Taker("7")
    silent, lap = run_round(couriers(outbox, clock, dead, sound), patience=0.2)
    assert sound.taken == ["P01", "P02"]
    assert not lap.running
    assert (silent.running, silent.steps) == (True, ())
    assert silent.hindrance is not None
    assert silent.hindrance.code == "D17"
    assert "応答がありません" in silent.hindrance.detail
    dead.answers.set()


def test_a_lane_that_is_stuck_is_told_at_the_second_look_and_goes_on_by_itself(
    outbox: SqlOutbox, clock: FixedClock
) -> None:
    place = Taker("1", hangs=True)
    (lane,) = (Lane(courier) for courier in couriers(outbox, clock, place))
    assert lane.begin()
    assert place.asked.wait(END)
    assert lane.look(patience=0, new=True).hindrance is None
    assert not lane.begin()
    stuck = lane.look(patience=0)
    assert stuck.hindrance is not None
    place.answers.set()
    done = lane.look(patience=END)
    assert [step.outcome for step in done.steps] == [Outcome.ACKNOWLEDGED, Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert (done.running, done.hindrance) == (False, None)
    assert lane.look(patience=0).steps == ()


def test_a_lane_that_was_stopped_ends_with_the_parcel_that_is_under_way(outbox: SqlOutbox, clock: FixedClock) -> None:
    place = Taker("1", hangs=True)
    (lane,) = (Lane(courier) for courier in couriers(outbox, clock, place))
    lane.begin()
    assert place.asked.wait(END)
    lane.stop()
    place.answers.set()
    assert [step.outcome for step in lane.look(patience=END).steps] == [Outcome.ACKNOWLEDGED]
    assert states(outbox)["P02"] is State.READY


def test_what_hinders_a_destination_is_told_also_where_nothing_waits(outbox: SqlOutbox, clock: FixedClock) -> None:
    run_round(couriers(outbox, clock, Taker("1")), patience=END)
    (lap,) = run_round(couriers(outbox, clock, Away("1")), patience=END)
    assert lap.hindrance is not None
    assert lap.hindrance.code == "D01"


def test_what_goes_wrong_with_the_outbox_is_raised_where_somebody_looks(
    database: Database, outbox: SqlOutbox, clock: FixedClock
) -> None:
    database.close()
    with pytest.raises(Exception, match="closed database"):
        run_round(couriers(outbox, clock, Taker("1")), patience=END)
