"""What stories of the real window over a real home have in common."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Action, Confirm, GoTo, Sign, StartVisit, Step
from tests.gui.counter import until

Opens = Callable[..., CounterDesk]


def said(desk: CounterDesk) -> str:
    """Everything the notices above the page say."""
    return "\n".join(message.label.text for message in desk.window.notices.messages)


def play(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    """The family's whole visit up to the signature."""
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    ends: list[Action] = [GoTo(step=Step.SIGN), *signs]
    desk.window.act(StartVisit(event=demo.case.event))
    for action in (*demo.sources(cards=True, extract=True), *answers(desk.visit, demo.case)):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    for action in answers(desk.visit, demo.case):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    for last in (GoTo(step=Step.CHECK), *looked_through(desk.visit), *ends):
        desk.window.act(last)
        until(qtbot, lambda: not desk.host.busy)


def confirm(qtbot: QtBot, desk: CounterDesk) -> None:
    """Confirm, and wait until nothing of it is under way."""
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE and not desk.host.busy)


def before_slip(desk: CounterDesk) -> str:
    case = desk.visit.state.case
    assert case is not None
    return case.slip
