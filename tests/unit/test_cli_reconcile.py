"""What left and what the receiver has are compared number by number, and what got lost there leaves once more."""

import hashlib
import json
import uuid
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.exchange.receiver.inbox import TAKEN, Inbox
from kiosk.flow.clock import SystemClock
from tests.accepted import accept
from tests.commands import Kiosk
from tests.read_before import catalogue


@pytest.fixture
def sent(kiosk: Kiosk, home: Path) -> list[str]:
    """Three applications that the receiver took."""
    catalogue()
    program = Program(Place.standard(), SystemClock())
    made = [str(parcel.message) for parcel in accept(program, 3)]
    program.close()
    assert kiosk("deliver").code == 0
    return made


def test_both_sides_have_the_same(kiosk: Kiosk, home: Path, sent: list[str]) -> None:
    found = kiosk("reconcile", "1", "--received", home / "outgoing", "--json")
    assert (found.code, found.document) == (0, {"left": len(sent), "missing": [], "unknown": [], "resent": 0})
    elsewhen = kiosk("reconcile", "送付フォルダー", "--received", home / "outgoing", "--since", "2020-01-01", "--json")
    assert (elsewhen.code, elsewhen.document["left"]) == (0, 0)


def test_what_the_receiver_lost_is_named_and_leaves_once_more_under_the_same_number(
    kiosk: Kiosk, home: Path, sent: list[str]
) -> None:
    lost = sent[1]
    for file in (home / "outgoing").glob(f"{lost}*"):
        file.unlink()
    told = kiosk("reconcile", "1", "--received", home / "outgoing")
    assert (told.code, "260420-001" in told.out, lost in told.out) == (1, True, True)
    assert kiosk("deliver", "--json").document["delivered"] == 0
    again = kiosk("reconcile", "1", "--received", home / "outgoing", "--resend", "受け取り側の障害", "--json")
    assert (again.code, again.document["resent"]) == (0, 1)
    assert kiosk("deliver", "--json").document["delivered"] == 1
    assert (home / "outgoing" / f"{lost}.done").exists()
    assert "resend" in [entry["action"] for entry in kiosk("audit", "list", "--json").document]


def test_a_case_is_written_to_a_medium_for_a_reason_that_is_on_record(
    kiosk: Kiosk, sent: list[str], tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    assert kiosk("export", "260420-001", "--out", medium, "--reason", "").code == 1
    assert not medium.exists()
    done = kiosk("export", "260420-001", "--out", medium, "--reason", "回線の障害", "--json")
    assert (done.code, done.document["parcels"]) == (0, 1)
    assert kiosk("records", "check", medium, "--json").document == {"messages": 1, "issues": []}
    assert (medium / f"{sent[1]}.done").exists()
    newest = kiosk("audit", "list", "--limit", "1", "--json").document[0]
    assert (newest["action"], newest["detail"]) == ("export", "medium parcels=1 回線の障害")
    assert kiosk("export", "990101-001", "--out", medium, "--reason", "回線の障害").code == 1
    assert kiosk("export", "260420-001", "--out", "/dev/null/x", "--reason", "回線の障害").code == 1


def test_what_never_was_ours_is_named(kiosk: Kiosk, home: Path, sent: list[str], tmp_path: Path) -> None:
    stranger, listed = str(uuid.UUID(int=7)), tmp_path / "received.txt"
    listed.write_text("\n".join([*sent, stranger]), encoding="utf-8")
    found = kiosk("reconcile", "1", "--received", listed, "--json")
    assert (found.code, found.document["unknown"], found.document["missing"]) == (1, [stranger], [])
    assert kiosk("reconcile", "9", "--received", listed).code == 1
    assert kiosk("reconcile", "1", "--received", tmp_path / "nowhere").code == 1
    assert kiosk("reconcile", "1", "--received", listed, "--since", "きょう").code == 1


def test_what_the_receiving_program_took_is_what_it_has(
    kiosk: Kiosk, home: Path, sent: list[str], tmp_path: Path
) -> None:
    for number, message in enumerate(sent[:2]):
        inbox = Inbox(tmp_path / "received")
        name, content = f"{message}.json", f"{number}".encode()
        inbox.put(message, name, content)
        listed = {"files": [{"name": name, "sha256": hashlib.sha256(content).hexdigest()}]}
        assert inbox.take(json.dumps(listed).encode())[0] == 201
    for place in (tmp_path / "received", tmp_path / "received" / TAKEN):
        found = kiosk("reconcile", "1", "--received", place, "--json")
        assert (found.code, [each["message"] for each in found.document["missing"]]) == (1, sent[2:])


def test_what_no_receiver_wrote_never_lets_everything_leave_again(
    kiosk: Kiosk, home: Path, sent: list[str], tmp_path: Path
) -> None:
    other, list_of_slips = tmp_path / "share", tmp_path / "slips.txt"
    other.mkdir()
    list_of_slips.write_text(f"\ufeff{sent[0].upper()}\n\n260420-001\n", encoding="utf-8")
    for place, where in ((other, str(other)), (list_of_slips, f"{list_of_slips} 3行目")):
        found = kiosk("reconcile", "1", "--received", place, "--resend", "受け取り側の障害", "--json")
        assert (found.code, found.document["issues"][0]["where"]) == (1, where)
    for file in (home / "outgoing").glob("[!.]*"):
        file.unlink()
    lost = kiosk("reconcile", "1", "--received", home / "outgoing", "--json")
    assert len(lost.document["missing"]) == len(sent)
