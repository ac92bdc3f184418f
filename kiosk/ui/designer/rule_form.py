"""A condition as sentences and as the rule that stands in the file; either can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.area import Area
from kiosk.ui.designer.fields import Field
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Rule, column, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit


class RuleForm(QWidget):
    """`meant` carries a rule that can be judged; what cannot be read is refused here and goes nowhere."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit, *, title: str, hint: str) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._shown: tuple[str, str] | None = None
        self._said, self._kept = "", dict[tuple[str, str], str]()
        self.sentences, self.wrong = Area(kit, name=title, several=True), Message(kit)
        self.take = Button(kit, words("designer-sentences-take"), level=Level.DENSE)
        self.when = Field(kit, words("designer-when"))
        head, told = (GlyphLabel(kit, text, level=Level.DENSE) for text in (title, hint))
        head.setVisible(bool(title))
        self.setLayout(
            column(head, told, self.sentences, flow(self.take, gap=gap), self.wrong, Rule(kit), self.when, gap=gap)
        )
        pressed(self.take, self._read)
        self.when.said.connect(self._put)

    def present(self, name: str, rule: str) -> None:
        """Show the rule of a place; sentences that are being written are there again when their place is."""
        self._keep()
        shown = (name, rule)
        if shown != self._shown:
            self._said = self._kit.conditions.sentences(rule)
            self.sentences.setPlainText(self._kept.pop(shown, self._said))
            self.wrong.set("")
            self.when.present(rule)
        self._shown = shown

    def leave(self) -> None:
        """No place is chosen."""
        self._keep()
        self._shown = None

    def settle(self) -> None:
        """Sentences that were written and not taken yet count."""
        if self._shown is not None and self.sentences.toPlainText() != self._said:
            self._read()

    def _keep(self) -> None:
        text = self.sentences.toPlainText()
        if self._shown is not None and text != self._said:
            self._kept[self._shown] = text

    def _read(self) -> None:
        text = self.sentences.toPlainText().strip()
        rule, why = self._kit.conditions.rule_of(text) if text else ("", "")
        self.wrong.set(why)
        if not why:
            self._put(rule)

    def _put(self, text: str) -> None:
        issue = self._kit.conditions.rule_issue(text)
        if issue:
            self.when.refuse(issue)
        else:
            self._said = self.sentences.toPlainText()
            self.meant.emit(text)
