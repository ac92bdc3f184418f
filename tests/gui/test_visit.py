"""A whole visit through the window: once with keys alone, once with the mouse alone."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Confirm, Put, Sign, StartVisit, Step
from kiosk.flow.pages import QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import Counter, keyboard, settle, until

TEXTS = {Type.DATE: "R8.4.12", Type.PHONE: "03-0000-0000", Type.INT: "0", Type.DIGITS: "0000000"}


def key(what: Qt.Key) -> None:
    QTest.keyClick(keyboard(), what)


def type_words(text: str) -> None:
    QTest.keyClicks(keyboard(), text)


def convert(text: str) -> None:
    """Type with the conversion that every Japanese keyboard has."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(keyboard(), event)


def open_views(counter: Counter) -> Sequence[QuestionView]:
    """What waits for an answer, the next one first."""
    views = {view.path: view for section in counter.window.page.sections for view in section.questions}
    return [views[path] for path in counter.desk.open]


def on(counter: Counter) -> Step:
    return counter.window.page.step


def asked(counter: Counter, qtbot: QtBot) -> QuestionView:
    """The open question that has the keyboard, as soon as it has."""
    interview = counter.window.interview
    until(qtbot, lambda: interview.path in counter.desk.open)
    return next(view for view in open_views(counter) if view.path == interview.path)


def answer_by_keys(counter: Counter, qtbot: QtBot, view: QuestionView) -> None:
    match view.type:
        case Type.CODE | Type.CODES | Type.BOOL | Type.PERSON | Type.PERSONS if len(view.choices) <= 6:
            type_words("1")
            key(Qt.Key.Key_Return)
        case Type.CODE | Type.RELATION:
            key(Qt.Key.Key_Down)
            key(Qt.Key.Key_Return)
        case Type.ADDRESS:
            type_words("0000001")  # one town only: the number is next
            until(qtbot, lambda: not counter.window.kit.jobs.running)
            type_words("7")
            key(Qt.Key.Key_Return)
        case Type.KANA:
            convert("かくう")
            key(Qt.Key.Key_Return)
        case _:
            type_words(TEXTS.get(view.type, "X"))
            key(Qt.Key.Key_Return)


