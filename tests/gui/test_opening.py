"""The start page while rules and forms are still being read: it is drawn without them, and what is asked waits."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.catalogue.occasions import occasions
from kiosk.flow.actions import StartVisit, Step
from kiosk.flow.clock import SystemClock
from kiosk.model.errors import SiteError
from kiosk.ui.opening import once_painted
from tests.gui.counter import until
from tests.read_before import catalogue

PLACE = Place.standard()
_START = f"""
import os, sys
from pathlib import Path
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.{{room}} import {{build}}
from kiosk.flow.clock import SystemClock
from kiosk.model.errors import SiteError
place = Place(Path({str(PLACE.forms)!r}), Path({str(PLACE.assets)!r}), Path(sys.argv[1]))
desk = {{build}}(Program(place, SystemClock()){{how}})
desk.window.show()
desk.app.processEvents()
late = ("pydantic", "fluent", "regex", "uharfbuzz", "cel_expr_python", "lxml", "sqlcipher3", "kiosk.rules")
print([name for name in late if name in sys.modules], len({{keys}}), flush=True)
os._exit(0)
"""
_DESKS = {
    "open": ("window", "build_counter", ", staffed=False", "desk.window.start.events"),
    "staffed": ("window", "build_counter", ", staffed=True", "desk.window.start.events"),
    "alone": ("lobby", "build_lobby", "", "desk.window.shown.groups()"),
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[CounterDesk]:
    made = build_counter(Program(replace(PLACE, home=tmp_path), SystemClock()))
    made.window.show()
    yield made
    until(qtbot, lambda: not made.host.busy and not made.jobs.running)
    made.close()


def begin(desk: CounterDesk, read: list[str]) -> None:
    desk.desk.begin(
        desk.jobs,
        act=desk.host.act,
        failed=lambda error: desk.host.trouble("catalogue", error),
        broke=desk.host.defect,
        ready=lambda: read.append("ready"),
    )


def started(tmp_path: Path, desk: str) -> str:
    """What was loaded too early, and how many keys there are."""
    room, build, how, keys = _DESKS[desk]
    words = [sys.executable, "-c", _START.format(room=room, build=build, how=how, keys=keys), str(tmp_path)]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    return run.stdout.strip() or run.stderr


@pytest.mark.parametrize("door", ["open", "staffed"])
def test_the_first_page_needs_no_rules_no_store_and_none_of_their_libraries(tmp_path: Path, door: str) -> None:
    assert started(tmp_path, door) == f"[] {len(occasions(PLACE.forms))}"


def test_the_first_page_of_a_terminal_needs_none_of_them_either(tmp_path: Path) -> None:
    assert started(tmp_path, "alone").startswith("[] ")


def test_the_buttons_of_the_start_page_are_the_events_of_the_catalogue() -> None:
    events = catalogue().events
    assert occasions(PLACE.forms) == tuple((event.id, event.name) for event in events)


def test_an_event_file_that_cannot_be_read_is_left_to_the_catalogue_to_tell(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "good.toml").write_text('id = "good"\nname = "よい"\norder = 2\n', encoding="utf-8")
    (folder / "first.toml").write_text('id = "first"\nname = "先"\norder = 1\n', encoding="utf-8")
    (folder / "broken.toml").write_text("id = ", encoding="utf-8")
    (folder / "nameless.toml").write_text('id = "x"\n', encoding="utf-8")
    assert occasions(tmp_path) == (("first", "先"), ("good", "よい"))


def test_what_comes_behind_a_window_begins_once_when_it_is_painted(qtbot: QtBot) -> None:
    window, begun = QWidget(), list[str]()
    qtbot.addWidget(window)
    once_painted(window, lambda: begun.append("begun"), at_latest=10_000)
    assert not begun
    window.show()
    until(qtbot, lambda: bool(begun))
    window.repaint()
    QApplication.processEvents()
    assert begun == ["begun"]


class Asking(QWidget):
    """Counts how often it asks for the keyboard."""

    asked = 0

    def activateWindow(self) -> None:  # noqa: N802 - Qt's name
        self.asked += 1
        super().activateWindow()


def test_a_window_takes_the_keyboard_where_nobody_has_it_and_from_nobody(qtbot: QtBot) -> None:
    alone, beside, begun = Asking(), Asking(), list[str]()
    for window in (alone, beside):
        qtbot.addWidget(window)
    assert QApplication.activeWindow() is None
    once_painted(alone, lambda: begun.append("alone"), at_latest=1)
    until(qtbot, lambda: begun == ["alone"])
    with qtbot.waitActive(alone):
        alone.show()
    once_painted(beside, lambda: begun.append("beside"), at_latest=1)
    until(qtbot, lambda: begun == ["alone", "beside"])
    assert (alone.asked, beside.asked) == (1, 0)


def test_what_comes_behind_a_window_that_is_never_painted_begins_all_the_same(qtbot: QtBot) -> None:
    window, begun = QWidget(), list[str]()
    qtbot.addWidget(window)
    once_painted(window, lambda: begun.append("begun"), at_latest=1)
    until(qtbot, lambda: begun == ["begun"])


def test_an_event_chosen_too_early_waits_with_a_word_and_then_begins(desk: CounterDesk, qtbot: QtBot) -> None:
    read: list[str] = []
    begin(desk, read)
    desk.window.act(StartVisit(event="shibo"))
    desk.window.act(StartVisit(event="tennyu"))
    assert desk.window.page.step is Step.START
    assert [notice.code for notice in desk.window.page.notices] == ["catalogue-awaited"]
    assert desk.window.notices.isVisible()
    until(qtbot, lambda: read == ["ready"])
    assert (desk.window.page.step, desk.window.page.event) == (Step.INTERVIEW, "tennyu")


def test_nothing_waits_any_more_when_everything_has_been_read(desk: CounterDesk, qtbot: QtBot) -> None:
    read: list[str] = []
    begin(desk, read)
    until(qtbot, lambda: read == ["ready"])
    assert desk.window.page.step is Step.START
    desk.window.act(StartVisit(event="tennyu"))
    assert desk.window.page.event == "tennyu"
    begin(desk, read)
    assert read == ["ready", "ready"]


def test_rules_that_cannot_be_read_lead_to_the_page_about_a_defect(
    desk: CounterDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_program: Program) -> None:
        raise KeyError("rule")

    monkeypatch.setattr("kiosk.bootstrap.late.prepare", broken)
    begin(desk, [])
    desk.window.act(StartVisit(event="tennyu"))
    until(qtbot, desk.window.broken.isVisible)


def test_rules_and_forms_that_cannot_be_read_are_told_and_no_visit_begins(
    desk: CounterDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: Program) -> None:
        raise SiteError("FONT-1", what="文字の部品がありません。", mend="assets/fonts を戻してください。")

    monkeypatch.setattr("kiosk.bootstrap.late.prepare", missing)
    read: list[str] = []
    begin(desk, read)
    until(qtbot, lambda: any("FONT-1" in message.label.text for message in desk.window.notices.messages))
    desk.window.act(StartVisit(event="tennyu"))
    assert desk.window.page.step is Step.START
    assert any("FONT-1" in message.label.text for message in desk.window.notices.messages)
    assert read == []


def test_a_bug_while_reading_leads_to_the_start_page_and_the_next_occasion_reads_once_more(
    desk: CounterDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_: Program) -> None:
        raise ValueError("a bug of ours")

    read: list[str] = []
    with monkeypatch.context() as planted:
        planted.setattr("kiosk.bootstrap.late.prepare", stumble)
        begin(desk, read)
        until(qtbot, lambda: desk.window.made("broken") and desk.window.broken.isVisible())
        desk.window.broken.end.click()
        assert desk.window.start.isVisible()
        assert desk.desk._visit is None
    desk.window.act(StartVisit(event="tennyu"))
    until(qtbot, lambda: desk.window.page.step is Step.INTERVIEW)
    assert read == ["ready"]
