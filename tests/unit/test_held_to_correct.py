"""What is held for an answer that its receiver would not take is corrected at that answer, once its case is open."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.returned import returned
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.record import digest
from kiosk.flow.clock import SystemClock
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel
from kiosk.model.verdict import Verdict
from tests.accepted import accept
from tests.read_before import catalogue


@pytest.fixture
def program(home: Path) -> Iterator[Program]:
    catalogue()
    made = Program(Place.standard(), SystemClock())
    yield made
    made.close()


def changed(record: Record, at: int, **fields: str) -> Record:
    """The record with other cells in one person's row, and sealed again: the receiver's limits are tighter now."""
    rows = list(record.taishosha)
    rows[at] = rows[at].model_copy(update=fields)
    made = record.model_copy(update={"taishosha": tuple(rows)})
    return made.model_copy(update={"kyotsu": made.kyotsu.model_copy(update={"sha256": digest(made)})})


def held(program: Program, at: int, **fields: str) -> Parcel:
    """An application with a cell that the receiver refuses."""
    (parcel,) = accept(program, 1, change=lambda record: changed(record, at, **fields))
    now = program.clock.now()
    lease = program.store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    failed = DeliveryFailed(failure=Failure.REFUSED, code="D11", detail="")
    program.store.outbox.fail(lease, failed, now=now, retry_at=now)
    return parcel


@pytest.mark.parametrize(
    ("at", "fields", "item", "path"),
    [
        (0, {"jusho_katagaki": "架" * 301}, "住所_方書", "addr.new.katagaki"),
        (1, {"kokusekimeito": "架" * 301}, "国籍", "person[p2].foreign.nationality"),
        (2, {"shimei_furigana": "カ" * 301}, "氏名_フリガナ", "person[p3].kana"),
    ],
    ids=["building", "nationality", "reading"],
)
def test_the_answer_behind_a_refused_cell_is_what_is_asked_for(
    program: Program, at: int, fields: dict[str, str], item: str, path: str
) -> None:
    parcel = held(program, at, **fields)
    (point, *more) = returned(program, parcel.case)
    assert (point.procedure, point.result) == ("P01", Verdict.TO_CORRECT)
    assert item in point.item
    assert path in point.paths
    assert all(wrong not in point.reason for wrong in fields.values())
    assert {each.item for each in more} <= {point.item}


def test_what_waits_or_has_left_asks_for_nothing(program: Program) -> None:
    (parcel,) = accept(program, 1, change=lambda record: changed(record, 0, jusho_katagaki="架" * 301))
    assert returned(program, parcel.case) == ()
