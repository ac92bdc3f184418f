"""条件: when a box is written at all, as sentences and as the rule that stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Put
from kiosk.ui.designer.rule_form import RuleForm
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.model.template import Box
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet


class RulePanel(QWidget):
    """`edited` carries an edit; what cannot be read is refused beside it and changes nothing."""

    edited = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        words = kit.words
        self._box: Box | None = None
        self.nothing = GlyphLabel(kit, words("designer-when-nothing"), level=Level.DENSE, ink="quiet")
        self.inside = RuleForm(kit, title=words("designer-sentences"), hint=words("designer-sentences-hint"))
        self.sentences, self.wrong, self.take = self.inside.sentences, self.inside.wrong, self.inside.take
        self.when = self.inside.when
        self.setLayout(column(self.nothing, self.inside, gap=kit.look.dp(8)))
        self.inside.meant.connect(self._put)

    def present(self, sheet: Sheet, box: Box | None) -> None:
        """Show the condition of a box; sentences that are being written stay as long as it is the same one."""
        self._box = box
        self.nothing.setVisible(box is None)
        self.inside.setVisible(box is not None)
        self.setEnabled(sheet.entry.open)
        if box is None:
            self.inside.leave()
        else:
            self.inside.present(box.id, box.when)

    def _put(self, rule: str) -> None:
        if self._box is not None:
            self.edited.emit(Put(self._box.model_copy(update={"when": rule})))
