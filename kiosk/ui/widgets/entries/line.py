"""A question that is answered in one line: words, names, kana, dates, numbers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.lettering import has_selector
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.model.vocabulary import Type

_DIGITS = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
_FIGURES = {"date", "int", "digits", "phone"}
"""Typed as they are in whatever mode the input method is: of hints Qt 6 tells an IBus nothing."""
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


class LineEntry(Entry):
    """A line, and under a name with variant letters the name as it will be printed."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit)
        self.line = Line(kit, name=view.ask or view.label, letters=_WIDTHS.get(view.type.value, 0))
        self.line.setInputMethodHints(hints(view.type))
        self.line.figures = view.type.value in _FIGURES
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
