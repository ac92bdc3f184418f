"""The household as one table: a row for each question, a column for each person."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kiosk.flow.pages import PersonView, QuestionState, QuestionView, SectionView
from kiosk.ui.counter.people_model import CELL, PeopleModel
from kiosk.ui.kit import Kit
from kiosk.ui.native import bars, corner
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.origin import state_chip

_Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected
_SIGNS = {
    QuestionState.HELD: (icons.Icon.HOLD, "warning"),
    QuestionState.CONFLICT: (icons.Icon.WARNING, "warning"),
    QuestionState.WRONG: (icons.Icon.ERROR, "error"),
}


class GridModel(PeopleModel):
    """Question views by key and person; tells Qt only about the cells that changed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.keys: tuple[str, ...] = ()
        self.cells: dict[tuple[str, str], QuestionView] = {}

    def present(self, section: SectionView, persons: tuple[PersonView, ...]) -> None:
        """Take another state of the section."""
        cells = {(_key(view), view.person): view for view in section.questions}
        keys = tuple(dict.fromkeys(key for key, _ in cells))
        if (keys, persons) != (self.keys, self.persons):
            self.beginResetModel()
            self.keys, self.persons, self.cells = keys, persons, cells
            self.endResetModel()
            return
        old, self.cells = self.cells, cells
        for at, view in cells.items():
            if old.get(at) != view:
                index = self.find(view.path)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802, ARG002 - Qt's name
        """Questions."""
        return len(self.keys)

    def cell(self, index: _Index) -> QuestionView | None:
        """The question of a cell; None where this person is not asked."""
        if not index.isValid():
            return None
        return self.cells.get((self.keys[index.row()], self.persons[index.column()].id))

    def text(self, cell: QuestionView) -> str:
        """See PeopleModel."""
        return cell_text(cell)

    def spoken(self, index: _Index, cell: QuestionView) -> str:
        """See PeopleModel."""
        state, _ = state_chip(self._kit, cell.state, cell.source, cell.day)
        return f"{self.persons[index.column()].name} {cell.label} {cell_text(cell)} {state}"

    def label(self, section: int) -> str:
        """See PeopleModel."""
        views = [view for (key, _), view in self.cells.items() if key == self.keys[section]]
        return views[0].label if views else ""

    def find(self, path: str) -> QModelIndex:
        """The cell of a path; invalid when there is none."""
        people = [person.id for person in self.persons]
        for (key, person), view in self.cells.items():
            if view.path == path and person in people:
                return self.index(self.keys.index(key), people.index(person))
        return QModelIndex()


def letter_of(event: QKeyEvent) -> bool:
    """Whether a key begins an answer: a letter or a digit, and no command."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & command


def _key(view: QuestionView) -> str:
    return view.path.split("].", maxsplit=1)[-1]


def cell_text(view: QuestionView) -> str:
    """What a cell shows: what was understood, or what was typed."""
    labels = {choice.code: choice.label for choice in view.choices}
    return view.echo or labels.get(view.text, view.text)


class CellDelegate(QStyledItemDelegate):
    """Draws names as written, wraps long words, and marks open, held, wrong and conflicting cells."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def _room(self, width: int, index: _Index) -> tuple[int, int]:
        look, view = self._kit.look, index.data(CELL)
        sign = round(look.px(Level.DENSE) * 1.2) if view is not None and view.state in _SIGNS else 0
        return width - look.dp(14) - sign, look.dp(8)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as its wrapped words."""
        width = option.rect.width() if option.rect.width() > 0 else self._kit.look.dp(140)
        room, pad = self._room(width, index)
        height = letters(self._kit, Level.DENSE).height(str(index.data() or ""), room) + 2 * pad
        return QSize(width, max(height, self._kit.look.dp(CONTROL)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell."""
        look, rect = self._kit.look, QRectF(option.rect)
        view = index.data(CELL)
        chosen = bool(option.state & _SELECTED)
        painter.save()
        painter.fillRect(rect, look.colour("line"))
        rect.adjust(0, 0, -1, -1)  # the grid
        painter.fillRect(rect, look.colour(self._ground(view, chosen=chosen)))
        self._words(painter, rect, index)
        self._sign(painter, rect, view)
        if chosen:
            painter.setPen(look.colour("primary"))
            for inset in range(look.dp(3)):
                painter.drawRect(rect.adjusted(inset, inset, -inset - 2, -inset - 2))
        painter.restore()

    @staticmethod
    def _ground(view: QuestionView | None, *, chosen: bool) -> str:
        if view is None:
            return "panel"
        if view.state is QuestionState.WRONG:
            return "error_panel"
        if view.state in {QuestionState.CONFLICT, QuestionState.HELD}:
            return "warning_panel"
        return "selected" if chosen else "page"

    def _words(self, painter: QPainter, rect: QRectF, index: _Index) -> None:
        lettering, (room, pad) = letters(self._kit, Level.DENSE), self._room(int(rect.width()), index)
        text = str(index.data() or "")
        spare = (self._kit.look.dp(CONTROL) - lettering.line) / 2
        top = rect.top() + (spare if lettering.height(text, room) <= lettering.line else pad)
        place = QRectF(rect.left() + self._kit.look.dp(8), top, room, rect.height())
        lettering.draw(painter, place, text, colour=self._kit.look.colour("text"))

    def _sign(self, painter: QPainter, rect: QRectF, view: QuestionView | None) -> None:
        if view is not None and view.state is QuestionState.SAID:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), self._kit.look.dp(4), rect.height()), self._kit.look.colour("primary")
            )
        if view is None or view.state not in _SIGNS:
            return
        icon, role = _SIGNS[view.state]
        size = self._kit.look.px(Level.DENSE) * 1.1
        spot = QRectF(rect.right() - size - 6, rect.top() + 6, size, size)
        icons.draw(painter, icon, spot, colour=self._kit.look.colour(role))


