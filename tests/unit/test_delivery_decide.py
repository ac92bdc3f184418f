"""What staff decide about parcels that have not left: read why, release what would be taken now, let the rest go."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.delivery.decide import Decided
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.reissue import Mender
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Cause, DeliveryFailed, Failure, message_id
from kiosk.store.database import Database
from kiosk.store.vault import RootKey
from tests.halls import FIRST, KINDS, SECOND, Hall, city, refused
from tests.holding import COLUMNS, OURS, of_wrong_city
from tests.outboxes import LEASE


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    database = Database.open(tmp_path / "data", key=RootKey(b"k" * 32), reserve_bytes=4096)
    (tmp_path / "outgoing").mkdir()
    yield Hall(database, tmp_path / "outgoing", FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    database.close()


# ---- looking ---------------------------------------------------------------------------------------------------------
def test_a_held_parcel_tells_which_field_and_rule_and_whose_fault_it_is(hall: Hall) -> None:
    hall.ours = city("999998")
    hall.confirm(of_wrong_city())
    assert hall.deliver() == []
    (line,) = hall.held()
    assert (line.kind, line.code, line.place, line.slip) == ("P01", "D12", "住民記録", "260420-001")
    assert "団体コード" in line.detail
    explained = hall.decisions.explain(line)
    assert (explained.cause, explained.renewable) == (Cause.SETTINGS, False)
    assert explained.wrong[0].where == "申請 市区町村コード"


def test_what_waits_behind_a_held_parcel_of_its_case_says_so_and_another_case_does_not(hall: Hall) -> None:
    hall.confirm(of_wrong_city())
    hall.deliver()
    hall.confirm(sample_record())
    assert [(line.kind, line.behind) for line in hall.decisions.lines()] == [
        ("P01", False),
        ("P10", True),
        ("P20", True),
        ("P01", False),
        ("P10", False),
        ("P20", False),
    ]


def test_nothing_that_staff_are_told_repeats_what_somebody_said(hall: Hall) -> None:
    hall.confirm(of_wrong_city())
    hall.deliver()
    told = "".join(line.model_dump_json() + hall.decisions.explain(line).model_dump_json() for line in hall.held())
    assert not [name for name in ("架空　太郎", "カクウ", "中央一丁目", "1988", "03-0000") if name in told]


def test_who_must_read_the_record_can_and_that_stays_on_record(hall: Hall) -> None:
    hall.confirm(of_wrong_city())
    hall.deliver()
    (line,) = hall.held()
    assert "架空　太郎" in hall.decisions.read(line, by="system").decode()
    assert hall.actions()[-1] == "hold-read P01"


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("http-404", Cause.DESTINATION),
        ("D06", Cause.DESTINATION),
        ("D99-KeyError", Cause.PROGRAM),
        ("D13", Cause.STORED),
    ],
)
def test_a_sound_parcel_is_held_for_what_the_destination_or_the_program_said(
    hall: Hall, code: str, cause: Cause
) -> None:
    hall.confirm(sample_record(), kinds=("P01",))
    lease = hall.outbox.claim("1", now=hall.clock.now(), lease=LEASE)
    assert lease is not None
    failed = DeliveryFailed(failure=Failure.REFUSED, code=code, detail="なし")
    hall.outbox.fail(lease, failed, now=hall.clock.now(), retry_at=hall.clock.now())
    assert hall.decisions.explain(hall.held()[0]).cause is cause


# ---- releasing -------------------------------------------------------------------------------------------------------
def test_a_parcel_that_would_be_refused_again_stays_held_and_says_why(hall: Hall) -> None:
    hall.ours = city("999998")
    hall.confirm(of_wrong_city())
    hall.deliver()
    decided = hall.decisions.release(hall.held()[0], by="system")
    assert "申請 市区町村コード" in refused(decided)
    assert len(hall.held()) == 1
    assert hall.actions() == ["confirm"]


def test_after_the_repair_one_command_sends_everything_in_the_order_it_was_confirmed(hall: Hall) -> None:
    hall.ours = city("999998")
    for _ in range(2):
        hall.confirm(of_wrong_city())
    hall.deliver()
    assert len(hall.held()) == 2
    assert [each.renewed for each in hall.decisions.release_mended(by="system")] == [False, False]
    hall.ours = OURS
    assert [each.renewed for each in hall.decisions.release_mended(by="system")] == [True, True]
    assert not hall.held()
    assert hall.deliver() == [*KINDS, *KINDS]
    assert not hall.decisions.lines()


def test_what_arrives_is_the_next_revision_with_the_right_code_and_the_papers_as_signed(hall: Hall) -> None:
    case = hall.confirm(of_wrong_city())
    hall.deliver()
    hall.decisions.release_mended(by="system")
    hall.deliver()
    message = message_id(case, "1", "P01", 2)
    arrived = Record.model_validate_json((hall.folder / f"{message}.json").read_bytes())
    assert (arrived.kyotsu.shikuchosonkodo, arrived.kyotsu.kaiteibango) == ("999997", 2)
    assert (hall.folder / f"{message}_packet.pdf").read_bytes() == sample_parcel().attachments[0].content
    assert not list(hall.folder.glob(f"{message_id(case, '1', 'P01')}*"))
    assert hall.actions()[1:] == ["hold-reissue P01 D12 parcels=3"]


def test_what_still_waits_with_wrong_settings_is_made_again_before_anybody_refuses_it(hall: Hall) -> None:
    hall.confirm(of_wrong_city())
    assert [each.renewed for each in hall.decisions.release_mended(by="system")] == [True]
    assert hall.deliver() == ["P01", "P10", "P20"]
    assert not hall.held()


def test_what_is_right_and_waits_is_left_alone(hall: Hall) -> None:
    hall.confirm(sample_record())
    assert hall.decisions.release_mended(by="system") == ()
    assert hall.actions() == ["confirm"]


def test_a_parcel_alone_is_released_as_it_is_when_nothing_is_wrong_with_it(hall: Hall) -> None:
    hall.confirm(sample_record(), kinds=("P01",))
    lease = hall.outbox.claim("1", now=hall.clock.now(), lease=LEASE)
    assert lease is not None
    failed = DeliveryFailed(failure=Failure.REFUSED, code="http-404")
    hall.outbox.fail(lease, failed, now=hall.clock.now(), retry_at=hall.clock.now())
    line = hall.held()[0]
    assert hall.decisions.release_mended(by="system") == ()
    assert hall.decisions.release(line, by="system") == Decided(line=line)
    assert hall.actions()[-1] == "hold-release P01 http-404"
    assert hall.deliver() == ["P01"]
    assert "保留ではありません" in hall.decisions.release(line, by="system").wrong[0].message


def test_a_destination_that_is_gone_is_named_until_it_is_back(hall: Hall) -> None:
    hall.confirm(sample_record(), kinds=("P01", "P10"))
    hall.destinations = (SECOND,)
    event = AuditEvent(at=hall.clock.now(), by="courier", action="hold")
    assert hall.holding.hold_homeless(["2"], detail="なし", event=event) == 2
    decided = hall.decisions.release_mended(by="system")
    assert [refused(each) for each in decided] == [["送付先"], ["送付先"]]
    assert "1 住民記録" in decided[0].wrong[0].message
    assert "2 庁内連携" in decided[0].wrong[0].allowed
    hall.destinations = (FIRST, SECOND)
    assert [each.wrong for each in hall.decisions.release_mended(by="system")] == [(), ()]
    assert hall.deliver() == ["P01", "P10"]


def test_a_parcel_that_the_courier_has_taken_meanwhile_is_not_made_again(hall: Hall) -> None:
    hall.confirm(of_wrong_city(), kinds=("P01",))
    (line,) = hall.decisions.lines()
    assert hall.outbox.claim("1", now=hall.clock.now(), lease=LEASE) is not None
    parcel = hall.holding.parcel(line.message)
    assert parcel is not None
    again = Mender(OURS, COLUMNS).again(parcel)
    event = AuditEvent(at=hall.clock.now(), by="system", action="hold-reissue")
    assert not hall.holding.reissue([(line.message, again)], event=event)
    assert [each.message for each in hall.decisions.lines()] == [line.message]
    assert hall.actions() == ["confirm"]
