"""Small signs drawn in code, so that no font and no picture file is needed: ticks, warnings, arrows."""

import enum
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.ui.theme import Look


class Icon(enum.Enum):
    """The signs."""

    CHECK = "check"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    HOLD = "hold"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    PLUS = "plus"
    MINUS = "minus"
    FIT = "fit"
    HIDE = "hide"
    SCREENS = "screens"
    ALL = "all"
    KEYS = "keys"


def draw(painter: QPainter, icon: Icon, rect: QRectF, *, colour: QColor) -> None:
    """Draw a sign inside a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(rect.width() / 9, 1.5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in _strokes(icon):
        painter.drawPolyline(QPolygonF([_at(rect, x, y) for x, y in line]))
    if icon in {Icon.INFO, Icon.ERROR, Icon.HOLD}:
        painter.drawEllipse(rect.adjusted(pen.widthF(), pen.widthF(), -pen.widthF(), -pen.widthF()))
    painter.restore()


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


def _strokes(icon: Icon) -> list[list[tuple[float, float]]]:
    return _STROKES[icon]


_STROKES: dict[Icon, list[list[tuple[float, float]]]] = {
    Icon.CHECK: [[(0.15, 0.55), (0.4, 0.8), (0.87, 0.22)]],
    Icon.INFO: [[(0.5, 0.45), (0.5, 0.73)], [(0.5, 0.28), (0.5, 0.29)]],
    Icon.WARNING: [
        [(0.5, 0.1), (0.94, 0.88), (0.06, 0.88), (0.5, 0.1)],
        [(0.5, 0.4), (0.5, 0.6)],
        [(0.5, 0.74), (0.5, 0.75)],
    ],
    Icon.ERROR: [[(0.34, 0.34), (0.66, 0.66)], [(0.66, 0.34), (0.34, 0.66)]],
    Icon.HOLD: [[(0.4, 0.33), (0.4, 0.67)], [(0.6, 0.33), (0.6, 0.67)]],
    Icon.DOWN: [[(0.2, 0.38), (0.5, 0.68), (0.8, 0.38)]],
    Icon.LEFT: [[(0.64, 0.18), (0.34, 0.5), (0.64, 0.82)]],
    Icon.RIGHT: [[(0.36, 0.18), (0.66, 0.5), (0.36, 0.82)]],
    Icon.PLUS: [[(0.18, 0.5), (0.82, 0.5)], [(0.5, 0.18), (0.5, 0.82)]],
    Icon.MINUS: [[(0.18, 0.5), (0.82, 0.5)]],
    Icon.HIDE: [  # an eye, struck out
        [(0.05, 0.5), (0.2, 0.34), (0.38, 0.25), (0.62, 0.25), (0.8, 0.34), (0.95, 0.5)],
        [(0.05, 0.5), (0.2, 0.66), (0.38, 0.75), (0.62, 0.75), (0.8, 0.66), (0.95, 0.5)],
        [(0.5, 0.42), (0.58, 0.5), (0.5, 0.58), (0.42, 0.5), (0.5, 0.42)],
        [(0.85, 0.1), (0.15, 0.9)],
    ],
    Icon.ALL: [  # four leaves
        [(0.12, 0.1), (0.42, 0.1), (0.42, 0.44), (0.12, 0.44), (0.12, 0.1)],
        [(0.58, 0.1), (0.88, 0.1), (0.88, 0.44), (0.58, 0.44), (0.58, 0.1)],
        [(0.12, 0.56), (0.42, 0.56), (0.42, 0.9), (0.12, 0.9), (0.12, 0.56)],
        [(0.58, 0.56), (0.88, 0.56), (0.88, 0.9), (0.58, 0.9), (0.58, 0.56)],
    ],
    Icon.SCREENS: [  # one behind the other
        [(0.05, 0.15), (0.65, 0.15), (0.65, 0.55), (0.05, 0.55), (0.05, 0.15)],
        [(0.8, 0.4), (0.95, 0.4), (0.95, 0.85), (0.35, 0.85), (0.35, 0.7)],
    ],
    Icon.KEYS: [  # a board with its keys
        [(0.04, 0.22), (0.96, 0.22), (0.96, 0.78), (0.04, 0.78), (0.04, 0.22)],
        *([(x, 0.4), (x + 0.01, 0.4)] for x in (0.2, 0.4, 0.6, 0.8)),
        [(0.28, 0.6), (0.72, 0.6)],
    ],
    Icon.FIT: [
        [(0.1, 0.14), (0.1, 0.86)],
        [(0.9, 0.14), (0.9, 0.86)],
        [(0.24, 0.5), (0.76, 0.5)],
        [(0.38, 0.34), (0.22, 0.5), (0.38, 0.66)],
        [(0.62, 0.34), (0.78, 0.5), (0.62, 0.66)],
    ],
}


def number_disc(painter: QPainter, rect: QRectF, *, fill: QColor, edge: QColor) -> None:
    """A disc for a step's number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(rect.center(), rect.width() / 2 - 1, math.floor(rect.height() / 2) - 1)
    painter.fillPath(path, fill)
    painter.setPen(QPen(edge, 2))
    painter.drawPath(path)


def tick(painter: QPainter, rect: QRectF, *, look: Look, chosen: bool, round_one: bool) -> None:
    """The sign of a choice: a circle for one of several, a square for any of several; filled with ✔ when chosen."""
    radius = rect.width() / 2 if round_one else rect.width() / 6
    painter.setPen(QPen(look.colour("primary" if chosen else "border"), max(rect.width() / 10, 1.5)))
    painter.setBrush(look.colour("primary" if chosen else "page"))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if chosen:
        inset = rect.width() * 0.2
        draw(painter, Icon.CHECK, rect.adjusted(inset, inset, -inset, -inset), colour=look.colour("on_primary"))
