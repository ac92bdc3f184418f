"""やめる: a visit begun by mistake is left at the second F12 in a row, and the glass is empty at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, End, Step, UseCard
from kiosk.flow.state import VisitState
from kiosk.ui.counter.drawers import Side
from kiosk.ui.tokens import TextSize, Theme
from kiosk.ui.widgets.lettering import Lettering
from tests.gui.counter import Counter, keyboard, settle, until, words_on_the_glass
from tests.gui.fake_ports import FakePaper
from tests.gui.family import FACE
from tests.gui.leaving import SECRET, begun, f12, press, type_key

Deed = Callable[[Counter, QtBot], None]


@pytest.fixture
def visit(counter: Counter) -> Counter:
    """A visit that is open."""
    return begun(counter)


def secrets_on_the_glass() -> list[str]:
    return [text for text in words_on_the_glass() if SECRET[:5] in text]


def undo_everywhere() -> None:
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit):
            widget.undo()


# ---- what may be half done when a visit is left --------------------------------------------------------------------
def a_name_half_typed(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.go("household.old.head_name")
    QTest.keyClicks(keyboard(), SECRET[:5])


def a_name_half_converted(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.open_section("members")  # where the names stand that were answered
    counter.window.interview.go("household.old.head_name")
    QApplication.sendEvent(keyboard(), QInputMethodEvent(SECRET, []))


def a_member_about_to_be_taken_out(counter: Counter, qtbot: QtBot) -> None:
    counter.window.interview.go("person[p2].name.full")
    counter.window.interview.panels["members"].remove.click()  # type: ignore[union-attr]  # members is the grid


def a_card_in_the_reader_and_its_number_half_typed(counter: Counter, qtbot: QtBot) -> None:
    type_key(Qt.Key.Key_F2)
    counter.window.side.card.samples[0].click()
    until(qtbot, counter.window.side.card.digits.isVisible)
    QTest.keyClicks(counter.window.side.card.digits, "12")


def a_file_of_an_extract_half_typed(counter: Counter, qtbot: QtBot) -> None:
    type_key(Qt.Key.Key_F3)
    counter.window.side.extract.path.setFocus()
    QTest.keyClicks(counter.window.side.extract.path, f"/{SECRET}.c")


def a_reason_half_typed(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(UseCard(person="p5", face=FACE))
    counter.name(p5="見本　太郎")
    type_key(Qt.Key.Key_F7)
    reason = next(line for line in counter.window.check.findChildren(QLineEdit) if line.isVisible())
    reason.setFocus()
    QTest.keyClicks(reason, SECRET[:5])


def a_card_of_somebody_else(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(UseCard(person="p1", face=FACE.model_copy(update={"name": SECRET})))
    assert counter.window.page.proposal is not None


def a_signature_half_written(counter: Counter, qtbot: QtBot) -> None:
    counter.reach(Step.SIGN)
    pad = counter.window.sign.panels["p1"].pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    QTest.mouseMove(pad, QPoint(200, 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))


def a_box_being_explained(counter: Counter, qtbot: QtBot) -> None:
    canvas = counter.window.side.paper.canvas
    QToolTip.showText(canvas.mapToGlobal(QPoint(5, 5)), SECRET, canvas)


HALF_DONE: tuple[Deed, ...] = (
    a_name_half_typed,
    a_name_half_converted,
    a_member_about_to_be_taken_out,
    a_card_in_the_reader_and_its_number_half_typed,
    a_file_of_an_extract_half_typed,
    a_reason_half_typed,
    a_card_of_somebody_else,
    a_signature_half_written,
    a_box_being_explained,
)


@pytest.mark.parametrize("half_done", HALF_DONE, ids=lambda deed: deed.__name__)
def test_nothing_of_a_visit_that_was_left_stays_on_the_glass(visit: Counter, qtbot: QtBot, half_done: Deed) -> None:
    half_done(visit, qtbot)
    assert secrets_on_the_glass()
    f12()
    f12()
    until(qtbot, lambda: not visit.window.kit.jobs.running)
    settle(qtbot)
    undo_everywhere()
    assert secrets_on_the_glass() == []
    side, paper = visit.window.side, visit.window.kit.paper
    assert (side.card.digits.text(), side.card._persons, side.showing) == ("", (), Side.PAPER)
    assert (visit.window.sign.panels, visit.window.check.table.grid.lines, side.paper.canvas._leaves) == ({}, (), ())
    assert isinstance(paper, FakePaper)
    assert paper.facts == {}
    assert (visit.desk.state, visit.desk.at_once.snapshot, visit.desk.log[-1]) == (VisitState(), None, End())


def measured(counter: Counter) -> list[str]:
    kept = [each for each in counter.window.kit.look.kept.values() if isinstance(each, Lettering)]
    return [text for each in kept for text in (*each._widths, *(text for text, _ in each._lines))]


def test_what_was_measured_of_a_visits_words_is_forgotten_with_it(visit: Counter) -> None:
    assert measured(visit)
    visit.window.end()
    assert not measured(visit)


def test_text_size_and_colours_of_a_visit_are_gone_with_it_and_the_desks_own_come_back(visit: Counter) -> None:
    visit.window.end()
    look = visit.window.kit.look
    look.set(size=TextSize.NORMAL)  # with nobody there it is the clerk's own choice
    press(visit.window.start.events[0])
    look.set(size=TextSize.HUGE, theme=Theme.DARK)
    visit.window.act(Answer(path="person[p1].name.full", text=SECRET))
    visit.window.end()
    assert (look.size, look.theme) == (TextSize.NORMAL, Theme.STANDARD)
