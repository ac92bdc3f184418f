"""The office's commands: what is held and why, what staff decide, what is kept and what is erased."""

import uuid
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.delivery.courier import LEASE
from kiosk.delivery.lanes import run_round
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import SystemClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import DeliveryFailed, Failure, message_id
from tests.commands import Kiosk
from tests.holding import of_wrong_city
from tests.visits import FORMS

NAMES = ("架空　太郎", "カクウ", "1988", "中央一丁目")


@pytest.fixture
def case(home: Path) -> uuid.UUID:
    """A confirmed case whose two parcels were made while the 団体コード was wrong; the first is held."""
    program = Program(Place.standard(), SystemClock())
    made = sample_parcel(of_wrong_city(), destination="1")
    case, now = made.case, program.clock.now()
    parcels = tuple(
        made.model_copy(update={"kind": kind, "message": message_id(case, "1", kind)}) for kind in ("P01", "P10")
    )
    event = AuditEvent(at=now, by="c1", action="confirm", case=str(case))
    program.store.outbox.accept(
        Confirmation(case=case, slip="260420-001", event="tennyu", at=now, parcels=parcels, audit=(event,))
    )
    couriers, relay = Sending(program).couriers()
    run_round(couriers)
    relay.release()
    program.close()
    assert home.exists()
    return case


def test_a_new_place_holds_nothing(kiosk: Kiosk) -> None:
    assert kiosk("hold", "list").out.strip() == "保留の送付物はありません。"
    assert kiosk("hold", "list", "--json").document == []
    assert kiosk("drafts", "list", "--json").document == []
    assert kiosk("audit", "verify").code == 0


def test_the_list_says_which_field_and_which_rule_and_never_a_value(kiosk: Kiosk, case: uuid.UUID) -> None:
    ended = kiosk("hold", "list")
    assert ended.code == 0
    assert all(word in ended.out for word in ("260420-001", "P01", "送付フォルダー", "市区町村コード", "検査数字"))
    assert not [name for name in NAMES if name in ended.out]
    (line,) = kiosk("hold", "list", "--json").document
    assert (line["message"], line["case"], line["state"]) == (str(message_id(case, "1", "P01")), str(case), "held")
    waiting = kiosk("hold", "list", "--all", "--json").document
    assert [(each["kind"], each["state"], each["behind"]) for each in waiting] == [
        ("P01", "held", False),
        ("P10", "ready", True),
    ]


def test_one_parcel_is_explained_with_what_to_do_and_its_values_only_when_asked_for(
    kiosk: Kiosk, case: uuid.UUID
) -> None:
    number = str(message_id(case, "1", "P01"))
    told = kiosk("hold", "show", number[:8])
    assert "原因: 市の設定" in told.out
    assert "kiosk hold release --mended" in told.out
    assert not [name for name in NAMES if name in told.out]
    found = kiosk("hold", "show", number, "--json").document
    assert (found["cause"], found["renewable"]) == ("settings", True)
    assert len(found["wrong"]) == 4
    assert "record" not in found
    read = kiosk("hold", "show", number, "--values", "--by", "山田")
    assert "架空　太郎" in read.out
    newest = kiosk("audit", "list", "--limit", "1", "--json").document[0]
    assert (newest["action"], newest["by"]) == ("hold-read", "山田")


def test_one_command_after_the_repair_sends_what_was_held_and_what_waited_behind_it(
    kiosk: Kiosk, home: Path, case: uuid.UUID
) -> None:
    released = kiosk("hold", "release", "--mended", "--json")
    assert (released.code, len(released.document["released"]), released.document["held"]) == (0, 1, [])
    assert kiosk("hold", "list", "--json").document == []
    assert kiosk("deliver", "--json").document["delivered"] == 2
    arrived = {path.stem for path in (home / "outgoing").glob("*.done")}
    assert arrived == {str(message_id(case, "1", kind, 2)) for kind in ("P01", "P10")}
    book = kiosk("day", "--json").document
    assert book["parcels"] == [{"destination": "送付フォルダー", "state": "acknowledged", "count": 2}]
    assert (book["cases"], book["actions"]["hold-reissue"]) == ({"tennyu": 1}, 1)
    assert "受領" in kiosk("day").out


