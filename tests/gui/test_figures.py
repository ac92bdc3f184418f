"""Figures are taken as they are typed, in whatever mode the input method is; words in the same line are converted."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.widgets.line import Line
from tests.gui.counter import Counter


@pytest.fixture
def line(counter: Counter, qtbot: QtBot) -> Line:
    made = Line(counter.window.kit)
    qtbot.addWidget(made)
    made.figures = True
    return made


def waits(line: Line, text: str) -> None:
    """What an input method has made of the keys until now."""
    QApplication.sendEvent(line, QInputMethodEvent(text, []))


def test_digits_and_what_parts_them_are_taken_at_once_and_only_once(line: Line) -> None:
    for text in ("Ｒ８", "", "。", "", "４", "４。", "", "１", "１２", ""):  # now and then the next key is quicker
        waits(line, text)
    assert line.text() == "R8.4.12"


def test_words_wait_to_be_converted(line: Line) -> None:
    for text in ("ｆ", "ふ", "ふしょう"):
        waits(line, text)
    assert line.text() == ""
    event = QInputMethodEvent()
    event.setCommitString("不詳")
    QApplication.sendEvent(line, event)
    assert line.text() == "不詳"


def test_a_line_for_words_takes_nothing_before_it_is_converted(line: Line) -> None:
    line.figures = False
    waits(line, "３")
    assert line.text() == ""
