"""What staff do at a terminal without its window: the code, the readiness report, the numbers of a day."""

import datetime as dt
import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap.lobby import terminal_name
from kiosk.bootstrap.lobby_care import LobbyCare
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.printing import Printer
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.staff_code import StaffGate
from kiosk.bootstrap.tally import KEYS, Tally
from kiosk.cups import Queue
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import SiteError
from kiosk.model.staff import wait_after
from kiosk.store.pins import digest, matches
from kiosk.ui.lobby.ports import CodeTried, Grade
from tests.commands import Kiosk

CODE = "271828"
NOON = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def gate(tmp_path: Path, clock: FixedClock) -> StaffGate:
    return StaffGate(digest(CODE), clock, tmp_path / "terminal" / "wrong.json")


@pytest.fixture
def care(tmp_path: Path, clock: FixedClock) -> LobbyCare:
    return LobbyCare(Program(replace(Place.standard(), home=tmp_path / "home"), clock, practice=True))


def graded(care: LobbyCare) -> dict[str, Grade]:
    return {each.key: each.grade for each in care.readiness().findings}


# ---- the code -------------------------------------------------------------------------------------------------------
def test_a_digest_says_nothing_of_its_code_and_is_another_every_time() -> None:
    first, second = digest(CODE), digest(CODE)
    assert CODE not in first
    assert first != second
    assert matches(CODE, first)
    assert matches(CODE, second)


@pytest.mark.parametrize("code", ["", "271829", "27182", "２７１８２８"])
def test_another_code_does_not_match(code: str) -> None:
    assert not matches(code, digest(CODE))


def test_where_there_is_no_digest_no_code_matches() -> None:
    assert not matches("", "")


def test_the_wait_doubles_with_every_wrong_code_up_to_half_an_hour() -> None:
    assert [wait_after(wrong) for wrong in (0, 1, 2, 3, 4)] == [0, 5, 10, 20, 40]
    assert wait_after(40) == 1800


def test_while_it_must_wait_not_even_the_right_code_opens(gate: StaffGate, clock: FixedClock) -> None:
    assert gate.try_code("1") == CodeTried(opened=False, wait=5)
    clock.advance(4)
    assert gate.try_code(CODE) == CodeTried(opened=False, wait=1)
    clock.advance(1)
    assert gate.try_code(CODE) == CodeTried(opened=True)


def test_the_right_code_ends_the_growing(gate: StaffGate, clock: FixedClock) -> None:
    for wait in (5, 10, 20):
        assert gate.try_code("1").wait == wait
        clock.advance(wait)
    assert gate.try_code(CODE).opened
    assert gate.try_code("1").wait == 5


def test_a_restart_does_not_end_the_wait(gate: StaffGate, clock: FixedClock) -> None:
    assert gate.try_code("1").wait == 5
    assert StaffGate(gate.kept, clock, gate.file).try_code(CODE) == CodeTried(opened=False, wait=5)


def test_a_clock_that_is_set_back_does_not_end_the_wait(gate: StaffGate, clock: FixedClock) -> None:
    assert gate.try_code("1").wait == 5
    clock.advance(-3600)
    assert gate.try_code(CODE) == CodeTried(opened=False, wait=5)
    clock.advance(5)
    assert gate.try_code(CODE).opened


def test_a_file_that_cannot_be_written_or_read_does_not_open_it(tmp_path: Path, clock: FixedClock) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="ascii")
    gate = StaffGate(digest(CODE), clock, blocked / "wrong.json")
    assert gate.try_code("1").wait == 5
    assert gate.try_code(CODE) == CodeTried(opened=False, wait=5)


@pytest.mark.parametrize("line", ['staff_code = "271828"', 'telephone = "call me"', 'staff_code = "scrypt:1:2:3:4:5"'])
def test_a_wrong_setting_of_a_terminal_is_told(tmp_path: Path, clock: FixedClock, line: str) -> None:
    (tmp_path / "device.toml").write_text(line + "\n", encoding="utf-8")
    program = Program(replace(Place.standard(), home=tmp_path), clock)
    with pytest.raises(SiteError) as told:
        _ = program.device
    assert "device.toml" in told.value.what


def test_wrong_settings_lock_the_terminal_and_no_code_opens_it(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "device.toml").write_text('staff_code = "271828"\n', encoding="utf-8")
    care = LobbyCare(Program(replace(Place.standard(), home=tmp_path), clock))
    assert (care.locked, care.telephone) == (True, "")
    assert not care.try_code("").opened
    assert not care.readiness().usable


def test_a_terminal_is_on_record_with_a_name_that_fits_into_a_record() -> None:
    assert [terminal_name(desk) for desk in ("counter", "lobby-1234")] == ["counter-L", "lobby-12-L"]


# ---- readiness ------------------------------------------------------------------------------------------------------
def test_a_terminal_that_has_everything_is_usable_and_leaves_a_pdf(care: LobbyCare) -> None:
    report = care.readiness()
    assert report.usable
    assert report.file is not None
    assert report.file.read_bytes().startswith(b"%PDF")
    names = [
        "forms",
        "fonts",
        "store",
        "device",
        "reader",
        "printer",
        "paper",
        "clock",
        "disk",
        "outbox",
        "code",
        "service",
    ]
    assert [each.key for each in report.findings] == names


