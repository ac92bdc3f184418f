"""A name the city has a list of: its number, its first letters and ↓, or a press write it; any other is typed."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entries.known import KnownEntry
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import Counter, until

PATH = "bank.institution"


@pytest.fixture
def entry(counter: Counter, qtbot: QtBot) -> Iterator[KnownEntry]:
    counter.office.lists = {PATH: (("9991", "架空銀行"), ("9992", "架空中央銀行"))}
    view = QuestionView(path=PATH, label="金融機関名", ask="金融機関名", type=Type.TEXT, state=QuestionState.OPEN)
    field = QuestionField(counter.window.kit, view)
    qtbot.addWidget(field)
    field.show()
    made = field.entry
    assert isinstance(made, KnownEntry)
    made.line.setFocus()
    yield made
    shiboken6.delete(field)


def write(entry: KnownEntry, qtbot: QtBot, words: str) -> None:
    """Words are typed, and what fits has been looked up."""
    entry.line.selectAll()
    entry.line.insert(words)
    until(qtbot, lambda: not entry.kit.jobs.running)


def test_what_fits_is_offered_and_down_writes_one_after_the_other(entry: KnownEntry, qtbot: QtBot) -> None:
    typed: list[str] = []
    entry.typing.connect(typed.append)
    write(entry, qtbot, "架空")
    assert entry.offered.isVisible()
    for _ in range(3):
        QTest.keyClick(entry.line, Qt.Key.Key_Down)
    until(qtbot, lambda: not entry.kit.jobs.running)
    assert typed == ["架空", "架空銀行", "架空中央銀行", "架空銀行"]


def test_the_whole_number_is_the_name_when_enter_is_pressed(entry: KnownEntry, qtbot: QtBot) -> None:
    gone: list[str] = []
    entry.typing.connect(gone.append)
    entry.entered.connect(lambda: gone.append("on"))
    write(entry, qtbot, "9992")
    QTest.keyClick(entry.line, Qt.Key.Key_Return)
    assert gone == ["9992", "架空中央銀行", "on"]
    assert not entry.offered.isVisible()


def test_a_press_writes_the_name(entry: KnownEntry, qtbot: QtBot) -> None:
    write(entry, qtbot, "中央")
    QTest.mouseClick(entry.offered.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert (entry.line.text(), entry.line.hasFocus()) == ("架空中央銀行", True)


def test_what_is_in_no_list_is_written_as_in_any_line(entry: KnownEntry, qtbot: QtBot) -> None:
    typed: list[str] = []
    entry.typing.connect(typed.append)
    write(entry, qtbot, "よその銀行")
    QTest.keyClick(entry.line, Qt.Key.Key_Down)
    QTest.keyClick(entry.line, Qt.Key.Key_Return)
    assert ("offered" in vars(entry), typed) == (False, ["よその銀行"])
