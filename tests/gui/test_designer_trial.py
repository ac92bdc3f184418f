"""From a ministry's PDF to a printed paper: every step of a person's is counted, at ten seconds each."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.cli.cases import fill
from kiosk.model.forbidden import forbidden
from kiosk.model.template import Kind
from kiosk.ui.designer.gate_ports import Stage
from kiosk.ui.designer.tables.many import SeveralControl
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.line import Line
from tests import other_hands
from tests.gui.counter import until

A_STEP, HALF_AN_HOUR = 10, 30 * 60  # seconds
BOXES = 30


class Clerk:
    """Somebody of the city's IT staff: presses, types and looks, and is counted."""

    def __init__(self, seat: DesignerSeat, qtbot: QtBot) -> None:
        self.seat, self.window, self.steps = seat, seat.window, 0
        self._wait: Callable[[], None] = lambda: until(qtbot, lambda: seat.jobs.running == 0)

    def press(self, button: Button) -> None:
        assert button.isVisible(), button.text()
        self._done(button.click)

    def type(self, line: Line, text: str) -> None:
        line.setFocus()
        line.setText(text)
        self._done(lambda: QTest.keyClick(line, Qt.Key.Key_Return))

    def key(self, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._done(lambda: QTest.keyClick(widget, key, keys))

    def open(self, file: str, *path: str | int) -> None:
        """A file of the tree, then a part of it."""
        self.steps += 1
        self._done(lambda: self.window.tables.open(file, at=path))

    def _done(self, step: Callable[[], object]) -> None:
        self.steps += 1
        step()
        self._wait()


def take_in(clerk: Clerk, paper: Path) -> None:
    window = clerk.window
    clerk.press(window.bar.acts["import"])
    clerk.type(window.taking.file.field.line, str(paper))
    clerk.type(window.taking.name.line, "国の様式")
    clerk.press(window.taking.go)
    clerk.type(window.side.form.first.line, "2024-04-01")


def bind(clerk: Clerk) -> int:
    """From box to box, each with the name of a fact; how many are bound."""
    window, bound = clerk.window, 0
    for _ in range(60):
        clerk.key(window.canvas, Qt.Key.Key_PageDown)
        sheet, (chosen,) = window.sheet, window.canvas.chosen
        assert sheet is not None
        box = next(each for each in sheet.template.boxes if each.id == chosen)
        if box.kind in {Kind.BLANK, Kind.TEXT} and bound < BOXES and not forbidden(box.label):
            clerk.type(window.side.box.picker.search, "person.name.full")
            bound += 1
            if not sheet.template.essential and bound == 1:
                clerk.press(window.side.box.essential)
    clerk.key(window.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    clerk.press(window.side.many.right)
    clerk.press(window.bar.acts["save"])
    return bound


def stage(clerk: Clerk) -> Stage:
    assert clerk.window.gate is not None
    return clerk.window.gate.stand.stage


def release(clerk: Clerk, day: str) -> None:
    """Through the gate; a second person approves."""
    window = clerk.window
    clerk.press(window.bar.acts["gate"])
    gate = window.gate
    assert gate is not None
    clerk.press(gate.try_it)
    assert stage(clerk) is Stage.DIFFERING, gate.issues.text
    for _, button in gate.rows:
        clerk.press(button)
    clerk.type(gate.why.line, "国の様式になった")
    assert stage(clerk) is Stage.READY, gate.told.label.text
    clerk.type(gate.number.line, "1002")
    clerk.press(gate.approve)
    clerk.type(gate.day.line, day)
    clerk.press(gate.release)


def test_thirty_boxes_of_an_official_pdf_are_on_a_printed_paper_within_half_an_hour(
    seat: DesignerSeat, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, clerk = tmp_path / "kuni.pdf", Clerk(seat, qtbot)
    paper.write_bytes(other_hands.plain("F04"))
    for forms in (program.place.forms, Releasing(program).workshop.forms("tanuki")):  # whoever files needs a paper
        rules = forms / "procedures" / "P01.toml"
        lines = rules.read_text(encoding="utf-8").splitlines(keepends=True)
        rules.write_text("".join(line for line in lines if not line.startswith("no_form")), encoding="utf-8")
    take_in(clerk, paper)
    assert bind(clerk) == BOXES
    clerk.open("procedures/P01.toml", "version", 0)
    several = clerk.window.tables.view.form.rows["version", 0, "forms"].control
    assert isinstance(several, SeveralControl)
    clerk.press(several.acts["more"])
    clerk.type(several.finder.search, "F2")
    clerk.press(clerk.window.bar.acts["save"])
    release(clerk, f"{program.clock.today()}")
    assert "公開しました" in clerk.window.nothing.text
    monkeypatch.setenv("KIOSK_FORMS", str(program.place.forms))
    monkeypatch.setenv("KIOSK_HOME", str(program.place.home))
    fill(program.place.personas / "inu.toml", out=tmp_path / "papers")
    with pypdfium2.PdfDocument(tmp_path / "papers" / "forms" / "F2.pdf") as printed:
        assert printed[0].get_textpage().get_text_range().count("犬子") >= BOXES - 2  # the longest stand on two lines
    assert clerk.steps * A_STEP <= HALF_AN_HOUR
