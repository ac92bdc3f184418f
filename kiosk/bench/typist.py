"""A clerk who types without end into the real window; after each key she says what stands in the line."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.flow.actions import StartVisit
from kiosk.flow.clock import SystemClock
from kiosk.model.errors import Defect

PATH, LONGEST = "person[p1].name.full", 40
KEY_MS = 40
"""Between two keys: 25 a second, five times as fast as a fast clerk."""


def main() -> None:
    """Type until somebody ends us."""
    program = Program(replace(Place.standard(), home=Path(sys.argv[1])), SystemClock())
    desk = build_counter(program)
    desk.window.show()
    desk.window.act(StartVisit(event="tennyu"))
    while desk.host.busy:
        _pause(KEY_MS)
    desk.window.interview.go(PATH)
    typed = 0
    while True:
        line = desk.app.focusWidget()
        if not isinstance(line, QLineEdit):
            raise Defect("the keyboard is in no line")
        if len(line.text()) >= LONGEST:
            line.selectAll()
        _press(desk, line, chr(ord("a") + typed % 26))
        typed += 1
        sys.stdout.write(line.text() + "\n")
        sys.stdout.flush()
        _pause(KEY_MS)


def _press(desk: CounterDesk, line: QLineEdit, letter: str) -> None:
    key = Qt.Key(Qt.Key.Key_A + ord(letter) - ord("a"))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        desk.app.sendEvent(line, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def _pause(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
