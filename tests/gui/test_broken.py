"""The page about a defect: the number for IT staff is in sight, and nothing acts but its two buttons."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, StartVisit, Step
from kiosk.ui.counter.keys import FUNCTION_KEYS
from kiosk.ui.focus import scroll_area
from kiosk.ui.tokens import TextSize
from kiosk.ui.troubles import Breakdown
from tests.gui.counter import Counter, settle


def stop(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.window.host.broken.emit(Breakdown("K7Q2-9XTB", visit=True, slip="260420-001", kept=True))
    settle(qtbot)


def seen(part: QWidget) -> bool:
    """Whether all of a part lies inside what scrolls it."""
    area = scroll_area(part)
    assert area is not None
    viewport = area.viewport()
    return viewport.rect().contains(QRect(part.mapTo(viewport, QPoint(0, 0)), part.size()))


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_the_number_for_it_staff_is_seen_without_scrolling(
    counter: Counter, qtbot: QtBot, size: TextSize, width: int
) -> None:
    counter.window.resize(width, 768)
    counter.window.kit.look.set(size=size)
    stop(counter, qtbot)
    assert "K7Q2-9XTB" in counter.window.broken.reference.text
    assert seen(counter.window.broken.reference)
    assert counter.window.height() == 768


@pytest.mark.parametrize("number", FUNCTION_KEYS)
def test_no_function_key_acts_before_somebody_has_chosen_how_to_go_on(
    counter: Counter, qtbot: QtBot, number: int
) -> None:
    stop(counter, qtbot)
    before = list(counter.desk.log)
    for _ in range(2):
        QTest.keyClick(counter.window, Qt.Key(Qt.Key.Key_F1 + number - 1))
    settle(qtbot)
    assert counter.desk.log == before
    assert counter.window.broken.isVisible()
    assert not counter.window.keys.isVisible()
    assert counter.words("broken-first") in said(counter)


def test_steps_boxes_and_cards_wait_too(counter: Counter, qtbot: QtBot) -> None:
    stop(counter, qtbot)
    before = list(counter.desk.log)
    window = counter.window
    window.header.went.emit(Step.CHECK)
    window.side.picked.emit("case.has_dog")
    window.side.acted.emit(Answer(path="case.has_dog", text="true"))
    window.header.spoke.emit("en")
    assert counter.desk.log == before
    assert window.broken.isVisible()


def test_another_text_size_keeps_the_page(counter: Counter, qtbot: QtBot) -> None:
    stop(counter, qtbot)
    for _ in TextSize:
        counter.window.header.resize_text.emit()
        settle(qtbot)
        assert counter.window.broken.isVisible()
    assert counter.window.height() == 768


def test_going_on_brings_the_keys_back_and_the_next_visitor_too(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    stop(counter, qtbot)
    window.broken.go_on.click()
    assert window.page.step is Step.INTERVIEW
    assert window.interview.isVisible()
    assert window.keys.isVisible()
    window.host.broken.emit(Breakdown("K7Q2-9XTB", visit=True))
    window.broken.end.click()
    assert window.start.isVisible()
    assert window.keys.isVisible()


def said(counter: Counter) -> str:
    notices = counter.window.notices.findChildren(QWidget)
    return " ".join(widget.accessibleName() for widget in notices if widget.isVisible())
