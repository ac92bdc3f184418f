"""One line to type into; letters are counted as people count them."""

import re
import unicodedata

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from kiosk.ui.kit import Kit
from kiosk.ui.native import frame, unfilled
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets.lettering import clusters, has_selector

_FIGURES = re.compile(r"[A-Za-z]?[0-9.。/・ー-]*[0-9.。/・ー-]")
"""Digits, what parts them on a keyboard in kana mode too, and before them the letter of an era."""
_SIGNS = str.maketrans("。・ー", "./-")


class Line(QLineEdit):
    """A line edit that deletes whole letters and tells when Enter was pressed or it was left.

    With `figures`, digits and what stands between them are taken as they are typed, whatever the input method would
    make of them; words (不詳) are still converted.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, kit: Kit, *, name: str = "", letters: int = 0) -> None:
        super().__init__()
        self._kit, self._letters, self._wrong, self.figures = kit, letters, False, False
        self._taken = ""
        self.setAccessibleName(name)
        self.setFrame(False)
        unfilled(self)
        side = kit.look.dp(8) + 1
        self.setTextMargins(side, 0, side, 0)
        wide = QSizePolicy.Policy.Maximum if letters else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)

    def mark(self, *, wrong: bool) -> None:
        """Show whether what stands here cannot be read."""
        if wrong is not self._wrong:
            self._wrong = wrong
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground and edge, then the words."""
        with QPainter(self) as painter:
            edge, thick = ("error", 2) if self._wrong else ("border", 1)
            frame(painter, self, look=self._kit.look, edge=edge, thick=thick)
        super().paintEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the letters expected, as high as a control."""
        look = self._kit.look
        width = (self._letters or 16) * look.px(Level.BODY) + look.dp(24)
        return QSize(width, max(look.dp(CONTROL), look.line(Level.BODY)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Six letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 6 * self._kit.look.px(Level.BODY)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on; Backspace removes a letter with its variation selector; what was typed here is taken back
        first, and what was done before by whoever has the page.
        """
        if self._passes_on(event):
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.hasSelectedText():
            self._select_letter()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Figures do not wait to be converted; of what an input method says again, only the rest is taken."""
        waits = unicodedata.normalize("NFKC", event.preeditString())
        if self.figures and _FIGURES.fullmatch(waits):
            rest, self._taken = waits.removeprefix(self._taken), waits
            taken = QInputMethodEvent()
            taken.setCommitString(rest.translate(_SIGNS))
            super().inputMethodEvent(taken)
            QGuiApplication.inputMethod().reset()
            return
        self._taken = ""
        super().inputMethodEvent(event)

    def _passes_on(self, event: QKeyEvent) -> bool:
        back, onward = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        return (back and not self.isUndoAvailable()) or (onward and not self.isRedoAvailable())

    def _select_letter(self) -> None:
        letter = letter_before(self)
        if has_selector(letter):
            units = len(letter.encode("utf-16-le")) // 2
            self.setSelection(self.cursorPosition() - units, units)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """It was left."""
        super().focusOutEvent(event)
        self.left.emit()


def letter_before(line: QLineEdit) -> str:
    """The letter before the cursor, with the selector that belongs to it; empty at the beginning."""
    before = clusters(_utf16(line.text(), line.cursorPosition()))
    return before[-1] if before else ""


def _utf16(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
