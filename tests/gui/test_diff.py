"""Rendering a page touches only what changed, and leaves typing people alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Clear, StartVisit
from kiosk.flow.pages import QuestionView
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import Counter, settle


def line_field(counter: Counter, path: str) -> tuple[QuestionField, LineEntry]:
    counter.window.interview.go(path)
    field = counter.window.interview._field()
    assert field is not None
    assert isinstance(field.entry, LineEntry)
    return field, field.entry


def test_focus_cursor_and_widgets_survive_every_keystroke(counter: Counter) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    field, entry = line_field(counter, "addr.new.katagaki")
    before = dict(window.interview.panels["move"].fields)  # type: ignore[union-attr]  # move is no grid
    QTest.keyClicks(entry.line, "abcd")
    entry.line.setCursorPosition(2)
    QTest.keyClicks(entry.line, "X")
    assert (entry.line.text(), entry.line.cursorPosition()) == ("abXcd", 3)
    assert QApplication.focusWidget() is entry.line
    assert window.interview.panels["move"].fields == before  # type: ignore[union-attr]  # move is no grid
    assert field.entry is entry


def recorder(path: str, into: list[str]) -> Callable[[QuestionView], None]:
    return lambda _view: into.append(path)


def test_fields_whose_view_is_the_same_are_not_touched(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    window.interview.open_section("move")
    touched: list[str] = []
    for path, field in window.interview.panels["move"].fields.items():  # type: ignore[union-attr]  # move is no grid
        monkeypatch.setattr(field, "_show", recorder(path, touched))
    window.act(Answer(path="addr.new.katagaki", text="305"))
    assert touched == ["addr.new.katagaki"]


def test_a_date_is_not_called_wrong_before_it_is_finished(counter: Counter) -> None:
    counter.window.act(StartVisit(event="e0"))
    field, entry = line_field(counter, "case.moved_on")
    QTest.keyClicks(entry.line, "R8.")
    assert not field.issue.isVisible()
    QTest.keyClicks(entry.line, "4.12")
    assert "令和8年4月12日" in field.echo.text
    entry.line.selectAll()
    QTest.keyClicks(entry.line, "R99")
    counter.window.interview.go("addr.new.katagaki")
    assert field.issue.isVisible()
    assert entry.line.text() == "R99"


def test_kana_typed_as_hiragana_is_echoed_as_katakana(counter: Counter) -> None:
    counter.window.act(StartVisit(event="e0"))
    field, entry = line_field(counter, "person[p1].kana")
    entry.line.setText("かくう")
    entry.line.textEdited.emit("かくう")
    assert "カクウ" in field.echo.text


def test_backspace_takes_a_letter_with_its_variation_selector(counter: Counter) -> None:
    counter.window.act(StartVisit(event="e0"))
    _, entry = line_field(counter, "household.old.head_name")
    entry.line.setText("葛󠄀")
    entry.line.textEdited.emit("葛󠄀")
    assert "葛󠄀" in entry.written.text
    QTest.keyClick(entry.line, Qt.Key.Key_Backspace)
    assert entry.line.text() == ""


def test_names_with_selectors_are_drawn_by_the_glyph_painter_only(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    window.act(Answer(path="person[p2].name.full", text="葛󠄀城　花子"))
    window.interview.open_section("who")
    settle(qtbot)
    window.grab()
    assert any("葛󠄀" in text for text in counter.glyphs.drawn)


def test_an_answer_taken_back_leaves_an_empty_line(counter: Counter) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    _, entry = line_field(counter, "addr.new.katagaki")
    window.act(Answer(path="addr.new.katagaki", text="305"))
    window.act(Clear(path="addr.new.katagaki"))
    assert entry.line.text() == ""


def test_the_grid_moves_to_the_next_open_cell_on_enter(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    _, entry = line_field(counter, "person[p1].name.full")
    assert QApplication.focusWidget() is entry.line
    QTest.keyClicks(entry.line, "A")
    QTest.keyClick(entry.line, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.interview.path == "person[p2].name.full"
