"""手数料の減免 in a row of the procedure list: one press opens the reasons, one more takes it away or makes it less."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.case_actions import Waive
from kiosk.flow.pages import OutcomeView
from kiosk.model.free_for import FreeFor
from kiosk.model.letters import to_digits
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import column, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class FeeFree(QWidget):
    """`acted` carries that a fee is not charged, and why, or that it is again."""

    acted = Signal(object)

    def __init__(self, kit: Kit, view: OutcomeView) -> None:
        super().__init__()
        self._view, self._words, gap = view, kit.words, kit.look.dp(12)
        words = kit.words
        key = "fee-less" if view.fee_left else "fee-free"
        said = words(key, why=view.free_for, yen=f"{view.fee_left:,}") if view.free_for else ""
        self.chip = Chip(kit, said, tone=Tone.GREEN)
        self.act = Button(kit, words("fee-free-back" if view.free_for else "fee-free-ask"), level=Level.DENSE)
        self.act.setAccessibleName(words("about", question=view.name, act=self.act.text()))
        self.usual = [Button(kit, words(f"free-for-{each}"), level=Level.DENSE) for each in FreeFor]
        self.more = Button(kit, words("fee-free-other"), level=Level.DENSE)
        self.other = ReasonLine(kit, label=words("fee-free-why"), sure=words("fee-free-sure"))
        self.left, self.issue = Line(kit, name=words("fee-left"), letters=6), Message(kit)
        self.left.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.left.entered.connect(self.usual[0].setFocus)
        part = flow(GlyphLabel(kit, words("fee-left"), level=Level.DENSE), self.left, gap=gap)
        reasons = column(part, self.issue, flow(*self.usual, self.more, gap=gap), self.other, gap=gap)
        self.reasons = holder(reasons)
        self.setLayout(column(flow(self.chip, self.act, gap=gap), self.reasons, gap=gap))
        for button, why in zip(self.usual, FreeFor, strict=True):
            pressed(button, partial(self._give, why))
        pressed(self.more, self.other.ask)
        self.other.given.connect(self._give)
        pressed(self.act, self._press)
        for part in (self.reasons, self.other):
            part.hide()

    def _press(self) -> None:
        """The fee is charged again, or it is asked why it is not."""
        if self._view.free_for:
            self._give("")
            return
        self.reasons.setVisible(self.reasons.isHidden())
        if not self.reasons.isHidden():
            self.usual[0].setFocus()

    def _give(self, reason: str) -> None:
        left = to_digits(self.left.text()).replace(",", "").strip()
        if left and not (left.isascii() and left.isdecimal()):
            self.issue.set(self._words("fee-left-number"))
            self.left.setFocus()
            return
        self.acted.emit(Waive(procedure=self._view.id, reason=str(reason), left=int(left or 0)))
