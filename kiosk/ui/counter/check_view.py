"""Check your answers: what is left first, then differences between sources, then every value with 変更 beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.pages import ConflictView, CounterPage, Row, RowGroup
from kiosk.ui.counter.check_row import RowView
from kiosk.ui.counter.conflict_panel import ConflictPanel
from kiosk.ui.counter.gate_list import GateList
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, scrolling


class CheckView(QWidget):
    """Renders groups and conflicts of a page; `change` asks for the question of a path; `settled`: nothing is left."""

    acted = Signal(object)
    change = Signal(str)
    settled = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shape: object = None
        self._from_list = False
        self.rows: dict[str, RowView] = {}
        self._conflicts: tuple[ConflictView, ...] = ()
        self._panels: dict[str, ConflictPanel] = {}
        self.title = GlyphLabel(kit, kit.words("check-title"), level=Level.TITLE, bold=True)
        self.read_aloud = GlyphLabel(kit, kit.words("check-how"), level=Level.DENSE, ink="quiet")
        self.gate = GateList(kit)
        self.gate.change.connect(self._leap)
        self.gate.acted.connect(self.acted)
        self._top, self._list = QVBoxLayout(), QVBoxLayout()
        for layout in (self._top, self._list):
            layout.setSpacing(kit.look.dp(16))
        inside = column(
            *(self.read_aloud, self.gate, self._top, self._list),
            gap=kit.look.dp(16),
            margins=(0, 0, kit.look.dp(16), 8),
        )
        inside.addStretch(1)
        self.area = scrolling(kit, holder(inside))
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width to arrange for, not two
        self.setLayout(column(self.title, self.area, gap=kit.look.dp(8)))

    def present(self, page: CounterPage) -> None:
        """Show the page; where what had the keyboard is settled, it goes to what is left next."""
        at = self._at()
        self._present_conflicts(page.conflicts)
        self._present_rows(page)
        if at is not None and self._at() is not at and self.isVisible():
            self.go_left()

    def _at(self) -> QWidget | None:
        """What of the list or of the differences has the keyboard."""
        focus = self.focusWidget()
        rows = (row.change for row in self.rows.values())
        return focus if focus is not None and focus.isVisible() and not any(focus is row for row in rows) else None

    def _present_rows(self, page: CounterPage) -> None:
        """Show what is left and the rows; only changed rows are touched unless rows came or went."""
        shape = [(group.label, [row.path for row in group.rows]) for group in page.groups]
        if shape != self._shape:
            self.forget()
            self._shape = shape
            self.gate.present(page.gate)
            self._build(page.groups)
            return
        self.gate.present(page.gate)
        for group in page.groups:
            for row in group.rows:
                if self.rows[row.path].row != row:
                    self.rows[row.path].present(row)

    def _present_conflicts(self, conflicts: tuple[ConflictView, ...]) -> None:
        if conflicts == self._conflicts:
            return
        self._conflicts = conflicts
        empty(self._top)
        self._panels = {}
        for conflict in conflicts:
            panel = self._panels[conflict.path] = ConflictPanel(self._kit, conflict)
            panel.acted.connect(self.acted)
            self._top.addWidget(panel)

    def _build(self, groups: tuple[RowGroup, ...]) -> None:
        for group in groups:
            panel = Panel(self._kit)
            panel.column.addWidget(GlyphLabel(self._kit, group.label, level=Level.HEAD, bold=True))
            for row in group.rows:
                panel.column.addWidget(self._row(row, group.label))
            self._list.addWidget(panel)

    def _row(self, row: Row, about: str) -> RowView:
        view = self.rows[row.path] = RowView(self._kit, row, about=about)
        pressed(view.change, lambda: self.change.emit(row.path))
        return view

    def forget(self) -> None:
        """Let the rows go: hundreds of labels would make every change of the text size slow."""
        self._shape, self.rows = None, {}
        empty(self._list)
        self.gate.forget()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _leap(self, path: str) -> None:
        """From the list of what is left: a difference is settled on this page, everything else where it is asked."""
        panel = self._panels.get(path)
        if panel is None:
            self._from_list = True
            self.change.emit(path)
        else:
            (panel.choices[0] if panel.choices else panel.reason).setFocus(Qt.FocusReason.TabFocusReason)

    def go_left(self) -> None:
        """Put the keyboard on the first thing that is left; where nothing is, it stays for whoever has the page."""
        panel = next(iter(self._panels.values()), None)
        left = self.gate.first()
        if left is None and panel is not None:
            left = panel.choices[0] if panel.choices else panel.reason
        if left is None:
            self.settled.emit()
        else:
            left.setFocus(Qt.FocusReason.TabFocusReason)

    def go(self, path: str) -> None:
        """Put the keyboard back where the change began: on what is still left of it, else on what is left next where
        the list led there, else on the row.
        """
        from_list, self._from_list = self._from_list, False
        if from_list and path not in self.gate.links:
            self.go_left()
            return
        view = self.rows.get(path)
        row = view.change if view else next((row.change for row in self.rows.values()), None)
        target = self.gate.links.get(path) or row
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
