"""A training at the real window: who comes is chosen, they answer what is asked, and the end says how it went."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.training import TrainingRoom, training_program
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Confirm, GoTo, Hold, Sign, StartVisit, Step
from tests.gui.conftest import active
from tests.gui.counter import settle, until, words_on_the_glass
from tests.visits import ON_PAPER


@pytest.fixture
def training(qtbot: QtBot, tmp_path: Path) -> Iterator[CounterDesk]:
    desk = build_counter(training_program(replace(Place.standard(), home=tmp_path / "home")))
    yield active(qtbot, desk, desk.host.start)
    desk.close()


def room(desk: CounterDesk) -> TrainingRoom:
    trainer = desk.window.kit.trainer
    assert isinstance(trainer, TrainingRoom)
    return trainer


def still(qtbot: QtBot, desk: CounterDesk) -> None:
    until(qtbot, lambda: not desk.jobs.running and not desk.host.busy)


def called(qtbot: QtBot, desk: CounterDesk, guest: str) -> None:
    """The drawer is opened, and this visitor is pressed."""
    window = desk.window
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    still(qtbot, desk)
    title = next(each.title for each in room(desk).guests() if each.id == guest)
    next(row for row in window.side.training.rows if row.accessibleName().startswith(title)).click()
    still(qtbot, desk)


def finish(qtbot: QtBot, desk: CounterDesk) -> None:
    """The rest of the visit; the first thing that the visitor says is not recorded."""
    window, visitor = desk.window, room(desk).visitor
    assert visitor is not None
    for at, answer in enumerate(answers(desk.visit, visitor.case)):
        window.act(answer if at else Hold(path=answer.path))
        still(qtbot, desk)
    assert desk.visit.snapshot is not None
    for path in desk.visit.snapshot.interview.open:
        window.act(Hold(path=path))
    for action in (GoTo(step=Step.CHECK), *looked_through(desk.visit), GoTo(step=Step.SIGN)):
        window.act(action)
        still(qtbot, desk)
    window.act(GoTo(step=Step.SIGN))
    for signer in window.page.signers:
        window.act(Sign(person=signer.person, signature=ON_PAPER))
    window.act(Confirm())
    until(qtbot, lambda: window.page.step is Step.DONE)
    still(qtbot, desk)


def test_a_visitor_comes_answers_what_is_asked_is_judged_and_leaves_nothing(
    qtbot: QtBot, training: CounterDesk
) -> None:
    window = training.window
    assert window.band is not None
    called(qtbot, training, "suido")
    visitor = room(training).visitor
    assert visitor is not None
    assert "その他の手続" in window.band.said.text
    window.act(StartVisit(event=visitor.case.event))
    settle(qtbot)
    window.interview.go("case.requests")
    assert window.band.said.text == f"「{room(training).says('case.requests')}」"
    finish(qtbot, training)
    assert window.side.training.isVisible()
    assert window.mark.geometry() == window.rect()
    assert any("手本と違うところ" in text for text in words_on_the_glass())
    window.end()
    until(qtbot, lambda: not [text for text in words_on_the_glass() if "泉" in text or "イズミ" in text])
    assert room(training).visitor is None
    assert window.band.said.text == window.kit.words("training-band-none")
