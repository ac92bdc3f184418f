"""Rows of lists and trees with air between them, in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.ui.native import bars
from kiosk.ui.tokens import Level

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit


class _Airy(QStyledItemDelegate):
    def __init__(self, kit: DesignKit, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._kit, self._view, self._air = kit, parent, kit.look.dp(10)
        kit.look.changed.connect(self.follow)

    def follow(self) -> None:
        """The list has the size of the text, also when that changes while it is shown."""
        font = self._kit.look.font(Level.DENSE)
        if self._view.font() != font:
            self._view.setFont(font)
            self._view.scheduleDelayedItemsLayout()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """The words, with air above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + self._air)


def dress(view: QAbstractItemView, kit: DesignKit, *, name: str) -> None:
    """A list or a tree as this window has them; `name` is for assistive tools."""
    view.setFont(kit.look.font(Level.DENSE))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAccessibleName(name)
    view.setItemDelegate(_Airy(kit, view))
    bars(view, look=kit.look)
