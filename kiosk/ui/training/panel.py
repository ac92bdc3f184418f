"""The drawer of a training: who can come, who is here with what, and at the end how the visit went."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.model.errors import SiteError
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.trainer import Guest, Score, Trainer, Welcome
from kiosk.ui.training.result import Result
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, empty, holder, indented, pressed, scrolling
from kiosk.ui.widgets.titled_row import TitledRow

T = TypeVar("T")


class TrainingPanel(QWidget):
    """`welcomed` carries the Welcome of who has come. The list is read once, beside the window."""

    welcomed = Signal(object)

    def __init__(self, kit: Kit, trainer: Trainer) -> None:
        super().__init__()
        self._kit, self._trainer, self._errands = kit, trainer, Errands(kit.jobs)
        self._step, self._here = Step.START, False
        self.title = GlyphLabel(kit, level=Level.HEAD, bold=True)
        self.how = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.said = Message(kit)
        self.rows: list[TitledRow] = []
        self._list, self._inside = QVBoxLayout(), QVBoxLayout()
        for each in (self._list, self._inside):
            each.setSpacing(kit.look.dp(8))
        self.list, self.inside = holder(self._list), holder(self._inside)
        whole = column(self.how, self.said, self.list, self.inside, gap=kit.look.dp(8), margins=AIR)
        whole.addStretch(1)
        self.area = scrolling(kit, holder(whole))
        self.setLayout(column(indented(self.title), self.area, gap=kit.look.dp(8)))
        self._show_list()
        self._run(trainer.guests, self._offer)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._errands.run(work, done=done, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        words = self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code)
        self.said.set(words, mood=Mood.ERROR)

    # ---- who can come ----------------------------------------------------------------------------------------------
    def _show_list(self) -> None:
        words = self._kit.words
        self.title.set_text(words("training-title"))
        self.how.set_text(words("training-how"))
        empty(self._inside)
        self.list.show()

    def _offer(self, guests: Sequence[Guest]) -> None:
        event = ""
        for guest in guests:
            if guest.event != event:
                event = guest.event
                self._list.addWidget(GlyphLabel(self._kit, event, level=Level.DENSE, bold=True))
            about = self._kit.words("training-guest", people=guest.people, questions=guest.questions)
            made = TitledRow(self._kit, guest.title, about)
            pressed(made, partial(self._receive, guest))
            self.rows.append(made)
            self._list.addWidget(made)
        if self.isVisible() and not self._here:
            self.first().setFocus()

    def _receive(self, guest: Guest) -> None:
        if not self._here:
            self._here = True  # a second press calls nobody else
            self.said.set(self._kit.words("training-band-busy"), mood=Mood.INFO)
            self._errands.run(lambda: self._trainer.receive(guest.id), done=self._welcome, failed=self._nobody)

    def _nobody(self, error: SiteError) -> None:
        self._here = False
        self._failed(error)

    def _welcome(self, here: Welcome) -> None:
        words = self._kit.words
        self.said.set("")
        self.list.hide()
        self.title.set_text(words("training-here"))
        self.how.set_text(words("training-here-how"))
        things = [(words("training-cards"), card) for card in here.cards]
        things += [(words("training-extract"), here.extract)] if here.extract else []
        brought = FactsList(self._kit)
        brought.show_rows(things or [(words("training-papers-none"), "")])
        for part in (GlyphLabel(self._kit, here.title, bold=True), brought):
            self._inside.addWidget(part)
        self.area.verticalScrollBar().setValue(0)
        self.welcomed.emit(here)

    # ---- how it went -----------------------------------------------------------------------------------------------
    def present(self, page: CounterPage) -> None:
        """At the end of a visit it is judged, and again after a correction."""
        before, self._step = self._step, page.step
        if self._here and page.step is Step.DONE and before is not Step.DONE:
            self._run(self._trainer.judge, self._show_score)

    def _show_score(self, score: Score) -> None:
        self.title.set_text(self._kit.words("training-score-title"))
        self.how.set_text("")
        empty(self._inside)
        self._inside.addWidget(Result(self._kit, score))
        self.area.verticalScrollBar().setValue(0)

    @property
    def here(self) -> bool:
        """Whether somebody is at the counter, or on the way to it."""
        return self._here

    def leave(self) -> None:
        """The visit is over: nothing of it stays, and somebody else can come."""
        if self._here:
            self._here = False
            self._errands.drop()
            self._trainer.leave()
            self.said.set("")
            self._show_list()

    def first(self) -> QWidget:
        """Where the keyboard goes: to the first who can come."""
        return self.rows[0] if self.rows and not self._here else self
