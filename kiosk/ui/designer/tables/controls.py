"""What is filled in, by its way: a line, words, one of few, one of many, several, a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.area import Area
from kiosk.ui.designer.rule_form import RuleForm
from kiosk.ui.designer.table_ports import Way
from kiosk.ui.designer.tables.control import Control
from kiosk.ui.designer.tables.many import PickControl, SeveralControl
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.entries.listing import Combo
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Field


class LineControl(Control):
    """One line."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        self.line, self._shown = Line(kit, name=field.label), ""
        self.setLayout(column(self.line, gap=0))
        self.line.entered.connect(self._tell)
        self.line.left.connect(self._tell)

    def present(self, field: Field) -> None:
        """What is being typed is left alone while the file says the same."""
        text = str(field.value)
        if text != self._shown or not self.line.hasFocus():
            self._shown = text
            self.line.setText(text)
            self.line.setCursorPosition(0)

    @property
    def value(self) -> str:
        """The text."""
        return self.line.text().strip()

    def _tell(self) -> None:
        if self.value != self._shown:
            self._shown = self.value
            self.meant.emit(self.value)

    def mark(self, *, wrong: bool) -> None:
        """A red edge."""
        self.line.mark(wrong=wrong)

    def first(self) -> QWidget:
        """The line."""
        return self.line


class AreaControl(Control):
    """Words of more than a line, or several texts."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        self._several = field.way is Way.LINES
        self.area, self._shown = Area(kit, name=field.label, several=self._several), ""
        self.setLayout(column(self.area, gap=0))
        self.area.left.connect(self._tell)

    def present(self, field: Field) -> None:
        """What is being typed is left alone while the file says the same."""
        text = "\n".join(field.value) if isinstance(field.value, tuple) else field.value
        if text != self._shown or (not self.area.hasFocus() and text != self.area.toPlainText()):
            self._shown = text
            self.area.setPlainText(text)

    @property
    def value(self) -> str | tuple[str, ...]:
        """The text, or the lines that say something."""
        text = self.area.toPlainText()
        return tuple(line.strip() for line in text.split("\n") if line.strip()) if self._several else text.strip()

    def _tell(self) -> None:
        text = self.area.toPlainText()
        if text != self._shown:
            self._shown = text
            self.meant.emit(self.value)

    def first(self) -> QWidget:
        """The words."""
        return self.area


class ChoiceControl(Control):
    """One of few."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        self.pick = Combo(kit, name=field.label)
        self.setLayout(column(self.pick, gap=0))
        self.pick.activated.connect(lambda _at: self.meant.emit(self.value))

    def present(self, field: Field) -> None:
        """The words of what is chosen."""
        there = tuple((self.pick.itemData(at), self.pick.itemText(at)) for at in range(self.pick.count()))
        with QSignalBlocker(self.pick):
            if there != field.choices:
                self.pick.clear()
                for code, words in field.choices:
                    self.pick.addItem(words, code)
            self.pick.setCurrentIndex(self.pick.findData(field.value))
        self.pick.update()

    @property
    def value(self) -> str:
        """The code."""
        found = self.pick.currentData()
        return found if isinstance(found, str) else ""

    def first(self) -> QWidget:
        """The box."""
        return self.pick


class RuleControl(Control):
    """A condition."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        self.form = RuleForm(kit, title="", hint=kit.words("table-rule-hint"))
        self.form.sentences.setAccessibleName(field.label)
        self._rule = ""
        self.setLayout(column(self.form, gap=0))
        self.form.meant.connect(self._take)

    def present(self, field: Field) -> None:
        """The rule in sentences."""
        self._rule = str(field.value)
        self.form.present(repr(field.path), self._rule)

    @property
    def value(self) -> str:
        """The rule that was taken last; sentences that nobody has taken yet are taken first."""
        self.form.settle()
        return self._rule

    @property
    def refused(self) -> bool:
        """Whether the sentences say no rule."""
        return bool(self.form.wrong.label.text)

    def _take(self, rule: str) -> None:
        self._rule = rule
        self.meant.emit(rule)

    def first(self) -> QWidget:
        """The sentences."""
        return self.form.sentences


class FixedControl(Control):
    """What is only shown."""

    def __init__(self, kit: DesignKit, _field: Field) -> None:
        super().__init__()
        self.shown = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.setLayout(column(self.shown, gap=0))

    def present(self, field: Field) -> None:
        """The text."""
        self.shown.set_text(str(field.value))

    @property
    def value(self) -> str:
        """The text."""
        return self.shown.text


CONTROLS = {
    Way.LINE: LineControl,
    Way.AREA: AreaControl,
    Way.LINES: AreaControl,
    Way.CEL: AreaControl,
    Way.CHOICE: ChoiceControl,
    Way.PICK: PickControl,
    Way.SEVERAL: SeveralControl,
    Way.RULE: RuleControl,
    Way.FIXED: FixedControl,
}
"""What fills in a field, by its way."""
