"""職員がご案内します: a clerk takes over; nobody who looks on can tell it from any other 保留."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Clear, Confirm, GoTo, HandOff, StartVisit, Step
from kiosk.flow.pages import QuestionState
from kiosk.rules.keys import ROLE
from kiosk.ui.counter.drawers import Side
from kiosk.ui.widgets.message import Message, Mood
from tests.gui.counter import Counter, keyboard, settle

IN_A_VISIT = (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN)


@pytest.fixture
def visit(counter: Counter) -> Counter:
    """The first question is answered: the next one is who has come."""
    counter.window.act(StartVisit(event="e0"))
    counter.window.act(Answer(path="case.event_type", text="国内転入"))
    return counter


def at(counter: Counter, step: Step) -> None:
    counter.window.act(GoTo(step=step))


def press(key: Qt.Key) -> None:
    QTest.keyClick(keyboard(), key)


def messages(counter: Counter) -> list[Message]:
    return counter.window.notices.findChildren(Message)


def who_has_come(counter: Counter) -> QuestionState:
    views = [view for section in counter.window.page.sections for view in section.questions]
    return next(view.state for view in views if view.path == ROLE)


@pytest.mark.parametrize("step", IN_A_VISIT)
def test_wherever_a_clerk_takes_over_the_same_calm_words_say_how_to_go_on(visit: Counter, step: Step) -> None:
    at(visit, step)
    press(Qt.Key.Key_F11)
    assert [type(action) for action in visit.desk.log].count(HandOff) == 1
    stays = Step.CHECK if step is Step.SIGN else step  # nobody signs while something is held
    assert (visit.window.page.step, who_has_come(visit)) == (stays, QuestionState.HELD)
    question = "窓口に来られた方は、どなたですか。"
    assert [message.label.text for message in messages(visit)] == [visit.words("hand-off-how", question=question)]
    assert [message._mood for message in messages(visit)] == [Mood.INFO]


def test_the_glass_is_the_same_as_after_any_hold_of_who_has_come(visit: Counter, qtbot: QtBot) -> None:
    window = visit.window
    at(visit, Step.SIGN)  # from here on every change is marked
    at(visit, Step.INTERVIEW)
    press(Qt.Key.Key_F11)
    off = window.page, window.interview.path, pictures(visit, qtbot)
    at(visit, Step.INTERVIEW)
    window.act(Clear(path=ROLE))
    window.interview.go(ROLE)
    press(Qt.Key.Key_F4)
    assert (window.page, window.interview.path, pictures(visit, qtbot)) == off


def pictures(counter: Counter, qtbot: QtBot) -> list[object]:
    found: list[object] = []
    for step in (Step.PLAN, Step.CHECK, Step.SIGN):
        at(counter, step)
        settle(qtbot)
        found.append(counter.window.grab().toImage())
    return found


def test_the_visit_goes_on_when_who_has_come_is_answered(visit: Counter) -> None:
    press(Qt.Key.Key_F11)
    visit.window.interview.go(ROLE)
    QTest.keyClicks(keyboard(), "2")
    assert (who_has_come(visit), messages(visit)) == (QuestionState.ANSWERED, [])


@pytest.mark.parametrize("step", IN_A_VISIT[1:])
def test_after_it_the_next_enter_leads_back_and_confirms_nothing(visit: Counter, step: Step) -> None:
    at(visit, step)
    press(Qt.Key.Key_F11)
    there = visit.window.page.step
    press(Qt.Key.Key_Return)
    assert visit.window.page.step is IN_A_VISIT[IN_A_VISIT.index(there) - 1]
    assert not [action for action in visit.desk.log if isinstance(action, Confirm)]


def test_it_leaves_an_open_drawer_open_like_any_hold(visit: Counter) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F11)
    assert visit.window.side.showing is Side.CARD


def test_before_and_after_a_visit_it_says_what_to_do(counter: Counter) -> None:
    press(Qt.Key.Key_F11)
    assert [message.label.text for message in messages(counter)] == [counter.words("start-first")]
    counter.window.act(StartVisit(event="e0"))
    counter.reach(Step.DONE)
    press(Qt.Key.Key_F11)
    assert [message.label.text for message in messages(counter)] == [counter.words("after-done")]
    assert not any(isinstance(action, HandOff) for action in counter.desk.log)


def test_where_nobody_is_asked_who_has_come_the_words_are_only_the_sentence_itself(visit: Counter) -> None:
    page = visit.window.page
    asked = [
        replace(section, questions=tuple(view for view in section.questions if view.path != ROLE))
        for section in page.sections
    ]
    visit.window.page = replace(page, sections=tuple(asked))
    visit.window.key(11)
    assert [message.label.text for message in messages(visit)] == [visit.words("hand-off")]


def test_the_key_is_named_in_full_for_those_who_hear_it(counter: Counter) -> None:
    button = counter.window.keys.keys[10]
    assert button.text() == counter.words("key-f11")
    assert button.accessibleName() == f"F11 {counter.words('hand-off')}"
