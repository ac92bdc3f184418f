"""受け持ち of something that failed: who sees to it until when, and a button with which whoever is here takes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from kiosk.model.answer import Charge
    from kiosk.ui.kit import Kit


class OwnLine(QWidget):
    """`taken`: whoever is at the desk takes it on, or over from a colleague."""

    taken = Signal()

    def __init__(self, kit: Kit, charge: Charge | None) -> None:
        super().__init__()
        words = kit.words
        if charge is None:
            said, tone = words("day-nobody"), Tone.YELLOW
        else:
            said = words("charge", staff=charge.staff, month=charge.until.month, day=charge.until.day)
            tone = Tone.NEUTRAL
        self.who = Chip(kit, said, tone=tone)
        self.take = Button(kit, words("sending-own" if charge is None else "sending-own-over"), level=Level.DENSE)
        self.setLayout(column(flow(self.who, self.take, gap=kit.look.dp(12)), gap=0))
        pressed(self.take, self.taken.emit)
