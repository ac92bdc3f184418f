"""住民記録の照会: what for, who, and their household; what is taken joins the visit, and nothing stays here."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.flow.actions import Step, UseExtract
from kiosk.flow.pages import CounterPage
from kiosk.flow.residents import Candidate, FoundResidents, Household
from kiosk.model.errors import SiteError
from kiosk.model.resident import RegisterState
from kiosk.model.source import Source
from kiosk.ui.counter.register_household import RegisterHousehold
from kiosk.ui.counter.register_rows import ResidentRow
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank, only
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, empty, holder, indented, pressed, row, scrolling


class RegisterPanel(QWidget):
    """`acted` carries UseExtract of the people who were taken, `over` that nothing is looked for any more.

    Where the visit has no purpose yet, it is asked what the register is looked into for; that is on record either way.
    """

    acted = Signal(object)
    over = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._errands, words, gap = kit, Errands(kit.jobs), kit.words, kit.look.dp(10)
        self._page, self._why = CounterPage(step=Step.START), ""
        self._household: Household | None = None
        self.rows: list[ResidentRow] = []
        self.reasons: dict[str, Button] = {}
        self.of_day, self.told_why = (GlyphLabel(kit, level=Level.DENSE, ink=ink) for ink in ("quiet", "text"))
        self.search, self.look = Line(kit, name=words("register-search")), Button(kit, words("register-look"))
        self.said, self.household = Message(kit), RegisterHousehold(kit)
        self._ways, self._list = FlowLayout(gap=kit.look.dp(8)), QVBoxLayout()
        self._list.setSpacing(kit.look.dp(4))
        self._for = holder(column(self._label("register-for"), holder(self._ways), gap=kit.look.dp(4)))
        self._how = GlyphLabel(kit, words("register-how"), level=Level.DENSE, ink="quiet")
        self._line = row(self.search, self.look, gap=gap)
        self._turn()
        self.search.setMinimumWidth(kit.look.dp(80))  # six of the largest letters would push the column out of sight
        self._asked = holder(column(self._how, self._for, self._label("register-search"), holder(self._line), gap=gap))
        self.search.entered.connect(self._seek)
        pressed(self.look, self._seek)
        self.household.taken.connect(self._take)
        self.household.back.connect(self._another)
        self.household.hide()
        inside = column(
            self.of_day, self.told_why, self._asked, self.said, holder(self._list), self.household, gap=gap, margins=AIR
        )
        inside.addStretch(1)
        title = GlyphLabel(kit, words("register-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))

    def _label(self, key: str) -> GlyphLabel:
        return GlyphLabel(self._kit, self._kit.words(key), level=Level.DENSE, bold=True)

    def _turn(self) -> None:
        """Line and button stand beside one another as long as the text leaves room."""
        beside = QBoxLayout.Direction.LeftToRight if self._kit.look.roomy else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(beside)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._turn()
        super().changeEvent(event)

    # ---- what for --------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Look how the register stands."""
        if {choice.code for choice in self._kit.events} != set(self.reasons):
            self._offer()
        self._errands.run(self._kit.office.residents.state, done=self._stands, failed=self._fail)

    def _offer(self) -> None:
        empty(self._ways)
        self.reasons = {}
        for code, title in self._titles.items():
            button = self.reasons[code] = Button(self._kit, title, rank=Rank.CHOICE, level=Level.DENSE)
            pressed(button, partial(self._choose, code))
            self._ways.addWidget(button)

    def _choose(self, code: str) -> None:
        self._why = code
        only(self.reasons[code], list(self.reasons.values()))
        self.search.setFocus()

    def _stands(self, state: RegisterState | None) -> None:
        words = self._kit.words
        self.of_day.set_text(words("register-of", day=str(state.day), n=state.people) if state else "")
        if state is None:
            self.said.set(words("register-none"), mood=Mood.WARNING)

    def present(self, page: CounterPage) -> None:
        """Follow the visit: who was looked for goes with the person before."""
        changed = [tile.id for tile in page.tiles] != [tile.id for tile in self._page.tiles]
        self._page = page
        self._make_room()
        if changed and (self.rows or self._household is not None):
            self._clear()

    @property
    def _purpose(self) -> str:
        return "+".join(self._page.purposes) or self._why

    # ---- who -------------------------------------------------------------------------------------------------------
    def _seek(self) -> None:
        text, why, there = self.search.text(), self._purpose, self._kit.office.residents
        self._show(())
        if not why:
            self.said.set(self._kit.words("register-for-first"), mood=Mood.ERROR)
            self.first().setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.said.set("")
        self._errands.run(lambda: there.find(text, why), done=self._answer, failed=self._fail)

    def _answer(self, found: FoundResidents) -> None:
        words = self._kit.words
        if found.refused is not None:
            parts = (found.refused.message, found.refused.allowed)
            self.said.set("\n".join(words.say(part) for part in parts if part), mood=Mood.ERROR)
        elif not found.candidates:
            self.said.set(words("register-found-none"), mood=Mood.WARNING)
        else:
            key = "register-found-more" if found.more else "register-found"
            self.said.set(words(key, n=len(found.candidates)), mood=Mood.INFO)
        self._show(found.candidates)
        target = self.rows[0] if self.rows else self.search
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, candidates: tuple[Candidate, ...]) -> None:
        empty(self._list)
        self.rows = []
        for candidate in candidates:
            made = ResidentRow(self._kit, candidate)
            pressed(made, partial(self._open, made))
            self.rows.append(made)
            self._list.addWidget(made)
            made.show()  # else it could not have the keyboard yet
        self._make_room()

    def _make_room(self) -> None:
        """What was read once gives its place to who was found."""
        self._how.setVisible(not self.rows)
        self._for.setVisible(not self._page.purposes and not self.rows)
        found = bool(self.rows) or self._household is not None
        why = [self._titles.get(code, "") for code in (self._page.purposes or (self._why,))]
        self.told_why.set_text(self._kit.words("register-why", what=self._kit.words("purposes-between").join(why)))
        appear(self.told_why, on=found and any(why))  # what is on record stays in sight

    @property
    def _titles(self) -> dict[str, str]:
        return {choice.code: choice.label.partition("（")[0] for choice in self._kit.events}

    def _open(self, pressed_row: ResidentRow) -> None:
        candidate, why, there = pressed_row.candidate, self._purpose, self._kit.office.residents
        self._errands.run(lambda: there.household(candidate, why), done=self._opened, failed=self._fail)

    # ---- the household ---------------------------------------------------------------------------------------------
    def _opened(self, household: Household | None) -> None:
        self._show(())
        if household is None:
            self.said.set(self._kit.words("register-changed"), mood=Mood.WARNING)
            self.search.setFocus()
            return
        self.said.set("")
        self._household = household
        self._make_room()
        self._asked.hide()
        self.household.show()
        self.household.present(household)

    def _take(self, places: tuple[int, ...]) -> None:
        household = self._household
        if household is None:
            return
        people = tuple(household.people[at].facts for at in places)
        self._clear()
        self.acted.emit(UseExtract(persons=people, case={}, origin=Source.REGISTER, day=household.day))
        self.over.emit()

    def _another(self) -> None:
        self._clear()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit ticks somebody of the household."""
        if self._household is None or not self.household.tick(event.text()):
            super().keyPressEvent(event)

    def _fail(self, error: SiteError) -> None:
        words = self._kit.words
        self.said.set(words("site-error", what=error.what, mend=error.mend, code=error.code), mood=Mood.ERROR)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        if self._household is not None:
            return self.household.take
        return self.search if self._purpose or not self.reasons else next(iter(self.reasons.values()))

    def _clear(self) -> None:
        """Nobody who was looked for stays."""
        self._errands.drop()
        self._household = None
        self.search.setText("")  # clear() could be undone
        self._show(())
        self.household.wipe()
        self.household.hide()
        self._asked.show()
        self.said.set("")

    def wipe(self) -> None:
        """The visit has ended, or the drawer was closed."""
        self._clear()
        self._why, self._page = "", CounterPage(step=Step.START)
        only(None, list(self.reasons.values()))
        self._make_room()
