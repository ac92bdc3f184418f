"""Leaving a terminal: nothing of the resident stays there, and what was handed in is opened elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import End, Step, UsePreentry
from kiosk.flow.lobby.actions import HandIn
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.slip_code import bars_of, code_of
from kiosk.flow.pages import QuestionState
from kiosk.model.scans import HOME
from kiosk.model.source import Source
from tests.gui.counter import until, words_of
from tests.gui.lobby import NAME, Touched, moved_in
from tests.gui.real import Opens


def held(terminal: Touched) -> list[str]:
    """Every word that anything of the application holds."""
    return [text for widget in QApplication.allWidgets() for text in words_of(widget)]


def test_after_the_end_no_widget_knows_the_resident(terminal: Touched) -> None:
    moved_in(terminal)
    assert any("架空" in text for text in held(terminal))
    terminal.window.end()
    terminal.settle()
    assert [text for text in held(terminal) if "太郎" in text or "090-0000" in text] == []
    assert terminal.at(Place.LANGUAGE)


def test_nobody_touching_asks_first_and_then_wipes(terminal: Touched) -> None:
    moved_in(terminal)
    terminal.window.idle._begin()
    assert terminal.window.lonely.isVisible()
    terminal.press(terminal.window.lonely.key)
    assert (terminal.window.lonely.isVisible(), terminal.page.place) == (False, Place.CHECK)
    terminal.window.idle._begin()
    for _ in range(terminal.window.idle.left):
        terminal.window.idle.tick()
    terminal.settle()
    assert terminal.at(Place.LANGUAGE)
    assert terminal.seat.desk.state.case is None


def test_a_touch_and_a_key_begin_the_time_anew(terminal: Touched) -> None:
    moved_in(terminal)
    glass, quiet = terminal.window.windowHandle(), terminal.window.idle._quiet
    begun: list[str] = []
    quiet.stop()
    QTest.mouseClick(glass, Qt.MouseButton.LeftButton, pos=terminal.window.rect().center())
    begun += ["touch"] * quiet.isActive()
    quiet.stop()
    QTest.keyClick(glass, Qt.Key.Key_Tab)
    begun += ["key"] * quiet.isActive()
    assert begun == ["touch", "key"]


def test_the_blank_key_covers_everything_until_it_is_touched(terminal: Touched) -> None:
    moved_in(terminal)
    terminal.touch("画面を隠す")
    assert terminal.window.childAt(terminal.window.rect().center()) is not terminal.window.stack
    assert terminal.window.blank.geometry() == terminal.window.rect()
    terminal.press(terminal.window.blank.key)
    assert terminal.at(Place.CHECK)


def test_a_fault_of_ours_leads_to_a_person_and_keeps_nothing_on_the_disk(terminal: Touched) -> None:
    moved_in(terminal)
    case = terminal.seat.desk.state.case
    assert case is not None
    terminal.seat.host.defect(RuntimeError("planted"))
    terminal.settle()
    assert terminal.at(Place.LANGUAGE)
    assert "職員がご案内します" in terminal.window.notice_text.text
    assert terminal.seat.program.store.drafts.list() == ()


def test_the_code_of_a_slip_is_typed_by_the_scanner(terminal: Touched) -> None:
    moved_in(terminal)
    terminal.window.act(HandIn())
    terminal.settle()
    case = terminal.page.case
    terminal.window.act(End())
    terminal.settle()
    assert case is not None
    QTest.keyClicks(terminal.window, code_of(case))
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    terminal.settle()
    assert terminal.page.place in {Place.QUESTION, Place.CHECK}
    assert NAME in [person.name for person in terminal.page.persons]


def test_the_counter_opens_what_was_handed_in_by_its_bars_and_nothing_is_asked_twice(
    terminal: Touched, open_counter: Opens, qtbot: QtBot
) -> None:
    moved_in(terminal)
    terminal.window.act(HandIn())
    terminal.settle()
    terminal.window.end()
    desk = open_counter()
    assert [(row.line.state, row.text()) for row in desk.window.start.day.rows] == [("待ち", "260420-001　転入")]
    QTest.keyClicks(desk.window.start.events[0], bars_of("260420-001"))
    QTest.keyClick(desk.window.start.events[0], Qt.Key.Key_Return)
    until(qtbot, lambda: desk.window.page.step is Step.INTERVIEW)
    said = {view.path: view for section in desk.window.page.sections for view in section.questions}
    assert (said["person[p1].name.full"].value, said["person[p1].name.full"].source) == (NAME, Source.RESIDENT)
    assert {view.path for view in said.values() if view.state is QuestionState.OPEN} == {"case.id_papers"}


def test_codes_that_are_still_read_when_the_resident_has_gone_begin_nothing(
    terminal: Touched, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = UsePreentry(event="tennyu", persons=({"person.name.full": NAME},), case={})
    monkeypatch.setattr(type(terminal.window.kit.office), "home_lines", lambda _office, _lines: entry)
    QTest.keyClicks(terminal.window, HOME)
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    terminal.window.end()
    terminal.settle()
    assert (terminal.page.place, terminal.seat.desk.state.case) == (Place.LANGUAGE, None)
