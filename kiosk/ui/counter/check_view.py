"""Check your answers: what is left first, then differences between sources, then every answer in one grid.

An entry of the list opens the cell that it is about, and Enter leads back to the next entry; where the grid itself was
walked, Enter leads to the next line of the same member.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Answer, Step
from kiosk.flow.pages import ConflictView, CounterPage
from kiosk.model.path import person_of
from kiosk.ui.counter.cell_editor import CellEditor
from kiosk.ui.counter.check_grid import CheckTable
from kiosk.ui.counter.conflict_panel import ConflictPanel
from kiosk.ui.counter.gate_list import GateList
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, empty, holder, scrolling

_LIST = 42
"""The list of what is left takes so much of the page's height at most, in percent; the rest is the grid's."""


class CheckView(QWidget):
    """Renders what is left, the differences and the grid. `settled`: nothing is left; `asking` the path that the
    keyboard is on.
    """

    acted = Signal(object)
    settled = Signal()
    asking = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._page = kit, CounterPage(step=Step.START)
        self._from_list = False
        self._conflicts: tuple[ConflictView, ...] = ()
        self._panels: dict[str, ConflictPanel] = {}
        self.title = GlyphLabel(kit, kit.words("check-title"), level=Level.TITLE, bold=True)
        self.read_aloud = GlyphLabel(kit, kit.words("check-how"), level=Level.DENSE, ink="quiet")
        self.gate, self.table = GateList(kit), CheckTable(kit)
        self._top = QVBoxLayout()
        self._top.setSpacing(kit.look.dp(16))
        inside = column(self.gate, self._top, gap=kit.look.dp(12), margins=(0, 0, kit.look.dp(16), 4))
        self._left = holder(inside)
        self.area = scrolling(kit, self._left)
        self.head = flow(self.title, self.read_aloud, gap=kit.look.dp(16))
        layout = column(self.head, self.area, self.table, gap=kit.look.dp(8))
        layout.setStretchFactor(self.table, 1)
        self.setLayout(layout)
        self.editor = CellEditor(kit, self)
        self._connect()

    def _connect(self) -> None:
        self.gate.change.connect(self._leap)
        self.gate.acted.connect(self.acted)
        self.table.wanted.connect(self._edit)
        self.table.chosen.connect(self.asking)
        self.table.above.connect(lambda path: self.acted.emit(Answer(path=path, text=self._kit.words("ditto"))))
        self.editor.acted.connect(self.acted)
        self.editor.entered.connect(self._entered)

    # ---- showing ---------------------------------------------------------------------------------------------------
    def present(self, page: CounterPage) -> None:
        """Show the page; where what had the keyboard is settled, it goes to what is left next."""
        at, self._page = self._at(), page
        self._present_conflicts(page.conflicts)
        self.gate.present(page.gate, examining=page.examining)
        self.table.present(page)
        if self.editor.path:
            index = self.table.grid.find(self.editor.path)
            cell = self.table.grid.cell(index)
            self.editor.present(cell.view if cell is not None else None)
        self._share()
        if at is not None and self._at() is not at and self.isVisible():
            self.go_left()

    def _at(self) -> QWidget | None:
        """What of the list or of the differences has the keyboard."""
        focus = self.focusWidget()
        inside = focus is not None and self.area.isAncestorOf(focus)
        return focus if focus is not None and inside and focus.isVisible() else None

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
        if conflicts:
            self._left.show()

    def _share(self) -> None:
        """The list is as high as what is left, up to its share."""
        self.head.setVisible(self._kit.look.roomy)  # the steps above say it too
        width = max(self.area.viewport().width(), 200)
        wanted = self._left.heightForWidth(width) if self._left.hasHeightForWidth() else self._left.sizeHint().height()
        self.area.setFixedHeight(min(wanted + 4, max(self.height() * _LIST // 100, self._kit.look.dp(96))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the room there is."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "editor"):
            QTimer.singleShot(0, self, self._refit)

    def _refit(self) -> None:
        self._share()
        self.table.fit()

    def forget(self) -> None:
        """The step is left: nothing of the answers stays. Not called as the page hides: Qt falls over a table then."""
        self._from_list = False
        self.editor.close_field()
        self.table.present(CounterPage(step=Step.START))
        self.gate.forget()

    # ---- there and back --------------------------------------------------------------------------------------------
    def _leap(self, path: str) -> None:
        """From the list of what is left to where it is settled."""
        panel = self._panels.get(path)
        if panel is not None:
            (panel.choices[0] if panel.choices else panel.reason).setFocus(Qt.FocusReason.TabFocusReason)
        elif self.go(path):
            self._from_list = True

    def go(self, path: str) -> bool:
        """Open the answer of a path in its cell; False where it does not stand here."""
        if not self.table.choose(path):
            return False
        self._edit(path, "")
        return True

    def _edit(self, path: str, typed: str) -> None:
        """Ask over the cell; what no question asks for is only read here."""
        self._from_list = False
        index = self.table.grid.find(path)
        cell = self.table.grid.cell(index)
        if cell is None or cell.view is None:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.table.scrollTo(index)
        over = self.table.place(path)
        self.asking.emit(path)
        over.moveTopLeft(self.table.mapTo(self, over.topLeft()))
        self.editor.open(cell.view, who=self.table.grid.who(index), ditto=self._repeats(path), over=over)
        self.editor.type(typed)

    def _repeats(self, path: str) -> bool:
        """Whether a member before says it: 同上 is offered then."""
        row, column = self.table.grid.places.get(path, (0, 0))
        before = (self.table.grid.cell(self.table.grid.index(row, at)) for at in range(column))
        return bool(person_of(path)) and any(cell is not None and cell.text for cell in before)

    def _entered(self) -> None:
        """Enter commits an answer that can be read, or stays with what is wrong in sight."""
        path = self.editor.path
        if self.editor.wrong and self.editor.field is not None:
            self.editor.field.go()
            return
        self.back(onward=True, path=path)

    def back(self, *, onward: bool = False, path: str = "") -> bool:
        """Leave the cell: to the list where that led here, else to the grid, there `onward`; False: none is open."""
        path = path or self.editor.path
        if not self.editor.path:
            return False
        from_list, self._from_list = self._from_list, False
        self.editor.close_field()
        link = self.gate.links.get(path)
        if from_list and link is not None:
            link.setFocus(Qt.FocusReason.TabFocusReason)
        elif from_list:
            self.go_left()
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if onward:
                self.table.step_on(path)
        return True

    def begin(self) -> None:
        """Where the step begins: at the answer that a receiver wants corrected, else at what is left."""
        path = self.gate.returned
        if path:
            self._leap(path)
        else:
            self.go_left()

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

    def show_person(self, person: str) -> None:
        """Bring a member's column into sight, with the keyboard on their first answer."""
        paths = (path for path in self.table.grid.places if person_of(path) == person)
        self.editor.close_field()
        if self.table.choose(next(paths, "")):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
