"""The eight grips of a chosen box, and what pulling one of them makes of its rectangle."""

import enum

from PySide6.QtCore import QPointF, QRectF, Qt

from kiosk.model.template import Rect

SIDE = 9.0
"""How wide a grip is on the glass, in pixels at 96 dpi."""
LEAST_MM = 1.0
"""The narrowest and lowest box."""
Edges = tuple[int, int, int, int]
"""1 for each edge that goes along: left, top, right, bottom."""
ALL: Edges = (1, 1, 1, 1)


class Grip(enum.Enum):
    """Which edges go along: left, top, right, bottom."""

    NW = (1, 1, 0, 0)
    N = (0, 1, 0, 0)
    NE = (0, 1, 1, 0)
    E = (0, 0, 1, 0)
    SE = (0, 0, 1, 1)
    S = (0, 0, 0, 1)
    SW = (1, 0, 0, 1)
    W = (1, 0, 0, 0)


CURSORS = {
    Grip.NW: Qt.CursorShape.SizeFDiagCursor,
    Grip.SE: Qt.CursorShape.SizeFDiagCursor,
    Grip.NE: Qt.CursorShape.SizeBDiagCursor,
    Grip.SW: Qt.CursorShape.SizeBDiagCursor,
    Grip.N: Qt.CursorShape.SizeVerCursor,
    Grip.S: Qt.CursorShape.SizeVerCursor,
    Grip.E: Qt.CursorShape.SizeHorCursor,
    Grip.W: Qt.CursorShape.SizeHorCursor,
}


def spots(rect: QRectF) -> dict[Grip, QRectF]:
    """Where the grips of a box lie."""
    middle, half = rect.center(), SIDE / 2
    x = {(1, 0): rect.left(), (0, 1): rect.right(), (0, 0): middle.x()}
    y = {(1, 0): rect.top(), (0, 1): rect.bottom(), (0, 0): middle.y()}
    found = {}
    for grip in Grip:
        left, top, right, bottom = grip.value
        found[grip] = QRectF(x[left, right] - half, y[top, bottom] - half, SIDE, SIDE)
    return found


def at(rect: QRectF, point: QPointF) -> Grip | None:
    """The grip under a point."""
    return next((grip for grip, spot in spots(rect).items() if spot.contains(point)), None)


def pulled(rect: Rect, grip: Grip, dx: float, dy: float) -> Rect:
    """The rectangle with the grip's edges moved by millimetres; no edge passes the one opposite."""
    left, top, right, bottom = grip.value
    x1, y1 = rect.x + dx * left, rect.y + dy * top
    x2, y2 = rect.x + rect.w + dx * right, rect.y + rect.h + dy * bottom
    if x2 - x1 < LEAST_MM:
        x1, x2 = (x2 - LEAST_MM, x2) if left else (x1, x1 + LEAST_MM)
    if y2 - y1 < LEAST_MM:
        y1, y2 = (y2 - LEAST_MM, y2) if top else (y1, y1 + LEAST_MM)
    return Rect(x=x1, y=y1, w=x2 - x1, h=y2 - y1)
