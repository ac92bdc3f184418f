"""What staff decide about parcels that have not left: read why, release what would be taken now, let the rest go."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.delivery.courier import Courier, Outcome
from kiosk.delivery.decide import Decided, Decisions
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.reissue import Mender, Ours
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.parcel import Cause, DeliveryFailed, Failure, Parcel, State, Unsent, message_id
from kiosk.settings import Destination, ToFolder
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.holding import Holding
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.holding import COLUMNS, OURS, of_wrong_city
from tests.outboxes import LEASE

FIRST = ToFolder(number=1, name="住民記録")
SECOND = ToFolder(number=2, name="庁内連携", path="second")
KINDS = ("P01", "P10", "P20")


def city(code: str) -> Ours:
    return Ours(code, OURS.name, OURS.system)


@dataclass
class Hall:
    """A machine with its store, its folder and its settings, which a test may repair."""

    database: Database
    folder: Path
    clock: FixedClock
    ours: Ours = OURS
    destinations: tuple[Destination, ...] = (FIRST,)

    def __post_init__(self) -> None:
        self.outbox, self.holding = SqlOutbox(self.database), Holding(self.database)
        self.places = Destinations(self.database)
        self.places.describe("1", kind="folder", label="住民記録")

    @property
    def decisions(self) -> Decisions:
        mender = Mender(self.ours, COLUMNS)
        return Decisions(self.outbox, self.holding, self.places, mender, self.destinations, self.clock)

    def confirm(self, record: Record, *, kinds: tuple[str, ...] = KINDS, to: str = "1") -> uuid.UUID:
        """A visit of which every application has this record."""
        case = self.clock.new_id()
        made = sample_parcel(record, case=case, destination=to)
        ways = ({"kind": kind, "message": message_id(case, to, kind)} for kind in kinds)
        parcels = tuple(made.model_copy(update=way) for way in ways)
        event = AuditEvent(at=self.clock.now(), by="c1", action="confirm", case=str(case))
        slip = f"260420-{len(AuditLog(self.database).read()) + 1:03}"
        self.outbox.accept(
            Confirmation(case=case, slip=slip, event="tennyu", at=self.clock.now(), parcels=parcels, audit=(event,))
        )
        return case

    def deliver(self) -> list[str]:
        """Run the courier; what has arrived in the folder, by procedure and revision, in order."""
        destination = FolderDestination("1", self.folder, Formats(columns=COLUMNS))
        courier = Courier(self.outbox, destination=destination, clock=self.clock, chance=lambda: 0.5)
        sent: list[str] = []
        while (step := courier.step()).outcome not in {Outcome.IDLE, Outcome.RESTING}:
            line = next(line for line in self.outbox.lines() if line.message == step.message)
            if step.outcome is Outcome.ACKNOWLEDGED:
                sent.append(line.kind)
        return sent

    def held(self) -> list[Unsent]:
        return [line for line in self.holding.unsent() if line.state is State.HELD]

    def actions(self) -> list[str]:
        return [f"{entry.action} {entry.detail}".strip() for entry in reversed(AuditLog(self.database).read())]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    database = Database.open(tmp_path / "data", key=RootKey(b"k" * 32), reserve_bytes=4096)
    (tmp_path / "outgoing").mkdir()
    yield Hall(database, tmp_path / "outgoing", FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    database.close()


def refused(decided: Decided) -> list[str]:
    return [issue.where for issue in decided.wrong]


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


# ---- letting go, stopping --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("why", ["", "  ", "長" * 101, "二行\nの理由", "番号は123456789018です"])
def test_a_decision_without_a_fit_reason_is_none(hall: Hall, why: str) -> None:
    hall.confirm(of_wrong_city())
    hall.deliver()
    wrong = hall.decisions.skip(hall.held()[0], why=why, by="system")
    assert isinstance(wrong, Issue)
    assert "1〜100文字" in wrong.allowed
    assert len(hall.held()) == 1


def test_a_parcel_that_is_let_go_leaves_its_reason_and_frees_what_comes_after_it(hall: Hall) -> None:
    hall.confirm(of_wrong_city(), kinds=("P01",))
    hall.deliver()
    (line,) = hall.held()
    assert hall.decisions.skip(line, why="窓口で届け出直した", by="system") is None
    assert hall.actions()[-1] == "hold-skip P01 D12 窓口で届け出直した"
    assert not hall.decisions.lines()
    assert hall.decisions.skip(line, why="もう一度", by="system") is not None


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
