"""The first page: what is the resident here for?"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.flow.actions import StartVisit
from kiosk.flow.pages import CounterPage
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button
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
        self._grid, self._columns = QGridLayout(), 0
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(kit.look.dp(16))
        self._place()
        side = kit.look.dp(32)
        rows = (self.title, self.how, holder(self._grid))
        inside = column(*rows, gap=kit.look.dp(16), margins=(side, kit.look.dp(40), side, side))
        inside.addStretch(1)
        self.setLayout(column(scrolling(holder(inside)), gap=0))

    def _place(self) -> None:
        """Three columns, two for the large texts."""
        columns = 2 if self._kit.look.size in {TextSize.LARGE, TextSize.HUGE} else 3
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.events):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(button, at // columns, at % columns)
        for column_at in range(3):
            self._grid.setColumnStretch(column_at, 1 if column_at < columns else 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._place()
        super().changeEvent(event)

    def present(self, page: CounterPage) -> None:
        """Nothing of a visit is shown here."""

    def go(self) -> None:
        """Put the keyboard on the first event."""
        if self.events:
            self.events[0].setFocus(Qt.FocusReason.TabFocusReason)
