"""Ctrl+Z and Ctrl+Y at the window: what was typed here first, then what was done before; also by the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import AddPerson, Answer, GoTo, StartVisit, Step
from kiosk.flow.case_actions import Rewind
from kiosk.ui.counter.drawers import Side
from tests.gui.counter import Counter, keyboard, settle
from tests.gui.family import NAMES

HOUSE = "addr.new.katagaki"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = CTRL | SHIFT


@pytest.fixture
def visit(counter: Counter) -> Counter:
    counter.window.act(StartVisit(event="e0"))
    return counter


def undo() -> None:
    QTest.keyClick(keyboard(), Qt.Key.Key_Z, CTRL)


def said(counter: Counter, path: str) -> str:
    views = (view for section in counter.window.page.sections for view in section.questions)
    return next((view.text for view in views if view.path == path), "")


def test_in_a_line_what_was_typed_there_is_taken_back_first_and_then_what_was_done_before(
    visit: Counter, qtbot: QtBot
) -> None:
    visit.window.act(Answer(path="bank.number", text="0000000"))
    visit.window.interview.go(HOUSE)
    QTest.keyClicks(keyboard(), "305")
    assert said(visit, HOUSE) == "305"
    undo()
    assert (said(visit, HOUSE), said(visit, "bank.number")) == ("", "0000000")
    for _ in range(2):  # that the line was typed into at all, and what was said before
        undo()
    settle(qtbot)
    assert said(visit, "bank.number") != "0000000"
    assert keyboard().isVisible()


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL_SHIFT)], ids=["y", "shift-z"])
def test_a_member_too_many_goes_and_comes_again(
    visit: Counter, keys: tuple[Qt.Key, Qt.KeyboardModifier], qtbot: QtBot
) -> None:
    visit.window.act(AddPerson())
    many = len(visit.window.page.persons)
    visit.window.keys.primary.setFocus()
    undo()
    assert len(visit.window.page.persons) == many - 1
    assert visit.words("notice-undone") in {message.label.text for message in visit.window.notices.messages}
    QTest.keyClick(keyboard(), *keys)
    assert len(visit.window.page.persons) == many


def test_at_the_check_the_cell_that_says_something_else_is_the_chosen_one(visit: Counter, qtbot: QtBot) -> None:
    visit.name()
    visit.window.act(GoTo(step=Step.CHECK))
    path = "person[p2].name.full"
    visit.window.act(Answer(path=path, text="別人"))
    visit.window.check.table.setFocus()
    undo()
    table = visit.window.check.table
    assert (table.path, keyboard()) == (path, table)
    assert NAMES["p2"] in str(table.currentIndex().data())


def test_the_help_has_both_ways_for_who_has_only_a_mouse(visit: Counter) -> None:
    visit.window.act(AddPerson())
    visit.window.key(1)
    assert visit.window.side.showing is Side.HELP
    visit.window.side.help.back.click()
    visit.window.side.help.onward.click()
    assert visit.desk.log[-2:] == [Rewind(), Rewind(onward=True)]


def test_before_a_visit_nothing_is_taken_back(counter: Counter) -> None:
    counter.window.rewind(onward=False)
    assert counter.window.page.step is Step.START
    assert counter.words("notice-nothing-back") in {each.label.text for each in counter.window.notices.messages}


def test_after_the_confirmation_nothing_is_taken_back(visit: Counter) -> None:
    visit.reach(Step.DONE)
    visit.window.rewind(onward=False)
    assert visit.window.page.step is Step.DONE
    assert not any(isinstance(action, Rewind) for action in visit.desk.log)
