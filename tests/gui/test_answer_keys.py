"""The keys of an answer: each choice has one, the last word of an answer goes on, Enter never says what nobody said."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Hold, Put
from kiosk.flow.pages import Choice, QuestionState, QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import Counter

PATH = "household.card_holders"
PEOPLE = tuple(Choice(code=f"p{at}", label=f"架空　{at}郎") for at in range(1, 5))
PAPERS = tuple(Choice(code=f"c{at}", label=f"書類{at}") for at in range(1, 11))


def asked(kind: Type, choices: tuple[Choice, ...]) -> QuestionView:
    return QuestionView(
        path=PATH,
        label="お持ちの方",
        ask="どなたがお持ちですか。",
        type=kind,
        state=QuestionState.OPEN,
        choices=choices,
    )


@dataclass
class Asked:
    """One question that is asked alone; what was said, and how often it went on."""

    shown: QuestionField
    view: QuestionView
    said: list[object] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)
    reads: bool = True

    def press(self, keys: str) -> None:
        QTest.keyClicks(QWidget.focusWidget(self.shown.window()) or self.shown, keys)

    def enter(self) -> None:
        QTest.keyClick(QWidget.focusWidget(self.shown.window()) or self.shown, Qt.Key.Key_Return)

    def answer(self, action: object) -> None:
        """As a visit does: what was said stands at once, if it `reads` it."""
        self.said.append(action)
        if not self.reads:
            return
        value = action.value if isinstance(action, Put) else action.text if isinstance(action, Answer) else None
        state = QuestionState.HELD if isinstance(action, Hold) else QuestionState.ANSWERED
        self.shown.present(replace(self.view, value=value, state=state))


Asks = Callable[[Type, tuple[Choice, ...]], Asked]


@pytest.fixture
def asks(counter: Counter, qtbot: QtBot) -> Asks:
    def ask(kind: Type, choices: tuple[Choice, ...] = ()) -> Asked:
        view = asked(kind, choices)
        made = Asked(QuestionField(counter.window.kit, view), view)
        qtbot.addWidget(made.shown)
        made.shown.acted.connect(made.answer)
        made.shown.next.connect(made.onward.append)
        with qtbot.waitActive(made.shown):
            made.shown.show()
            made.shown.activateWindow()
        made.shown.go()
        return made

    return ask


def test_one_of_a_few_is_said_with_its_key_and_goes_on(asks: Asks) -> None:
    one = asks(Type.CODE, PAPERS[:3])
    one.press("2")
    assert one.said == [Answer(path=PATH, text="c2")]
    assert len(one.onward) == 1


def test_any_of_several_wait_for_enter_everybody_and_nobody_do_not(asks: Asks) -> None:
    some, everybody, nobody = asks(Type.PERSONS, PEOPLE), asks(Type.PERSONS, PEOPLE), asks(Type.PERSONS, PEOPLE)
    some.press("13")
    assert (some.said[-1], some.onward) == (Put(path=PATH, value=("p1", "p3")), [])
    some.enter()
    everybody.press("5")
    nobody.press("0")
    assert [everybody.said[-1], nobody.said[-1]] == [
        Put(path=PATH, value=("p1", "p2", "p3", "p4")),
        Put(path=PATH, value=()),
    ]
    assert [len(each.onward) for each in (some, everybody, nobody)] == [1, 1, 1]


def test_what_comes_after_the_eighth_is_reached_by_a_letter_for_nine_is_that_nobody_knows(asks: Asks) -> None:
    many, unknown = asks(Type.CODES, PAPERS), asks(Type.CODES, PAPERS)
    assert isinstance(many.shown.entry, ChoiceEntry)
    assert "".join(button.by_key for button in many.shown.entry.options.values()) == "12345678ab0"
    many.press("b")
    unknown.press("9")
    assert many.said == [Put(path=PATH, value=("c10",))]
    assert (unknown.said, len(unknown.onward)) == ([Hold(path=PATH)], 1)


def test_a_row_of_a_long_list_is_chosen_by_its_number_whole_where_a_second_digit_could_follow(asks: Asks) -> None:
    short, long = asks(Type.CODE, PAPERS), asks(Type.CODE, PAPERS)
    assert isinstance(short.shown.entry, ListEntry)
    short.press("4")
    long.press("10")
    assert [short.said[-1], long.said[-1]] == [Answer(path=PATH, text="c4"), Answer(path=PATH, text="c10")]
    assert [len(each.onward) for each in (short, long)] == [1, 1]


@pytest.mark.parametrize("kind", [Type.CODE, Type.PERSONS, Type.TEXT], ids=lambda kind: kind.value)
def test_enter_stays_where_nobody_has_said_anything_and_says_so(asks: Asks, kind: Type) -> None:
    one = asks(kind, PEOPLE)
    one.enter()
    assert (one.said, one.onward) == ([], [])
    assert one.shown.issue.isVisible()


def test_enter_takes_what_an_arrow_led_to(asks: Asks) -> None:
    one = asks(Type.CODE, PAPERS[:3])
    QTest.keyClick(one.shown.entry.first(), Qt.Key.Key_Right)
    one.enter()
    assert one.said == [Answer(path=PATH, text="c2")]
    assert len(one.onward) == 1


def test_enter_stays_with_an_answer_that_cannot_be_read(asks: Asks) -> None:
    one = asks(Type.TEXT, ())
    one.reads = False
    one.shown.present(replace(one.view, state=QuestionState.WRONG, issue="読めません。", text="12"))
    one.enter()
    assert (one.onward, one.shown.issue.isVisible()) == ([], True)
