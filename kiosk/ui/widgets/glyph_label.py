"""Words on the glass that wrap, keep their line height and show every name as it is written."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import letters


class GlyphLabel(QWidget):
    """One text at one level, in the colour of a palette role; wraps unless told not to, never elides."""

    def __init__(
        self,
        kit: Kit,
        text: str = "",
        *,
        level: Level = Level.BODY,
        bold: bool = False,
        ink: str = "text",
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self._kit, self._level, self._bold, self._ink, self.wraps = kit, level, bold, ink, wrap
        self._text, self._lettering = "", letters(kit, level, bold=bold)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_text(text)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def set_text(self, text: str, *, ink: str = "") -> None:
        """Show other words, perhaps in another role's colour."""
        if text == self._text and ink in {"", self._ink}:
            return
        self._text, self._ink = text, ink or self._ink
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_level(self, level: Level) -> None:
        """Other letters."""
        if level is not self._level:
            self._level, self._lettering = level, letters(self._kit, level, bold=self._bold)
            self.updateGeometry()
            self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size and the theme."""
        if event.type() == QEvent.Type.FontChange and self._lettering.px != self._kit.look.px(self._level):
            self._lettering = letters(self._kit, self._level, bold=self._bold)
            self.updateGeometry()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Wrapping texts are taller when narrower."""
        return self.wraps

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height in pixels of the wrapped text."""
        return self._lettering.height(self._text, width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The text on as few lines as it has."""
        lines = self._text.count("\n") + 1
        return QSize(int(self._lettering.width(self._text)) + 2, lines * self._lettering.line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wrapping texts can become four letters narrow."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 4 * self._lettering.px), self._lettering.line) if self.wraps else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the words."""
        painter = QPainter(self)
        colour = self._kit.look.colour(self._ink)
        width = self.width() if self.wraps else self.width() + 2
        self._lettering.draw(painter, QRectF(0, 0, width, self.height()), self._text, colour=colour)
