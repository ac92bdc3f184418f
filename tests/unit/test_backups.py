"""A backup is one file that nobody else can open, a place begins from it, and no copy of a store delivers twice."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import SystemClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import message_id
from tests.commands import Kiosk
from tests.read_before import catalogue

WHY = ("--reason", "ディスクの交換")
KEYS = ("root.key", "audit.key")


def confirm(home: Path, *, count: int = 1) -> list[str]:
    """Visits that are confirmed at this place; their messages."""
    catalogue()
    program, made = Program(replace(Place.standard(), home=home), SystemClock()), list[str]()
    for _ in range(count):
        case, now = program.clock.new_id(), program.clock.now()
        one = sample_parcel(sample_record(case=case), case=case, destination="1")
        parcel = one.model_copy(update={"message": message_id(case, "1", one.kind)})
        event = AuditEvent(at=now, by="c1", action="confirm", case=str(case))
        program.store.outbox.accept(
            Confirmation(case=case, slip="260420-001", event="tennyu", at=now, parcels=(parcel,), audit=(event,))
        )
        made.append(str(parcel.message))
    program.close()
    return made


def arrived(home: Path) -> set[str]:
    return {path.stem for path in (home / "outgoing").glob("*.done")}


def take_in(home: Path) -> set[str]:
    """The receiving system empties its folder, but for the signs; what it took."""
    taken = arrived(home)
    for path in (home / "outgoing").glob("[!.]*"):
        path.unlink()
    return taken


def empty(home: Path) -> None:
    """A new machine: only the keys from the safe, and the share with the receiver's folder."""
    for path in home.iterdir():
        if path.name not in {*KEYS, "outgoing"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.backup"


# ---- the file --------------------------------------------------------------------------------------------------------
def test_a_place_begins_from_one_file_and_the_keys(kiosk: Kiosk, home: Path, file: Path) -> None:
    first, second = confirm(home, count=2)
    made = kiosk("backup", file, "--json")
    assert (made.code, made.document["good"], made.document["cases"], made.document["parcels"]) == (0, True, 2, 2)
    assert file.stat().st_mode & 0o777 == 0o600
    assert first.encode() not in file.read_bytes()
    assert not list(home.rglob("*.new"))
    empty(home)
    assert kiosk("restore", file, *WHY, "--json").document == {"received": 0, "held": 2}
    held = kiosk("hold", "list", "--json").document
    assert {line["message"] for line in held} == {first, second}
    assert kiosk("audit", "verify", "--known", made.document["audit_head"]).code == 0
    assert [entry["action"] for entry in kiosk("audit", "list", "--limit", "2", "--json").document] == [
        "restore",
        "backup",
    ]
    for message in (first, second):
        assert kiosk("hold", "release", message).code == 0
    assert kiosk("deliver", "--json").document["delivered"] == 2
    assert len(arrived(home)) == 2


def test_the_drill_changes_nothing_and_says_what_is_in_a_file(kiosk: Kiosk, home: Path, file: Path) -> None:
    confirm(home)
    assert "この控えから戻せます" in kiosk("backup", file).out
    before, written = file.read_bytes(), kiosk("audit", "list", "--json").document
    assert kiosk("backup", "--drill", file, "--json").document["good"]
    assert (file.read_bytes(), kiosk("audit", "list", "--json").document) == (before, written)


def cut(content: bytes) -> bytes:
    return content[:-20]


def changed(content: bytes) -> bytes:
    return content[:3000] + bytes([content[3000] ^ 1]) + content[3001:]


def exchanged(content: bytes) -> bytes:
    """The first piece a second time, in the place of the last."""
    start, length = 15, int.from_bytes(content[15:19], "big") + 4
    return content[: start + length] + content[start : start + length]


@pytest.mark.parametrize("spoil", [cut, changed, exchanged, lambda content: content[1:], lambda _: b""])
def test_a_file_that_is_not_what_was_written_gives_nothing(
    kiosk: Kiosk, home: Path, file: Path, spoil: Callable[[bytes], bytes]
) -> None:
    confirm(home)
    kiosk("backup", file)
    file.write_bytes(spoil(file.read_bytes()))
    assert kiosk("backup", "--drill", file).code == 3
    empty(home)
    ended = kiosk("restore", file, *WHY)
    assert (ended.code, "控えのファイルを開けません" in ended.err) == (3, True)
    assert not (home / "data").exists()


def test_a_file_is_opened_by_the_keys_of_its_place_alone(kiosk: Kiosk, home: Path, file: Path) -> None:
    confirm(home)
    kiosk("backup", file)
    empty(home)
    (home / "root.key").write_bytes(b"x" * 32)
    assert kiosk("restore", file, *WHY).code == 3
    (home / "root.key").unlink()
    ended = kiosk("restore", file, *WHY)
    assert (ended.code, "新しい鍵は作りません" in ended.err) == (3, True)


def test_a_place_that_has_a_store_is_not_written_over(kiosk: Kiosk, home: Path, file: Path) -> None:
    confirm(home)
    kiosk("backup", file)
    ended = kiosk("restore", file, *WHY)
    assert (ended.code, "上書きはしません" in ended.err) == (3, True)
    assert kiosk("restore", file, "--reason", "").code == 1


# ---- no copy delivers twice ------------------------------------------------------------------------------------------
def test_what_arrived_after_the_backup_does_not_leave_again(kiosk: Kiosk, home: Path, file: Path) -> None:
    before, after = confirm(home, count=2)
    kiosk("backup", file)
    assert kiosk("deliver", "--json").document["delivered"] == 2
    taken = home / "taken.txt"
    taken.write_text("\n".join(take_in(home)), encoding="utf-8")
    received = file.with_name("taken.txt")
    taken.rename(received)
    empty(home)
    assert kiosk("restore", file, *WHY, "--received", received, "--json").document == {"received": 2, "held": 0}
    assert kiosk("deliver", "--json").document["delivered"] == 0
    assert arrived(home) == set()
    later = confirm(home)
    assert kiosk("deliver", "--json").document["delivered"] == 1
    assert arrived(home) == {*later} != {before, after}


def test_a_copy_of_a_machine_delivers_nothing_once_the_other_one_has(
    kiosk: Kiosk, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    waiting = confirm(home, count=2)
    share.mkdir()
    (home / "outgoing").symlink_to(share)
    copy = tmp_path / "copy"
    shutil.copytree(home, copy, symlinks=True)
    assert kiosk("deliver", "--json").document["delivered"] == 2
    assert take_in(home) == {*waiting}
    monkeypatch.setenv("KIOSK_HOME", str(copy))
    stopped = kiosk("deliver", "--json")
    assert (stopped.code, stopped.document["delivered"], stopped.document["waiting"]) == (1, 0, 2)
    assert {each["code"] for each in stopped.document["trouble"]} == {"D18"}
    assert "kiosk store take-over" in " ".join(kiosk("status", "--json").document["warnings"])
    assert arrived(home) == set()
    received = tmp_path / "received.txt"
    received.write_text(waiting[0], encoding="utf-8")
    taken = kiosk("store", "take-over", *WHY, "--received", received, "--json")
    assert taken.document == {"received": 1, "held": 1}
    (fresh,) = confirm(copy)
    assert kiosk("deliver", "--json").document["delivered"] == 1
    assert arrived(home) == {fresh}
    monkeypatch.setenv("KIOSK_HOME", str(home))
    confirm(home)
    assert {each["code"] for each in kiosk("deliver", "--json").document["trouble"]} == {"D18"}


def test_the_same_store_goes_on_after_every_end(kiosk: Kiosk, home: Path) -> None:
    for _ in range(3):
        (message,) = confirm(home)
        assert kiosk("deliver", "--json").document["delivered"] == 1
        assert take_in(home) == {message}
    (fence,) = (home / "outgoing").glob(".kiosk-fence-*")
    newest = fence.read_text(encoding="ascii").strip()
    assert kiosk("audit", "verify", "--known", newest).code == 0
    entry = json.loads(kiosk("audit", "list", "--limit", "1", "--json").out)[0]
    assert entry["action"] == "deliver"
    assert newest == kiosk("day", "--json").document["head"]


def test_an_older_backup_is_never_written_over(kiosk: Kiosk, home: Path, file: Path) -> None:
    confirm(home)
    kiosk("backup", file)
    before, entries = file.read_bytes(), kiosk("audit", "list", "--json").document
    again = kiosk("backup", file, "--json")
    assert (again.code, again.document["error"]["code"]) == (3, "F09")
    assert "別の名前" in again.document["error"]["mend"]
    assert (file.read_bytes(), kiosk("audit", "list", "--json").document) == (before, entries)
    file.unlink()
    file.symlink_to(home / "nowhere")
    assert kiosk("backup", file).code == 3
    assert not (home / "nowhere").exists()
