"""A drawn card reader: empty, with a card in it, or busy."""

import enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level


class ReaderState(enum.Enum):
    """What the reader holds."""

    EMPTY = "empty"
    CARD = "card"
    BUSY = "busy"


class ReaderPicture(QWidget):
    """Drawn with the tokens' colours; its accessible name says the state in words."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.state = kit, ReaderState.EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(ReaderState.EMPTY)

    def show_state(self, state: ReaderState) -> None:
        """Draw another state."""
        self.state = state
        self.setAccessibleName(self._kit.words(f"reader-{state.value}"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A small picture."""
        return QSize(self._kit.look.dp(150), self._kit.look.dp(104))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Card behind, reader in front, lamp on the right."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(look.dp(4), look.dp(58), self.width() - look.dp(8), look.dp(42))
        if self.state is not ReaderState.EMPTY:
            self._card(painter, QRectF(look.dp(22), look.dp(4), self.width() - look.dp(44), look.dp(68)))
        painter.setPen(QPen(look.colour("border"), 2))
        painter.setBrush(look.colour("panel"))
        painter.drawRoundedRect(body, look.dp(8), look.dp(8))
        painter.fillRect(
            QRectF(body.left() + look.dp(14), body.top() + look.dp(6), body.width() - look.dp(28), 3),
            look.colour("border"),
        )
        lamp = {ReaderState.EMPTY: "border", ReaderState.CARD: "success", ReaderState.BUSY: "warning"}[self.state]
        painter.setBrush(look.colour(lamp))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(body.right() - look.dp(24), body.bottom() - look.dp(20), look.dp(11), look.dp(11)))

    def _card(self, painter: QPainter, card: QRectF) -> None:
        look = self._kit.look
        painter.setPen(QPen(look.colour("primary"), 2))
        painter.setBrush(look.colour("selected"))
        painter.drawRoundedRect(card, look.dp(6), look.dp(6))
        painter.setPen(look.colour("primary"))
        painter.setFont(look.font(Level.TINY, bold=True))
        painter.drawText(card.adjusted(0, look.dp(8), 0, 0), Qt.AlignmentFlag.AlignHCenter, self._kit.words("mock"))
