"""1日の締め: what a day came to, who must still take something on, and the page to sign and keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kiosk.ui.office.asking_view import AskingView
from kiosk.ui.office.closing_sure import ClosingSure
from kiosk.ui.office.day_stepper import DayStepper
from kiosk.ui.office.order import in_order
from kiosk.ui.office.page_told import tell
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, Panel, column, empty, holder, pressed, scrolling

if TYPE_CHECKING:
    import datetime as dt

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.book_ports import Alone, DayPage

_SHOWN = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class DayView(AskingView):
    """A day is closed only when nobody need take anything on any more, and somebody is sure."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, title=kit.words("office-day-title"))
        words, gap = kit.words, kit.look.dp(12)
        self.alone, self.closed = Message(kit, mood=Mood.WARNING), Message(kit, mood=Mood.INFO)
        self.day = DayStepper(kit)
        self.close_it = Button(kit, words("office-close"), rank=Rank.PRIMARY)
        self.print, self.verify = Button(kit, words("office-day-print")), Button(kit, words("office-audit-verify"))
        self.sure = ClosingSure(kit)
        self.waiting = Message(kit, mood=Mood.WARNING)
        self.owns: list[Button] = []
        self._started = False
        self._alone, self._rows = QVBoxLayout(), QGridLayout()
        self._rows.setHorizontalSpacing(kit.look.dp(24))
        self._rows.setVerticalSpacing(kit.look.dp(6))
        self._rows.setColumnStretch(1, 1)
        self.head = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        actions = flow(self.close_it, self.print, self.verify, gap=gap)
        panel = Panel(kit)
        panel.column.addLayout(self._rows)
        above = (self.day, self.told, self.closed, self.waiting, self.alone)
        inside = column(*above, self._alone, actions, self.sure, panel, self.head, gap=gap)
        inside.setContentsMargins(*AIR)
        inside.addStretch(1)
        self.setLayout(column(self.title, scrolling(kit, holder(inside)), gap=gap))
        self.day.turned.connect(self._go)
        self.sure.hide()
        pressed(self.close_it, self.sure.ask)
        pressed(self.sure.yes, self._close)
        pressed(self.sure.no, self.close_it.setFocus)
        pressed(self.print, self._print)
        pressed(self.verify, self._verify)

    def begin(self) -> None:
        """Somebody has come: how today stands, or the day that was looked at."""
        self._go(self.day.day if self._started else None)
        self.day.before.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, day: dt.date | None) -> None:
        self.ask(lambda books: books.day(day))

    def _close(self) -> None:
        day = self.day.day
        self.ask(lambda books: books.close(day))

    def _print(self) -> None:
        day = self.day.day
        self.ask(lambda books: books.print_day(day))

    def _verify(self) -> None:
        day = self.day.day
        self.ask(lambda books: books.verify(day))

    def present(self, page: DayPage) -> None:
        """Show a day."""
        self._started, words = True, self._kit.words
        self.day.present(page.day, today=page.today)
        tell(self._kit, self.told, page.told, page.wrong)
        self.sure.hide()
        self.close_it.setVisible(not page.closed)
        self.closed.set(words("office-closed-by", who="、".join(page.closed)) if page.closed else "")
        self.waiting.set(words("office-waiting", n=page.waiting) if page.waiting else "")
        self.alone.set(words("office-alone", n=len(page.alone)) if page.alone else "")
        self._show_alone(page)
        empty(self._rows)
        for at, cells in enumerate(page.rows or (("", words("daybook-nothing"), ""),)):
            for across, text in enumerate(cells):
                label = GlyphLabel(self._kit, text, level=Level.DENSE, bold=across == 0)
                self._rows.addWidget(label, at, across, _RIGHT if across == 2 else Qt.AlignmentFlag.AlignTop)
        self.head.set_text(words("office-head", head=page.head) if page.head else "")
        appear(self.head, on=bool(page.head))

    def _show_alone(self, page: DayPage) -> None:
        taken = any(own.hasFocus() for own in self.owns)
        empty(self._alone)
        self.owns = []
        for each in page.alone[:_SHOWN]:
            self._alone.addWidget(self._row(page.day, each))
        if len(page.alone) > _SHOWN:
            self._alone.addWidget(GlyphLabel(self._kit, self._kit.words("sending-more", n=len(page.alone) - _SHOWN)))
        in_order((*self.day.buttons, *self.owns, self.close_it, self.print, self.verify, self.sure.yes, self.sure.no))
        if taken or (page.wrong and self.owns):
            (self.owns[0] if self.owns else self.close_it).setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, day: dt.date, alone: Alone) -> Panel:
        words = self._kit.words
        panel = Panel(self._kit, pad=8)
        text = words("office-alone-row", slip=alone.slip, title=alone.title, place=alone.place, what=alone.what)
        own = Button(self._kit, words("sending-own"), level=Level.DENSE)
        own.setAccessibleName(words("office-own", what=text))
        pressed(own, lambda: self.ask(lambda books: books.own(day, alone.message)))
        self.owns.append(own)
        for widget in (GlyphLabel(self._kit, text, level=Level.DENSE), flow(own, gap=self._kit.look.dp(8))):
            panel.column.addWidget(widget)
        return panel
