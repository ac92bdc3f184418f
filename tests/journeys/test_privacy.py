"""No name, no address and no PIN in any log line, error, temporary file or window title, and none in clear at home."""

import logging
import re
import sys
import tempfile
import traceback
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Program
from kiosk.cli import main
from kiosk.demo.family import Demo
from kiosk.demo.screens import until_settled
from kiosk.designing.rehearsal import answers, looked_through, play
from kiosk.flow.actions import Action, AddPerson, Confirm, GoTo, Sign, StartVisit, Step, UseCard
from kiosk.flow.clock import FixedClock, at_ten
from kiosk.model.address import Address
from kiosk.model.card import CardFace, Secret
from kiosk.model.errors import SiteError
from kiosk.model.fact import Fact, Signature
from tests.commands import process
from tests.visits import FORMS, persona, place_at

FAMILY = FORMS / "personas" / "kazoku4.toml"
PERSONAL = (
    "架空　太郎",
    "架空 太郎",
    "架空太郎",
    "太郎",
    "花子",
    "さくら",
    "タロウ",
    "緑ケ丘",
    "グリーンハイツ",
    "見本荘",
    "本町三丁目",
    "本町３丁目",
    "03-0000-0000",
)
PINS = ("1234", "2345", "3456", "4567", "55061520332285", "63061520332285")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp932")


@pytest.fixture(autouse=True)
def read_at_an_earlier_start() -> None:
    """No copy of the forms, which name the town's places, lies in a home; the account knows them."""


@dataclass(frozen=True)
class Traces:
    """Everything a program leaves beside its results: log lines, both streams, and temporary files."""

    log: pytest.LogCaptureFixture
    streams: pytest.CaptureFixture[str]
    temp: Path

    def text(self) -> str:
        """All of it as one text."""
        said = self.streams.readouterr()
        lines = [f"{record.getMessage()} {record.exc_text or ''} {record.args}" for record in self.log.records]
        return "\n".join([said.out, said.err, *lines, in_files(self.temp)])


def in_files(folder: Path) -> str:
    """The names and contents of all files below, read in every usual way."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    read = [path.read_bytes().decode(code, errors="ignore") for path in files for code in ENCODINGS]
    return "\n".join([*(path.name for path in files), *read])


@pytest.fixture
def traces(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Traces:
    """A folder of its own for temporary files, and every logger talking."""
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    caplog.set_level(logging.DEBUG)
    return Traces(caplog, capfd, temp)


def told(text: str) -> list[str]:
    """Personal words, and PINs as numbers of their own: any four digits may stand inside a lock's long number."""
    pins = [pin for pin in PINS if re.search(rf"(?<![0-9A-Fa-f]){pin}(?![0-9A-Fa-f])", text)]
    return [word for word in PERSONAL if word in text] + pins


def assert_nothing_personal(text: str) -> None:
    assert told(text) == []


def test_a_pin_is_found_where_it_is_a_number_of_its_own() -> None:
    assert told('VERIFY "3456", try 2') == ["3456"]
    assert told("0020008004 55061520332285") == ["55061520332285"]
    assert told("lock 140034567541200") == []


def assert_encrypted(home: Path) -> None:
    """No file below shows a name or an address in any usual encoding, but what the receiver was given."""
    files = [path for path in home.rglob("*") if path.is_file() and path.parent != home / "outgoing"]
    assert files
    for path in files:
        stored = path.read_bytes().strip(b"\0")  # room that is kept free holds nothing else
        shown = [word for word in PERSONAL for code in ENCODINGS if word.encode(code) in stored]
        assert (path.name, shown) == (path.name, [])
        assert not any(word in path.name for word in PERSONAL)


def test_the_demonstration_leaves_no_trace_beside_its_results(overheard: Path) -> None:
    out, temp = overheard / "out", overheard / "temp"
    said = (overheard / "said").read_text(encoding="utf-8")
    assert "00A4040C" in said  # the loggers did talk
    assert_nothing_personal(said + in_files(temp))
    assert_encrypted(out / "home")
    assert_nothing_personal((out / "summary.json").read_text(encoding="utf-8"))
    assert [path.name for path in out.rglob("*") if told(path.name)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sex = "男"', 'sex = "架空　太郎"'),
        ('relation_new = "妻"', 'relation_new = "架空太郎の子"'),
        ('"jido.claimant" = "p1"', '"jido.claimant" = "花子さん"'),
        ('"bank.number" = "0000000"', '"bank.number" = "1234"'),
        ('"case.moved_on" = "R8.4.12"', '"case.moved_on" = "緑ケ丘"'),
        ('kana = "カクウ　ハナコ"', 'kana = "架空花子"'),
        ('"addr.new.katagaki" = "グリーンハイツ緑ケ丘 305号室"', '"addr.new.katagaki" = "太郎 123456789018"'),
        ('"case.event_type"', '"case.nothing"'),
    ],
)
def test_words_in_the_wrong_place_are_not_repeated_in_the_error(
    traces: Traces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    case = tmp_path / "visit.toml"
    text = FAMILY.read_text(encoding="utf-8")
    assert old in text
    case.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "argv", ["kiosk", "confirm", str(case)])
    with process(), pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert_nothing_personal(traces.text())


