"""やめる: a visit begun by mistake is left at the second F12 in a row, and the glass is empty at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, End, Step, UseCard
from kiosk.flow.state import VisitState
from kiosk.ui.counter.drawers import Side
from kiosk.ui.tokens import TextSize, Theme
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.message import Message
from tests.gui.counter import Counter, keyboard, settle, until, words_on_the_glass
from tests.gui.fake_ports import FakePaper
from tests.gui.family import FACE

IN_A_VISIT = (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN)
SECRET = "HIMITSU HANAKO"  # letters that a simulated keyboard has
Deed = Callable[[Counter, QtBot], None]


@pytest.fixture
def visit(counter: Counter) -> Counter:
    """A visit in which a name was said that must not stay."""
    press(counter.window.start.events[0])
    counter.window.act(Answer(path="person[p1].name.full", text=SECRET))
    counter.window.act(Answer(path="person[p2].name.full", text=SECRET))
    return counter


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


def type_key(what: Qt.Key) -> None:
    QTest.keyClick(keyboard(), what)


def f12() -> None:
    type_key(Qt.Key.Key_F12)


def said(counter: Counter) -> list[str]:
    return [message.label.text for message in counter.window.notices.findChildren(Message)]


def ended(counter: Counter) -> bool:
    return End() in counter.desk.log


def secrets_on_the_glass() -> list[str]:
    return [text for text in words_on_the_glass() if SECRET[:5] in text]


def undo_everywhere() -> None:
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit):
            widget.undo()


# ---- what may be half done when a visit is left --------------------------------------------------------------------
def a_name_half_typed(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.go("household.old.head_name")
    QTest.keyClicks(keyboard(), SECRET[:5])


def a_name_half_converted(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.open_section("members")  # where the names stand that were answered
    counter.window.interview.go("household.old.head_name")
    QApplication.sendEvent(keyboard(), QInputMethodEvent(SECRET, []))


def a_member_about_to_be_taken_out(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.go("person[p2].name.full")
    counter.window.interview.panels["members"].remove.click()  # type: ignore[union-attr]  # members is the grid


def a_card_in_the_reader_and_its_number_half_typed(counter: Counter, qtbot: QtBot) -> None:
    type_key(Qt.Key.Key_F2)
    counter.window.side.card.samples[0].click()
    until(qtbot, counter.window.side.card.digits.isVisible)
    QTest.keyClicks(counter.window.side.card.digits, "12")


def a_file_of_an_extract_half_typed(counter: Counter, qtbot: QtBot) -> None:
    type_key(Qt.Key.Key_F3)
    counter.window.side.extract.path.setFocus()
    QTest.keyClicks(counter.window.side.extract.path, f"/{SECRET}.c")


def a_reason_half_typed(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(UseCard(person="p5", face=FACE))
    counter.name(p5="見本　太郎")
    type_key(Qt.Key.Key_F7)
    reason = next(line for line in counter.window.check.findChildren(QLineEdit) if line.isVisible())
    reason.setFocus()
    QTest.keyClicks(reason, SECRET[:5])


def a_card_of_somebody_else(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(UseCard(person="p1", face=FACE.model_copy(update={"name": SECRET})))
    assert counter.window.page.proposal is not None


def a_signature_half_written(counter: Counter, qtbot: QtBot) -> None:
    type_key(Qt.Key.Key_F8)
    pad = counter.window.sign.panels["p1"].pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    QTest.mouseMove(pad, QPoint(200, 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))


def a_box_being_explained(counter: Counter, qtbot: QtBot) -> None:
    canvas = counter.window.side.paper.canvas
    QToolTip.showText(canvas.mapToGlobal(QPoint(5, 5)), SECRET, canvas)


HALF_DONE: tuple[Deed, ...] = (
    a_name_half_typed,
    a_name_half_converted,
    a_member_about_to_be_taken_out,
    a_card_in_the_reader_and_its_number_half_typed,
    a_file_of_an_extract_half_typed,
    a_reason_half_typed,
    a_card_of_somebody_else,
    a_signature_half_written,
    a_box_being_explained,
)


@pytest.mark.parametrize("half_done", HALF_DONE, ids=lambda deed: deed.__name__)
def test_nothing_of_a_visit_that_was_left_stays_on_the_glass(visit: Counter, qtbot: QtBot, half_done: Deed) -> None:
    half_done(visit, qtbot)
    assert secrets_on_the_glass()
    f12()
    f12()
    until(qtbot, lambda: not visit.window.kit.jobs.running)
    settle(qtbot)
    undo_everywhere()
    assert secrets_on_the_glass() == []
    side, paper = visit.window.side, visit.window.kit.paper
    assert (side.card.digits.text(), side.card._persons, side.showing) == ("", (), Side.PAPER)
    assert (visit.window.sign.panels, visit.window.check.rows, side.paper.canvas._leaves) == ({}, {}, ())
    assert isinstance(paper, FakePaper)
    assert paper.facts == {}
    assert (visit.desk.state, visit.desk.at_once.snapshot, visit.desk.log[-1]) == (VisitState(), None, End())


# ---- two presses in a row --------------------------------------------------------------------------------------------
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
    window.check.rows["person[p2].name.full"].change.click()
    f12()
    f12()
    press(window.start.events[0])
    assert window.keys.primary.text() == visit.words("onward-interview")
    assert not window.interview.single


def measured(counter: Counter) -> list[str]:
    kept = [each for each in counter.window.kit.look.kept.values() if isinstance(each, Lettering)]
    return [text for each in kept for text in (*each._widths, *(text for text, _ in each._lines))]


def test_what_was_measured_of_a_visits_words_is_forgotten_with_it(visit: Counter) -> None:
    assert measured(visit)
    visit.window.end()
    assert not measured(visit)


def test_text_size_and_colours_of_a_visit_are_gone_with_it_and_the_desks_own_come_back(visit: Counter) -> None:
    visit.window.end()
    look = visit.window.kit.look
    look.set(size=TextSize.NORMAL)  # with nobody there it is the clerk's own choice
    press(visit.window.start.events[0])
    look.set(size=TextSize.HUGE, theme=Theme.DARK)
    visit.window.act(Answer(path="person[p1].name.full", text=SECRET))
    visit.window.end()
    assert (look.size, look.theme) == (TextSize.NORMAL, Theme.STANDARD)
