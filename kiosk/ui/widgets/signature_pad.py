"""A place to write one's name with pen, finger or mouse; strokes are kept in millimetres."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.model.fact import Signature
from kiosk.ui.kit import Kit

WIDTH_MM, HEIGHT_MM = 120.0, 36.0


class SignaturePad(QWidget):
    """120 × 36 mm on the glass where there is room, else smaller in proportion. `changed` after every stroke.

    A signature that stands is shown and cannot be written into until it is cleared.
    """

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._strokes: list[list[tuple[float, float]]] = []
        self._drawing, self.standing = False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(kit.words("sign-pad"))
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Real millimetres."""
        px = self._kit.look.ppi / 25.4
        return QSize(int(WIDTH_MM * px), int(HEIGHT_MM * px))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Half as wide."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    @property
    def _scale(self) -> float:
        return self._kit.look.ppi / 25.4

    @property
    def written(self) -> bool:
        """Whether anything has been written."""
        return any(len(stroke) > 1 for stroke in self._strokes)

    def signature(self) -> Signature:
        """The strokes in millimetres from the pad's top left corner."""
        strokes = tuple(tuple(stroke) for stroke in self._strokes if len(stroke) > 1)
        return Signature(strokes=strokes, width=self.width() / self._scale, height=self.height() / self._scale)

    def show_signature(self, signature: Signature) -> None:
        """Show the signature that stands, as large as the pad allows."""
        room = (self.sizeHint().width() / self._scale, self.sizeHint().height() / self._scale)
        times = min(room[0] / max(signature.width, 1.0), room[1] / max(signature.height, 1.0))
        self._strokes = [[(x * times, y * times) for x, y in stroke] for stroke in signature.strokes]
        self._drawing, self.standing = False, True
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def clear(self) -> None:
        """Begin again."""
        self._strokes, self._drawing, self.standing = [], False, False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.update()
        self.changed.emit()

    def _begin(self, at: QPointF) -> None:
        if self.standing:
            return
        self._drawing = True
        self._strokes.append([self._mm(at)])

    def _move(self, at: QPointF) -> None:
        if self._drawing:
            self._strokes[-1].append(self._mm(at))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.changed.emit()

    def _mm(self, at: QPointF) -> tuple[float, float]:
        x, y = min(max(at.x(), 0.0), float(self.width())), min(max(at.y(), 0.0), float(self.height()))
        return (round(x / self._scale, 2), round(y / self._scale, 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A stroke begins (a finger arrives as a mouse)."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The stroke goes on."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The stroke ends."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        """A pen draws the same strokes."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._move(event.position())
            case QEvent.Type.TabletRelease:
                self._end()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The ground of the page, a line to write on, the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._kit.look.colour("page"))
        painter.setPen(QPen(self._kit.look.colour("line" if self.standing else "border"), 1 if self.standing else 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if not self.standing:
            base = round(self.height() * 0.78)
            painter.setPen(QPen(self._kit.look.colour("line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(24, base, self.width() - 24, base)
        pen = QPen(self._kit.look.colour("text"), 0.7 * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))

    def _path(self, stroke: list[tuple[float, float]]) -> QPainterPath:
        points = [QPointF(x * self._scale, y * self._scale) for x, y in stroke]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        return path
