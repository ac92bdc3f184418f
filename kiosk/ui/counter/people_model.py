"""What the two tables of a household share: members across, and the same words for eye and assistive tools."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kiosk.flow.pages import PersonView
from kiosk.ui.kit import Kit

CELL = Qt.ItemDataRole.UserRole
"""The role under which a painter is given what stands in a cell."""

_Index = QModelIndex | QPersistentModelIndex
_SHORT = 12


class PeopleModel(QAbstractTableModel):
    """A table with a column for each member; who derives from it says what stands in a cell, and in words."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.persons: tuple[PersonView, ...] = ()

    def cell(self, index: _Index) -> Any:
        """What stands there; None where this member has no such thing."""
        raise NotImplementedError

    def text(self, cell: Any) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def spoken(self, index: _Index, cell: Any) -> str:
        """What is said of a cell to who does not see it."""
        raise NotImplementedError

    def label(self, section: int) -> str:
        """What a row is called."""
        raise NotImplementedError

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802, ARG002 - Qt's name
        """Members."""
        return len(self.persons)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell, also for assistive tools."""
        cell = self.cell(index)
        if role == CELL:
            return cell
        if cell is None:
            return self._kit.words("grid-not-asked") if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(cell)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.spoken(index, cell)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Members across, what is said of them down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return _head(self._kit, self.persons[section], at=section)
        return self.label(section)


def _head(kit: Kit, person: PersonView, *, at: int) -> str:
    """Role and name over a column; a very long name stands in full in its own row, the header then counts."""
    called = person.name.removesuffix(person.apart)
    name = called if len(called) <= _SHORT else kit.words("grid-nth", n=at + 1)
    return "\n".join(part for part in (person.role, name, person.apart) if part)
