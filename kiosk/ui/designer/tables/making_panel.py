"""新しく作る: a procedure, a fact, a list, an occasion or a visit out of a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.table_ports import Making
from kiosk.ui.designer.tables.controls import RuleControl
from kiosk.ui.designer.tables.row import FieldRow
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank, only
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import AIR, column, empty, holder, pressed, scrolling

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit


class MakingPanel(QWidget):
    """`made` carries what was made (Made), `left` nothing."""

    made = Signal(object)
    left = Signal()

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(12)
        self.what = Making.PROCEDURE
        self.rows: dict[str, FieldRow] = {}
        self.kinds = {
            what: Button(kit, words(f"making-{what.value}"), rank=Rank.NAV, level=Level.DENSE) for what in Making
        }
        self.hint = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.fields = column(gap=gap)
        self.go = Button(kit, words("making-go"), rank=Rank.PRIMARY, level=Level.DENSE)
        self.back = Button(kit, words("designer-import-back"), level=Level.DENSE)
        title = GlyphLabel(kit, words("making-head"), bold=True)
        kinds, ends = flow(*self.kinds.values(), gap=gap), flow(self.go, self.back, gap=gap)
        inside = column(title, kinds, self.hint, holder(self.fields), ends, gap=gap, margins=AIR)
        inside.addStretch(1)
        self.area = scrolling(kit, holder(inside))
        self.setLayout(column(self.area, gap=0))
        for what, button in self.kinds.items():
            pressed(button, partial(self.begin, what))
        pressed(self.go, self._make)
        pressed(self.back, self.left.emit)

    def begin(self, what: Making) -> None:
        """An empty form."""
        self.what = what
        only(self.kinds[what], list(self.kinds.values()))
        self.hint.set_text(self._kit.words(f"making-{what.value}-hint"))
        empty(self.fields)
        self.rows = {field.key: FieldRow(self._kit, field) for field in self._kit.tabling.form_of(what)}
        for row in self.rows.values():
            self.fields.addWidget(row)
        self.area.verticalScrollBar().setValue(0)

    def _make(self) -> None:
        given = {key: row.control.value for key, row in self.rows.items()}
        if any(isinstance(row.control, RuleControl) and row.control.refused for row in self.rows.values()):
            return
        made = self._kit.tabling.make(self.what, given)
        wrong = made.wrong or {}
        for key, row in self.rows.items():
            row.tell(wrong.get(key, ""))
        first = next((self.rows[key] for key in self.rows if key in wrong), None)
        if first is not None:
            self.area.ensureWidgetVisible(first)
            first.control.first().setFocus()
        elif made.file:
            self.made.emit(made)
