"""Pictures of what brings people here and of papers, drawn in code: a house with an arrow, rings, a stamp, coins."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

Line = tuple[tuple[float, float], ...]
Ring = tuple[float, float, float]

_HOUSE: Line = ((0.1, 0.5), (0.45, 0.18), (0.8, 0.5), (0.8, 0.9), (0.1, 0.9), (0.1, 0.5))
_IN: tuple[Line, ...] = (((0.98, 0.68), (0.5, 0.68)), ((0.64, 0.54), (0.5, 0.68), (0.64, 0.82)))
_OUT: tuple[Line, ...] = (((0.45, 0.68), (0.97, 0.68)), ((0.83, 0.54), (0.97, 0.68), (0.83, 0.82)))
_TWO: tuple[Line, ...] = (
    ((0.03, 0.6), (0.22, 0.4), (0.41, 0.6), (0.41, 0.85), (0.03, 0.85), (0.03, 0.6)),
    ((0.59, 0.6), (0.78, 0.4), (0.97, 0.6), (0.97, 0.85), (0.59, 0.85), (0.59, 0.6)),
    ((0.3, 0.22), (0.68, 0.22)),
    ((0.56, 0.1), (0.68, 0.22), (0.56, 0.34)),
)
_PERSON: tuple[Line, ...] = (((0.08, 0.9), (0.13, 0.62), (0.37, 0.62), (0.42, 0.9)),)
_OTHER: tuple[Line, ...] = (((0.56, 0.9), (0.61, 0.62), (0.85, 0.62), (0.9, 0.9)),)
_CRADLE: tuple[Line, ...] = (
    ((0.12, 0.45), (0.88, 0.45), (0.76, 0.78), (0.24, 0.78), (0.12, 0.45)),
    ((0.16, 0.92), (0.34, 0.86), (0.66, 0.86), (0.84, 0.92)),
)
_CANDLE: tuple[Line, ...] = (
    ((0.38, 0.42), (0.62, 0.42), (0.62, 0.86), (0.38, 0.86), (0.38, 0.42)),
    ((0.22, 0.9), (0.78, 0.9)),
    ((0.5, 0.08), (0.58, 0.22), (0.5, 0.32), (0.42, 0.22), (0.5, 0.08)),
)
_SHEET: tuple[Line, ...] = (
    ((0.2, 0.08), (0.62, 0.08), (0.82, 0.28), (0.82, 0.92), (0.2, 0.92), (0.2, 0.08)),
    ((0.34, 0.44), (0.68, 0.44)),
    ((0.34, 0.58), (0.68, 0.58)),
    ((0.34, 0.72), (0.56, 0.72)),
)
_LIST: tuple[Line, ...] = (
    ((0.12, 0.24), (0.2, 0.32), (0.34, 0.14)),
    ((0.48, 0.24), (0.9, 0.24)),
    ((0.12, 0.54), (0.2, 0.62), (0.34, 0.44)),
    ((0.48, 0.54), (0.9, 0.54)),
    ((0.12, 0.84), (0.2, 0.92), (0.34, 0.74)),
    ((0.48, 0.84), (0.9, 0.84)),
)
_PAPER: Line = ((0.2, 0.06), (0.62, 0.06), (0.82, 0.26), (0.82, 0.94), (0.2, 0.94), (0.2, 0.06))
_SMALL_HOUSE: Line = ((0.32, 0.6), (0.51, 0.42), (0.7, 0.6), (0.7, 0.8), (0.32, 0.8), (0.32, 0.6))
_STAMP: tuple[Line, ...] = (
    ((0.38, 0.4), (0.32, 0.62), (0.18, 0.62), (0.18, 0.78), (0.82, 0.78), (0.82, 0.62), (0.68, 0.62), (0.62, 0.4)),
    ((0.12, 0.92), (0.88, 0.92)),
)
_TREE: tuple[Line, ...] = (
    ((0.37, 0.22), (0.63, 0.22)),
    ((0.5, 0.22), (0.5, 0.54)),
    ((0.18, 0.68), (0.18, 0.54), (0.82, 0.54), (0.82, 0.68)),
    ((0.5, 0.54), (0.5, 0.68)),
)
_YEN: tuple[Line, ...] = (
    ((0.34, 0.28), (0.5, 0.5), (0.66, 0.28)),
    ((0.5, 0.5), (0.5, 0.74)),
    ((0.36, 0.52), (0.64, 0.52)),
    ((0.36, 0.63), (0.64, 0.63)),
)

PICTURES: dict[str, tuple[tuple[Line, ...], tuple[Ring, ...]]] = {
    "house-in": ((_HOUSE, *_IN), ()),
    "house-out": ((_HOUSE, *_OUT), ()),
    "house-house": (_TWO, ()),
    "people": ((*_PERSON, *_OTHER), ((0.25, 0.42, 0.15), (0.73, 0.42, 0.15))),
    "cradle": (_CRADLE, ((0.5, 0.28, 0.14),)),
    "rings": ((), ((0.36, 0.55, 0.28), (0.64, 0.55, 0.28))),
    "rings-apart": (((((0.5, 0.1), (0.5, 0.95))),), ((0.24, 0.52, 0.2), (0.76, 0.52, 0.2))),
    "candle": (_CANDLE, ()),
    "sheet": (_SHEET, ()),
    "list": (_LIST, ()),
    "sheet-house": ((_PAPER, _SMALL_HOUSE), ()),
    "stamp": (_STAMP, ((0.5, 0.25, 0.17),)),
    "tree": (_TREE, ((0.25, 0.22, 0.12), (0.75, 0.22, 0.12), (0.18, 0.8, 0.11), (0.5, 0.8, 0.11), (0.82, 0.8, 0.11))),
    "coins": (_YEN, ((0.5, 0.5, 0.42),)),
}
"""By name: lines and rings (middle and radius), each in parts of the picture's side."""


def draw_picture(painter: QPainter, name: str, spot: QRectF, *, colour: QColor) -> None:
    """Draw a picture into a square; an unknown name is the sheet of paper."""
    lines, rings = PICTURES.get(name, PICTURES["sheet"])
    pen = QPen(colour, max(spot.width() / 16, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline(QPolygonF([_at(spot, x, y) for x, y in line]))
    for x, y, radius in rings:
        painter.drawEllipse(_at(spot, x, y), radius * spot.width(), radius * spot.width())


def _at(spot: QRectF, x: float, y: float) -> QPointF:
    return QPointF(spot.left() + x * spot.width(), spot.top() + y * spot.height())
