"""Check your answers: every value by person, with 変更 beside it; differences between sources first."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Approve
from kiosk.flow.pages import ConflictView, CounterPage, QuestionState, Row, RowGroup
from kiosk.ui.counter.check_row import RowView
from kiosk.ui.counter.conflict_panel import ConflictPanel
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, Rule, column, empty, holder, pressed, scrolling

_AT_ONCE = 16  # rows: about what the glass shows; all 72 of a family would keep it waiting for 160 ms
_A_TIME = 14
_DEEP = 8  # levels of parts in one another up to the scrolling area; Qt arranges one at a time


class CheckView(QWidget):
    """Renders groups and conflicts of a page; `change` asks for the question of a path.

    Rows below the edge of the glass are made when nothing else waits, or when somebody asks for them.
    """

    acted = Signal(object)
    change = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shape: object = None
        self._rows: dict[str, RowView] = {}
        self._coming: Iterator[RowView] = iter(())
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

    @property
    def rows(self) -> dict[str, RowView]:
        """Every row by its path."""
        self._grow(None)
        return self._rows

    def present(self, page: CounterPage) -> None:
        """Show the rows; only changed rows are touched unless rows came or went."""
        self._present_conflicts(page.conflicts)
        self._present_said(page)
        shape = (self._kit.look.size, [(group.label, [row.path for row in group.rows]) for group in page.groups])
        if shape != self._shape:
            self.forget()
            self._shape, self._coming = shape, self._make(page.groups)
            self._grow(_AT_ONCE)
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

    def _grow(self, count: int | None) -> None:
        """Make this many of the rows that are to come, or all; the others follow by themselves."""
        made = list(islice(self._coming, count))
        for view in made:
            view.show()
        for _ in range(_DEEP if made else 0):  # else one frame would show the new rows squeezed
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if count is not None and len(made) == count:
            QTimer.singleShot(0, self, lambda: self._grow(_A_TIME))

    def _make(self, groups: tuple[RowGroup, ...]) -> Iterator[RowView]:
        for group in groups:
            panel = Panel(self._kit)
            panel.column.addWidget(GlyphLabel(self._kit, group.label, level=Level.HEAD, bold=True))
            self._list.addWidget(panel)
            panel.show()
            for row in group.rows:
                rule, view = Rule(self._kit), self._row(row, group.label)
                panel.column.addWidget(rule)
                panel.column.addWidget(view)
                rule.show()
                yield view

    def _row(self, row: Row, about: str) -> RowView:
        view = self._rows[row.path] = RowView(self._kit, row, about=about)
        pressed(view.change, lambda: self.change.emit(row.path))
        return view

    def forget(self) -> None:
        """Let the rows go: hundreds of labels would make every change of the text size slow."""
        self._shape, self._rows, self._coming = None, {}, iter(())
        empty(self._list)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def go(self, path: str) -> None:
        """Put the keyboard back on the row that was changed."""
        view = self.rows.get(path)
        target = view.change if view else next((row.change for row in self.rows.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
