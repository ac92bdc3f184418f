"""What of an address stands in no part yet, and where a person may put it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.model.address_parts import PLACES
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import holder, pressed


class LeftOver(QWidget):
    """Names the rest and offers a button for each part; `placed(str)` tells to which part it belongs."""

    placed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.note = Message(kit)
        self.buttons = {
            part: Button(
                kit,
                kit.words("address-place", part=kit.words(f"address-{part}")),
                rank=Rank.SECONDARY,
                level=Level.DENSE,
            )
            for part in PLACES
        }
        for part, button in self.buttons.items():
            pressed(button, lambda part=part: self.placed.emit(part))  # type: ignore[misc]
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(kit.look.dp(8))
        lines.addWidget(self.note)
        places = FlowLayout(gap=kit.look.dp(12))
        for button in self.buttons.values():
            places.addWidget(button)
        lines.addWidget(holder(places))
        self.hide()

    def present(self, rest: str) -> None:
        """Show what is left over, or nothing."""
        if rest:
            self.note.set(self._kit.words("address-left-over", rest=rest))
        self.setVisible(bool(rest))
