"""Check your answers: every value by person, with 変更 beside it; differences between sources first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.flow.actions import Approve
from kiosk.flow.pages import ConflictView, CounterPage, QuestionState, Row, RowGroup
from kiosk.ui.counter.conflict_panel import ConflictPanel
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.origin import state_chip
from kiosk.ui.widgets.panels import Panel, Rule, column, empty, holder, pressed, scrolling


class RowView(QWidget):
    """Label, value, source and 変更 of one row."""

    def __init__(self, kit: Kit, row: Row, *, about: str) -> None:
        super().__init__()
        self._kit, self.row = kit, row
        self.label = GlyphLabel(kit, row.label, level=Level.DENSE, ink="quiet", bold=True)
        self.value = GlyphLabel(kit)
        self.chip, self.changed = Chip(kit), Chip(kit)
        self.change = Button(kit, kit.words("change"), rank=Rank.QUIET)
        self.change.setAccessibleName(kit.words("change-what", label=row.label, person=about))
        self._arrange()
        self.present(row)

    def _arrange(self) -> None:
        gap = self._kit.look.dp(12)
        words = QVBoxLayout() if self._kit.look.size in {TextSize.LARGE, TextSize.HUGE} else QHBoxLayout()
        words.setSpacing(gap)
        beside = Qt.AlignmentFlag.AlignVCenter if isinstance(words, QHBoxLayout) else Qt.AlignmentFlag(0)
        words.addWidget(self.label, 0, beside)
        words.addWidget(self.value, 1, beside)
        chips = flow(self.changed, self.chip, gap=self._kit.look.dp(4))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap)
        line.addLayout(words, 1)
        if isinstance(words, QHBoxLayout):
            self.label.setFixedWidth(8 * self._kit.look.px(Level.DENSE) + 2)
        if self._kit.look.size is TextSize.SMALL:
            chips.setFixedWidth(self._chip_width())
            line.addWidget(chips, 0, beside)
        else:
            words.addWidget(chips)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)

    def _chip_width(self) -> int:
        """One width for all rows, so that the chips stand in a column: the longest source that can be waiting."""
        words = self._kit.words
        longest = Chip(self._kit, words("state-said", source=words("source-extract")))
        return longest.sizeHint().width()

    def present(self, row: Row) -> None:
        """Show the row."""
        self.row = row
        self.value.set_text(row.text or self._kit.words("check-empty"), ink="text" if row.text else "quiet")
        text, tone = state_chip(self._kit, row.state, row.source)
        self.chip.set(text, tone=tone)
        self.changed.set(self._kit.words("check-changed") if row.changed else "", tone=Tone.YELLOW)


class CheckView(QWidget):
    """Renders groups and conflicts of a page; `change` asks for the question of a path."""

    acted = Signal(object)
    change = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shape: object = None
        self.rows: dict[str, RowView] = {}
        self._conflicts: tuple[ConflictView, ...] = ()
        self._said: tuple[str, ...] = ()
        self.title = GlyphLabel(kit, kit.words("check-title"), level=Level.TITLE, bold=True)
        self.read_aloud = GlyphLabel(kit, kit.words("check-how"), level=Level.DENSE, ink="quiet")
        self.approve = Button(kit, kit.words("check-approve", n=0))
        self.approve_box = Message(kit, mood=Mood.INFO)
        self.approve_box.add(flow(self.approve, gap=0))
        self._top, self._list = QVBoxLayout(), QVBoxLayout()
        for layout in (self._top, self._list):
            layout.setSpacing(kit.look.dp(16))
        inside = column(
            self._top, self.approve_box, self._list, gap=kit.look.dp(16), margins=(0, 0, kit.look.dp(16), 8)
        )
        inside.addStretch(1)
        self.area = scrolling(kit, holder(inside))
        self.setLayout(column(self.title, self.read_aloud, self.area, gap=kit.look.dp(8)))
        pressed(self.approve, lambda: self.acted.emit(Approve(paths=self._said)))

    def present(self, page: CounterPage) -> None:
        """Show the rows; only changed rows are touched unless rows came or went."""
        self._present_conflicts(page.conflicts)
        self._present_said(page)
        shape = (self._kit.look.size, [(group.label, [row.path for row in group.rows]) for group in page.groups])
        if shape != self._shape:
            self._shape = shape
            self._build(page.groups)
            return
        for group in page.groups:
            for row in group.rows:
                if self.rows[row.path].row != row:
                    self.rows[row.path].present(row)

    def _present_said(self, page: CounterPage) -> None:
        self._said = tuple(row.path for group in page.groups for row in group.rows if row.state is QuestionState.SAID)
        self.approve_box.set(self._kit.words("check-said") if self._said else "", mood=Mood.INFO)
        self.approve.set_text(self._kit.words("check-approve", n=len(self._said)))

    def _present_conflicts(self, conflicts: tuple[ConflictView, ...]) -> None:
        if conflicts == self._conflicts:
            return
        self._conflicts = conflicts
        empty(self._top)
        for conflict in conflicts:
            panel = ConflictPanel(self._kit, conflict)
            panel.acted.connect(self.acted)
            self._top.addWidget(panel)

    def _build(self, groups: tuple[RowGroup, ...]) -> None:
        empty(self._list)
        self.rows = {}
        for group in groups:
            panel = Panel(self._kit)
            panel.column.addWidget(GlyphLabel(self._kit, group.label, level=Level.HEAD, bold=True))
            for row in group.rows:
                panel.column.addWidget(Rule(self._kit))
                panel.column.addWidget(self._row(row, group.label))
            self._list.addWidget(panel)

    def _row(self, row: Row, about: str) -> RowView:
        view = self.rows[row.path] = RowView(self._kit, row, about=about)
        pressed(view.change, lambda: self.change.emit(row.path))
        return view

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The page is left: hundreds of hidden labels would make every change of the text size slow."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._shape, self.rows = None, {}
            empty(self._list)

    def go(self, path: str) -> None:
        """Put the keyboard back on the row that was changed."""
        view = self.rows.get(path)
        target = view.change if view else next((row.change for row in self.rows.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
