"""Keys in rows and columns of one size; the arrow keys walk through them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.key import GAP, LEAST, Key

Rows = Sequence[Sequence[Key | None]]
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class KeyGrid(QWidget):
    """Cells as large as the room allows, at most `most` dp (width, height); None is an empty cell."""

    def __init__(self, kit: Kit, rows: Rows = (), *, most: tuple[int, int] = (132, 96)) -> None:
        super().__init__()
        self._kit, self._most, self.rows = kit, most, tuple(tuple(row) for row in rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._adopt()

    def set_rows(self, rows: Rows) -> None:
        """Other keys, or the same in another order; what is no longer there is thrown away."""
        new = tuple(tuple(row) for row in rows)
        gone = set(self.keys) - {key for row in new for key in row if key is not None}
        self.rows = new
        for key in gone:
            key.set_text("")  # it lives until the event loop comes round
            key.hide()
            key.setParent(None)
            key.deleteLater()
        self._adopt()
        self._place()

    @property
    def keys(self) -> list[Key]:
        """Every key, row by row."""
        return [key for row in self.rows for key in row if key is not None]

    def groups(self) -> list[list[QWidget]]:
        """The keys row by row, for choosing with switches."""
        return [[key for key in row if key is not None] for row in self.rows if any(row)]

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Every key at its smallest."""
        columns, rows = self._shape()
        least, gap = self._kit.look.dp(LEAST), self._kit.look.dp(GAP)
        return QSize(columns * least + gap * max(columns - 1, 0), rows * least + gap * max(rows - 1, 0))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the keys anew."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go to the next key of that direction."""
        at = next(
            ((y, x) for y, row in enumerate(self.rows) for x, key in enumerate(row) if key and key.hasFocus()), None
        )
        step = _STEPS.get(Qt.Key(event.key()))
        if at is None or step is None or not self._walk(at, step):
            super().keyPressEvent(event)

    def _walk(self, at: tuple[int, int], step: tuple[int, int]) -> bool:
        y, x = at[0] + step[0], at[1] + step[1]
        while 0 <= y < len(self.rows) and 0 <= x < len(self.rows[y]):
            key = self.rows[y][x]
            if key is not None and not key.isHidden():
                key.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            y, x = y + step[0], x + step[1]
        return False

    def _shape(self) -> tuple[int, int]:
        return max((len(row) for row in self.rows), default=0), len(self.rows)

    def _adopt(self) -> None:
        before: QWidget | None = None
        for key in self.keys:
            if key.parent() is not self:
                key.setParent(self)
                key.show()
            if before is not None:
                QWidget.setTabOrder(before, key)
            before = key

    def _place(self) -> None:
        columns, rows = self._shape()
        if not columns or not rows:
            return
        gap = self._kit.look.dp(GAP)
        wide = min((self.width() - gap * (columns - 1)) // columns, self._kit.look.dp(self._most[0]))
        high = min((self.height() - gap * (rows - 1)) // rows, self._kit.look.dp(self._most[1]))
        left = (self.width() - columns * wide - gap * (columns - 1)) // 2
        for y, row in enumerate(self.rows):
            for x, key in enumerate(row):
                if key is not None:
                    much = key.span * (wide + gap) - gap
                    key.setGeometry(QRect(left + x * (wide + gap), y * (high + gap), much, high))


def pressed_with(key: Key, act: Callable[[], object]) -> Key:
    """The key, and what it does."""
    key.clicked.connect(lambda *_: act())
    return key
