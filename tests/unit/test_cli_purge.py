"""What is kept no longer than it may be, a new key for what remains, and the numbers that a monitor is given."""

import datetime as dt
import json
import uuid
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import SystemClock
from kiosk.flow.ports import Confirmation
from kiosk.model.answer import Answer
from kiosk.model.audit import AuditEvent
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.model.parcel import message_id
from kiosk.model.verdict import Verdict
from tests.commands import Kiosk
from tests.read_before import catalogue

WHY = ("--reason", "保存期間の満了")


@pytest.fixture
def program(home: Path) -> Program:
    catalogue()
    return Program(Place.standard(), SystemClock())


def confirm(program: Program, *, slip: str, days: int, later: tuple[FollowUp, ...] = ()) -> uuid.UUID:
    """A visit that was confirmed some days ago."""
    case = program.clock.new_id()
    at = program.clock.now() - dt.timedelta(days=days)
    one = sample_parcel(sample_record(case=case), case=case, destination="1")
    parcel = one.model_copy(update={"message": message_id(case, "1", one.kind)})
    event = AuditEvent(at=at, by="c1", action="confirm", case=str(case))
    program.store.outbox.accept(
        Confirmation(case=case, slip=slip, event="tennyu", at=at, parcels=(parcel,), audit=(event,), later=later)
    )
    return case


def test_what_is_over_is_listed_first_and_erased_only_for_a_reason_with_a_proof(
    kiosk: Kiosk, home: Path, program: Program, tmp_path: Path
) -> None:
    old = confirm(program, slip="250101-001", days=400)
    confirm(program, slip="260401-001", days=10)
    program.close()
    assert kiosk("purge", "--days", "365", "--json").document == []  # it has not left yet
    assert kiosk("deliver").code == 0
    (line,) = kiosk("purge", "--days", "365", "--json").document
    assert (line["case"], line["slip"]) == (str(old), "250101-001")
    assert "何も消していません" in kiosk("purge", "--days", "365").out
    proof = tmp_path / "proof.json"
    erased = kiosk("purge", "--days", "365", *WHY, "--proof", proof, "--json").document
    assert json.loads(proof.read_text(encoding="utf-8")) == erased
    assert ([each["case"] for each in erased["erased"]], erased["left"]) == ([str(old)], 0)
    assert erased["key_generation"]["after"] == erased["key_generation"]["before"] + 1
    assert kiosk("audit", "verify", "--known", erased["audit_head"]).code == 0
    assert kiosk("purge", "--days", "365", "--json").document == []
    assert len(kiosk("purge", "--days", "1", "--json").document) == 1


def test_a_case_of_which_something_is_open_is_kept_however_old_it_is(kiosk: Kiosk, program: Program) -> None:
    confirm(program, slip="1", days=500, later=(FollowUp(procedure="P01", sort=Sort.NOTICE),))
    asked = confirm(program, slip="2", days=500)
    program.close()
    assert kiosk("deliver").code == 0
    message = message_id(asked, "1", "P01")
    for result, count in ((Verdict.TO_CORRECT, 0), (Verdict.ACCEPTED, 1)):
        answer = Answer(message=message, result=result, at=dt.datetime(2026, 4, 20, tzinfo=dt.UTC))
        event = AuditEvent(at=program.clock.now(), by="courier", action="answer")
        assert program.store.answers.take(answer, result.value, destination="1", event=event)
        program.close()
        assert len(kiosk("purge", "--days", "30", "--json").document) == count
    assert kiosk("later", "done", "1", "P01", "--reason", "郵送した").code == 0
    assert len(kiosk("purge", "--days", "30", "--json").document) == 2


def test_a_new_key_leaves_everything_readable(kiosk: Kiosk, program: Program) -> None:
    case = confirm(program, slip="260420-001", days=0)
    program.close()
    changed = kiosk("rotate-key", "--json").document
    assert changed["after"] == changed["before"] + 1
    assert kiosk("hold", "show", str(message_id(case, "1", "P01"))[:8]).code == 0
    assert kiosk("deliver", "--json").document["delivered"] == 1
    assert "鍵を替えた" in kiosk("audit", "list").out


def test_a_monitor_is_given_numbers_and_nothing_else(kiosk: Kiosk, program: Program) -> None:
    confirm(program, slip="260420-001", days=0)
    program.close()
    told = kiosk("metrics").out
    assert "kiosk_outbox_pending 1\n" in told
    assert 'kiosk_destination_parcels{destination="1",state="ready"} 1\n' in told
    assert 'kiosk_destination_up{destination="1"} 1\n' in told
    assert "kiosk_audit_newest_whole 1\n" in told
    assert told.isascii()
    names = {line.split()[2] for line in told.splitlines() if line.startswith("# TYPE")}
    assert {line.partition("{")[0].split()[0] for line in told.splitlines() if not line.startswith("#")} <= names