class HeaderCells(QHeaderView):
    """Header cells drawn with the same letters: people (centred on top) or questions (left)."""

    def __init__(self, kit: Kit, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._kit, self.across = kit, kit.look.dp(128)
        self.setSectionsClickable(False)

    def _said(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Questions stand in a column of one width; Qt would measure every one of them to find it."""
        if self.orientation() is Qt.Orientation.Horizontal:
            return super().sizeHint()
        look = self._kit.look
        return QSize(look.px(Level.DENSE) * (7 if look.roomy else 5), 0)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N802, N803 - Qt's names
        """As high as the wrapped words need."""
        look, lettering = self._kit.look, letters(self._kit, Level.DENSE, bold=True)
        across = self.orientation() is Qt.Orientation.Horizontal
        width = self.across if across else look.px(Level.DENSE) * (7 if look.roomy else 5)
        height = lettering.height(self._said(logicalIndex), width - look.dp(16)) + look.dp(12)
        return QSize(width, max(height, look.dp(CONTROL)))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """One header cell."""
        look, box = self._kit.look, QRectF(rect)
        lettering = letters(self._kit, Level.DENSE, bold=True)
        painter.save()
        painter.fillRect(box, look.colour("panel"))
        painter.setPen(look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        text, inside = self._said(logicalIndex), box.adjusted(look.dp(8), 0, -look.dp(8), 0)
        high = lettering.height(text, inside.width())
        across = self.orientation() is Qt.Orientation.Horizontal
        inside.setTop(box.top() + ((box.height() - high) / 2 if across or high > lettering.line else look.dp(10)))
        lettering.draw(painter, inside, text, colour=look.colour("text"))
        painter.restore()


class GridTable(QTableView):
    """Arrow keys walk the cells; Enter or a letter starts the answer (`wanted`, with what was typed)."""

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, kit: Kit, model: GridModel) -> None:
        super().__init__()
        self._kit, self._grid = kit, model
        self.setModel(model)
        self.setShowGrid(False)  # the cells draw it in the line colour
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        bars(self, look=kit.look)
        corner(self, look=kit.look)
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
        self.setAccessibleName(kit.words("grid-name"))
        self.selectionModel().currentChanged.connect(self._moved)

    def _moved(self, now: QModelIndex) -> None:
        view = self._grid.cell(now)
        if view is not None:
            self.chosen.emit(view.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Letters and Enter go to the answer below."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit("")
        elif letter_of(event):
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give every person the same width, at least eight letters; rows as high as their words."""
        count = max(self._grid.columnCount(), 1)
        room = self.viewport().width()
        least = self._kit.look.px(Level.DENSE) * 7
        self._people.across = max(room // count, least)
        for column in range(self._grid.columnCount()):
            self.setColumnWidth(column, self._people.across)
        self._people.updateGeometry()
        self.resizeRowsToContents()
