"""How a cell of the check's grid is drawn: what it says, and where that was said where that is not the clerk's ear."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kiosk.flow.pages import QuestionState
from kiosk.model.path import person_of
from kiosk.model.source import Source
from kiosk.ui.counter.check_cells import Cell
from kiosk.ui.counter.people_model import CELL
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets.chip import Tone, chip_size, draw_chip
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.origin import state_chip

_Index = QModelIndex | QPersistentModelIndex
_GROUNDS = {
    QuestionState.WRONG: "error_panel",
    QuestionState.CONFLICT: "warning_panel",
    QuestionState.HELD: "warning_panel",
    QuestionState.OPEN: "warning_panel",
}


def shown(kit: Kit, cell: Cell) -> str:
    """What a cell says, and why a person decided so; why it follows from something has room over all columns only."""
    follows = cell.source is Source.DERIVED and bool(person_of(cell.path))
    return _plain(kit, cell) if follows else told(kit, cell)


def told(kit: Kit, cell: Cell) -> str:
    """What a cell says and why, whatever room there is."""
    said = _plain(kit, cell)
    return kit.words("check-decided", text=said, why=cell.reason) if cell.reason else said


def _plain(kit: Kit, cell: Cell) -> str:
    return cell.text or kit.words("check-open" if cell.state is QuestionState.OPEN else "check-empty")


def chips(kit: Kit, cell: Cell) -> tuple[tuple[str, Tone], ...]:
    """That it was changed, and how it stands or where it was said, if that was not here."""
    changed = kit.words("check-changed") if cell.changed else ""
    here = cell.state is QuestionState.ANSWERED and cell.source is Source.INTERVIEW
    stands = ("", Tone.NEUTRAL) if here else state_chip(kit, cell.state, cell.source, cell.day)
    both = ((changed, Tone.YELLOW), stands)
    return tuple(chip for chip in both if chip[0])


class CellDelegate(QStyledItemDelegate):
    """Draws what a cell says and, beside it or below, how it stands."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def height(self, cell: Cell, width: int) -> int:
        """How high a cell of a width is, in pixels."""
        look = self._kit.look
        return max(self._places(cell, width - look.dp(16))[1] + look.dp(12), look.dp(CONTROL))

    def _places(self, cell: Cell, width: int) -> tuple[list[tuple[QRect, str, Tone]], int]:
        """The chips beside the words where there is room, else below; and how high everything is, in pixels."""
        dp, lettering, said = self._kit.look.dp, letters(self._kit, Level.DENSE), shown(self._kit, cell)
        signs = [(chip_size(self._kit, text, tone=tone), text, tone) for text, tone in chips(self._kit, cell)]
        high = lettering.height(said, width)
        x, y, low = round(lettering.width(said)) + dp(10), 0, high
        wide = sum(size.width() + dp(6) for size, _, _ in signs)
        if signs and (high > lettering.line or x + wide > width):
            x, y = 0, high + dp(2)
        places = []
        for size, text, tone in signs:
            if x and x + size.width() > width:
                x, y = 0, low + dp(2)
            top = y or max((lettering.line - size.height()) // 2, 0)
            places.append((QRect(x, top, min(size.width(), width), size.height()), text, tone))
            x, low = x + size.width() + dp(6), max(low, top + size.height())
        return places, low

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell, as far as it is in sight: what goes over all columns stays legible when they are scrolled."""
        look, cell = self._kit.look, index.data(CELL)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.fillRect(rect, look.colour("line"))
        rect.adjust(0, 0, -1, -1)  # the grid
        ground = "panel" if cell is None else _GROUNDS.get(cell.state, "selected" if chosen else "page")
        painter.fillRect(rect, look.colour(ground))
        if cell is not None and not person_of(cell.path):
            rect = _in_sight(rect, option)
        if cell is not None:
            self._words(painter, rect, cell)
        if chosen:
            painter.setPen(look.colour("primary"))
            for inset in range(look.dp(3)):
                painter.drawRect(rect.adjusted(inset, inset, -inset - 2, -inset - 2))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        look, lettering = self._kit.look, letters(self._kit, Level.DENSE)
        room = rect.adjusted(look.dp(8), look.dp(6), -look.dp(8), 0)
        places, high = self._places(cell, int(room.width()))
        room.translate(0, max((rect.height() - look.dp(12) - high) / 2, 0) if high <= lettering.line else 0)
        colour = look.colour("text" if cell.text else "quiet")
        lettering.draw(painter, room, shown(self._kit, cell), colour=colour)
        for place, words, tone in places:
            spot = place.translated(int(room.left()), int(room.top()))
            draw_chip(painter, self._kit, words, tone=tone, rect=spot)


def _in_sight(rect: QRectF, option: QStyleOptionViewItem) -> QRectF:
    table: Any = option.widget
    if not isinstance(table, QTableView):
        return rect
    return rect.intersected(QRectF(0, rect.top(), table.viewport().width(), rect.height()))
