"""The focus ring: black outside, yellow inside, outside the control so that it never covers words."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from kiosk.ui.theme import Look


class _RingStyle(QProxyStyle):
    """Margins of the ring only; set on the frame itself, because a Python style on the application is slow."""

    def __init__(self, *, margin: int) -> None:
        super().__init__("fusion")
        self.margin = margin

    def pixelMetric(  # noqa: N802 - Qt's name
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """The frame stands this far outside the focused control."""
        if metric in {QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin}:
            return self.margin
        return super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """The ring lies above everything, so that no row of buttons cuts it."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """Black 4 dp at an offset of 2, with 2 dp of yellow inside (contrast 3:1 on any ground)."""

    def __init__(self, parent: QWidget, *, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("ring")
        self._style = _RingStyle(margin=look.dp(6))
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()  # until something has the keyboard: a frame round nothing would lie in the window's corner

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the two rings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer, inner = self._look.dp(4), self._look.dp(2)
        self._ring(painter, inset=outer / 2, width=outer, role="focus_outer")
        self._ring(painter, inset=outer + inner / 2 - 0.5, width=inner, role="focus_inner")

    def _ring(self, painter: QPainter, *, inset: float, width: float, role: str) -> None:
        painter.setPen(QPen(self._look.colour(role), width))
        radius = self._look.dp(10) - inset
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def scroll_area(widget: QWidget | None) -> QScrollArea | None:
    """The scroll area around a widget, or None."""
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def scroll_to(area: QScrollArea, widget: QWidget, *, air: int) -> None:
    """Show all of a widget, its top if it is too tall (Qt's own call looks at the text cursor of a line only)."""
    content = area.widget()
    if content is None:
        return
    top = widget.mapTo(content, QPoint(0, 0)).y()
    for y in (top + widget.height(), top):
        area.ensureVisible(0, y, 0, air)


class FocusGuide(QObject):
    """Moves the ring to whatever has the keyboard focus inside one window."""

    def __init__(self, window: QWidget, *, look: Look) -> None:
        super().__init__(window)
        self._window, self._look, self.ring = window, look, FocusRing(window, look=look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002 - the signal's shape
        if now is None or not self._window.isAncestorOf(now) or isinstance(now, QTableView):
            self.ring.setWidget(None)  # type: ignore[arg-type]  # the stub forgets None
            return
        self._ring_round(now)
        self._watch_scrolling(now)
        for milliseconds in (0, 40):  # once more when the layout has settled
            QTimer.singleShot(milliseconds, self, lambda: self._reveal(now))

    def _ring_round(self, widget: QWidget) -> None:
        self.ring.setWidget(None)  # type: ignore[arg-type]  # the stub forgets None
        self.ring.setWidget(widget)
        self.ring.raise_()

    def _watch_scrolling(self, widget: QWidget) -> None:
        """The ring lies on the viewport, so it must be told when the page under it moves."""
        area = scroll_area(widget)
        if area is not None and not area.property("ringed"):
            area.setProperty("ringed", True)  # noqa: FBT003 - Qt's call
            area.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self) -> None:
        widget = self.ring.widget()
        if widget is not None:
            self._ring_round(widget)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll the focused control into sight, with a little air."""
        if not isValid(widget) or not widget.hasFocus():
            return
        area = scroll_area(widget)
        if area is not None:
            scroll_to(area, widget, air=self._look.dp(24))
        self._ring_round(widget)
