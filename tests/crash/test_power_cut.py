"""Power cuts at every moment of confirming and delivering: what was said to be done is there, nothing is there by half.

The real program's writes are recorded (strace), and every prefix of them is left on a disk that loses what was not
forced to it. Killing the process cannot show this: the system still writes what a dead process left in memory.
"""

import hashlib
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.store.audit import AuditLog
from tests.crash import recorded
from tests.crash.lossy_disk import FOLLOWED, LossyDisk

ROOT = Path(__file__).resolve().parents[2]
MOMENTS, CHANCES = 25, 2
MOVING = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink")
HALVES = """
  SELECT id FROM cases WHERE (SELECT count(*) FROM case_key WHERE case_id = id) <> 1
  OR (SELECT count(*) FROM outbox JOIN delivery USING (seq) WHERE case_id = id) <> 3
  OR (SELECT count(*) FROM audit WHERE audit.case_id = id) <> 1
"""
BOOKED = "SELECT message FROM outbox JOIN delivery USING (seq) WHERE state = 'acknowledged'"


def recording(work: str, home: Path, log: Path, control: str) -> list[str]:
    """What the program asked of the system, call by call."""
    if not shutil.which("strace"):
        pytest.skip("recording needs strace")
    call = ["strace", "-qq", "-xx", "-s", "99999999", "-e", f"trace={FOLLOWED}", "-o", str(log)]
    call += [sys.executable, "-m", "tests.crash.recorded", work, str(home), control]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True)
    return log.read_text(encoding="ascii").splitlines()


def cuts(lines: list[str], disk: LossyDisk, folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Homes after power cuts, and what had been said by then: after everything, and at moments spread over the work."""
    chance = random.Random(1)
    moving = sum(line.startswith(MOVING) for line in lines)
    for number, line in enumerate([*lines, "end"]):
        moved = disk.follow(line)
        if number != len(lines) and (not moved or chance.random() > MOMENTS / moving):
            continue
        for turn in range(1 + CHANCES):
            home = folder / f"{number}-{turn}"
            disk.cut(home, chance if turn else None)
            yield home, list(disk.said)
            shutil.rmtree(home)


def lost_cases(home: Path, said: list[str]) -> str:
    """What is wrong with a store after a power cut; empty when nothing is."""
    try:
        database = recorded.opened(home)
    except SiteError as error:
        return error.code
    try:
        there = {case for (case,) in database.read("SELECT id FROM cases")}
        if not set(said) <= there:
            return "a confirmed case is lost"
        if database.read(HALVES) or AuditLog(database).verify_chain() is not None:
            return "a case is there by half"
        database.check()
    except SiteError as error:
        return error.code
    finally:
        database.close()
    return ""


def lost_parcels(home: Path, said: list[str]) -> str:
    """What is booked as delivered stands whole in the receiver's folder."""
    database = recorded.opened(home)
    booked = {message for (message,) in database.read(BOOKED)}
    database.close()
    if not set(said) <= booked:
        return "a receipt is lost"
    target = home / recorded.TARGET
    done = {path.stem for path in target.glob("*.done")}
    if not booked <= done:
        return "a booked parcel is not in the folder"
    for stem in done:
        for line in (target / f"{stem}.sha256").read_text(encoding="utf-8").splitlines():
            digest, _, name = line.partition("  ")
            if hashlib.sha256((target / name).read_bytes()).hexdigest() != digest:
                return "a file is not what was written"
    return ""


def confirming(tmp_path: Path, control: str = "") -> Iterator[str]:
    """What is wrong after each power cut while a store is founded and cases are confirmed."""
    home = tmp_path / "place" / "home"
    home.parent.mkdir()
    disk = LossyDisk(home.parent)
    lines = recording("confirm", home, tmp_path / "calls", control)
    return (lost_cases(place / "home", said) for place, said in cuts(lines, disk, tmp_path))


def delivering(tmp_path: Path, control: str = "") -> Iterator[str]:
    """What is wrong after each power cut while parcels are delivered."""
    home = tmp_path / "home"
    (home / recorded.TARGET).mkdir(parents=True)
    recorded.confirm(home)
    disk = LossyDisk(home)
    lines = recording("deliver", home, tmp_path / "calls", control)
    return (lost_parcels(place, said) for place, said in cuts(lines, disk, tmp_path))


def test_no_power_cut_loses_a_confirmed_case_or_leaves_half_of_one(tmp_path: Path) -> None:
    assert set(confirming(tmp_path)) == {""}


def test_no_power_cut_loses_a_delivery_that_was_booked(tmp_path: Path) -> None:
    assert set(delivering(tmp_path)) == {""}


def test_a_database_that_does_not_force_every_commit_would_be_found_out(tmp_path: Path) -> None:
    assert "a confirmed case is lost" in confirming(tmp_path, "normal")


def test_a_store_whose_folders_are_not_forced_would_be_found_out(tmp_path: Path) -> None:
    assert "a confirmed case is lost" in confirming(tmp_path, "names")


def test_a_receiver_s_folder_that_is_not_forced_would_be_found_out(tmp_path: Path) -> None:
    assert "a booked parcel is not in the folder" in delivering(tmp_path, "names")
