"""The grid of the check: members across, facts down; what is about everybody goes over the whole width.

Context: seventy answers as rows of their own took 150 ms to arrange, and nobody saw two members beside one another.
Decision: one table that paints what is in sight; its words are measured once for a width, its heights set at once.
"""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.check_cells import ALL, Cell, Line, lines_of
from kiosk.ui.counter.check_paint import CellDelegate, chips, shown, told
from kiosk.ui.counter.household_grid import HeaderCells, letter_of
from kiosk.ui.counter.people_model import PeopleModel
from kiosk.ui.kit import Kit
from kiosk.ui.native import bars, corner
from kiosk.ui.tokens import Level

_Index = QModelIndex | QPersistentModelIndex
_SLICE = 400
"""How much of the grid, in dp, is measured at a time."""


class CheckModel(PeopleModel):
    """The lines of a page; tells Qt about the cells that changed, or that all did."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.lines: tuple[Line, ...] = ()
        self.places: dict[str, tuple[int, int]] = {}

    def present(self, page: CounterPage) -> set[int]:
        """Take another page; the lines that say something else. All of them where a line or a member came or went."""
        lines, before = lines_of(page), self.lines
        persons = page.persons if any(ALL not in line.cells for line in lines) else page.persons[:1]
        same = [(line.key, line.cells.keys()) for line in lines] == [(line.key, line.cells.keys()) for line in before]
        if not same or persons != self.persons:
            self.beginResetModel()
            self.lines, self.persons = lines, persons
            columns = {ALL: 0} | {person.id: at for at, person in enumerate(persons)}
            each = ((cell.path, at, who) for at, line in enumerate(lines) for who, cell in line.cells.items())
            self.places = {path: (at, columns[who]) for path, at, who in each if who in columns}
            self.endResetModel()
            return set(range(len(lines)))
        self.lines = lines
        changed = {at for at, (old, new) in enumerate(zip(before, lines, strict=True)) if old != new}
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(persons) - 1))
        return changed

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802, ARG002 - Qt's name
        """Facts."""
        return len(self.lines)

    def cell(self, index: _Index) -> Cell | None:
        """What stands there; None where this member has no such fact."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return line.cells.get(ALL) or line.cells.get(self.persons[index.column()].id)

    def find(self, path: str) -> QModelIndex:
        """Where a path stands; invalid where it does not."""
        place = self.places.get(path)
        return self.index(*place) if place is not None else QModelIndex()

    def who(self, index: _Index) -> str:
        """The name of the member of a cell; empty for everybody."""
        one = index.isValid() and ALL not in self.lines[index.row()].cells
        return self.persons[index.column()].name if one else ""

    def text(self, cell: Cell) -> str:
        """See PeopleModel."""
        return shown(self._kit, cell)

    def spoken(self, index: _Index, cell: Cell) -> str:
        """See PeopleModel."""
        said = (told(self._kit, cell), *(text for text, _ in chips(self._kit, cell)))
        return self._kit.words("about", question=f"{self.who(index)} {cell.label}".strip(), act=" ".join(said))

    def label(self, section: int) -> str:
        """See PeopleModel."""
        return self.lines[section].label


