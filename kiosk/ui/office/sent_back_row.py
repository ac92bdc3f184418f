"""One application that a receiver sent back: which visit and procedure, by whom and when, and who sees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.model.verdict import Verdict
from kiosk.ui.office.own_line import OwnLine
from kiosk.ui.office.times import said_at
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit
    from kiosk.ui.office.ports import SentBack
    from kiosk.ui.widgets.button import Button

_STATES = {Verdict.TO_CORRECT: "day-state-to-correct", Verdict.REJECTED: "day-state-rejected"}


class SentBackRow(Panel):
    """What is wanted stands in the case itself, which opens by its number; `owned` carries the application's number."""

    owned = Signal(object)

    def __init__(self, kit: Kit, back: SentBack) -> None:
        super().__init__(kit, edge="error")
        line, words = back.line, kit.words
        self.message = line.message
        state = Chip(kit, words(_STATES[line.result]), tone=Tone.RED)
        self.title = GlyphLabel(kit, words("sending-row", slip=line.slip, title=back.title), bold=True)
        where = {"place": back.place, "at": said_at(kit, line.at)}
        number = line.number
        said = words("sending-back", number=number, **where) if number else words("sending-back-unnumbered", **where)
        self.own = OwnLine(kit, line.charge)
        self.own.taken.connect(lambda: self.owned.emit(self.message))
        for thing in (flow(state, self.title, gap=kit.look.dp(12)), GlyphLabel(kit, said, level=Level.DENSE), self.own):
            self.column.addWidget(thing)

    def first(self) -> Button:
        """Where the keyboard begins."""
        return self.own.take
