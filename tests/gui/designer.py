"""A designer's window on the draft of a tiny town, worked with mouse and keys."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat, build_designer
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.flow.clock import SystemClock
from kiosk.model.template import Box, Template
from kiosk.ui.designer.ports import Place as FormPlace
from kiosk.ui.designer.ports import Sheet
from tests.gui.counter import until
from tests.tiny_forms import tiny_forms

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DOG = """title = "犬のいる人"
event = "ten"
today = 2026-04-20

[answers]
"case.kind" = "届出"
"case.moved_on" = "R8.4.12"
"case.has_dog" = "はい"
"case.count" = "1"
"case.wish" = "犬を飼う"
"case.applicant_role" = "本人"

[person.p1]
"name.full" = "架空　犬子"
"birth.date" = "S63.6.15"
"""


@dataclass
class Draft:
    """The window, the draft's folder, and the folder that counters have."""

    seat: DesignerSeat
    forms: Path
    live: Path
    qtbot: QtBot

    @property
    def sheet(self) -> Sheet:
        sheet = self.seat.window.sheet
        assert sheet is not None
        return sheet

    @property
    def template(self) -> Template:
        return self.sheet.template

    def box(self, name: str) -> Box:
        return next(box for box in self.template.boxes if box.id == name)

    def wait(self) -> None:
        until(self.qtbot, lambda: self.seat.jobs.running == 0)

    def file(self, version: str = "001") -> str:
        return (self.forms / "templates" / "F01" / version / "template.toml").read_text(encoding="utf-8")

    # ---- the mouse -----------------------------------------------------------------------------------------------
    def pixel(self, x: float, y: float) -> QPoint:
        """A place on the first page, in mm, as a point of the canvas."""
        scale = self.seat.window.canvas.paging.scale
        return QPointF(x * scale, y * scale).toPoint()

    def drag(self, start: tuple[float, float], end: tuple[float, float], *, alt: bool = False) -> None:
        """From one place to another, in mm."""
        canvas, no = self.seat.window.canvas, Qt.KeyboardModifier.NoModifier
        keys = Qt.KeyboardModifier.AltModifier if alt else no
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, left, no, self.pixel(*start))
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for place in (middle, end):
            _move(canvas, self.pixel(*place), keys)
        QTest.mouseRelease(canvas, left, keys, self.pixel(*end))

    def click(self, x: float, y: float, *, more: bool = False) -> None:
        keys = Qt.KeyboardModifier.ControlModifier if more else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.seat.window.canvas, Qt.MouseButton.LeftButton, keys, self.pixel(x, y))

    def key(self, key: Qt.Key, *keys: Qt.KeyboardModifier) -> None:
        pressed = Qt.KeyboardModifier.NoModifier
        for each in keys:
            pressed |= each
        QTest.keyClick(self.seat.window.canvas, key, pressed)


def _move(widget: QWidget, to: QPoint, keys: Qt.KeyboardModifier) -> None:
    """QTest moves the mouse without buttons."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), widget.mapToGlobal(QPointF(to)), left, left, keys)
    QApplication.sendEvent(widget, event)


def opened(qtbot: QtBot, folder: Path, *, filed: bool = False) -> Draft:
    """The window with the form on the workbench; `filed`: counters have this version as well."""
    forms, live = tiny_forms(folder / "draft"), folder / "live"
    (forms / "personas").mkdir()
    (forms / "personas" / "inu.toml").write_text(DOG, encoding="utf-8")
    if filed:
        shutil.copytree(forms, live)
    place = Place(forms=forms, assets=Place.standard().assets, home=folder / "home")
    seat = build_designer(Program(place, SystemClock(), practice=True), live=live)
    seat.window.resize(1366, 768)
    with qtbot.waitActive(seat.window):
        seat.window.show()
        seat.window.activateWindow()
    made = Draft(seat, forms, live, qtbot)
    seat.window.begin()
    made.wait()
    seat.window.open(FormPlace("F01", "001"))
    return made


def leave(made: Draft) -> None:
    made.wait()
    made.seat.jobs.close(finish=True)
    made.seat.program.close()
    if shiboken6.isValid(made.seat.window):
        shiboken6.delete(made.seat.window)
