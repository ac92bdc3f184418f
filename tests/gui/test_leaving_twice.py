"""やめる in two presses in a row: the first only says what will happen, anything else in between keeps the visit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, End, Step
from tests.gui.counter import Counter, keyboard, settle
from tests.gui.leaving import IN_A_VISIT, begun, ended, f12, press, said, type_key

Deed = Callable[[Counter, QtBot], None]


@pytest.fixture
def visit(counter: Counter) -> Counter:
    """A visit that is open."""
    return begun(counter)


@pytest.mark.parametrize("step", IN_A_VISIT)
def test_the_first_press_only_says_what_will_happen_and_the_second_leaves(visit: Counter, step: Step) -> None:
    visit.reach(step)
    f12()
    assert said(visit) == [visit.words("leave-sure")]
    assert (visit.window.page.step, ended(visit)) == (step, False)
    f12()
    assert (visit.window.page.step, visit.desk.log[-1], said(visit)) == (Step.START, End(), [])
    assert QApplication.focusWidget() is visit.window.start.events[0]


def a_letter(counter: Counter) -> None:
    QTest.keyClicks(keyboard(), "a")


def tab(counter: Counter) -> None:
    type_key(Qt.Key.Key_Tab)


def hold(counter: Counter) -> None:
    type_key(Qt.Key.Key_F4)


def a_key_that_cannot_act(counter: Counter) -> None:
    type_key(Qt.Key.Key_F10)


def larger_text(counter: Counter) -> None:
    QTest.keyClick(keyboard(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)


def a_press_on_a_heading(counter: Counter) -> None:
    press(counter.window.interview.title)


def a_press_on_another_section(counter: Counter) -> None:
    press(counter.window.interview.nav["who"])
    assert counter.window.interview.section == "who"


def a_half_converted_word(counter: Counter) -> None:
    QApplication.sendEvent(keyboard(), QInputMethodEvent("か", []))


def the_answer_of_a_card(counter: Counter) -> None:
    counter.window.act(Answer(path="case.moved_on", text="R8.4.12"))


IN_BETWEEN = (
    a_letter,
    tab,
    hold,
    a_key_that_cannot_act,
    larger_text,
    a_press_on_a_heading,
    a_press_on_another_section,
    a_half_converted_word,
    the_answer_of_a_card,
)


@pytest.mark.parametrize("in_between", IN_BETWEEN, ids=lambda deed: deed.__name__)
def test_anything_done_in_between_keeps_the_visit(visit: Counter, in_between: Callable[[Counter], None]) -> None:
    visit.window.interview.go("household.old.head_name")
    f12()
    in_between(visit)
    assert visit.words("leave-sure") not in said(visit)
    f12()
    assert (ended(visit), said(visit)) == (False, [visit.words("leave-sure")])
    f12()
    assert ended(visit)


def test_by_mouse_two_presses_leave_and_a_double_click_is_one(visit: Counter) -> None:
    button = visit.window.keys.leave
    press(button)
    for second_half in (QTest.mouseDClick, QTest.mouseRelease):
        second_half(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    assert (ended(visit), said(visit)) == (False, [visit.words("leave-sure")])
    press(button)
    assert ended(visit)


def test_the_button_can_be_pressed_twice_by_keyboard(visit: Counter) -> None:
    visit.window.keys.leave.setFocus()
    type_key(Qt.Key.Key_Return)
    assert said(visit) == [visit.words("leave-sure")]
    type_key(Qt.Key.Key_Space)
    assert ended(visit)


def test_a_function_key_that_is_held_down_is_one_press(counter: Counter) -> None:
    keys = {each.key().toString(): each.autoRepeat() for each in counter.window.findChildren(QShortcut)}
    assert [keys[f"F{number}"] for number in range(1, 13)] == [False] * 12


def test_what_is_asked_never_becomes_a_window_of_its_own(visit: Counter, qtbot: QtBot) -> None:
    visit.window.key(10)  # a notice stands already
    settle(qtbot)
    for _ in range(2):
        visit.window.key(12)  # both in one turn of the event loop
    QApplication.processEvents()  # what is thrown away still lives
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [visit.window]


# ---- before, after, and the next visit -------------------------------------------------------------------------------
def test_before_a_visit_there_is_nothing_to_leave(counter: Counter) -> None:
    for _ in range(2):
        f12()
        assert said(counter) == [counter.words("leave-nothing")]
    assert counter.desk.log == []


def test_after_the_confirmation_it_is_the_same_as_the_next_person(visit: Counter) -> None:
    visit.reach(Step.DONE)
    f12()
    assert (visit.window.page.step, visit.desk.log[-1]) == (Step.START, End())


def test_a_change_begun_in_a_visit_that_was_left_is_forgotten(visit: Counter) -> None:
    window = visit.window
    type_key(Qt.Key.Key_F7)
    assert window.check.go("person[p2].name.full")
    f12()
    f12()
    press(window.start.events[0])
    assert window.keys.primary.text() == visit.words("onward-interview")
    assert (window.check.editor.path, window.check.editor.isVisible()) == ("", False)