def test_a_visit_by_keyboard_alone(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    type_words(" ")  # the first life event has the keyboard
    assert window.page.step is Step.INTERVIEW
    for _ in range(60):
        if not open_views(counter):
            break
        answer_by_keys(counter, qtbot, asked(counter, qtbot))
    assert open_views(counter) == []
    assert QApplication.focusWidget() is window.keys.primary
    for step in (Step.PLAN, Step.CHECK, Step.SIGN):
        QTest.keyClick(window, {Step.PLAN: Qt.Key.Key_F6, Step.CHECK: Qt.Key.Key_F7, Step.SIGN: Qt.Key.Key_F8}[step])
        assert window.page.step is step
    for panel in window.sign.panels.values():
        panel.paper.setFocus()
        key(Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert on(counter) is Step.DONE
    QTest.keyClick(window, Qt.Key.Key_F10)
    until(qtbot, lambda: counter.words("print-done") == window.done.paper.told.label.text)
    window.keys.primary.setFocus()
    key(Qt.Key.Key_Return)
    assert on(counter) is Step.START


def press(widget: QWidget) -> None:
    assert widget.isVisible(), widget.accessibleName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


def field_of(counter: Counter) -> QuestionField:
    field = counter.window.interview._field()
    assert field is not None
    return field


def test_a_visit_by_mouse_alone(counter: Counter, qtbot: QtBot) -> None:
    """Everything that must be typed can be held; the rest is pressed."""
    window, desk = counter.window, counter.desk
    press(window.start.events[0])
    for section, button in list(window.interview.nav.items()):
        for _ in range(40):
            shown = next(each for each in window.page.sections if each.id == section).questions
            left = [view for view in shown if view.path in desk.open]
            if not left:
                break
            press(button)
            field = field_of(counter)
            press(next(iter(field.entry.options.values())) if isinstance(field.entry, ChoiceEntry) else field.hold)
            QApplication.processEvents()
    assert open_views(counter) == []
    for _ in range(3):
        press(window.keys.primary)
    assert window.page.step is Step.SIGN
    for panel in window.sign.panels.values():
        window.sign.area.ensureWidgetVisible(panel.pad)
        QTest.mousePress(panel.pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
        QTest.mouseMove(panel.pad, QPoint(200, 90))
        QTest.mouseRelease(panel.pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))
        press(panel.accept)
    press(window.keys.primary)
    signed = [action for action in desk.log if isinstance(action, Sign)]
    assert [action.person for action in signed] == ["p1", "p2"]
    assert all(
        0 < x <= action.signature.width for action in signed for stroke in action.signature.strokes for x, _ in stroke
    )
    assert any(isinstance(action, Confirm) for action in desk.log)
    assert on(counter) is Step.DONE


def test_nothing_of_a_visit_stays_on_the_glass_after_its_end(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    press(window.start.events[0])
    window.act(Answer(path="person[p2].name.full", text="秘密　花子"))
    for step in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        QTest.keyClick(window, step)
    counter.reach(Step.DONE)
    press(window.keys.primary)
    settle(qtbot)
    said = [widget.accessibleName() + getattr(widget, "_text", "") for widget in window.findChildren(QWidget)]
    said += [line.text() for line in window.findChildren(Line)]
    said += [button.text() for button in window.findChildren(Button)]
    assert not [text for text in said if "秘密" in text or "花子" in text]


@pytest.mark.parametrize("step", [Step.INTERVIEW, Step.CHECK, Step.SIGN, Step.DONE])
def test_the_window_title_never_names_anybody(counter: Counter, step: Step) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.name()
    counter.reach(step)
    assert counter.window.windowTitle() == counter.words("window-title")


def test_an_answer_is_changed_at_the_check_without_leaving_it(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    press(window.start.events[0])
    window.act(Answer(path="addr.new.katagaki", text="305"))
    counter.reach(Step.SIGN)
    QTest.keyClick(window, Qt.Key.Key_F7)  # who has been shown the papers sees what is changed afterwards
    window.check.go("addr.new.katagaki")
    settle(qtbot)
    assert (window.page.step, window.check.editor.path) == (Step.CHECK, "addr.new.katagaki")
    type_words("A")
    key(Qt.Key.Key_Return)
    settle(qtbot)
    assert QApplication.focusWidget() is window.check.table
    cell = window.check.table.grid.cell(window.check.table.grid.find("addr.new.katagaki"))
    assert cell is not None
    assert cell.changed
    assert "addr.new.katagaki" in window.check.gate.links, "it waits to be confirmed"


def test_a_click_on_a_box_goes_to_its_question_and_the_question_lights_its_box(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    press(window.start.events[0])
    canvas = window.side.paper.canvas
    target = next(box for leaf, _ in canvas._origins() for box in leaf.boxes if box.box == "cert.items")
    rect = canvas._rect(target, canvas._origins()[0][1])
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    settle(qtbot)
    assert window.interview.path == "cert.items"
    assert canvas._lit == {"cert.items"}


def test_people_can_be_chosen_as_nobody(counter: Counter) -> None:
    window = counter.window
    press(window.start.events[0])
    window.interview.go("household.card_holders")
    entry = field_of(counter).entry
    assert isinstance(entry, ChoiceEntry)
    entry.options[""].click()
    assert counter.desk.log[-1] == Put(path="household.card_holders", value=())


def test_a_key_that_cannot_act_yet_says_what_is_missing(counter: Counter) -> None:
    window, words = counter.window, counter.words
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert words("start-first") in [message.accessibleName() for message in window.notices.findChildren(QWidget)]
    press(window.start.events[0])
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert words("print-where") in [message.accessibleName() for message in window.notices.findChildren(QWidget)]
