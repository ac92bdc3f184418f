"""A choice on the glass is called by its label in the language of the page and answers with its code."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import Choice, QuestionState, QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from tests.gui.counter import Counter

VIEW = QuestionView(
    path="person[p1].sex",
    label="Sex",
    ask="What is your sex?",
    type=Type.CODE,
    state=QuestionState.ANSWERED,
    choices=(Choice(code="男", label="male"), Choice(code="女", label="female")),
    text="female",
    value="女",
)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """Keeps the entries of a test."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_buttons_show_labels_and_answer_with_codes(counter: Counter, holder: QWidget) -> None:
    entry, said = ChoiceEntry(counter.window.kit, VIEW), list[str]()
    entry.setParent(holder)
    entry.said.connect(said.append)
    entry.present(VIEW)
    assert [button.text() for button in entry.options.values()] == ["male", "female"]
    assert [code for code, button in entry.options.items() if button.isChecked()] == ["女"]
    entry.options["男"].click()
    assert said == ["男"]


def test_a_list_shows_labels_and_answers_with_codes(counter: Counter, holder: QWidget) -> None:
    entry, said = ListEntry(counter.window.kit, VIEW), list[str]()
    entry.setParent(holder)
    entry.said.connect(said.append)
    entry.present(VIEW)
    assert entry.combo.currentText() == "female"
    entry.combo.activated.emit(1)
    assert said == ["男"]
