"""The designer's tables as forms: a file is shown, and its fields are filled as a person does."""

import tomllib
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.designer.table_ports import Part
from kiosk.ui.designer.tables.controls import AreaControl, ChoiceControl, LineControl, RuleControl
from kiosk.ui.designer.tables.many import PickControl, SeveralControl
from kiosk.ui.designer.tables.row import FieldRow
from tests.gui.designer import Draft


def show(draft: Draft, file: str, *path: str | int) -> None:
    pages = draft.seat.window.tables
    assert pages.open(file, at=path)
    draft.wait()


def row(draft: Draft, *path: str | int) -> FieldRow:
    return draft.seat.window.tables.view.form.rows[path]


def say(draft: Draft, *path: str | int, text: str) -> None:
    """Type into a field, and leave it; choose of a list by code."""
    control = row(draft, *path).control
    fill(control, text)


def fill(control: object, text: str) -> None:
    match control:
        case LineControl():
            control.line.setText(text)
            QTest.keyClick(control.line, Qt.Key.Key_Return)
        case AreaControl():
            control.area.setPlainText(text)
            control.area.left.emit()
        case ChoiceControl():
            control.pick.setCurrentIndex(control.pick.findData(text))
            control.pick.activated.emit(control.pick.currentIndex())
        case PickControl():
            control.change.click()
            control.finder.search.setText(text)
            QTest.keyClick(control.finder.search, Qt.Key.Key_Return)
        case SeveralControl():
            control.acts["more"].click()
            control.finder.search.setText(text)
            QTest.keyClick(control.finder.search, Qt.Key.Key_Return)
        case RuleControl():
            control.form.sentences.setPlainText(text)
            control.form.take.click()
        case _:
            raise AssertionError(control)


def on_disk(draft: Draft, file: str) -> dict[str, Any]:
    return tomllib.loads((draft.forms / file).read_text(encoding="utf-8"))


def part(draft: Draft) -> Part:
    found = draft.seat.window.tables.view.part
    assert found is not None
    return found
