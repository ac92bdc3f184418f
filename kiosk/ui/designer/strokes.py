"""How boxes look on the page: what they are is told by line, tint and sign; paper stays paper in every theme."""

import enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kiosk.model.template import Box, Kind
from kiosk.ui.designer.grips import spots
from kiosk.ui.theme import FAMILY


class Look(enum.Enum):
    """Edge, tint and width of a box: bound and looked at, proposed by the import, without fact, wrong, for the pen."""

    BOUND = ("#3b5b7d", "", 1.0, Qt.PenStyle.SolidLine)
    PROPOSED = ("#0017c1", "#e8f1fe", 1.6, Qt.PenStyle.SolidLine)
    UNBOUND = ("#ce0000", "#fdeeee", 1.6, Qt.PenStyle.DashLine)
    WRONG = ("#ce0000", "#ffd7d7", 2.2, Qt.PenStyle.SolidLine)
    PEN = ("#666666", "", 1.0, Qt.PenStyle.DotLine)


CHOSEN, GUIDE = QColor("#c16800"), QColor("#c10083")


def look_of(box: Box, *, doubted: bool, wrong: bool) -> Look:
    """How a box is drawn."""
    if wrong:
        return Look.WRONG
    if doubted:
        return Look.PROPOSED if box.fact else Look.UNBOUND
    return Look.PEN if box.kind is Kind.BLANK else Look.BOUND


def tint(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The ground of a box; painted as a marker, so that what is printed stays legible."""
    if look.value[1]:
        painter.fillRect(rect, QColor(look.value[1]))


def edge(painter: QPainter, look: Look, rect: QRectF, *, number: str, px: int) -> None:
    """The edge of a box with its number at the corner."""
    colour, _, width, style = look.value
    painter.setPen(QPen(QColor(colour), width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    if number:
        _number(painter, QColor(colour), rect.topLeft(), number, px)


def _number(painter: QPainter, colour: QColor, at: QPointF, number: str, px: int) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(px)
    font.setBold(True)
    wide = QFontMetricsF(font).horizontalAdvance(number) + 4
    tag = QRectF(at.x(), at.y() - px * 0.6, wide, px * 1.2)
    painter.fillRect(tag, colour)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, number)


def faint(painter: QPainter, rect: QRectF) -> None:
    """A further row of a table, or an option inside a box."""
    painter.setPen(QPen(QColor("#8a96a3"), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def chosen(painter: QPainter, rect: QRectF, *, grips: bool) -> None:
    """A chosen box; alone it has grips."""
    painter.setPen(QPen(CHOSEN, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    if grips:
        painter.setBrush(QColor("#ffffff"))
        for spot in spots(rect).values():
            painter.drawRect(spot)


def band(painter: QPainter, rect: QRectF) -> None:
    """What is being drawn with the mouse: a new box, or around those to be chosen."""
    painter.setPen(QPen(CHOSEN, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def guides(painter: QPainter, area: QRectF, *, x: float | None, y: float | None) -> None:
    """The lines that a moved box has met, across the page."""
    painter.setPen(QPen(GUIDE, 1, Qt.PenStyle.DashLine))
    if x is not None:
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    if y is not None:
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def part(painter: QPainter, rect: QRectF, *, name: str, chosen: bool) -> None:
    """A choice or a part of a date in the chosen box, with its name above it."""
    painter.setPen(QPen(CHOSEN, 2 if chosen else 1, Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    font = QFont(FAMILY)
    font.setPixelSize(10)
    painter.setFont(font)
    wide = QFontMetricsF(font).horizontalAdvance(name) + 2
    tag = QRectF(rect.left(), rect.top() - 11, wide, 11)
    painter.fillRect(tag, QColor(255, 255, 255, 220))
    painter.setPen(CHOSEN)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)
