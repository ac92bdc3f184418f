"""What stories of leaving a visit have in common: presses and keys, what is said, whether it has ended."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import Answer, End, Step
from kiosk.ui.widgets.message import Message
from tests.gui.counter import Counter, keyboard

IN_A_VISIT = (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN)
SECRET = "HIMITSU HANAKO"  # letters that a simulated keyboard has


def begun(counter: Counter) -> Counter:
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