def test_forms_that_cannot_be_read_make_it_unusable_and_are_still_reported(tmp_path: Path, clock: FixedClock) -> None:
    place = replace(Place.standard(), home=tmp_path / "home", forms=tmp_path / "none")
    report = LobbyCare(Program(place, clock, practice=True)).readiness()
    assert not report.usable
    assert report.file is not None
    assert {each.key for each in report.findings if each.grade is Grade.BAD} >= {"forms"}


def test_a_store_that_another_key_wrote_makes_it_unusable(care: LobbyCare, clock: FixedClock) -> None:
    assert graded(care)["store"] is not Grade.BAD
    place = care.program.place
    care.program.close()
    (place.home / "root.key").unlink()
    again = LobbyCare(Program(place, clock, practice=True))
    assert graded(again)["store"] is Grade.BAD
    assert not again.readiness().usable


def test_a_terminal_that_staff_closed_says_so(care: LobbyCare) -> None:
    assert graded(care)["service"] is Grade.GOOD
    care.close(closed=True)
    assert (care.closed, graded(care)["service"]) == (True, Grade.NOTE)
    care.close(closed=False)
    assert not care.closed


def install(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system with one queue, PDF, which is its default."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    install(folder, "lp", "exit 0")
    install(folder, "lpstat", '[ "$1" = -d ] && echo "system default destination: PDF" || echo PDF')
    return folder


def answers(folder: Path, reasons: str) -> None:
    install(folder, "ipptool", f'echo "        printer-state-reasons (keyword) = {reasons}"')


@pytest.mark.parametrize(
    ("reasons", "printer", "paper"),
    [
        ("none", Grade.GOOD, Grade.GOOD),
        ("media-empty-error", Grade.GOOD, Grade.BAD),
        ("media-needed", Grade.GOOD, Grade.BAD),
        ("media-low-warning", Grade.GOOD, Grade.NOTE),
        ("offline-report", Grade.BAD, Grade.GOOD),
        ("paused", Grade.BAD, Grade.GOOD),
        ("door-open-error,toner-low", Grade.BAD, Grade.GOOD),
    ],
)
def test_the_printer_says_itself_how_it_and_its_paper_stand(
    care: LobbyCare, cups: Path, reasons: str, printer: Grade, paper: Grade
) -> None:
    answers(cups, reasons)
    found = graded(care)
    assert (found["printer"], found["paper"]) == (printer, paper)


def test_a_printer_that_does_not_answer_is_unknown_and_never_well(care: LobbyCare, cups: Path) -> None:
    found = graded(care)
    assert (found["printer"], found["paper"]) == (Grade.NOTE, Grade.NOTE)


def test_without_a_queue_there_is_no_printer(cups: Path) -> None:
    assert Printer().queue() == Queue("PDF", ())
    assert Printer("elsewhere").queue() is None
    install(cups, "lpstat", 'echo "no system default destination"')
    assert Printer().queue() is None


# ---- the numbers of a day -------------------------------------------------------------------------------------------
def test_what_was_counted_is_there_after_a_restart_and_of_this_day_alone(tmp_path: Path, clock: FixedClock) -> None:
    tally = Tally(tmp_path / "terminal" / "days.json", clock)
    tally.count("handed-in")
    tally.count("handed-in")
    again = Tally(tally.file, clock)
    again.count("resets")
    assert again.today() == dict.fromkeys(KEYS, 0) | {"handed-in": 2, "resets": 1}
    clock.advance(86_400)
    assert set(Tally(tally.file, clock).today().values()) == {0}


def test_no_more_than_a_month_is_kept(tmp_path: Path, clock: FixedClock) -> None:
    tally = Tally(tmp_path / "days.json", clock)
    for _ in range(40):
        tally.count("resets")
        clock.advance(86_400)
    assert len(json.loads(tally.file.read_text(encoding="ascii"))) == 31


def test_a_file_that_is_broken_is_begun_anew(tmp_path: Path, clock: FixedClock) -> None:
    file = tmp_path / "days.json"
    file.write_text("[1]", encoding="ascii")
    tally = Tally(file, clock)
    tally.count("resets")
    assert tally.today()["resets"] == 1


# ---- commands -------------------------------------------------------------------------------------------------------
def test_the_report_is_printed_for_people_and_for_machines(kiosk: Kiosk) -> None:
    said = kiosk("lobby", "report")
    assert said.code == 0
    assert "様式と規則" in said.out
    found = kiosk("lobby", "report", "--json").document
    assert found["usable"] is True
    assert Path(found["file"]).is_file()
    assert kiosk("lobby", "report", "--closing", "--json").document["counts"] == dict.fromkeys(KEYS, 0)


def test_forms_that_are_wrong_end_the_report_with_a_problem(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_FORMS", str(tmp_path / "none"))
    assert kiosk("lobby", "report").code == 1
