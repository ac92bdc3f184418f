"""突合: both sides of a destination over some days, what one of them lacks, and having it leave once more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.office.asking_view import AskingView
from kiosk.ui.office.book_ports import Asked
from kiosk.ui.office.day_stepper import DayStepper
from kiosk.ui.office.order import in_order
from kiosk.ui.office.page_told import tell
from kiosk.ui.office.received_line import ReceivedLine
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout, flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, Panel, column, empty, holder, pressed, scrolling
from kiosk.ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.book_ports import BothSides, ComparePage, Receiver

_SHOWN = 40


class CompareView(AskingView):
    """What is decided is what is shown: another place, day or list asks anew."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, title=kit.words("office-compare-title"))
        words, gap = kit.words, kit.look.dp(12)
        self.places: list[Button] = []
        self._key, self._today, self._started = "", dt.date.min, False
        self._offered = FlowLayout(gap=gap)
        self.since, self.until = (DayStepper(kit, name=words(f"office-{which}")) for which in ("since", "until"))
        self.received = ReceivedLine(kit)
        self.compare, self.print = (
            Button(kit, words("office-compare"), rank=Rank.PRIMARY),
            Button(kit, words("office-compare-print")),
        )
        self.resend = Button(kit, words("office-resend"))
        self.why = ReasonLine(kit, label=words("office-resend-why"), sure=words("office-resend-sure"))
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(8))
        self._arrange(gap)
        self._connect()

    def _arrange(self, gap: int) -> None:
        words = self._kit.words
        which = GlyphLabel(self._kit, words("office-receiver"), level=Level.DENSE, bold=True)
        actions = flow(self.compare, self.print, self.resend, gap=gap)
        days = column(self.since, self.until, gap=gap)
        inside = column(which, holder(self._offered), days, self.received, self.told, actions, self.why, gap=gap)
        inside.addLayout(self._list)
        inside.setContentsMargins(*AIR)
        inside.addStretch(1)
        self._area = scrolling(self._kit, holder(inside))
        self.setLayout(column(self.title, self._area, gap=gap))
        for widget in (self.print, self.resend, self.why):
            widget.hide()

    def _connect(self) -> None:
        pressed(self.compare, self._compare)
        pressed(self.print, self._print)
        pressed(self.resend, self.why.ask)
        self.received.line.entered.connect(self._compare)
        self.received.line.textChanged.connect(lambda _: self._forget())
        self.why.given.connect(self._resend)
        self.since.turned.connect(lambda _: self._since())
        self.until.turned.connect(lambda _: self._until())

    def begin(self) -> None:
        """Somebody has come: which destinations there are."""
        if not self._started:
            self.ask(lambda books: books.offer())
        self._focus()

    def _focus(self) -> None:
        (self.places[0] if self.places else self.compare).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _asked(self) -> Asked:
        """What stands on the page to be compared."""
        return Asked(self._key, self.since.day, self.until.day, self.received.text)

    def _compare(self) -> None:
        asked = self._asked
        self.ask(lambda books: books.compare(asked))

    def _print(self) -> None:
        asked = self._asked
        self.ask(lambda books: books.print_compared(asked))

    def _resend(self, why: str) -> None:
        asked = self._asked
        self.ask(lambda books: books.resend(asked, why))

    def _since(self) -> None:
        if self.until.day < self.since.day:
            self.until.present(self.since.day, today=self._today)
        self._forget()

    def _until(self) -> None:
        if self.until.day < self.since.day:
            self.since.present(self.until.day, today=self._today)
        self._forget()

    def _forget(self) -> None:
        """Something else is asked: what was found stands no more, and nothing can be decided about it."""
        self.why.hide()
        self._show(None)
        self.told.set("")

    def present(self, page: ComparePage) -> None:
        """What was found; what was asked before the page was changed is nobody's any more."""
        self._today = page.today
        if not self._started:
            self._started = True
            self._offer(page.receivers)
            for stepper in (self.since, self.until):
                stepper.present(page.today, today=page.today)
            self._focus()
        if page.found is not None and page.found.asked != self._asked:
            return
        tell(self._kit, self.told, page.told, page.wrong)
        if self.why.isVisible():
            self.compare.setFocus(Qt.FocusReason.TabFocusReason)
        self.why.hide()
        self._show(page.found)

    def _offer(self, receivers: tuple[Receiver, ...]) -> None:
        for receiver in receivers:
            button = Button(self._kit, receiver.name, rank=Rank.CHOICE)
            button.setCheckable(True)
            pressed(button, lambda key=receiver.key: self._choose(key))  # type: ignore[misc]
            button.setProperty("key", receiver.key)
            self.places.append(button)
            self._offered.addWidget(button)
        days = (each for day in (self.since, self.until) for each in day.buttons)
        received = (self.received.line, self.received.file, self.received.folder)
        actions = (self.compare, self.print, self.resend, self.why.line, self.why.sure)
        in_order((*self.places, *days, *received, *actions))
        if receivers:
            self._choose(receivers[0].key)

    def _choose(self, key: str) -> None:
        self._key = key
        for button in self.places:
            button.setChecked(button.property("key") == key)
        self._forget()

    def _show(self, found: BothSides | None) -> None:
        empty(self._list)
        self.print.setVisible(found is not None)
        can = found is not None and any(not each.erased for each in found.lost)
        self.resend.setVisible(can)
        if found is None:
            return
        parts = list(self._parts(found))
        for widget in parts:
            self._list.addWidget(widget)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(parts[0], 0, self._area.height()))

    def _parts(self, found: BothSides) -> Iterator[QWidget]:
        """The counts as one sentence, then what is lost, what is too much, what differs."""
        words = self._kit.words
        wrong = found.lost or found.unknown or found.other or found.away
        key = "office-sides" if found.relayed is None else "office-sides-hub"
        counts = words(key, left=found.left, relayed=found.relayed or 0, lost=len(found.lost), more=len(found.unknown))
        yield Message(self._kit, counts, mood=Mood.WARNING if wrong else Mood.SUCCESS)
        if found.away:
            yield Message(self._kit, words("office-hub-away"), mood=Mood.WARNING)
        rows = [
            *(self._lost(each.slip, each.title, at_hub=each.at_hub, erased=each.erased) for each in found.lost),
            *(words("office-unknown-row", message=each) for each in found.unknown),
            *(words("office-other-row", slip=slip) for slip in found.other),
        ]
        for text in rows[:_SHOWN]:
            panel = Panel(self._kit, pad=8)
            panel.column.addWidget(GlyphLabel(self._kit, text, level=Level.DENSE))
            yield panel
        if len(rows) > _SHOWN:
            yield GlyphLabel(self._kit, words("sending-more", n=len(rows) - _SHOWN), level=Level.DENSE)

    def _lost(self, slip: str, title: str, *, at_hub: bool, erased: bool) -> str:
        words = self._kit.words
        why = words("office-lost-erased" if erased else "office-lost-hub" if at_hub else "office-lost-there")
        return words("office-lost-row", slip=slip, title=title, why=why)
