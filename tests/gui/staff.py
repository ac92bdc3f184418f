"""A counter at which staff sign in: its people, and what they do at its door."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.flow.actions import Answer, StartVisit
from kiosk.ui.staff.door import DeskDoor
from tests.gui.counter import keyboard, until

PINS = {"1001": "271828", "1002": "314159"}
NAMES = {"1001": "窓口　花子", "1002": "見本　二郎"}
RESIDENT = "架空　太郎"

StaffedOpens = Callable[[], CounterDesk]


def door(desk: CounterDesk) -> DeskDoor:
    assert desk.door is not None
    return desk.door


def types(qtbot: QtBot, desk: CounterDesk, *lines: str) -> None:
    """Each line and Enter, to whatever has the keyboard; then until the store has answered."""
    for line in lines:
        QTest.keyClicks(keyboard(), line)
        QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)


def enters(qtbot: QtBot, desk: CounterDesk, number: str = "1001") -> None:
    types(qtbot, desk, number, PINS[number])
    assert door(desk).at.open


def visits(qtbot: QtBot, desk: CounterDesk) -> str:
    """Somebody signs in and a visit begins; its id."""
    enters(qtbot, desk)
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text=RESIDENT))
    until(qtbot, lambda: not desk.host.busy)
    case = desk.visit.state.case
    assert case is not None
    return str(case.id)


def noted(desk: CounterDesk) -> list[tuple[str, str, str]]:
    """Who did what with which detail, the newest first; what the store itself notes is left out."""
    return [(each.by, each.action, each.detail) for each in desk.program.store.audit.read(8)]


def inside(desk: CounterDesk, widget: QWidget | None) -> bool:
    """Whether a widget belongs to what is behind the door."""
    behind = door(desk).curtain.desk
    return widget is not None and (widget is behind or behind.isAncestorOf(widget))