class CheckTable(QTableView):
    """Arrow keys walk the cells; Enter, a letter, 同上 by Ctrl+D or a click asks for the answer to be changed in place.

    `wanted` carries the path and what was typed, `above` the path that says the same as the member before, `chosen`
    the path that the keyboard is on.
    """

    wanted = Signal(str, str)
    above = Signal(str)
    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.grid, self._fitted = kit, CheckModel(kit), -1
        self.grid.setParent(self)
        self.setModel(self.grid)
        self.setShowGrid(False)  # the cells draw it in the line colour
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        bars(self, look=kit.look)
        corner(self, look=kit.look)
        self._rest: list[int] = []
        self._fitting = QTimer(self, interval=0)  # what is out of sight is measured when nothing else is to do
        self._fitting.timeout.connect(lambda: self._fit_some(room=kit.look.dp(_SLICE)))
        self._delegate = CellDelegate(kit)
        self.setItemDelegate(self._delegate)
        self._people = HeaderCells(kit, Qt.Orientation.Horizontal)
        self.setHorizontalHeader(self._people)
        self.setVerticalHeader(HeaderCells(kit, Qt.Orientation.Vertical))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width to arrange for, not two
        self.setAccessibleName(kit.words("check-grid-name"))
        self.selectionModel().currentChanged.connect(self._moved)
        self.grid.modelAboutToBeReset.connect(self.clearSpans)  # Qt would ask them about lines that are gone

    def present(self, page: CounterPage) -> None:
        """Show a page; what did not change keeps its place and its height."""
        path, before = self.path, self.grid.places
        changed = self.grid.present(page)
        if self.grid.places is not before:
            self._arrange(path)
            return
        for at in changed:
            self.setRowHeight(at, self._height(at))

    def _arrange(self, path: str) -> None:
        """Lines or members came or went: what the keyboard was on keeps it."""
        many = self.grid.columnCount()
        for at, line in enumerate(self.grid.lines):
            if ALL in line.cells and many > 1:
                self.setSpan(at, 0, 1, many)
        self.fit()
        index = self.grid.find(path)
        self.setCurrentIndex(index if index.isValid() else self.grid.index(0, 0))

    @property
    def path(self) -> str:
        """The path that the keyboard is on; empty for none."""
        cell = self.grid.cell(self.currentIndex())
        return cell.path if cell is not None else ""

    def choose(self, path: str) -> bool:
        """Put the choice on a path and bring it into sight; False where it does not stand here."""
        index = self.grid.find(path)
        if index.isValid():
            self._fit_some(room=1_000_000)  # where it stands hangs on what is above it
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def step_on(self, path: str) -> None:
        """The next line of the same member that says anything; at the end it stays."""
        row, column = self.grid.places.get(path, (0, 0))
        for at in range(row + 1, len(self.grid.lines)):
            cell = self.grid.cell(self.grid.index(at, column))
            if cell is not None:
                self.choose(cell.path)
                return

    def place(self, path: str) -> QRect:
        """Where a cell is in sight, in pixels of the table."""
        rect = self.visualRect(self.grid.find(path)).intersected(self.viewport().rect())
        return QRect(self.viewport().mapTo(self, rect.topLeft()), rect.size())

    def fit(self) -> None:
        """Every member the same width, at least eight letters; lines as high as their words."""
        many, self._fitted = max(self.grid.columnCount(), 1), self.viewport().width()
        self._people.across = max(self.viewport().width() // many, self._kit.look.px(Level.DENSE) * 8)
        for column in range(self.grid.columnCount()):
            self.setColumnWidth(column, self._people.across)
        self._people.updateGeometry()
        self._rest = list(range(len(self.grid.lines)))
        self._fit_some(room=self.viewport().height())
        self._fitting.start()

    def _fit_some(self, *, room: int) -> None:
        """Lines from the top on as high as their words, until `room` pixels are filled."""
        while self._rest and room > 0:
            at = self._rest.pop(0)
            self.setRowHeight(at, self._height(at))
            room -= self.rowHeight(at)
        if not self._rest:
            self._fitting.stop()

    def _height(self, at: int) -> int:
        line, across = self.grid.lines[at], self._people.across
        wide = min(across * max(self.grid.columnCount(), 1), self.viewport().width()) if ALL in line.cells else across
        head = self.verticalHeader().sectionSizeFromContents(at).height()
        return max(head, *(self._delegate.height(cell, wide) for cell in line.cells.values()))

    def _moved(self, now: QModelIndex) -> None:
        cell = self.grid.cell(now)
        if cell is not None and self.hasFocus():
            self.chosen.emit(cell.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and letters ask for the answer to be changed."""
        if not self.path:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.wanted.emit(self.path, "")
        elif event.key() == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.above.emit(self.path)
        elif letter_of(event):
            self.wanted.emit(self.path, event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A cell that was pressed is changed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(QPoint(int(event.position().x()), int(event.position().y())))
        cell = self.grid.cell(index)
        if cell is not None and index == self.currentIndex():
            self.wanted.emit(cell.path, "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted:
            self.fit()
