"""Codes from home at the window: typed by a scanner on the start page or in the drawer, or as a picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import StartVisit, Step, UsePreentry
from kiosk.model.message import Code
from tests.gui.counter import Counter, until

LINE = "KPE1ABCDEFGH0101AAAA"
FOUND = UsePreentry(event="e0", persons=({"person.name.full": "架空　太郎"}, {}), case={}, language="日本語")


def idle(counter: Counter, qtbot: QtBot) -> None:
    until(qtbot, lambda: not counter.window.kit.jobs.running)


def scan(counter: Counter, qtbot: QtBot, line: str) -> None:
    """A scanner types letters one by one, capital ones with Shift, and ends with Enter."""
    target = counter.window.start.events[0]
    target.setFocus()
    for letter in line:
        QTest.keyClicks(target, letter)
    QTest.keyClick(target, Qt.Key.Key_Return)
    idle(counter, qtbot)


def test_a_scanner_on_the_start_page_begins_the_visit(counter: Counter, qtbot: QtBot) -> None:
    counter.office.home = FOUND
    scan(counter, qtbot, LINE)
    begun = [action for action in counter.desk.log if isinstance(action, StartVisit | UsePreentry)]
    assert begun == [StartVisit(event="e0", people=2), FOUND]
    assert counter.window.page.step is not Step.START


def test_a_code_that_is_one_of_several_says_which_are_missing(counter: Counter, qtbot: QtBot) -> None:
    counter.office.home = Code("preentry-parts", "read", "of", "missing")(read=1, of=3, missing=("2", "3"))
    scan(counter, qtbot, LINE)
    assert any("3枚のうち1枚" in said.label.text for said in counter.window.notices.messages)
    assert counter.window.page.step is Step.START


@pytest.mark.parametrize("line", ["1234", "K1", "KPE"])
def test_what_is_no_code_is_typed_as_ever(counter: Counter, qtbot: QtBot, line: str) -> None:
    counter.office.home = FOUND
    target = counter.window.start.events[0]
    for letter in line:
        QTest.keyClicks(target, letter)
    assert FOUND not in counter.desk.log


def test_the_drawer_takes_a_scanned_line_and_a_picture(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.window.key(3)
    panel = counter.window.side.extract.home
    panel.code.setText(LINE)
    panel.code.entered.emit()
    idle(counter, qtbot)
    assert panel.said.label.text.startswith("家で入力したコードではない")
    assert panel.code.text() == ""
    panel.read.click()
    assert panel.said.label.text.startswith("画像ファイルの場所")
    counter.office.home = FOUND
    panel.picture.setText("/tmp/codes.png")
    panel.read.click()
    idle(counter, qtbot)
    assert counter.desk.log[-1] == FOUND
    assert panel.said.label.text == ""


def test_nothing_that_was_read_outlives_the_visit(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.window.key(3)
    panel = counter.window.side.extract.home
    panel.code.setText(LINE)
    panel.picture.setText("/tmp/codes.png")
    counter.window.end()
    idle(counter, qtbot)
    assert (panel.code.text(), panel.picture.text()) == ("", "")
    assert counter.office.forgotten > 0


def test_what_is_still_read_when_the_visit_ends_comes_to_nobody(counter: Counter, qtbot: QtBot) -> None:
    counter.office.home = FOUND
    counter.window.act(StartVisit(event="e0"))
    counter.window.key(3)
    panel = counter.window.side.extract.home
    panel.code.setText(LINE)
    panel.code.entered.emit()
    counter.window.end()
    idle(counter, qtbot)
    assert FOUND not in counter.desk.log
