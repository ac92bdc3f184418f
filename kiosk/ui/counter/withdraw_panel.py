"""取下げ on the last page: what it does, whether the resident asked for it, and why; nothing happens by one press."""

from PySide6.QtCore import Signal

from kiosk.flow.case_actions import Withdraw
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class WithdrawPanel(Panel):
    """`acted` carries the Withdraw, once the reason and the resident's wish are there."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        words, gap = kit.words, kit.look.dp(12)
        self.begin = Button(kit, words("withdraw"))
        self.wished = Button(kit, words("withdraw-asked"), rank=Rank.CHOICE)
        self.first = Message(kit)
        self.why = ReasonLine(kit, label=words("withdraw-reason"), sure=words("withdraw-sure"))
        explained = GlyphLabel(kit, words("withdraw-explained"), level=Level.DENSE)
        self.asked = holder(column(explained, self.first, flow(self.wished, gap=gap), self.why, gap=gap))
        self.column.addWidget(GlyphLabel(kit, words("withdraw-title"), level=Level.HEAD, bold=True))
        for thing in (flow(self.begin, gap=gap), self.asked):
            self.column.addWidget(thing)
        pressed(self.begin, self._ask)
        self.why.given.connect(self._give)
        self.wipe()

    def wipe(self) -> None:
        """Nothing of what was chosen or typed stays."""
        self.wished.setChecked(False)
        self.first.set("")
        self.why.wipe()
        self.asked.hide()

    def _ask(self) -> None:
        self.wipe()
        self.asked.show()
        self.wished.setFocus()

    def _give(self, reason: str) -> None:
        if self.wished.isChecked():
            self.asked.hide()
            self.acted.emit(Withdraw(reason=reason))
        else:
            self.first.set(self._kit.words("withdraw-first"), mood=Mood.ERROR)
            self.wished.setFocus()
