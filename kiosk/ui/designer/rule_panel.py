"""条件: when a box is written at all, as sentences and as the rule that stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kiosk.model.edits import Put
from kiosk.ui.designer.fields import Field
from kiosk.ui.native import bars
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Rule, column, pressed

if TYPE_CHECKING:
    from kiosk.model.template import Box
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet


class RulePanel(QWidget):
    """`edited` carries an edit; what cannot be read is refused beside it and changes nothing."""

    edited = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._box: Box | None = None
        self._shown: tuple[str, str] | None = None
        self._said, self._kept = "", dict[tuple[str, str], str]()
        self.nothing = GlyphLabel(kit, words("designer-when-nothing"), level=Level.DENSE, ink="quiet")
        self.sentences, self.wrong = QPlainTextEdit(), Message(kit)
        self.sentences.setFont(kit.look.font(Level.DENSE))
        self.sentences.setFrameShape(QFrame.Shape.Box)
        self.sentences.setTabChangesFocus(True)
        self.sentences.setMinimumHeight(kit.look.dp(180))
        self.sentences.setAccessibleName(words("designer-sentences"))
        bars(self.sentences, look=kit.look)
        self.take = Button(kit, words("designer-sentences-take"), level=Level.DENSE)
        self.when = Field(kit, words("designer-when"))
        said, hint = (GlyphLabel(kit, words(key), level=Level.DENSE) for key in ("designer-sentences", _HINT))
        self.inside = QWidget()
        parts = (said, hint, self.sentences, flow(self.take, gap=gap), self.wrong, Rule(kit), self.when)
        self.inside.setLayout(column(*parts, gap=gap))
        self.setLayout(column(self.nothing, self.inside, gap=gap))
        pressed(self.take, self._read)
        self.when.said.connect(self._put)

    def present(self, sheet: Sheet, box: Box | None) -> None:
        """Show the condition of a box; sentences that are being written stay as long as it is the same one."""
        self._box = box
        self.nothing.setVisible(box is None)
        self.inside.setVisible(box is not None)
        self.setEnabled(sheet.entry.open)
        shown = None if box is None else (box.id, box.when)
        self._keep()
        if box is not None and shown is not None and shown != self._shown:
            self._said = self._kit.designing.sentences(box.when)
            self.sentences.setPlainText(self._kept.pop(shown, self._said))
            self.wrong.set("")
            self.when.present(box.when)
        self._shown = shown

    def _keep(self) -> None:
        """Half-written sentences are there again when their box is chosen again."""
        text = self.sentences.toPlainText()
        if self._shown is not None and text != self._said:
            self._kept[self._shown] = text

    def _read(self) -> None:
        text = self.sentences.toPlainText().strip()
        rule, why = self._kit.designing.rule_of(text) if text else ("", "")
        self.wrong.set(why)
        if not why:
            self._put(rule)

    def _put(self, text: str) -> None:
        if self._box is None:
            return
        issue = self._kit.designing.rule_issue(text)
        if issue:
            self.when.refuse(issue)
        else:
            self.edited.emit(Put(self._box.model_copy(update={"when": text})))


_HINT = "designer-sentences-hint"
