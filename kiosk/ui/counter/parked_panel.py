"""途中で止まった手続: the visits parked on this machine, by number and occasion, each one press away.

Of one that stopped while it was being confirmed it says whether it was accepted.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.jobs import Fate, Parked, ParkedVisit
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, row

_SAID = {Fate.ACCEPTED: "parked-accepted", Fate.NOT_ACCEPTED: "parked-not-accepted"}
_HOW = {Fate.ACCEPTED: "parked-show", Fate.HANDED_IN: "parked-from-lobby"}


class ParkedPanel(Panel):
    """`resumed` carries the id of the case to go on with, `numbered` the number of a slip from the terminal that was
    typed; nothing is shown while nothing is parked.
    """

    resumed = Signal(object)
    numbered = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ground="warning_panel", edge="warning")
        self._kit = kit
        self.title = GlyphLabel(kit, kit.words("parked-title"), bold=True)
        self.column.addWidget(self.title)
        self.buttons: list[Button] = []
        self.said: list[Message] = []
        self._fates = column(gap=kit.look.dp(8))
        self._row = FlowLayout(gap=kit.look.dp(12))
        self.unreadable = Message(kit)
        self.column.addWidget(holder(self._fates))
        self.column.addWidget(holder(self._row))
        self.column.addWidget(self.unreadable)
        self.hide()

    def present(self, parked: Parked) -> None:
        """One button a visit; names stay where they are, encrypted."""
        visits = parked.visits
        alone = bool(visits) and all(visit.fate is Fate.HANDED_IN for visit in visits)
        self.title.set_text(self._kit.words("parked-waiting" if alone else "parked-title"))
        self._say_fates(visits)
        empty(self._row)
        self.buttons = [self._button(visit) for visit in visits]
        for button in self.buttons:
            self._row.addWidget(button)
        unread = self._kit.words("parked-unreadable", n=parked.unreadable) if parked.unreadable else ""
        self.unreadable.set(unread, mood=Mood.WARNING)
        waiting = any(visit.fate is Fate.HANDED_IN for visit in visits)
        if waiting or "asking" in vars(self):
            self.asking.setVisible(waiting)
        appear(self, on=bool(visits) or bool(unread))

    @cached_property
    def asking(self) -> QWidget:
        """Where the number of a slip from the terminal is typed; made with the first that was handed in."""
        from kiosk.ui.widgets.entries.line import Line

        words = self._kit.words
        self.number = Line(self._kit, name=words("parked-number"), letters=12)
        self.number.entered.connect(self._typed)
        asked = GlyphLabel(self._kit, words("parked-number"))
        made = holder(row(asked, self.number, gap=self._kit.look.dp(12)))
        self.column.insertWidget(self.column.count() - 1, made)
        return made

    def _typed(self) -> None:
        slip = self.number.text().strip()
        if slip:
            self.number.clear()
            self.numbered.emit(slip)

    def _say_fates(self, visits: tuple[ParkedVisit, ...]) -> None:
        empty(self._fates)
        words = self._kit.words
        said = [words(_SAID[visit.fate], slip=visit.slip) for visit in visits if visit.fate in _SAID]
        self.said = [Message(self._kit) for _ in said]
        for line, text in zip(self.said, said, strict=True):
            line.set(text, mood=Mood.WARNING)
            self._fates.addWidget(line)

    def _button(self, visit: ParkedVisit) -> Button:
        words, events = self._kit.words, {event.code: event.label for event in self._kit.events}
        slip = visit.slip or words("parked-no-slip")
        how = _HOW.get(visit.fate, "parked-resume")
        button = Button(self._kit, words(how, slip=slip, event=events.get(visit.event, visit.event)))
        pressed(button, lambda: self.resumed.emit(visit.case))
        return button
