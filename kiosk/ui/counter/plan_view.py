"""The procedure list: one line for each that is needed, then what is still open, then what is not needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.flow.case_actions import Later
from kiosk.flow.pages import CounterPage, OutcomeView
from kiosk.model.plan import Need
from kiosk.ui.counter.fee_free import FeeFree
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.fold import Fold, Folded
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, Rule, column, empty, holder, pressed, scrolling

_TONES = {
    Need.NEEDED: Tone.BLUE,
    Need.OPTIONAL: Tone.NEUTRAL,
    Need.HELD: Tone.HOLD,
    Need.UNDECIDED: Tone.YELLOW,
    Need.NOT_BY_THIS_PERSON: Tone.RED,
    Need.NOT_NEEDED: Tone.NEUTRAL,
}
_NO_CHECK = {"", "none"}


def _chips(kit: Kit, view: OutcomeView) -> list[Chip]:
    words = kit.words
    chips = [Chip(kit, words(f"need-{view.need.value}"), tone=_TONES[view.need])]
    if view.later:
        chips.append(Chip(kit, words("plan-later-chip"), tone=Tone.HOLD))
    if view.late:
        chips.append(Chip(kit, words("plan-late"), tone=Tone.YELLOW))
    return chips


def _line(kit: Kit, view: OutcomeView) -> str:
    """By when and where; while it is open or held, what decides it; when the person here may not file, who may."""
    words = kit.words
    if view.later:
        return words("plan-line-later", what="　".join(_until(kit, view))).strip()
    if view.need.waits and view.missing:
        return words("plan-line-missing", what="、".join(view.missing))
    if view.need is Need.HELD and view.lacks:
        return words("plan-line-lacks", what="　".join((*view.lacks, *_until(kit, view))))
    if view.may_file is False and view.who:
        return words("plan-line-who", who=view.who)
    parts = [words("plan-not-wished")] if not view.wished else _until(kit, view)
    parts += [words("plan-line-department", department=view.department)] if view.department else []
    return "　".join(parts)


def _until(kit: Kit, view: OutcomeView) -> list[str]:
    first = view.deadline.partition("　")[0]
    return [kit.words("plan-line-deadline", day=first) if view.dated else first] if first else []


class OutcomeCard(Folded):
    """One procedure: a line, and everything about it below when it is opened; `acted` carries what is done to it."""

    acted = Signal(object)

    def __init__(self, kit: Kit, view: OutcomeView) -> None:
        super().__init__(Fold(kit, view.name, *_chips(kit, view), below=_line(kit, view)))
        self._kit, self.view = kit, view
        self.later: Button | None = None
        self.fee: FeeFree | None = None

    def leave(self) -> None:
        """Leave it for another day, or take that back."""
        self.acted.emit(Later(procedure=self.view.id, on=not self.view.later))

    def make_inside(self) -> QWidget:
        """Reason, who may file, and the facts."""
        kit, view, words = self._kit, self.view, self._kit.words
        parts: list[QWidget] = [GlyphLabel(kit, view.reason)] if view.reason else []
        if view.may_file is False:
            text = words("plan-may-not-explained", who=view.who) if view.who else words("plan-may-not-alone")
            parts.append(Message(kit, text, mood=Mood.WARNING))
        if view.need is Need.HELD:
            explained = "plan-later-explained" if view.later else "plan-held-explained"
            parts.append(Message(kit, words(explained), mood=Mood.WARNING))
        if view.late:
            parts.append(GlyphLabel(kit, words("plan-late-explained"), level=Level.DENSE, ink="quiet"))
        facts = FactsList(kit)
        facts.show_rows(self._rows())
        parts.append(facts)
        if view.charged:
            self.fee = FeeFree(kit, view)
            self.fee.acted.connect(self.acted)
            parts.append(self.fee)
        if view.waitable:
            parts.append(self._way())
        gap, left = kit.look.dp(8), kit.look.dp(14) + kit.look.px(Level.DENSE)
        return holder(column(*parts, gap=gap, margins=(left, kit.look.dp(4), kit.look.dp(8), kit.look.dp(16))))

    def _way(self) -> QWidget:
        """The button that leaves it for another day."""
        words = self._kit.words
        act = words("plan-later-back" if self.view.later else "plan-later")
        self.later = Button(self._kit, act)
        self.later.setAccessibleName(words("plan-later-about", procedure=self.view.name, act=act))
        pressed(self.later, self.leave)
        return flow(self.later, gap=self._kit.look.dp(12))

    def _rows(self) -> list[tuple[str, str]]:
        words, view = self._kit.words, self.view
        identity = "" if view.identity in _NO_CHECK else words(f"identity-{view.identity}")
        rows = [
            (words("plan-persons"), "、".join(view.persons)),
            (words("plan-missing"), "、".join(view.missing)),
            (words("plan-lacks"), self._list(view.lacks)),
            (words("plan-deadline"), view.deadline),
            (words("plan-department"), view.department),
            (words("plan-fee"), view.fee),
            (words("plan-who"), view.who if view.may_file is not False else ""),
            (words("plan-identity"), identity),
            (words("plan-papers"), self._list(view.papers)),
            (words("plan-bring"), self._list(view.bring)),
            (words("plan-forms"), "、".join(view.forms)),
            (words("plan-guide"), view.guide),
            (words("plan-law"), view.law),
        ]
        return [(label, text) for label, text in rows if text]

    def _list(self, things: tuple[str, ...]) -> str:
        return "\n".join(self._kit.words("list-item", what=thing) for thing in things)


class NotNeeded(Folded):
    """Everything that is not needed under one line, each with its reason."""

    def __init__(self, kit: Kit, rest: list[tuple[str, str]]) -> None:
        super().__init__(Fold(kit, kit.words("plan-not-needed", n=len(rest))))
        self._kit, self._rest = kit, rest

    def make_inside(self) -> QWidget:
        """Names and reasons."""
        facts, look = FactsList(self._kit), self._kit.look
        facts.show_rows(self._rest)
        left = look.dp(14) + look.px(Level.DENSE)
        return holder(column(facts, gap=0, margins=(left, look.dp(4), look.dp(8), look.dp(16))))


class PlanView(QWidget):
    """Renders the outcomes of a page; a card is built anew only when its outcome changed, opened ones stay open."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._outcomes: tuple[OutcomeView, ...] = ()
        self.cards: dict[str, OutcomeCard] = {}
        self.rest: NotNeeded | None = None
        self.title = GlyphLabel(kit, kit.words("plan-title"), level=Level.TITLE, bold=True)
        self.summary = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(16))
        self._list.setContentsMargins(kit.look.dp(2), kit.look.dp(8), kit.look.dp(16), kit.look.dp(16))
        self.area = scrolling(kit, holder(self._list))
        self.setLayout(column(self.title, self.summary, self.area, gap=kit.look.dp(4)))

    def present(self, page: CounterPage) -> None:
        """Show the list."""
        if page.outcomes == self._outcomes:
            return
        self._outcomes = page.outcomes
        counts = {need: sum(view.need is need for view in page.outcomes) for need in Need}
        needed = counts[Need.NEEDED] + counts[Need.NOT_BY_THIS_PERSON]
        waiting = counts[Need.UNDECIDED] + counts[Need.HELD]
        told = self._kit.words("plan-summary", needed=needed, optional=counts[Need.OPTIONAL], open=waiting)
        self.summary.set_text(told)
        self._fill()

    def _fill(self) -> None:
        opened = {name for name, card in self.cards.items() if card.fold.isChecked()}
        chosen = self.chosen
        empty(self._list)
        self.cards, self.rest = {}, None
        needed = [view for view in self._outcomes if view.need.applies]
        waiting = [view for view in self._outcomes if view.need.waits]
        self._group(needed, opened, bar="primary")
        if waiting:
            heading = self._kit.words("plan-undecided", n=len(waiting))
            self._list.addWidget(GlyphLabel(self._kit, heading, level=Level.HEAD, bold=True))
            self._group(waiting, opened, bar="warning")
        rest = [(view.name, view.reason) for view in self._outcomes if view.need is Need.NOT_NEEDED]
        if rest:
            self._put_rest(rest)
        self._list.addStretch(1)
        if chosen is not None and chosen.view.id in self.cards:
            self._choose(self.cards[chosen.view.id])

    @property
    def chosen(self) -> OutcomeCard | None:
        """The procedure on which the keyboard is."""
        here = QApplication.focusWidget()
        return next((card for card in self.cards.values() if here is not None and card.isAncestorOf(here)), None)

    def _choose(self, card: OutcomeCard) -> None:
        """It stands elsewhere in the list now: the keyboard goes with it, once everything it stands in is shown."""
        panel = card.parentWidget()
        for part in (panel, card, card.fold) if panel is not None else ():
            part.show()
        card.fold.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> str:
        """F4: leave the chosen procedure for another day or take that back; what to say instead where it cannot be."""
        card = self.chosen
        if card is None:
            return "later-which"
        if not card.view.waitable:
            return "later-not"
        card.leave()
        return ""

    def _group(self, views: list[OutcomeView], opened: set[str], *, bar: str) -> None:
        """One panel of lines with thin rules between them."""
        if not views:
            return
        panel = Panel(self._kit, bar=bar, pad=4)
        panel.column.setSpacing(0)
        for at, view in enumerate(views):
            if at:
                panel.column.addWidget(Rule(self._kit))
            card = self.cards[view.id] = OutcomeCard(self._kit, view)
            card.acted.connect(self.acted)
            panel.column.addWidget(card)
            card.fold.setChecked(view.id in opened)
        self._list.addWidget(panel)

    def _put_rest(self, rest: list[tuple[str, str]]) -> None:
        panel = Panel(self._kit, ground="panel", pad=4)
        self.rest = NotNeeded(self._kit, rest)
        panel.column.addWidget(self.rest)
        self._list.addWidget(panel)
