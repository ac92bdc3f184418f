"""A large pale word across a page on the glass, as the same page bears it in print: it hides nothing."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.kit import Kit
from kiosk.ui.ports import Face

_FACE: Face = "gothic-bold"
_INK = QColor("#dcdcdc")


def draw_across(painter: QPainter, kit: Kit, text: str, page: QRectF) -> None:
    """Darken what is under the word by a trace; as wide as four fifths of the page, at most a quarter of its height."""
    wide = max(kit.glyphs.text_width(text, _FACE, 64.0) / 64.0, 1.0)
    px = min(page.width() * 0.8 / wide, page.height() * 0.25)
    scale = px / 64.0  # larger letters are drawn by a scaled painter
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.translate(page.center().x() - wide * px / 2, page.center().y() + px * 0.38)
    painter.scale(scale, scale)
    kit.glyphs.draw(painter, 0, 0, text=text, face=_FACE, px=64.0, colour=_INK)
    painter.restore()
