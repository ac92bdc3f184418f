"""案内に使うことば: in which language the resident takes the guide sheet home."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets.entries.listing import Combo
from kiosk.ui.widgets.lettering import letters


class LanguageChoice(Combo):
    """The languages of the guide sheet, each written as its speakers write it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, name=kit.words("language"))
        self._kit, self._short = kit, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    def show_language(self, language: str) -> None:
        """Show the language of the visit, Japanese when none was chosen; the list is read with the first visit."""
        if not self.count():
            self.addItems(list(self._kit.office.languages()))
            self.updateGeometry()
        if (language or self.itemText(0)) != self.currentText():
            self.setCurrentIndex(max(self.findText(language), 0))

    def shorten(self, *, on: bool) -> None:
        """The name of the language alone."""
        if on is not self._short:
            self._short = on
            self.updateGeometry()
            self.update()

    def _words(self) -> str:
        if self._short:
            return self.currentText()
        return self._kit.words("language-of-guide", language=self.currentText())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as what is chosen: the header has one line."""
        look, lettering = self._kit.look, letters(self._kit, Level.CHROME)
        return QSize(
            int(lettering.width(self._words())) + 2 + look.dp(58), max(look.dp(CONTROL), lettering.line + look.dp(8))
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never squeezed."""
        return self.sizeHint()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The names in the list are as large as the text."""
        self.view().setMinimumWidth(self._kit.look.px(Level.BODY) * 10)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Like the buttons beside it, with the sign that it opens."""
        painter, look = QPainter(self), self._kit.look
        self.draw_ground(painter)
        lettering = letters(self._kit, Level.CHROME)
        place = QRectF(look.dp(16), (self.height() - lettering.line) / 2, self.width(), lettering.line)
        lettering.draw(painter, place, self._words(), colour=look.colour("primary"))
