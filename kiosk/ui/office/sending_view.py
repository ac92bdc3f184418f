"""送付の管理: every parcel that has not left, why, since when and until when, and what staff can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.office.page_told import tell
from kiosk.ui.office.sent_back_row import SentBackRow
from kiosk.ui.office.waiting_row import WaitingRow
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout, flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import AIR, column, empty, holder, pressed, scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.ports import SendingPage, Stop


class SendingView(QWidget):
    """`wanted` carries what to ask of the port (kiosk.ui.office.ports.Sending), `left` goes back to the visit,
    `opened` carries the number of a visit that is to be corrected.
    """

    wanted = Signal(object)
    left = Signal()
    opened = Signal(str)

    def __init__(self, kit: Kit, *, closes: bool = True) -> None:
        """`closes`: there is a visit to go back to."""
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(12)
        self.title = GlyphLabel(kit, words("sending-looking"), level=Level.TITLE, bold=True)
        self.told = Message(kit)
        self.close_it, self.hasten = Button(kit, words("sending-close")), Button(kit, words("sending-hasten"))
        self.mended = Button(kit, words("sending-mended"))
        self._opens = closes
        self._first = self.close_it if closes else self.hasten
        if not closes:
            self.close_it.hide()
        self.stops: list[Button] = []
        self.rows: list[WaitingRow] = []
        self.back: list[SentBackRow] = []
        self._stops, self._list = FlowLayout(gap=gap), QVBoxLayout()
        self._list.setSpacing(gap)
        pressed(self.close_it, self.left.emit)
        pressed(self.hasten, lambda: self.ask("hasten"))
        pressed(self.mended, lambda: self.ask("release_mended"))
        inside = column(self.told, holder(self._stops), self._list, gap=gap, margins=AIR)
        inside.addStretch(1)
        actions = flow(self.close_it, self.hasten, self.mended, gap=gap)
        self.setLayout(column(self.title, actions, scrolling(kit, holder(inside)), gap=gap))

    def begin(self) -> None:
        """Somebody has come: look, and put the keyboard where nothing is decided by mistake."""
        self.told.set("")
        self.title.set_text(self._kit.words("sending-looking"))
        self._first.setFocus(Qt.FocusReason.TabFocusReason)
        self.ask("look")

    def ask(self, what: str, *values: object, **named: object) -> None:
        """Ask the port for something by its name; the answer comes back as a page."""
        self.wanted.emit(lambda port: getattr(port, what)(*values, **named))

    def present(self, page: SendingPage) -> None:
        """Show how it stands; the keyboard stays at the row that was decided about, or goes back to the top."""
        words = self._kit.words
        count, back = len(page.rows) + page.more, len(page.back) + page.more_back
        title = words("sending-title", n=count) if count else words("sending-none")
        self.title.set_text(words("sending-title-back", title=title, n=back) if back else title)
        if page.told or page.wrong:
            tell(self._kit, self.told, page.told, page.wrong)
        rows: list[WaitingRow | SentBackRow] = [*self.back, *self.rows]
        stop = next((at for at, button in enumerate(self.stops) if button.hasFocus()), None)
        stays = self.hasten.hasFocus() or self.mended.hasFocus() or self.close_it.hasFocus()
        kept = next((row.message for row in rows if row.isAncestorOf(self.focusWidget() or row)), None)
        self._show_stops(page.stops)
        empty(self._list)
        self.back = [SentBackRow(self._kit, back) for back in page.back]
        self._put(self.back, more=page.more_back)
        self.rows = [WaitingRow(self._kit, waiting, two=page.two, opens=self._opens) for waiting in page.rows]
        for row in self.rows:
            row.released.connect(lambda message: self.ask("release", message))
            row.opened.connect(self.opened)
            row.skipped.connect(lambda message, why, second: self.ask("skip", message, why, second=second))
            row.vouched.connect(lambda message, why: self.ask("vouch", message, why))
        self._put(self.rows, more=page.more)
        if stop is not None and stop < len(self.stops):
            self.stops[stop].setFocus(Qt.FocusReason.TabFocusReason)
        elif not stays:
            self._refocus(kept)

    def renew(self) -> None:
        """Something has left, or come: look again, unless somebody is being asked something."""
        if not any(row.asking for row in self.rows):
            self.ask("look")

    def _put(self, rows: Sequence[WaitingRow | SentBackRow], *, more: int) -> None:
        for row in rows:
            row.owned.connect(lambda message: self.ask("own", message))
            self._list.addWidget(row)
        if more:
            self._list.addWidget(GlyphLabel(self._kit, self._kit.words("sending-more", n=more)))

    def _show_stops(self, stops: tuple[Stop, ...]) -> None:
        words = self._kit.words
        empty(self._stops)
        self.stops = []
        for stop in stops:
            text = words("sending-resume" if stop.paused else "sending-pause", name=stop.name)
            button = Button(self._kit, text, rank=Rank.PRIMARY if stop.paused else Rank.SECONDARY, level=Level.DENSE)
            pressed(button, lambda stop=stop: self.ask("pause", stop.key, paused=not stop.paused))  # type: ignore[misc]
            self.stops.append(button)
            self._stops.addWidget(button)

    def _refocus(self, message: UUID | None) -> None:
        rows: list[WaitingRow | SentBackRow] = [*self.back, *self.rows]
        row = next((row for row in rows if row.message == message), None)
        first = row.first() if row else self._first
        (first if first.isVisibleTo(self) else self._first).setFocus(Qt.FocusReason.TabFocusReason)
