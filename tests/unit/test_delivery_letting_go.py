"""A parcel that is let go, and destinations that are stopped: with a reason, on record."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.exchange.records.sample import sample_record
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.parcel import Parcel, message_id
from kiosk.model.staff import Right
from kiosk.store.database import Database
from kiosk.store.vault import RootKey
from tests.halls import Hall
from tests.holding import of_wrong_city


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    database = Database.open(tmp_path / "data", key=RootKey(b"k" * 32), reserve_bytes=4096)
    (tmp_path / "outgoing").mkdir()
    yield Hall(database, tmp_path / "outgoing", FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    database.close()


# ---- letting go, stopping --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("why", ["", "  ", "長" * 101, "二行\nの理由", "番号は123456789018です"])
def test_a_decision_without_a_fit_reason_is_none(hall: Hall, why: str) -> None:
    hall.confirm(of_wrong_city())
    hall.deliver()
    wrong = hall.decisions.skip(hall.held()[0], why=why, by="system")
    assert isinstance(wrong, Issue)
    assert "2〜100文字" in wrong.allowed
    assert len(hall.held()) == 1


def test_a_parcel_that_is_let_go_leaves_its_reason_and_frees_what_comes_after_it(hall: Hall) -> None:
    hall.confirm(of_wrong_city(), kinds=("P01",))
    hall.deliver()
    (line,) = hall.held()
    assert hall.decisions.skip(line, why="窓口で届け出直した", by="system") is None
    assert hall.actions()[-1] == "hold-skip P01 D12 窓口で届け出直した"
    assert not hall.decisions.lines()
    assert hall.decisions.skip(line, why="もう一度", by="system") is not None


@pytest.mark.parametrize(("second", "where"), [("", "見送り"), ("1001", "見送り"), ("9999", "9999")])
def test_where_there_is_staff_nobody_lets_a_parcel_go_alone(hall: Hall, second: str, where: str) -> None:
    hall.confirm(of_wrong_city(), kinds=("P01",))
    hall.deliver()
    (line,) = hall.held()

    def gate(by: str, right: Right) -> Issue | None:
        return None if by in {"1001", "1002"} else Issue(where=by, message=right.value)

    decisions = replace(hall.decisions, gate=gate, two=lambda: True)
    wrong = decisions.skip(line, why="窓口で届け出直した", by="1001", second=second)
    assert (wrong and wrong.where, len(hall.held())) == (where, 1)
    assert decisions.skip(line, why="窓口で届け出直した", by="1001", second="1002") is None
    assert hall.actions()[-1] == "hold-skip P01 D12 checked=1002 窓口で届け出直した"


def test_a_destination_that_is_stopped_gets_nothing_until_it_goes_on(hall: Hall) -> None:
    hall.confirm(sample_record(), kinds=("P01",))
    assert hall.decisions.pause(keys=["1", "2"], paused=True, by="system") == ("1",)
    assert hall.decisions.pause(keys=["1"], paused=True, by="system") == ()
    assert hall.deliver() == []
    assert hall.decisions.pause(keys=["1"], paused=False, by="system") == ("1",)
    assert hall.deliver() == ["P01"]
    assert hall.actions()[1:] == ["destination-pause 1", "destination-resume 1"]


def test_what_was_shredded_can_be_read_by_nobody_and_what_waits_is_not_shredded(hall: Hall) -> None:
    case = hall.confirm(sample_record(), kinds=("P01",))
    message = message_id(case, "1", "P01")
    event = AuditEvent(at=hall.clock.now(), by="system", action="shred", detail="保存期間")
    assert not hall.holding.shred(case, event=event)
    assert isinstance(hall.holding.parcel(message), Parcel)
    hall.deliver()
    assert hall.holding.case_of("260420-001") == case
    assert hall.holding.shred(case, event=event)
    assert hall.holding.parcel(message) is None
    assert hall.holding.parcel(uuid.UUID(int=0)) is None
    assert hall.holding.case_of("260420-999") is None
