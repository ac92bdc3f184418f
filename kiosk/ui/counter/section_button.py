"""A section in the list on the left: its name, and how many questions are left or that none is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.lettering import letters


class SectionButton(Button):
    """The count stands at the right in a place of its own, so that names wrap alike."""

    def __init__(self, kit: Kit, label: str) -> None:
        super().__init__(kit, label, rank=Rank.NAV, level=Level.CHROME)
        self._left = -1

    def rename(self, label: str) -> None:
        """The occasion has another heading for it."""
        if label != self.text():
            self.set_text(label)
            left, self._left = self._left, -1
            self.show_left(left)

    def show_left(self, left: int) -> None:
        """Show another count."""
        if left != self._left:
            self._left, words = left, self._kit.words
            label = self.text()
            self.setAccessibleName(words("nav-left", label=label, n=left) if left else words("nav-done", label=label))
            self.update()

    def _margins(self) -> tuple[int, int]:
        return self._kit.look.dp(12), self._kit.look.dp(6)

    def _badge(self) -> int:
        return round(self._lettering.px * 1.9)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Name and count."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._badge(), hint.height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in pixels of the wrapped name, which is bold while its section is open."""
        side, top = self._margins()
        bold = letters(self._kit, Level.CHROME, bold=True)
        return max(bold.height(self.text(), width - 2 * side - self._badge() + 2) + 2 * top, self.floor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, name, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, _ = self._colours()
        self._ground(painter, fill=fill, edge=edge, thick=0)
        self._signs(painter)
        side, badge = self._margins()[0], self._badge()
        inside = QRectF(side, 0, self.width() - 2 * side - badge + 2, self.height())
        lettering = letters(self._kit, Level.CHROME, bold=True) if self.isChecked() else self._lettering
        inside.setTop((self.height() - lettering.height(self.text(), inside.width())) / 2)
        lettering.draw(painter, inside, self.text(), colour=ink)
        self._count(painter, QRectF(self.width() - badge - 6, (self.height() - badge) / 2, badge, badge))

    def _count(self, painter: QPainter, spot: QRectF) -> None:
        look = self._kit.look
        if self._left <= 0:
            inset = spot.width() * 0.28
            sign = spot.adjusted(inset, inset, -inset, -inset)
            icons.draw(painter, icons.Icon.CHECK, sign, colour=look.colour("success"))
            return
        number = letters(self._kit, Level.CHROME, bold=True)
        painter.setPen(look.colour("border"))
        painter.setBrush(look.colour("page"))
        pill = spot.adjusted(1, spot.height() * 0.1, -1, -spot.height() * 0.1)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        place = QRectF(spot.left() - 4, spot.center().y() - number.line / 2, spot.width() + 8, number.line)
        number.draw(painter, place, str(self._left), colour=look.colour("text"), align=Qt.AlignmentFlag.AlignHCenter)
