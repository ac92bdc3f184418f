"""A row of things that continues on the next line when it is full, like words in a sentence."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then down; a thing wider than the row gets the whole row and wraps inside."""

    def __init__(self, *, gap: int, align_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right = align_right
        self._known: dict[int, list[list[tuple[QLayoutItem, QSize]]]] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Something in the row has changed."""
        self._known = {}
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in pixels at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest single thing."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        if width not in self._known:
            self._known[width] = self._broken(width)
        return self._known[width]

    def _broken(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            size = self._size(item, width)
            if rows[-1] and used + self.spacing() + size.width() > width:
                rows.append([])
                used = 0
            used += size.width() + (self.spacing() if rows[-1] else 0)
            rows[-1].append((item, size))
        return rows

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
        return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.top()
        for row in self._rows(rect.width()):
            tall = max((size.height() for _, size in row), default=0)
            used = sum(size.width() for _, size in row) + self.spacing() * max(len(row) - 1, 0)
            x = rect.left() + (rect.width() - used if self._right else 0)
            for item, size in row:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tall + self.spacing()
        return max(y - self.spacing() - rect.top(), 0)


def flow(*widgets: QWidget, gap: int, align_right: bool = False) -> QWidget:
    """A widget holding others in a flow."""
    holder = QWidget()
    layout = FlowLayout(gap=gap, align_right=align_right)
    for widget in widgets:
        layout.addWidget(widget)
    holder.setLayout(layout)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
