"""Which day: the one before, the one after, today; never one that has not begun."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.wareki import to_wareki
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, pressed

_ONE = dt.timedelta(days=1)


class DayStepper(QWidget):
    """`turned` carries the day that was gone to; `day` is the one that is shown."""

    turned = Signal(object)

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__()
        words = kit.words
        self._kit, self._today, self.day = kit, dt.date.min, dt.date.min
        self.label = GlyphLabel(kit, bold=True)
        self.before, self.after = Button(kit, words("office-day-before")), Button(kit, words("office-day-after"))
        self.now = Button(kit, words("office-day-today"))
        gap = kit.look.dp(12)
        named = (GlyphLabel(kit, name, level=Level.DENSE, bold=True),) if name else ()
        self.setLayout(column(*named, flow(self.label, self.before, self.after, self.now, gap=gap), gap=kit.look.dp(4)))
        pressed(self.before, lambda: self._go(self.day - _ONE))
        pressed(self.after, lambda: self._go(self.day + _ONE))
        pressed(self.now, lambda: self._go(self._today))

    @property
    def buttons(self) -> tuple[Button, ...]:
        """In their order."""
        return self.before, self.after, self.now

    def present(self, day: dt.date, *, today: dt.date) -> None:
        """Show a day."""
        self.day, self._today = day, today
        weekday = self._kit.words(f"office-weekday-{day.isoweekday()}")
        self.label.set_text(self._kit.words("office-day", day=to_wareki(day), weekday=weekday))
        if day == today and (self.after.hasFocus() or self.now.hasFocus()):
            self.before.setFocus()  # else Enter would press whatever comes next
        for button in (self.after, self.now):
            button.setVisible(day < today)

    def _go(self, day: dt.date) -> None:
        if day <= self._today:
            self.present(day, today=self._today)
            self.turned.emit(day)
