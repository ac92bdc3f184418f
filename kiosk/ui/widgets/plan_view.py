"""The procedure list: what is needed and why, by when, where, with what; then what is open or not needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.pages import CounterPage, OutcomeView
from kiosk.model.procedure import Need
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, column, empty, holder, scrolling

_ORDER = (Need.NEEDED, Need.UNDECIDED, Need.HELD, Need.NOT_NEEDED)
_TONES = {Need.NEEDED: Tone.BLUE, Need.UNDECIDED: Tone.YELLOW, Need.HELD: Tone.HOLD, Need.NOT_NEEDED: Tone.NEUTRAL}


class OutcomeCard(Panel):
    """One procedure in words."""

    def __init__(self, kit: Kit, view: OutcomeView) -> None:
        super().__init__(kit, bar="primary" if view.need is Need.NEEDED else "")
        words = kit.words
        chips = [Chip(kit, words(f"need-{view.need.value}"), tone=_TONES[view.need])]
        if view.late:
            chips.append(Chip(kit, words("plan-late"), tone=Tone.YELLOW))
        name = GlyphLabel(kit, view.name, level=Level.HEAD, bold=True)
        self.column.addWidget(flow(name, *chips, gap=kit.look.dp(12)))
        if view.reason:
            self.column.addWidget(GlyphLabel(kit, view.reason))
        if view.late:
            self.column.addWidget(GlyphLabel(kit, words("plan-late-explained"), level=Level.DENSE, ink="quiet"))
        facts = FactsList(kit)
        facts.show_rows(self._rows(kit, view))
        self.column.addWidget(facts)
        self.setAccessibleName(f"{view.name} {words(f'need-{view.need.value}')}")

    @staticmethod
    def _rows(kit: Kit, view: OutcomeView) -> list[tuple[str, str]]:
        words = kit.words
        rows = [
            (words("plan-persons"), "、".join(view.persons)),
            (words("plan-missing"), "、".join(view.missing)),
            (words("plan-deadline"), view.deadline),
            (words("plan-department"), view.department),
            (words("plan-fee"), view.fee),
            (words("plan-who"), view.who),
            (words("plan-bring"), "\n".join(words("list-item", what=what) for what in view.bring)),
            (words("plan-forms"), "、".join(view.forms)),
            (words("plan-guide"), view.guide),
            (words("plan-law"), view.law),
        ]
        return [(label, text) for label, text in rows if text]


class PlanView(QWidget):
    """Renders the outcomes of a page; a card is built anew only when its outcome changed."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._outcomes: tuple[OutcomeView, ...] = ()
        self.title = GlyphLabel(kit, kit.words("plan-title"), level=Level.TITLE, bold=True)
        self.summary = GlyphLabel(kit, ink="quiet")
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(12))
        self._list.setContentsMargins(0, 0, kit.look.dp(16), kit.look.dp(16))
        self.area = scrolling(holder(self._list))
        self.setLayout(column(self.title, self.summary, self.area, gap=kit.look.dp(8)))

    def present(self, page: CounterPage) -> None:
        """Show the list."""
        if page.outcomes == self._outcomes:
            return
        self._outcomes = page.outcomes
        counts = {need: sum(view.need is need for view in page.outcomes) for need in Need}
        undecided = counts[Need.UNDECIDED] + counts[Need.HELD]
        self.summary.set_text(self._kit.words("plan-summary", needed=counts[Need.NEEDED], open=undecided))
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        for need in _ORDER[:3]:
            for view in self._outcomes:
                if view.need is need:
                    self._list.addWidget(OutcomeCard(self._kit, view))
        rest = [(view.name, view.reason) for view in self._outcomes if view.need is Need.NOT_NEEDED]
        if rest:
            self._list.addWidget(self._not_needed(rest))
        self._list.addStretch(1)

    def _not_needed(self, rest: list[tuple[str, str]]) -> QWidget:
        panel, facts = Panel(self._kit, ground="panel"), FactsList(self._kit)
        heading = GlyphLabel(self._kit, self._kit.words("plan-not-needed"), level=Level.HEAD, bold=True)
        facts.show_rows(rest)
        panel.column.addWidget(heading)
        panel.column.addWidget(facts)
        return panel
