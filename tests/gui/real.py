"""What stories of the real window over a real home have in common."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Action, Confirm, GoTo, Sign, StartVisit, Step
from kiosk.flow.jobs import Unparked
from kiosk.flow.state import VisitState
from tests.gui.counter import until

Opens = Callable[..., CounterDesk]


def said(desk: CounterDesk) -> str:
    """Everything the notices above the page say."""
    return "\n".join(message.label.text for message in desk.window.notices.messages)


_played: dict[str, VisitState] = {}
"""How a visit stood before its signatures, by its event: it is only said once in a process."""


def play(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    """The family's whole visit up to the signature; from the second time on it is taken up as it stood before that."""
    before, same = _played.get(demo.case.event), desk.program.catalogue.digest
    free = desk.visit.state.case is None
    if free and before is not None and before.case is not None and before.catalogue == same:
        case = before.case.model_copy(update={"id": desk.program.clock.new_id(), "slip": ""})
        desk.host.act(Unparked(before.model_copy(update={"case": case})))
        until(qtbot, lambda: not desk.host.busy)
    else:
        _say(qtbot, desk, demo)
        _played[demo.case.event] = desk.visit.state
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    ends: list[Action] = [GoTo(step=Step.SIGN), *signs]
    for action in ends:
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)


def _say(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    """From the first question to the last look."""
    desk.window.act(StartVisit(event=demo.case.event))
    for action in (*demo.sources(cards=True, extract=True), *answers(desk.visit, demo.case)):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    for action in answers(desk.visit, demo.case):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    check: list[Action] = [GoTo(step=Step.CHECK), *looked_through(desk.visit)]
    for last in check:
        desk.window.act(last)
        until(qtbot, lambda: not desk.host.busy)


def confirm(qtbot: QtBot, desk: CounterDesk) -> None:
    """Confirm, and wait until nothing of it is under way."""
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE and not desk.host.busy)


def accepted(qtbot: QtBot, open_counter: Opens, demo: Demo) -> CounterDesk:
    """A counter at which the family's visit was just accepted."""
    desk = open_counter()
    play(qtbot, desk, demo)
    confirm(qtbot, desk)
    return desk


def before_slip(desk: CounterDesk) -> str:
    case = desk.visit.state.case
    assert case is not None
    return case.slip
