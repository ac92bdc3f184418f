"""Things beside or under one another that share the room there is: each has its least, some take more."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.key import GAP

LARGEST = 16777215


class Slot(NamedTuple):
    """A thing, what it takes of the rest, and the least and the most of it in dp (0: as it says, and any)."""

    widget: QWidget
    weight: float = 1.0
    least: int = 0
    most: int = 0


class Tray(QWidget):
    """A row (or a column with `down`); hidden things take no room."""

    def __init__(self, kit: Kit, slots: list[Slot], *, down: bool = False, gap: int = GAP) -> None:
        super().__init__()
        self._kit, self._slots, self._down, self._gap = kit, slots, down, gap
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for slot in slots:
            slot.widget.setParent(self)

    def add(self, slot: Slot) -> None:
        """One more, behind the others."""
        self._slots.append(slot)
        slot.widget.setParent(self)

    def turn(self, *, down: bool) -> None:
        """Under one another, or beside."""
        if down is not self._down:
            self._down = down
            self.arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What all of it needs at least; texts as they are broken at the width there is."""
        shown = self._shown()
        wide, gaps = self.width() if self._down else 0, self._kit.look.dp(self._gap) * max(len(shown) - 1, 0)
        along = sum(self._least(slot, wide) for slot in shown) + gaps
        hints = [slot.widget.minimumSizeHint() for slot in shown]
        across = max((hint.width() if self._down else hint.height() for hint in hints), default=0)
        return QSize(across, along) if self._down else QSize(along, across)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give everything that is shown its place."""
        shown, gap = self._shown(), self._kit.look.dp(self._gap)
        room = (self.height() if self._down else self.width()) - gap * max(len(shown) - 1, 0)
        at = 0
        for slot, size in zip(shown, self._shares(shown, room), strict=True):
            place = QRect(0, at, self.width(), size) if self._down else QRect(at, 0, size, self.height())
            slot.widget.setGeometry(place)
            if isinstance(slot.widget, Tray):
                slot.widget.arrange()  # its own parts may have come or gone
            at += size + gap

    def _shown(self) -> list[Slot]:
        return [slot for slot in self._slots if not slot.widget.isHidden()]

    def _least(self, slot: Slot, width: int) -> int:
        widget = slot.widget
        hint = widget.minimumSizeHint()
        own = hint.height() if self._down else hint.width()
        if self._down and width and widget.hasHeightForWidth():
            own = widget.heightForWidth(width)
        return max(own, self._kit.look.dp(slot.least))

    def _shares(self, shown: list[Slot], room: int) -> list[int]:
        least = [self._least(slot, self.width()) for slot in shown]
        most = [self._kit.look.dp(slot.most) if slot.most else LARGEST for slot in shown]
        sizes, rest = list(least), max(room - sum(least), 0)
        open_ = [at for at, slot in enumerate(shown) if slot.weight > 0]
        while rest > 0 and open_:
            total = sum(shown[at].weight for at in open_)
            given = 0
            for at in list(open_):
                more = min(round(rest * shown[at].weight / total), max(most[at] - sizes[at], 0), rest - given)
                sizes[at], given = sizes[at] + more, given + more
                if sizes[at] >= most[at]:
                    open_.remove(at)
            if not given:
                break
            rest -= given
        return sizes


def beside(kit: Kit, *slots: Slot) -> Tray:
    """A row."""
    return Tray(kit, list(slots))


def under(kit: Kit, *slots: Slot) -> Tray:
    """A column."""
    return Tray(kit, list(slots), down=True)


def down_for(size: QSize) -> bool:
    """Whether a place is rather for things under one another."""
    return size.height() > size.width()
