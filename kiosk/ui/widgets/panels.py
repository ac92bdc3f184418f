"""Small helpers for putting widgets together: columns, rows, panels, scrolling, emptying."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.kit import Kit
from kiosk.ui.native import bars
from kiosk.ui.tokens import RADIUS

# room around what scrolls, so that the focus ring is not cut at the edge
AIR = (8, 8, 16, 8)
Box = TypeVar("Box", bound=QBoxLayout)


class Panel(QWidget):
    """A rounded ground with a thin edge; `bar` is a strong left edge in a palette role."""

    def __init__(self, kit: Kit, *, ground: str = "page", edge: str = "line", bar: str = "", pad: int = 16) -> None:
        super().__init__()
        self._kit, self._ground, self._edge, self._bar = kit, ground, edge, bar
        self.column = QVBoxLayout(self)
        side = kit.look.dp(pad)
        self.column.setContentsMargins(side + (kit.look.dp(8) if bar else 0), side, side, side)
        self.column.setSpacing(kit.look.dp(8))

    def tint(self, *, ground: str, edge: str = "line", bar: str = "") -> None:
        """Change the colours by role."""
        if (ground, edge, bar) != (self._ground, self._edge, self._bar):
            self._ground, self._edge, self._bar = ground, edge, bar
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the ground."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path, radius = QPainterPath(), look.dp(RADIUS)
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, look.colour(self._ground))
        if self._bar:
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, look.dp(6), self.height()), look.colour(self._bar))
            painter.setClipping(False)
        painter.setPen(QPen(look.colour(self._edge), 1))
        painter.drawPath(path)


class Rule(QWidget):
    """A thin horizontal line."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._kit.look.colour("line"))


class Ground(QWidget):
    """A plain ground in a palette role, with an edge on one side."""

    def __init__(self, kit: Kit, *, role: str, edge: str = "") -> None:
        super().__init__()
        self._kit, self._role, self._edge = kit, role, edge

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Fill."""
        painter, line = QPainter(self), self._kit.look.colour("border")
        painter.fillRect(self.rect(), self._kit.look.colour(self._role))
        match self._edge:
            case "top":
                painter.fillRect(0, 0, self.width(), 1, line)
            case "bottom":
                painter.fillRect(0, self.height() - 1, self.width(), 1, line)


def column(*things: QWidget | QLayout, gap: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Things under one another."""
    return _fill(QVBoxLayout(), things, gap=gap, margins=margins)


def row(*things: QWidget | QLayout, gap: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Things beside one another."""
    return _fill(QHBoxLayout(), things, gap=gap, margins=margins)


def _fill(box: Box, things: tuple[QWidget | QLayout, ...], *, gap: int, margins: tuple[int, int, int, int]) -> Box:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for thing in things:
        if isinstance(thing, QLayout):
            box.addLayout(thing)
        else:
            box.addWidget(thing)
    return box


def holder(layout: QLayout) -> QWidget:
    """A widget for a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def scrolling(kit: Kit, content: QWidget) -> QScrollArea:
    """Content that scrolls down when it is tall and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bars(area, look=kit.look)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def pressed(button: QAbstractButton, act: Callable[[], object]) -> None:
    """Do something when a button is pressed, whatever the signal carries."""
    button.clicked.connect(lambda *_: act())


def indented(widget: QWidget) -> QHBoxLayout:
    """A thing that stands in line with what scrolls below it."""
    return row(widget, gap=0, margins=(AIR[0], 0, 0, 0))
