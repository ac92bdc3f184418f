"""締めてよいか: a day is closed for good, so it is asked once, with the keyboard on the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit


class ClosingSure(QWidget):
    """`yes` closes, `no` leaves everything as it is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words, gap = kit.words, kit.look.dp(12)
        self.yes, self.no = (
            Button(kit, words("office-close-yes"), rank=Rank.PRIMARY),
            Button(kit, words("office-close-no")),
        )
        self.said = Message(kit, words("office-close-sure"), mood=Mood.WARNING)
        self.setLayout(column(self.said, flow(self.yes, self.no, gap=gap), gap=gap))
        pressed(self.no, self.hide)

    def ask(self) -> None:
        """Ask."""
        self.show()
        self.no.setFocus(Qt.FocusReason.TabFocusReason)
