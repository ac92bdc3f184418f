"""A system that takes no file: a robot types each person once into a real window, and nobody knows is never a yes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.destinations import ToRobot
from kiosk.exchange.destinations import tasks
from kiosk.exchange.destinations.robot import RobotDestination
from kiosk.exchange.destinations.tasks import FORM, SCRIPT
from kiosk.exchange.records import csvs
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.revision import Reviser
from kiosk.exchange.records.sample import AT, sample_fact, sample_facts, sample_parcel, sample_record
from kiosk.exchange.records.targets import Fallback, Script, Target
from kiosk.exchange.robot.playing import Robot, Told, only_robot
from kiosk.exchange.robot.screen import XScreen
from kiosk.model.answer import Answer
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Processing, Receipt
from kiosk.model.verdict import Verdict
from tests.entry_form import DONE, ENTRY, REFUSED
from tests.receivers import FORMATS, failed

TYPED = ("氏名", "氏名_フリガナ", "生年月日", "住所_方書", "連携ID", "氏名_外国人ローマ字")
KEYS = tuple(key for name in TYPED for key in (f"[{name}]", "Tab"))
SETTING = ToRobot(
    number=1, name="住記", window=ENTRY, keys=(*KEYS, "ctrl+s"), done=DONE, refused=REFUSED, after=("Return",)
)
LONG = "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処"
PARCEL = sample_parcel(
    sample_record(
        sample_facts()
        | {
            path: sample_fact(path, value)
            for path, value in {
                "person[p1].name.full": "葛\U000e0100城　太郎",
                "person[p3].name.full": f"髙橋　{LONG}𠮷",
                "addr.new.katagaki": "＝１＋１「架空」ハイツ",
            }.items()
        }
    )
)


@dataclass
class FakeScreen:
    """A screen of which only the title is looked at; `titles` are what stands there look by look, the last stays."""

    titles: list[str]
    typed: list[str] = field(default_factory=list)
    swallowed: str = "?"

    def title(self) -> str:
        return self.titles.pop(0) if len(self.titles) > 1 else self.titles[0]

    def write(self, text: str, *, front: str) -> bool:
        assert front == ENTRY
        self.typed.append(text)
        return text != self.swallowed

    def press(self, key: str) -> None:
        self.typed.append(f"<{key}>")

    def copied(self) -> str:
        return self.typed[-1]


ALL_WELL = [ENTRY] * (len(SETTING.keys) + 1)


@dataclass
class Place:
    """A destination of a robot, and the robot at its folder."""

    folder: Path

    def deliver(self, parcel: Parcel = PARCEL) -> object:
        made = RobotDestination(SETTING, self.folder, FORMATS, patience=0)
        answer = made.deliver(parcel)
        return answer if isinstance(answer, Receipt) else failed(answer)

    def play(self, *titles: str, swallowed: str = "?") -> tuple[Told, list[str]]:
        screen = FakeScreen([*titles], swallowed=swallowed)
        return Robot(self.folder, screen, patience=0, pause=lambda _: None).step(), screen.typed

    def open_record(self) -> str:
        content = self.folder / SCRIPT
        read = tasks.read(content.read_bytes()) if content.exists() else None
        return read.name.removeprefix(f"{PARCEL.message}") if read else ""


WAITING = (Failure.UNKNOWN_OUTCOME, "D40")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def said(parcel: Parcel) -> list[list[str]]:
    """What each person's screen shall hold, by the CSV files of the standard."""
    made = {
        table.group.name: table for table in csvs.tables(Record.model_validate_json(parcel.record), FORMATS.columns)
    }
    once = {
        column.item: cell
        for name in ("申請", "申請内容")
        for column, cell in zip(made[name].group.columns, made[name].rows[0], strict=True)
    }
    people = made["対象者"]
    rows = [dict(zip((column.item for column in people.group.columns), row, strict=True)) for row in people.rows]
    return [[{**once, **row}[name] for name in TYPED] for row in rows]


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A real window of a system on an X server of its own; the file that it keeps."""
    if lacking := [tool for tool in ("Xvfb", "xdotool", "xsel") if shutil.which(tool) is None]:
        pytest.skip(f"needs {' and '.join(lacking)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as number:
        monkeypatch.setenv("DISPLAY", f":{number.readline().strip()}")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    kept, env = tmp_path / "kept", {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    form = subprocess.Popen([sys.executable, "-m", "tests.entry_form", str(kept), "ＳＡＭＰＬＥ"], env=env)
    subprocess.run(["xdotool", "search", "--sync", "--name", ENTRY, "windowfocus", "--sync"], check=True, timeout=30)
    yield kept
    for each in (form, server):
        each.terminate()
        each.wait()


def test_a_robot_types_each_person_once_whole_and_the_system_says_what_it_took(window: Path, place: Place) -> None:
    (place.folder / "juki").mkdir()
    here, robot = Place(place.folder / "juki"), Robot(place.folder / "juki", XScreen())
    people = said(PARCEL)
    assert ["葛\U000e0100" in people[0][0], people[0][3][0], LONG in people[2][0]] == [True, "＝", True]
    assert here.deliver() == WAITING
    assert robot.step() is Told.DONE
    assert here.deliver() == WAITING
    assert robot.step() is Told.REFUSED
    assert [json.loads(line) for line in window.read_text().splitlines()] == people[:1]
    assert here.deliver() == (Failure.REFUSED, "D41")
    assert here.deliver() == WAITING  # somebody has sent it again
    assert robot.step() is Told.NOT_IN_FRONT
    subprocess.run(["xdotool", "key", "Return"], check=True)  # and has seen to the system's window
    subprocess.run(["xdotool", "search", "--sync", "--name", ENTRY], check=True, timeout=30, stdout=subprocess.DEVNULL)
    assert robot.step() is Told.DONE
    assert here.deliver() == WAITING
    assert robot.step() is Told.DONE
    assert isinstance(here.deliver(), Receipt)
    assert [json.loads(line) for line in window.read_text().splitlines()] == people
    clipboard = subprocess.run(["xsel", "--clipboard", "--output"], check=True, capture_output=True)
    assert clipboard.stdout == b""


def test_one_record_lies_there_until_the_robot_has_answered_and_the_last_answer_is_the_receipt(place: Place) -> None:
    other = PARCEL.model_copy(update={"message": PARCEL.case})
    for number in ("_1", "_2", "_3"):
        assert [place.deliver(), place.deliver(), place.deliver(other)] == [WAITING] * 3
        assert place.open_record() == number
        assert place.play(*ALL_WELL, DONE)[0] is Told.DONE
        assert place.play(ENTRY) == (Told.NOTHING, [])
    receipt = place.deliver()
    assert isinstance(receipt, Receipt)
    assert receipt.acknowledged
    assert place.deliver() == receipt
    assert not (place.folder / FORM).exists()


def test_nothing_is_typed_while_another_window_has_the_keyboard(place: Place) -> None:
    place.deliver()
    assert place.play("メール") == (Told.NOT_IN_FRONT, [])
    told, typed = place.play(ENTRY, ENTRY, ENTRY, "メール")
    assert (told, len(typed)) == (Told.UNKNOWN, 2)


@pytest.mark.parametrize("ended", ["killed", "another window", "field too short", "nothing said"])
def test_what_was_broken_off_is_never_typed_again_before_a_person_has_looked(place: Place, ended: str) -> None:
    place.deliver()
    name = f"{PARCEL.message}_1"
    if ended == "killed":
        (place.folder / f"{name}.begun").touch()
    titles = [ENTRY, ENTRY] if ended == "another window" else ALL_WELL
    swallowed = said(PARCEL)[0][0] if ended == "field too short" else "?"
    assert place.play(*titles, "メール", swallowed=swallowed)[0] is Told.UNKNOWN
    for _ in range(2):
        assert place.deliver() == (Failure.REFUSED, "D42")
        assert place.play(ENTRY) == (Told.NOTHING, [])
    robot = Robot(place.folder, FakeScreen([ENTRY]))
    assert robot.asked(entered=ended == "another window") == 1
    assert place.deliver() == WAITING
    assert place.open_record() == ("_2" if ended == "another window" else "_1")


def test_what_the_system_refused_is_typed_again_when_a_person_sends_it_again(place: Place) -> None:
    place.deliver()
    assert place.play(*ALL_WELL, REFUSED)[0] is Told.REFUSED
    assert place.deliver() == (Failure.REFUSED, "D41")
    assert place.deliver() == WAITING
    assert place.play(*ALL_WELL, DONE)[0] is Told.DONE


def test_the_words_of_a_refusal_come_back_to_the_case_and_do_not_stay_in_the_folder(place: Place) -> None:
    setting = SETTING.model_copy(update={"ask_why": ("ctrl+a", "ctrl+c")})
    made = RobotDestination(setting, place.folder, FORMATS, patience=0)
    made.deliver(PARCEL)
    assert place.play(*ALL_WELL, REFUSED)[0] is Told.REFUSED
    (arrived,) = made.answers(lambda _: False)
    answer = arrived.content
    assert isinstance(answer, Answer)
    assert (answer.message, answer.result, answer.reason) == (PARCEL.message, Verdict.TO_CORRECT, "<ctrl+c>")
    assert failed(made.deliver(PARCEL)) == (Failure.REFUSED, "D41")
    assert list(made.answers(lambda digest: digest == arrived.digest)) == []
    assert [path.read_bytes() for path in place.folder.glob("*.refused")] == [b""]
    assert list(made.answers(lambda _: False)) == []


def test_another_robot_may_be_given_the_record_in_its_own_letters(place: Place) -> None:
    fallback = Fallback(letters={"𠮷": "吉"})
    formats = FORMATS.model_copy(update={"script": Script(target=Target.CP932, fallback=fallback)})
    setting = SETTING.model_copy(update={"encoding": "cp932"})
    assert failed(RobotDestination(setting, place.folder, formats, patience=0).deliver(PARCEL)) == WAITING
    form = (place.folder / FORM).read_bytes().decode("cp932")
    assert "葛城　太郎" in form
    assert "\nencoding cp932\n" in (place.folder / SCRIPT).read_text(encoding="utf-8")
    told, typed = place.play(*ALL_WELL, DONE)
    assert (told, typed[0]) == (Told.DONE, "葛城　太郎")


def test_a_courier_that_ended_in_between_goes_on_where_it_was(place: Place) -> None:
    (place.folder / FORM).write_bytes(b"torn")  # before the script was there
    assert place.deliver() == WAITING
    assert place.play(*ALL_WELL, DONE)[0] is Told.DONE
    form = (place.folder / FORM).read_bytes()
    (place.folder / SCRIPT).unlink()  # after the answer, before all was taken away
    assert place.deliver() == WAITING
    assert place.open_record() == "_2"
    assert (place.folder / FORM).read_bytes() != form


def test_a_form_that_is_not_the_one_the_script_is_for_is_not_typed(place: Place) -> None:
    place.deliver()
    form = (place.folder / FORM).read_bytes()
    (place.folder / FORM).write_bytes(form.replace("太郎".encode(), "次郎".encode()))
    assert place.play(ENTRY) == (Told.FAULTY, [])
    (place.folder / FORM).write_bytes(form)
    script = (place.folder / SCRIPT).read_bytes()
    for torn in (script[:-4], script[:40], b"\xff", b""):
        (place.folder / SCRIPT).write_bytes(torn)
        assert place.play(ENTRY) == (Told.FAULTY, [])
        assert place.deliver() == WAITING


def test_a_correction_and_what_no_key_can_type_are_left_to_a_person(place: Place) -> None:
    for processing in (Processing.CORRECTED, Processing.WITHDRAWN):
        record = Reviser().revised(PARCEL.record, revision=2, processing=processing, by="mado1", at=AT)
        assert place.deliver(PARCEL.model_copy(update={"record": record})) == (Failure.REFUSED, "D43")
    setting = SETTING.model_copy(update={"keys": ("[役割]",)})
    nobody = json.loads(PARCEL.record) | {"taishosha": []}
    made = Record.model_validate(nobody)
    made = made.model_copy(update={"kyotsu": made.kyotsu.model_copy(update={"sha256": digest(made)})})
    answer = RobotDestination(setting, place.folder, FORMATS).deliver(
        PARCEL.model_copy(update={"record": canonical_json(made)})
    )
    assert isinstance(answer, DeliveryFailed)
    assert answer.code == "D44"
    assert not (place.folder / SCRIPT).exists()


def test_a_column_that_there_is_not_stops_the_destination_and_not_the_parcel(place: Place) -> None:
    setting = SETTING.model_copy(update={"keys": ("[名前]",)})
    looked = RobotDestination(setting, place.folder, FORMATS).look()
    assert looked is not None
    assert (looked.failure, looked.code) == (Failure.UNREACHABLE, "D45")


def test_two_robots_do_not_work_at_one_folder(place: Place) -> None:
    with only_robot(place.folder) as first, only_robot(place.folder) as second:
        assert (first, second) == (True, False)
