"""方書: what the register knows of a lot is written by one key or one press, and never without being asked for."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entries.building import BuildingEntry
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import Counter, until

PATH = "addr.new.katagaki"


@pytest.fixture
def entry(counter: Counter, qtbot: QtBot) -> Iterator[BuildingEntry]:
    counter.office.standing = {PATH: ("架空ハイツ", "コーポ見本")}
    view = QuestionView(
        path=PATH, label="方書", ask="方書", type=Type.TEXT, state=QuestionState.OPEN, none=True, building=True
    )
    field = QuestionField(counter.window.kit, view)
    field.setParent(counter.window)
    field.resize(900, 300)
    field.show()
    assert isinstance(field.entry, BuildingEntry)
    yield field.entry
    shiboken6.delete(field)


def focus(entry: BuildingEntry, qtbot: QtBot) -> None:
    """The keyboard comes, and what the register knows has been looked up."""
    entry.line.setFocus()
    until(qtbot, lambda: not entry.kit.jobs.running)


def test_down_writes_one_building_after_the_other_and_the_room_is_typed_after_it(
    entry: BuildingEntry, qtbot: QtBot
) -> None:
    typed: list[str] = []
    entry.typing.connect(typed.append)
    focus(entry, qtbot)
    assert entry.offered.isVisible()
    assert entry.line.text() == ""
    for _ in range(3):
        QTest.keyClick(entry.line, Qt.Key.Key_Down)
    QTest.keyClicks(entry.line, "305")
    assert [text for text in typed if "3" not in text] == ["架空ハイツ　", "コーポ見本　", "架空ハイツ　"]
    assert entry.line.text() == "架空ハイツ　305"


def test_a_press_writes_a_building_and_the_keyboard_is_at_the_room(entry: BuildingEntry, qtbot: QtBot) -> None:
    focus(entry, qtbot)
    second = next(button for button in entry.offered.findChildren(Button) if button.text() == "コーポ見本")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (entry.line.text(), entry.line.hasFocus()) == ("コーポ見本　", True)


def test_where_nothing_is_known_the_line_is_a_line(counter: Counter, entry: BuildingEntry, qtbot: QtBot) -> None:
    counter.office.standing = {}
    focus(entry, qtbot)
    QTest.keyClick(entry.line, Qt.Key.Key_Down)
    assert ("offered" in vars(entry), entry.line.text()) == (False, "")
