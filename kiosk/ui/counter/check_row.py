"""One answer at the check: its label, what it says, where that comes from, and 変更 beside it.

Context: a family's check has seventy rows and more; as a label, a value, two chips and five layouts each they took
60 ms to make, and again for every text size. Decision: a row is one part that paints its words and has one button; it
tells assistive tools what it says. Consequence: where things stand is reckoned here (`row_places`), not by Qt.
"""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.flow.pages import Row
from kiosk.ui.counter.row_places import Places, measures, place
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Tone, chip_size, draw_chip
from kiosk.ui.widgets.origin import state_chip


class RowView(QWidget):
    """Label, value, source and 変更 of one row, below a thin line."""

    def __init__(self, kit: Kit, row: Row, *, about: str) -> None:
        super().__init__()
        self._kit, self.row, self._chips = kit, row, tuple[tuple[str, Tone], ...]()
        self.change = Button(kit, kit.words("change"), rank=Rank.QUIET)
        self.change.setAccessibleName(kit.words("change-what", label=row.label, person=about))
        self.change.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.present(row)

    def present(self, row: Row) -> None:
        """Show the row."""
        words = self._kit.words
        changed = words("check-changed") if row.changed else ""
        chips = ((changed, Tone.YELLOW), state_chip(self._kit, row.state, row.source, row.day))
        self.row, self._chips = row, tuple(chip for chip in chips if chip[0])
        said = " ".join((self.value, *(text for text, _ in self._chips)))
        self.setAccessibleName(words("about", question=row.label, act=said))
        self._measure()

    @property
    def value(self) -> str:
        """What the answer says and why a person decided so; （記載なし） for none."""
        text, words = self.row.text, self._kit.words
        said = text or words("check-empty")
        return words("check-decided", text=said, why=self.row.reason) if self.row.reason else said

    # ---- where things stand --------------------------------------------------------------------------------------
    def _measure(self) -> None:
        """What depends on the text size and on the words."""
        self._by = measures(self._kit, self.change)
        self._sizes = tuple(chip_size(self._kit, text, tone=tone) for text, tone in self._chips)
        self._known = dict[int, Places]()
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> Places:
        known = self._known.get(width)
        if known is None:
            label, value = self.row.label, self.value
            known = place(self._by, label=label, value=value, chips=self._sizes, width=width)
            self._known[width] = known
        return known

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in pixels of all parts at a width."""
        return self._places(width).height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a short value; how high it is depends on the width."""
        return QSize(2 * self._by.least.width(), self._by.least.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four letters or a source, and the button."""
        return self._by.least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The button goes to its place."""
        super().resizeEvent(event)
        self._put()

    def _put(self) -> None:
        self.change.setGeometry(self._places(self.width()).change)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and self._by is not measures(self._kit, self.change):
            self._measure()
            self._put()  # the row itself may keep its size
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the line, the words and the chips."""
        painter, colour, places = QPainter(self), self._kit.look.colour, self._places(self.width())
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
        self._by.label.draw(painter, QRectF(places.label), self.row.label, colour=colour("quiet"))
        ink = colour("text" if self.row.text else "quiet")
        self._by.text.draw(painter, QRectF(places.value), self.value, colour=ink)
        for rect, (text, tone) in zip(places.chips, self._chips, strict=True):
            draw_chip(painter, self._kit, text, tone=tone, rect=rect)
