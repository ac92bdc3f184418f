"""The first page: what is the resident here for?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import StartVisit
from kiosk.flow.pages import CounterPage
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, holder, pressed, scrolling


class EventButton(Button):
    """A big button; the arrow keys walk, digits choose."""

    def __init__(self, kit: Kit, text: str) -> None:
        super().__init__(kit, text, level=Level.HEAD)
        self._bold = True

    @property
    def floor(self) -> int:
        """As high as two primary buttons."""
        return self._kit.look.dp(88)

    def _margins(self) -> tuple[int, int]:
        return self._kit.look.dp(32), self._kit.look.dp(8)


class StartView(QWidget):
    """Big buttons for the life events."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.title = GlyphLabel(kit, kit.words("start-title"), level=Level.TITLE, bold=True)
        self.how = GlyphLabel(kit, kit.words("start-how"), ink="quiet")
        self.events = [EventButton(kit, choice.label) for choice in kit.events]
        for button, choice in zip(self.events, kit.events, strict=True):
            pressed(button, lambda code=choice.code: self.acted.emit(StartVisit(event=code)))  # type: ignore[misc]
        side = kit.look.dp(32)
        rows = (self.title, self.how, flow(*self.events, gap=kit.look.dp(16)))
        inside = column(*rows, gap=kit.look.dp(16), margins=(side, kit.look.dp(40), side, side))
        inside.addStretch(1)
        self.setLayout(column(scrolling(holder(inside)), gap=0))

    def present(self, page: CounterPage) -> None:
        """Nothing of a visit is shown here."""

    def go(self) -> None:
        """Put the keyboard on the first event."""
        if self.events:
            self.events[0].setFocus(Qt.FocusReason.TabFocusReason)