def test_a_confirmation_that_fails_says_nothing_about_the_family(traces: Traces, tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"a file is in the way")
    case = persona("kazoku4")
    program = Program(place_at(tmp_path / "home"), FixedClock(at_ten(case.today)))
    desk = at_once(program, next_slip=lambda: "260420-009")
    play(desk, case)
    with pytest.raises(SiteError) as refused:
        desk.handle(Confirm())
    assert desk.visit.page().step is not Step.DONE
    assert_nothing_personal("".join(traceback.format_exception(refused.value)))
    with pytest.raises(SiteError) as caught:
        _ = program.store
    assert_nothing_personal("".join(traceback.format_exception(caught.value)))
    assert_nothing_personal(traces.text())


@pytest.mark.parametrize(
    "make",
    [
        lambda: CardFace.model_validate({"name": "架空　太郎", "address": "見本県緑ケ丘", "birth": "太郎", "sex": "X"}),
        lambda: Fact.model_validate({"path": "person[p1].name.full", "value": ["架空", {"太郎": 1}], "source": "花子"}),
        lambda: Address.model_validate({"text": "見本県緑ケ丘", "花子": "x"}),
        lambda: Signature.model_validate({"strokes": "架空　太郎", "width": 1, "height": 1}),
    ],
)
def test_a_value_of_the_wrong_type_is_not_repeated_in_the_exception(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="validation error") as caught:
        make()
    shown = str(caught.value)
    assert [word for word in ("架空　太郎", "緑ケ丘") if word in shown] == []


def test_no_window_is_titled_with_anybody(traces: Traces, tmp_path: Path, qtbot: QtBot) -> None:
    from kiosk.bootstrap.window import build_counter

    demo = Demo.prepare(place_at(tmp_path / "home"))
    desk = build_counter(demo.program, next_slip=lambda: "260420-008")
    qtbot.addWidget(desk.window)
    desk.window.show()
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    story: list[Action] = [
        StartVisit(event=demo.case.event),
        AddPerson(),
        *demo.sources(cards=True, extract=True),
        GoTo(step=Step.CHECK),
    ]
    ends: list[Action] = [GoTo(step=Step.SIGN), *signs, Confirm()]
    for action in chain(story, looked_through(desk.visit), ends):
        desk.window.act(action)
        until_settled(desk.host)
        for answer in answers(desk.visit, demo.case) if isinstance(action, UseCard) else ():
            desk.window.act(answer)
            until_settled(desk.host)
        titles = [f"{widget.windowTitle()} {widget.windowFilePath()}" for widget in QApplication.topLevelWidgets()]
        assert any(title.strip() for title in titles)
        assert_nothing_personal(" ".join(titles))
    desk.close()
    assert_nothing_personal(traces.text())


def test_a_card_that_is_read_leaves_no_pin_and_no_name_at_home(traces: Traces, tmp_path: Path) -> None:
    from kiosk.bootstrap.cards import CounterReader, PracticeDrawer

    demo = Demo.prepare(place_at(tmp_path / "home"))
    cards = CounterReader(demo.program)
    PracticeDrawer(demo.program, cards).insert("1")
    cards.read(Secret.PIN, "9999")
    assert isinstance(cards.read(Secret.PIN, "1234"), CardFace)
    cards.remove()
    for path in (tmp_path / "home").rglob("*"):
        if path.is_file():
            assert_nothing_personal(path.read_text(encoding="utf-8", errors="replace"))
    assert_nothing_personal(traces.text())


def test_what_is_confirmed_is_encrypted_at_home(traces: Traces, tmp_path: Path) -> None:
    case = persona("kazoku4")
    program = Program(place_at(tmp_path / "home"), FixedClock(at_ten(case.today)))
    desk = at_once(program)
    play(desk, case)
    assert desk.handle(Confirm()).step is Step.DONE
    program.close()
    assert_encrypted(tmp_path / "home")
    assert (tmp_path / "home" / "root.key").stat().st_mode & 0o077 == 0
    assert_nothing_personal(traces.text())
