"""The keyboard of the window: function keys and where each acts, text size, turning the paper, ways back."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage

FUNCTION_KEYS = tuple(range(1, 13))
LEAVE = 12
_AT_START = {1: "", 2: "", 3: "", 12: "leave-nothing"}
_AT_DONE = {1: "", 9: "confirm-done", 10: "", 12: ""}
_ONLY = {
    4: ((Step.INTERVIEW, Step.PLAN), "hold-where"),
    9: ((Step.SIGN,), "confirm-where"),
    10: ((Step.DONE,), "print-where"),
}


def refusal(number: int, step: Step, *, begun: bool = False) -> str:
    """Which words say what to do instead of pressing a function key at this step; empty where the key acts.

    `begun`: there is a visit, even if nobody has said yet what for.
    """
    match step:
        case Step.START if number == LEAVE and begun:
            return ""
        case Step.START:
            return _AT_START.get(number, "start-first")
        case Step.DONE:
            return _AT_DONE.get(number, "after-done")
        case _:
            where, words = _ONLY.get(number, ((step,), ""))
            return "" if step in where else words


def again(event: QKeyEvent) -> bool | None:
    """Whether a key does again (True) or takes back (False); None for any other."""
    if event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return True
    if event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return None


def differing(before: CounterPage, now: CounterPage) -> str:
    """The path of the first question that stands otherwise; empty where none does."""
    old = {view.path: view for section in before.sections for view in section.questions}
    for section in now.sections:
        for view in section.questions:
            was = old.get(view.path)
            if was is None or (was.text, was.value, was.state) != (view.text, view.value, view.state):
                return view.path
    return ""


class Resize(Protocol):
    """Make the text larger (+1), smaller (-1) or as at the start (0)."""

    def __call__(self, *, step: int) -> None:
        """Change the size."""
        ...


def bind(
    window: QWidget,
    *,
    keys: Callable[[int], None],
    larger: Resize,
    turn: Callable[[int], None],
    escape: Callable[[], None],
    zone: Callable[[int], None],
) -> None:
    """Make the shortcuts; they live as long as the window."""
    for number in FUNCTION_KEYS:
        shortcut = QShortcut(QKeySequence(f"F{number}"), window, lambda number=number: keys(number))
        shortcut.setAutoRepeat(False)  # a key held down is one press
    for sequence, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+;", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
        QShortcut(QKeySequence(sequence), window, lambda step=step: larger(step=step))
    for sequence, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
        QShortcut(QKeySequence(sequence), window, lambda by=by: turn(by))
    for sequence, by in (("Ctrl+F6", 1), ("Ctrl+Shift+F6", -1)):
        QShortcut(QKeySequence(sequence), window, lambda by=by: zone(by))
    for sequence in ("Esc", "Alt+Left"):
        QShortcut(QKeySequence(sequence), window, escape)
