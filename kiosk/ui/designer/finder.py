"""One of many, found by words: a search line over what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.rows import dress
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.ui.designer.kit import DesignKit

_SHOWN = 200


class Finder(QWidget):
    """`meant` carries the code that was picked."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit, *, name: str) -> None:
        super().__init__()
        self._choices: tuple[tuple[str, str], ...] = ()
        self.search, self.list = Line(kit, name=kit.words("table-find", what=name)), QListWidget()
        self.search.setPlaceholderText(kit.words("table-search"))
        dress(self.list, kit, name=name)
        self.list.setFrameShape(QFrame.Shape.Box)
        self.list.setMinimumHeight(kit.look.dp(180))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self.search, self.list, gap=kit.look.dp(4)))
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.entered.connect(self._first)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._picked)
        self.list.itemClicked.connect(self._picked)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """What there is: code and words."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._find()

    def _find(self) -> None:
        asked = self.search.text().casefold().split()
        hits = [each for each in self._choices if all(word in f"{each[1]} {each[0]}".casefold() for word in asked)]
        self.list.clear()
        for code, words in hits[:_SHOWN]:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, code)
            self.list.addItem(item)

    def _first(self) -> None:
        """Enter in the search takes the first that was found."""
        if self.list.count() and self.search.text().strip():
            self._picked(self.list.item(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down goes from the search into what was found."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if watched is self.search and down and self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentRow(0)
            return True
        return False

    def _picked(self, item: QListWidgetItem) -> None:
        self.meant.emit(str(item.data(Qt.ItemDataRole.UserRole)))
