"""How the few parts that are Qt's own are drawn: frames of what one types into, scroll bars, the divider.

Context: an application style sheet makes Qt match every rule against every widget, at each polish and each change of
the look; 3,000 widgets took more than a second for another theme and slowed the making of every page.
Decision: no style sheet at all. Colours come from the application's palette and from the tokens, what Qt draws itself
(line edit, combo box, table, scroll bar, divider) is given a frame here. The one style of our own sits on scroll bars
alone, because a Python style on the application is slow.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QProxyStyle,
    QSplitter,
    QSplitterHandle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QTableView,
    QWidget,
)

from kiosk.ui.theme import Look
from kiosk.ui.tokens import CONTROL, RADIUS


def frame(painter: QPainter, widget: QWidget, *, look: Look, edge: str, thick: int = 1) -> None:
    """The rounded ground of something to type into or to choose from; `edge` is a palette role."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path, half, radius = QPainterPath(), thick / 2, look.dp(RADIUS)
    path.addRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), radius, radius)
    painter.fillPath(path, look.colour("page"))
    painter.setPen(QPen(look.colour(edge), thick))
    painter.drawPath(path)


def unfilled(widget: QWidget) -> None:
    """Let what lies under a Qt widget show through it; inks and the marking still follow the application."""
    palette = QPalette()
    palette.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
    widget.setPalette(palette)


class BarStyle(QProxyStyle):
    """Scroll bars without arrows: a thumb on a quiet ground, wide enough to be hit."""

    def __init__(self, look: Look) -> None:
        super().__init__("fusion")
        self.setParent(look)
        self._look = look

    def pixelMetric(  # noqa: N802 - Qt's name
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """How wide a bar is, and how short a thumb may become."""
        match metric:
            case QStyle.PixelMetric.PM_ScrollBarExtent:
                return self._look.dp(16)
            case QStyle.PixelMetric.PM_ScrollBarSliderMin:
                return self._look.dp(CONTROL)
            case _:
                return super().pixelMetric(metric, option, widget)

    def subControlRect(  # noqa: N802 - Qt's name
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """The groove is the whole bar; there are no arrows."""
        if not isinstance(option, QStyleOptionSlider) or control is not QStyle.ComplexControl.CC_ScrollBar:
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # the stub forgets None
        match part:
            case QStyle.SubControl.SC_ScrollBarGroove:
                return option.rect
            case QStyle.SubControl.SC_ScrollBarAddLine | QStyle.SubControl.SC_ScrollBarSubLine:
                return QRect()
        low, high = self._thumb(option)
        whole, across = option.rect, option.orientation is Qt.Orientation.Horizontal
        first, last = {
            QStyle.SubControl.SC_ScrollBarSlider: (low, high),
            QStyle.SubControl.SC_ScrollBarSubPage: (0, low),
            QStyle.SubControl.SC_ScrollBarAddPage: (high, whole.width() if across else whole.height()),
        }.get(part, (0, 0))
        if across:
            return QRect(whole.left() + first, whole.top(), last - first, whole.height())
        return QRect(whole.left(), whole.top() + first, whole.width(), last - first)

    def _thumb(self, option: QStyleOptionSlider) -> tuple[int, int]:
        """From where to where the thumb reaches along the bar, in pixels."""
        across = option.orientation is Qt.Orientation.Horizontal
        room, steps = option.rect.width() if across else option.rect.height(), option.maximum - option.minimum
        if steps <= 0:
            return 0, room
        long = min(max(room * option.pageStep // (steps + option.pageStep), self._look.dp(CONTROL)), room)
        at = QStyle.sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, room - long, option.upsideDown
        )
        return at, at + long

    def drawComplexControl(  # noqa: N802 - Qt's name
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Ground and thumb."""
        thumb = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, look.colour("panel"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("border"))
        inset, radius = look.dp(4), look.dp(4)
        painter.drawRoundedRect(QRectF(thumb).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.restore()


def bars(area: QAbstractScrollArea, *, look: Look) -> None:
    """Give a scrolling area our scroll bars; one style serves all of a window."""
    style = look.findChild(BarStyle) or BarStyle(look)
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setStyle(style)


class _Corner(QObject):
    """Paints the corner between the heads of a table as these are; Qt's own is a button with a slope."""

    def __init__(self, table: QTableView, look: Look) -> None:
        super().__init__(table)
        self._look = look
        table.setCornerButtonEnabled(False)
        for corner in table.findChildren(QAbstractButton):
            corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            corner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Instead of what Qt would draw."""
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QWidget):
            return False
        QPainter(watched).fillRect(watched.rect(), self._look.colour("panel"))
        return True


def corner(table: QTableView, *, look: Look) -> None:
    """Give a table a plain corner."""
    _Corner(table, look)


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter, *, look: Look) -> None:
        super().__init__(orientation, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A quiet line."""
        QPainter(self).fillRect(event.rect(), self._look.colour("line"))


class Splitter(QSplitter):
    """Two things beside each other with a divider that can be moved."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look.dp(8))

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """See QSplitter."""
        return _Handle(self.orientation(), self, look=self._look)
