"""Words of more than a line, as high as they are; told when they are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from kiosk.ui.native import bars
from kiosk.ui.tokens import Level

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit

_MOST_LINES = 12


class Area(QPlainTextEdit):
    """`left` when it was left, or Enter was pressed where one text stands (`several`: Enter begins another line)."""

    left = Signal()

    def __init__(self, kit: DesignKit, *, name: str, several: bool = False) -> None:
        super().__init__()
        self._kit, self._several = kit, several
        self.setFont(kit.look.font(Level.DENSE))
        self.setFrameShape(QFrame.Shape.Box)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bars(self, look=kit.look)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = min(max(round(self.document().size().height()), 1 + self._several), _MOST_LINES)
        self.setFixedHeight(max(lines * line + self._kit.look.dp(16), self._kit.look.dp(self._kit.look.control)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower words are higher."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font().pixelSize() != self._kit.look.px(Level.DENSE):
            self.setFont(self._kit.look.font(Level.DENSE))
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes one text; what was typed is taken back first, and then what was done before."""
        document = self.document()
        back, onward = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if (back and not document.isUndoAvailable()) or (onward and not document.isRedoAvailable()):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._several:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """It was left."""
        super().focusOutEvent(event)
        self.left.emit()
