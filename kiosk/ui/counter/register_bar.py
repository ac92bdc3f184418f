"""住民記録 on the start page: the way to the look-up, and of what day the data are; nothing where there are none."""

from PySide6.QtCore import Qt, Signal

from kiosk.flow.day import DayList
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, pressed, row


class RegisterBar(Panel):
    """`asked` that the register is to be looked into. `old_after` days the data are told to be too old."""

    asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ground="panel", pad=8)
        self._day, self.old_after = DayList(()), 3
        self.open, self.of_day = (
            Button(kit, kit.words("register-open"), level=Level.DENSE),
            GlyphLabel(kit, level=Level.DENSE),
        )
        self.old = Message(kit)
        pressed(self.open, self.asked.emit)
        line = row(self.open, self.of_day, gap=kit.look.dp(12))
        line.setStretch(1, 1)
        line.setAlignment(self.of_day, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.column.addWidget(self.old)
        self.hide()

    def present(self, day: DayList) -> None:
        """How the register stands today."""
        self._day, words = day, self._kit.words
        self.setVisible(day.data_of is not None)
        if day.data_of is None:
            return
        of = f"{day.data_of.month}/{day.data_of.day}"
        self.of_day.set_text(words("register-day", day=of))
        old = day.data_age > self.old_after
        self.old.set(words("register-old", day=str(day.data_of), n=day.data_age) if old else "", mood=Mood.WARNING)

    def judge(self, days: int) -> None:
        """The city says how old the data may be."""
        self.old_after = days
        self.present(self._day)
