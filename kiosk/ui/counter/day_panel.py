"""本日の受付: what waits, what stopped, what was accepted and how far it has left; and the search among past cases.

Of a visit that stopped while it was being confirmed it says whether it was accepted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.flow.day import DayList, Fate, Found
from kiosk.model.kept import PastCase
from kiosk.ui.counter.day_lines import DayLine, past_line, visit_line
from kiosk.ui.counter.day_row import DayRow
from kiosk.ui.counter.guide_ticks import GuideTicks
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.flow.pages import CounterPage
    from kiosk.ui.kit import Kit

SHOWN = 40
_SAID = {
    Fate.ACCEPTED: "parked-accepted",
    Fate.NOT_ACCEPTED: "parked-not-accepted",
    Fate.OVERTAKEN: "parked-overtaken",
}


class DayPanel(Panel):
    """`told` answers the last search or scan: it stands until the next one, however often the day is shown anew.

    `resumed` carries the Unpark of the case to open, `sought` what was typed to be found, `ticked` the Tick of a row of
    the guide of the one case that was found, `showed` that a search or a scan was answered; `first` takes the keys of a
    scanned line.
    """

    resumed = Signal(object)
    sought = Signal(str)
    ticked = Signal(object)
    showed = Signal()

    def __init__(self, kit: Kit, *, first: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(kit, ground="panel")
        self._first = first
        self._kit, words, gap = kit, kit.words, kit.look.dp(8)
        self._day, self._found = DayList(()), list[PastCase]()
        self.title = GlyphLabel(kit, words("day-title"), level=Level.HEAD, bold=True)
        self.count = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.search = Line(kit, name=words("day-search"))
        self.look = Button(kit, words("day-look"), level=Level.DENSE)
        self.back = Button(kit, words("day-back"), level=Level.DENSE)
        self.told, self.alone = Message(kit), Message(kit)
        self.said: list[Message] = []
        self.rows: list[DayRow] = []
        self.guide = GuideTicks(kit, first=first)
        self.guide.ticked.connect(self.ticked)
        self._fates, self._list = column(gap=gap), column(gap=kit.look.dp(4))
        self.more = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        asked = GlyphLabel(kit, words("day-search"), level=Level.DENSE, bold=True)
        looking = holder(row(self.search, self.look, gap=gap))
        for thing in (self.title, self.count, holder(self._fates), asked, looking, self.back, self.told):
            self.column.addWidget(thing)
        for thing in (self.alone, holder(self._list)):
            self.column.addWidget(thing)
        self.column.addWidget(self.guide)
        self.column.addWidget(self.more)
        self.back.hide()
        pressed(self.look, self._seek)
        pressed(self.back, self.forget)
        self.search.entered.connect(self._seek)
        self.present(self._day)

    # ---- the day ---------------------------------------------------------------------------------------------------
    def present(self, day: DayList) -> None:
        """How the day stands; while something that was found is shown, it stays, as it stands now."""
        self._day = day
        self._say_fates()
        if self._found:
            self._renew()
        else:
            self._show_day()

    def _show_day(self) -> None:
        words, day = self._kit.words, self._day
        past = (*(each.past for each in day.answered), *day.past)
        lines = [visit_line(self._kit, each) for each in day.visits[:SHOWN]]
        lines += [self._past(each) for each in past[: SHOWN - len(lines)]]
        count = len(day.visits) + len(past)
        self.title.set_text(words("day-title"))
        said = words("day-count", open=len(day.visits), done=len(day.past)) if lines else ""
        self.count.set_text(words("day-count-returned", count=said, n=len(day.answered)) if day.answered else said)
        unread = words("parked-unreadable", n=day.unreadable) if day.unreadable else ""
        self.alone.set(unread or ("" if lines else words("day-nothing")), mood=Mood.WARNING if unread else Mood.INFO)
        self._show(lines, left=count - len(lines))

    def _renew(self) -> None:
        """What other windows have done meanwhile with what was found; who filed it is still known."""
        now = {case.case: case for case in (*self._day.past, *(each.past for each in self._day.answered))}
        renewed = [replace(now.get(case.case, case), face=case.face) for case in self._found]
        if renewed != self._found:
            self._show_cases(renewed)

    def _past(self, case: PastCase) -> DayLine:
        """An accepted case; one that a receiver sent back says so wherever it is listed."""
        answered = next((each for each in self._day.answered if each.past.case == case.case), None)
        return past_line(self._kit, case, answered)

    def _say_fates(self) -> None:
        """Whether what stopped while it was confirmed was accepted, in a sentence each."""
        words = self._kit.words
        said = [words(_SAID[visit.fate], slip=visit.slip) for visit in self._day.visits if visit.fate in _SAID]
        while len(self.said) < len(said):
            self.said.append(Message(self._kit))
            self._fates.addWidget(self.said[-1])
        for at, line in enumerate(self.said):
            line.set(said[at] if at < len(said) else "", mood=Mood.WARNING)

    # ---- the search ------------------------------------------------------------------------------------------------
    def _seek(self) -> None:
        self.told.set("")
        self.sought.emit(self.search.text())

    def show_found(self, found: Found) -> None:
        """What was found takes the place of the day; nothing found brings the day back and says so."""
        self._present_found(found)
        self.showed.emit()

    @property
    def answer(self) -> tuple[QWidget, QWidget]:
        """Where what was found begins and ends, for a page that is too small for all of it."""
        first = self.search if self.told.isHidden() else self.told
        last = self.guide if not self.guide.isHidden() else self.rows[0] if self.rows else first
        return first, last

    def _present_found(self, found: Found) -> None:
        words = self._kit.words
        if found.refused is not None:
            parts = (found.refused.message, found.refused.allowed)
            self._leave()
            self.told.set("\n".join(words.say(part) for part in parts if part), mood=Mood.ERROR)
            self.search.setFocus()
            return
        if not found.cases:
            self._leave()
            self.told.set(words("day-found-none"), mood=Mood.WARNING)
            self.search.setFocus()
            return
        self.title.set_text(words("day-found"))
        self.count.set_text(words("day-found-n", n=len(found.cases)))
        self.alone.set("")
        wrong = found.said is not None and found.said.kind != "info"
        self.told.set(words.say(found.said.message) if found.said else "", mood=Mood.WARNING if wrong else Mood.SUCCESS)
        self.back.show()
        kept = self._show_cases(found.cases)
        (kept or self.rows[0]).setFocus()

    def _show_cases(self, cases: Sequence[PastCase]) -> DayRow | None:
        """The row of the guide that somebody was at, where it is the case of before."""
        self._found = list(cases)
        self._show([self._past(case) for case in cases[:SHOWN]], left=len(cases[SHOWN:]))
        return self.guide.present(cases[0] if len(cases) == 1 else None)

    def turn_to(self, page: CounterPage) -> None:
        """Somebody else stands at the counter: who was looked for is nobody's to see."""
        if page.tiles and (self._found or self.search.text() or self.told.label.text):
            self.forget()

    def forget(self) -> None:
        """Nothing that was looked for or found stays."""
        self.search.clear()
        self._leave()

    def _leave(self) -> None:
        """The day again; what was found, its guide and what was said of it are not in sight any more."""
        self._found = []
        self.told.set("")
        self.guide.present(None)
        self.back.hide()
        self._show_day()

    # ---- rows ------------------------------------------------------------------------------------------------------
    def _show(self, lines: Sequence[DayLine], *, left: int) -> None:
        """One row a line, those there are used again: a list of a day is shown many times. `left` are not shown."""
        while len(self.rows) < len(lines):
            made = DayRow(self._kit, first=self._first)
            pressed(made, lambda made=made: self.resumed.emit(made.unparking))  # type: ignore[misc]
            self.rows.append(made)
            self._list.addWidget(made)
        for made, line in zip(self.rows, lines, strict=False):
            made.present(line)
        for spare in self.rows[len(lines) :]:
            self._list.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        del self.rows[len(lines) :]
        self.more.set_text(self._kit.words("day-more", n=left) if left else "")
        appear(self.more, on=left > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing here takes a key that is meant for the page."""
        event.ignore()
