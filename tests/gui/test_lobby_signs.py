"""A signature is drawn at the terminal, void by a change at the counter, and drawn again back at the terminal."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.finger import Finger
from kiosk.flow.actions import Action, Answer, End, GoTo, Step
from kiosk.flow.lobby.actions import Begin, Choose, Count, Onward
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.slip_code import bars_of, code_of
from kiosk.model.fact import Signature
from kiosk.ui.lobby.sign_view import SignView
from tests.gui.counter import until
from tests.gui.lobby import GLASS, Touched
from tests.gui.real import Opens, said
from tests.visits import persona

PAIR, NUMBER = persona("futari"), "260420-001"


def answers(terminal: Touched, words: Mapping[str, str]) -> None:
    for action in (Begin(), Choose(event=PAIR.event), Count(people=len(PAIR.persons)), Onward()):
        terminal.window.act(action)
    terminal.say(words)
    terminal.approve()


def draws(terminal: Touched) -> None:
    """A stroke across the pad, and on."""
    view = terminal.window.shown
    assert isinstance(view, SignView)
    assert view.pad.isVisible()
    middle = view.pad.rect().center()
    Finger(terminal.window, terminal.settle).stroke(
        view.pad, [middle, middle + (view.pad.rect().bottomRight() - middle) / 2]
    )
    terminal.press(terminal.window.way.onward_key)


def takes_up(qtbot: QtBot, desk: CounterDesk) -> None:
    QTest.keyClicks(desk.window.start.events[0], bars_of(NUMBER))
    QTest.keyClick(desk.window.start.events[0], Qt.Key.Key_Return)
    until(qtbot, lambda: desk.window.page.step is Step.INTERVIEW)


def does(qtbot: QtBot, desk: CounterDesk, *actions: Action) -> None:
    for action in actions:
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)


def strokes(desk: CounterDesk) -> int:
    """How many signatures stand."""
    case = desk.visit.state.case
    return sum(isinstance(fact.value, Signature) for fact in case.ledger.current.values()) if case is not None else 0


def test_what_was_drawn_here_is_void_by_a_change_at_the_counter_and_drawn_again_here(
    terminal: Touched, open_counter: Opens, qtbot: QtBot
) -> None:
    answers(terminal, PAIR.answers)
    for _ in ("the head", "the other"):
        assert terminal.at(Place.SIGN)
        draws(terminal)
    assert terminal.at(Place.SLIP)
    assert "署名" not in terminal.window.shown.spoken()[2]
    case = terminal.page.case
    assert case is not None
    terminal.touch("終わる")
    desk = open_counter()
    takes_up(qtbot, desk)
    assert strokes(desk) == 4
    does(qtbot, desk, Answer(path="person[p1].name.full", text="架空　大郎"))
    assert strokes(desk) == 0
    assert "署名を取り消しました" in said(desk)
    does(qtbot, desk, End())
    QTest.keyClicks(terminal.window, code_of(case))
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    terminal.settle()
    assert terminal.at(Place.CHECK)
    terminal.approve()
    for _ in ("the head", "the other"):
        draws(terminal)
    assert terminal.at(Place.SLIP)
    terminal.touch("終わる")
    takes_up(qtbot, desk)
    seen = {path: words for path, words in PAIR.answers.items() if path.startswith("case.id_")}
    does(qtbot, desk, *(Answer(path=path, text=words) for path, words in seen.items()), GoTo(step=Step.SIGN))
    assert (desk.window.page.step, strokes(desk)) == (Step.SIGN, 4)
    assert all(signer.signed for signer in desk.window.page.signers)


@pytest.mark.parametrize("glass", list(GLASS))
def test_while_something_is_open_there_is_no_pad_and_the_page_says_where_it_is_signed(
    terminal: Touched, glass: str
) -> None:
    terminal.window.resize(GLASS[glass])
    answers(terminal, {path: words for path, words in PAIR.answers.items() if not path.endswith("p1].phone")})
    view = terminal.window.shown
    assert isinstance(view, SignView)
    assert not view.pad.isVisible()
    assert terminal.window.title.text == "署名は窓口でお願いします"
    assert "電話番号" in view.later.text
    terminal.touch("窓口に渡す")
    assert terminal.at(Place.SLIP)
    assert "署名は窓口でお願いします" in terminal.window.shown.spoken()[2]
