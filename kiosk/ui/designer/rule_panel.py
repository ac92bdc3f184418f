"""条件: when a box is written at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Put
from kiosk.ui.designer.fields import Field
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.model.template import Box
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet


class RulePanel(QWidget):
    """`edited` carries an edit; a condition that cannot be read is refused beside the line and changes nothing."""

    edited = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._box: Box | None = None
        self.when = Field(kit, words("designer-when"))
        self.wrong = Message(kit)
        hint = GlyphLabel(kit, words("designer-when-hint"), level=Level.DENSE, ink="quiet")
        self.setLayout(column(self.when, hint, self.wrong, gap=gap))
        self.when.said.connect(self._said)

    def present(self, sheet: Sheet, box: Box | None) -> None:
        """Show the condition of a box."""
        self._box = box
        self.when.present(box.when if box is not None else "")
        self.setEnabled(sheet.entry.open and box is not None)

    def _said(self, text: str) -> None:
        if self._box is None:
            return
        issue = self._kit.designing.rule_issue(text)
        if issue:
            self.when.refuse(issue)
        else:
            self.edited.emit(Put(self._box.model_copy(update={"when": text})))
