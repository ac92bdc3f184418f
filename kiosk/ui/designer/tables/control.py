"""What every way of filling in a field has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kiosk.ui.designer.table_ports import Field


class Control(QWidget):
    """`meant` carries what was said: a text, or several. `value` is what stands there."""

    meant = Signal(object)

    def present(self, field: Field) -> None:
        """Show a field as it is."""
        raise NotImplementedError

    @property
    def value(self) -> str | tuple[str, ...]:
        """What stands there now."""
        raise NotImplementedError

    def mark(self, *, wrong: bool) -> None:
        """Show whether it can be taken; most have no edge to colour."""

    def first(self) -> QWidget:
        """What has the keyboard."""
        return self
