"""A code that a scanner reads from the glass: black on white in every theme, in whole pixels, quiet zones included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.ui.theme import Look

QUIET = 4  # modules around a QR code
_BAR_QUIET, _MODULE = 10, 2  # modules beside bars, pixels a bar


class CodePicture(QWidget):
    """A QR code in a square of `side` dp; nothing is drawn without rows."""

    def __init__(self, look: Look, *, name: str, side: int = 160) -> None:
        super().__init__()
        self._look, self._side = look, side
        self._rows: Sequence[bytes] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[bytes]) -> None:
        """Another code, 1 is black; none without rows."""
        self._rows = rows
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        side = self._look.dp(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller: a scanner must read it."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._rows:
            return
        size = min(self.width(), self.height()) // (len(self._rows) + 2 * QUIET)
        left = (self.width() - size * len(self._rows)) // 2
        for y, line in enumerate(self._rows):
            for x, dark in enumerate(line):
                if dark:
                    painter.fillRect(left + x * size, left + y * size, size, size, Qt.GlobalColor.black)


class BarsPicture(QWidget):
    """Bars of a Code 128, as wide as they are."""

    def __init__(self, look: Look, *, name: str, tall: int = 56) -> None:
        super().__init__()
        self._look, self._tall, self._bars = look, tall, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_bars(self, bars: str) -> None:
        """Another code, as a text of 1 (bar) and 0 (gap)."""
        self._bars = bars
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Every bar in whole pixels."""
        return QSize((len(self._bars) + 2 * _BAR_QUIET) * _MODULE, self._look.dp(self._tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for at, bar in enumerate(self._bars, start=_BAR_QUIET):
            if bar == "1":
                painter.fillRect(at * _MODULE, 4, _MODULE, self.height() - 8, Qt.GlobalColor.black)
