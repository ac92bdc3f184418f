"""The keyboard of the window: function keys, text size, turning the paper, Esc."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


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
) -> None:
    """Make the shortcuts; they live as long as the window."""
    for number in range(1, 11):
        QShortcut(QKeySequence(f"F{number}"), window, lambda number=number: keys(number))
    for sequence, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+;", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
        QShortcut(QKeySequence(sequence), window, lambda step=step: larger(step=step))
    for sequence, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
        QShortcut(QKeySequence(sequence), window, lambda by=by: turn(by))
    QShortcut(QKeySequence("Esc"), window, escape)
