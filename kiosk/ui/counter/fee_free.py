"""手数料の免除 in a row of the procedure list: one press opens the reasons, one more takes the fee away."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.case_actions import Waive
from kiosk.flow.pages import OutcomeView
from kiosk.model.free_for import FreeFor
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import column, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class FeeFree(QWidget):
    """`acted` carries that a fee is not charged, and why, or that it is again."""

    acted = Signal(object)

    def __init__(self, kit: Kit, view: OutcomeView) -> None:
        super().__init__()
        self._view, words, gap = view, kit.words, kit.look.dp(12)
        self.chip = Chip(kit, words("fee-free", why=view.free_for) if view.free_for else "", tone=Tone.GREEN)
        self.act = Button(kit, words("fee-free-back" if view.free_for else "fee-free-ask"), level=Level.DENSE)
        self.act.setAccessibleName(words("about", question=view.name, act=self.act.text()))
        self.usual = [Button(kit, words(f"free-for-{each}"), level=Level.DENSE) for each in FreeFor]
        self.more = Button(kit, words("fee-free-other"), level=Level.DENSE)
        self.other = ReasonLine(kit, label=words("fee-free-why"), sure=words("fee-free-sure"))
        self.reasons = holder(column(flow(*self.usual, self.more, gap=gap), self.other, gap=gap))
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
        self.acted.emit(Waive(procedure=self._view.id, reason=str(reason)))
