"""One field of a form: what it is called, what is filled in, what may stand there, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.tables.control import Control
from kiosk.ui.designer.tables.controls import CONTROLS
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Field


class FieldRow(QWidget):
    """`meant` carries what was said, `removed` nothing."""

    meant = Signal(object)
    removed = Signal()

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        gap = kit.look.dp(4)
        self.label = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.hint = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.control: Control = CONTROLS[field.way](kit, field)
        self.wrong = Message(kit)
        self.remove = Button(kit, kit.words("table-remove-field"), rank=Rank.QUIET, level=Level.DENSE)
        self.remove.setAccessibleName(kit.words("table-remove-named", what=field.label))
        self.setLayout(column(self.label, self.hint, self.control, self.wrong, flow(self.remove, gap=gap), gap=gap))
        self._refused: object = None
        self.control.meant.connect(self._say)
        pressed(self.remove, self.removed.emit)
        self._field = field
        self.present(field)

    def _say(self, given: object) -> None:
        self._refused = None
        self.meant.emit(given)

    def refuse(self, why: str) -> None:
        """What was said cannot be taken: it stays there with the reason until something else is said."""
        self._refused = self._field.value
        self.tell(why)

    def present(self, field: Field) -> None:
        """Show the field as it is; what was refused stays as long as the file says the same."""
        if self._refused is not None and self._refused == field.value:
            return
        self._field, self._refused = field, None
        name = field.label if field.label == field.key else f"{field.label}　{field.key}"
        self.label.set_text(name)
        said = "　".join(part for part in (field.hint, field.allowed) if part)
        self.hint.set_text(said)
        self.hint.setVisible(bool(said))
        self.remove.setVisible(field.removable)
        self.control.present(field)
        self.tell("\n".join(field.problems))

    def tell(self, wrong: str) -> None:
        """Say what is wrong; what stands there stays."""
        self.wrong.set(wrong)
        self.control.mark(wrong=bool(wrong))
