"""研修 over a whole window: so faint that all is read through it, so often that no picture of it goes without."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import Lettering, letters

_TRACE, _SLOPE, _LARGE = 0.07, -24, 2.5
_ACROSS, _DOWN = 13, 6  # from one to the next, in heights of the letters


class TrainingMark(QWidget):
    """Lies over `window` and takes neither mouse nor keyboard."""

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self._cover(window)

    def _cover(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay as large as the window, and above what is added to it."""
        window = self.parentWidget()
        if watched is window and event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.Show}:
            self._cover(window)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The word over and over, slanting, each row half a step beside the one above."""
        painter, word = QPainter(self), letters(self._kit, Level.TITLE, bold=True)
        across, down = round(word.px * _ACROSS), round(word.px * _DOWN)
        painter.setOpacity(_TRACE)
        for row, y in enumerate(range(down // 2, self.height() + down, down)):
            for x in range(-(row % 2) * across // 2, self.width(), across):
                self._draw(painter, word, x, y)

    def _draw(self, painter: QPainter, word: Lettering, x: int, y: int) -> None:
        said = self._kit.words("training-mark")
        painter.save()
        painter.translate(x, y)
        painter.rotate(_SLOPE)
        painter.scale(_LARGE, _LARGE)
        word.draw(painter, QRectF(0, 0, word.width(said) + 2, word.line), said, colour=self._kit.look.colour("text"))
        painter.restore()
