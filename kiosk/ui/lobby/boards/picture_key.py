"""A choice with a picture before its words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.pictures import draw_picture


class PictureKey(Key):
    """As Key; without a picture it is one."""

    def __init__(self, kit: Kit, text: str, picture: str, *, tone: Tone = Tone.ACT) -> None:
        super().__init__(kit, text, tone=tone)
        self._picture, self.left = picture, True

    def _side(self) -> int:
        return min(self.height() - self._kit.look.dp(20), self._kit.look.dp(72)) if self._picture else 0

    def inside(self) -> QRectF:
        """Beside the picture."""
        room = super().inside()
        return room.adjusted(self._side() + self._kit.look.dp(12), 0, 0, 0) if self._picture else room

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The picture, too."""
        super().paintEvent(event)
        if not self._picture:
            return
        painter, side = QPainter(self), self._side()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = QRectF(super().inside().left(), (self.height() - side) / 2, side, side)
        draw_picture(painter, self._picture, spot, colour=self._kit.look.colour("primary"))
