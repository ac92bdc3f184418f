"""One line to type into: words, names, kana, dates, numbers; letters are counted as people count them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.native import frame, unfilled
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.lettering import clusters, has_selector
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.model.vocabulary import Type

_DIGITS = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
_HINTS = {
    "date": _DIGITS,
    "int": Qt.InputMethodHint.ImhDigitsOnly,
    "digits": Qt.InputMethodHint.ImhDigitsOnly,
    "phone": Qt.InputMethodHint.ImhDialableCharactersOnly,
}
_WIDTHS = {"date": 14, "int": 6, "digits": 14, "phone": 12}


def hints(kind: Type) -> Qt.InputMethodHint:
    """What the input method is told of a value of this type (the first page needs a line, and knows no types)."""
    return _HINTS.get(kind.value, Qt.InputMethodHint.ImhNone)


class Line(QLineEdit):
    """A line edit that deletes whole letters and tells when Enter was pressed or it was left."""

    entered = Signal()
    left = Signal()

    def __init__(self, kit: Kit, *, name: str = "", letters: int = 0) -> None:
        super().__init__()
        self._kit, self._letters, self._wrong = kit, letters, False
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
        """Enter goes on; Backspace removes a letter with its variation selector."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.hasSelectedText():
            self._select_letter()
        super().keyPressEvent(event)

    def _select_letter(self) -> None:
        before = clusters(_utf16(self.text(), self.cursorPosition()))
        if before and has_selector(before[-1]):
            units = len(before[-1].encode("utf-16-le")) // 2
            self.setSelection(self.cursorPosition() - units, units)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """It was left."""
        super().focusOutEvent(event)
        self.left.emit()


def _utf16(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


class LineEntry(Entry):
    """A line, and under a name with variant letters the name as it will be printed."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit)
        self.line = Line(kit, name=view.ask or view.label, letters=_WIDTHS.get(view.type.value, 0))
        self.line.setInputMethodHints(hints(view.type))
        self._lines = column(self.line, gap=kit.look.dp(4))
        self.setLayout(self._lines)
        self._dirty = False
        self._view = view
        self.line.textEdited.connect(self._typed)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._leave)

    def first(self) -> QWidget:
        """The line."""
        return self.line

    @property
    def busy(self) -> bool:
        """Typing has begun and Enter has not been pressed."""
        return self._dirty and self.line.hasFocus()

    def present(self, view: QuestionView) -> None:
        """Show the text; while it is being typed only the look changes."""
        self._view = view
        if not self.busy and self.line.text() != view.text:
            self.line.setText(view.text)
        self._show_written(self.line.text())
        self.line.mark(wrong=view.state is QuestionState.WRONG and not self.busy)

    @cached_property
    def written(self) -> GlyphLabel:
        """The name as it will be printed; few names need it."""
        label = GlyphLabel(self.kit, level=Level.HEAD)
        self._lines.addWidget(label)
        return label

    def _show_written(self, text: str) -> None:
        variant = has_selector(text)
        if variant:
            self.written.set_text(self.kit.words("name-as-printed", name=text))
        if variant or "written" in self.__dict__:
            self.written.setVisible(variant)

    def _typed(self, text: str) -> None:
        self._dirty = True
        self.typing.emit(text)

    def _enter(self) -> None:
        self._end()
        self.entered.emit()

    def _leave(self) -> None:
        if self._dirty:
            self._end()

    def _end(self) -> None:
        """Typing has ended: words that could not be read while it went on are what was said."""
        self._dirty = False
        if self._view.state is QuestionState.WRONG:
            self.said.emit(self.line.text())
        self.present(self._view)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange:
            self.line.updateGeometry()
        super().changeEvent(event)