def test_what_is_still_wrong_stays_held_and_the_command_says_so(kiosk: Kiosk, town: Path, case: uuid.UUID) -> None:
    city = town / "municipality.toml"
    city.write_text(city.read_text(encoding="utf-8").replace("number = 1\n", "number = 2\n"), encoding="utf-8")
    ended = kiosk("hold", "release", str(message_id(case, "1", "P01")))
    assert ended.code == 1
    assert "送付先 1" in ended.err
    assert "2 送付フォルダー" in ended.err


@pytest.mark.parametrize("words", [("hold", "release"), ("hold", "skip", "1234"), ("shred",), ("hold", "show")])
def test_a_command_that_says_too_little_is_wrong_usage(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    assert kiosk(*words).code == 2


def test_an_unknown_number_or_an_empty_reason_is_refused_with_what_is_allowed(kiosk: Kiosk, case: uuid.UUID) -> None:
    number = str(message_id(case, "1", "P01"))
    for words, allowed in (
        (("hold", "show", "ffffffff"), "kiosk hold list --all"),
        (("hold", "skip", number, "--reason", " "), "2〜100文字"),
        (("pause", "住民記録"), "1 送付フォルダー"),
        (("shred", "260420-009", "--reason", "保存期間"), "受付番号"),
        (("drafts", "drop", "260420-009", "--reason", "不要"), "kiosk drafts list"),
        (("day", "昨日"), "2026-04-20"),
    ):
        ended = kiosk(*words)
        assert (ended.code, allowed in ended.err) == (1, True), words
    assert kiosk("hold", "list", "--json").document[0]["message"] == number


def test_a_parcel_that_is_let_go_is_on_record_with_its_reason_and_the_next_one_leaves(
    kiosk: Kiosk, case: uuid.UUID
) -> None:
    number = str(message_id(case, "1", "P01"))
    assert kiosk("hold", "skip", number, "--reason", "窓口で届け出直した").code == 0
    assert [line["kind"] for line in kiosk("hold", "list", "--all", "--json").document] == ["P10"]
    assert "P01 D12 窓口で届け出直した" in kiosk("audit", "list").out


def test_a_paper_that_somebody_has_seen_is_acknowledged_by_who_says_so_and_nothing_else_is(
    kiosk: Kiosk, home: Path
) -> None:
    program = Program(Place.standard(), SystemClock())
    clock, outbox = program.clock, program.store.outbox
    parcels = [
        sample_parcel(sample_record(case=number), case=number) for number in (uuid.UUID(int=7), uuid.UUID(int=8))
    ]
    for parcel, code in zip(parcels, ("D39", "D26"), strict=True):
        event = AuditEvent(at=clock.now(), by="c1", action="confirm")
        outbox.accept(
            Confirmation(case=parcel.case, slip="1", event="tennyu", at=clock.now(), parcels=(parcel,), audit=(event,))
        )
        lease = outbox.claim(parcel.destination, now=clock.now(), lease=LEASE)
        assert lease is not None
        outbox.fail(lease, DeliveryFailed(failure=Failure.REFUSED, code=code), now=clock.now(), retry_at=clock.now())
    program.close()
    paper, other = (str(parcel.message) for parcel in parcels)
    assert kiosk("hold", "arrived", paper, "--reason", "").code == 1
    assert "送付先の返事で決まります" in kiosk("hold", "arrived", other, "--reason", "見た").err
    assert kiosk(
        "hold", "arrived", paper, "--reason", "保険年金課で紙を確かめた", "--by", "山田", "--json"
    ).document == {"arrived": paper}
    assert kiosk("hold", "arrived", paper, "--reason", "もう一度").code == 1
    entry = kiosk("audit", "list", "--limit", "1", "--json").document[0]
    assert (entry["action"], entry["by"], entry["detail"]) == ("hold-vouch", "山田", "P01 D39 保険年金課で紙を確かめた")
    states = {line["state"]: line["count"] for line in kiosk("day", "--json").document["parcels"]}
    assert states == {"acknowledged": 1, "held": 1}


def test_the_short_names_say_the_same_and_what_waits_may_leave_now(kiosk: Kiosk, case: uuid.UUID) -> None:
    waiting = kiosk("list", "--json").document
    assert waiting == kiosk("hold", "list", "--all", "--json").document
    assert len(waiting) == 2
    number = waiting[0]["message"]
    assert kiosk("show", number, "--json").document == kiosk("hold", "show", number, "--json").document
    assert kiosk("skip", number, "--reason", "").code == 1
    assert kiosk("release", "ffffffff").code == 1
    assert kiosk("retry", "--json").document == {"due": 0}
    assert kiosk("verify", "--json").document["audit_chain"] == "ok"
    found = kiosk("doctor", "--json")
    assert found.document["issues"] == []
    assert any("保留の送付物が 1 件" in warning for warning in found.document["warnings"])
    assert (found.code, found.document["well"], "直すこと:" in kiosk("doctor").out) == (1, False, True)


def test_a_stopped_destination_gets_nothing_until_it_goes_on(kiosk: Kiosk, home: Path) -> None:
    program = Program(Place.standard(), SystemClock())
    parcel, now = sample_parcel(sample_record(), destination="1"), program.clock.now()
    event = AuditEvent(at=now, by="c1", action="confirm")
    written = Confirmation(case=parcel.case, slip="1", event="tennyu", at=now, parcels=(parcel,), audit=(event,))
    program.store.outbox.accept(written)
    program.close()
    assert kiosk("pause", "--json").document == {"paused": ["1"]}
    assert "すでに止まっています" in kiosk("pause", "送付フォルダー").out
    assert kiosk("deliver", "--json").document["delivered"] == 0
    assert kiosk("resume", "1", "--json").document == {"resumed": ["1"]}
    assert kiosk("deliver", "--json").document["delivered"] == 1
    assert kiosk("shred", "1", "--reason", "保存期間が過ぎた", "--json").document == {"shredded": str(parcel.case)}
    assert "消去" in kiosk("audit", "list").out
    assert "消去されています" in kiosk("shred", "1", "--reason", "もう一度").err
    assert "消去されています" in kiosk("withdraw", str(parcel.case), "--reason", "取りやめ").err


def test_a_parcel_that_has_not_left_keeps_its_case_from_being_erased(kiosk: Kiosk, case: uuid.UUID) -> None:
    ended = kiosk("shred", "260420-001", "--reason", "保存期間が過ぎた")
    assert (ended.code, "送付していないもの" in ended.err) == (1, True)
    assert "架空　太郎" in kiosk("hold", "show", str(message_id(case, "1", "P01")), "--values").out


def test_a_parked_visit_is_dropped_by_its_number_and_the_reason_stays(kiosk: Kiosk, home: Path) -> None:
    program = Program(Place.standard(), SystemClock())
    case = program.clock.new_id()
    program.store.drafts.save(case, b"another version", now=program.clock.now())
    program.close()
    (line,) = kiosk("drafts", "list", "--json").document
    assert (line["case"], line["event"]) == (str(case), "読めません")
    assert kiosk("drafts", "drop", str(case), "--reason", "古い版の下書き").code == 0
    assert kiosk("drafts", "list", "--json").document == []
    (entry,) = kiosk("audit", "list", "--json").document
    assert (entry["action"], entry["case"], entry["detail"]) == ("draft-drop", str(case), "古い版の下書き")
    assert home.exists()


def test_what_waits_for_its_next_try_says_why_also_while_nothing_is_tried(kiosk: Kiosk, home: Path) -> None:
    assert kiosk("deliver").code == 0
    assert kiosk("confirm", FORMS / "personas" / "tanshin.toml").code == 0
    (home / "outgoing").rename(home / "away")
    why = "送付先フォルダーが見つかりません"
    assert f"要対応（D01）: {why}" in kiosk("deliver").out
    again = kiosk("deliver")
    assert again.code == 1
    assert again.out.count(why) == 1
    (reason,) = kiosk("deliver", "--json").document["reasons"]
    assert why in reason


def test_a_full_disk_is_called_so_before_everything_else(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk("status")
    assert "ディスクがいっぱい" not in kiosk("status").out
    monkeypatch.setattr("kiosk.cli.office.shutil.disk_usage", lambda _: SimpleNamespace(free=99_000_000))
    found = kiosk("status", "--json")
    assert found.code == 1
    first = found.document["warnings"][0]
    assert "この端末のディスクがいっぱいです（空き 99 MB）" in first
    assert "移してください" in first
