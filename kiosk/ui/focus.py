"""The focus ring: black outside, yellow inside, outside the control so that it never covers words."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QStyleOption, QTableView, QWidget

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


class FocusRing(QFocusFrame):
    """Black 4 dp at an offset of 2, with 2 dp of yellow inside (contrast 3:1 on any ground)."""

    def __init__(self, parent: QWidget, *, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("ring")
        self._style = _RingStyle(margin=look.dp(6))
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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


class FocusGuide(QObject):
    """Moves the ring to whatever has the keyboard focus inside one window."""

    def __init__(self, window: QWidget, *, look: Look) -> None:
        super().__init__(window)
        self._window, self.ring = window, FocusRing(window, look=look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002 - the signal's shape
        inside = now is not None and self._window.isAncestorOf(now) and not isinstance(now, QTableView)
        self.ring.setWidget(now if inside and now is not None else None)  # type: ignore[arg-type]  # the stub forgets None
