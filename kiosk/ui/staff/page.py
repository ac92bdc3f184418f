"""A page of the cover: a few lines to fill, keys on the glass beside them, and one button that goes on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.focus import scroll_to
from kiosk.ui.staff.keys import StaffKeys
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout, flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, holder, pressed, row, scrolling

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit

_PLAIN = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText


@dataclass(frozen=True)
class Blank:
    """A line: the key of its words, whether it is shown as dots, whether it is typed in Japanese."""

    word: str
    secret: bool = False
    japanese: bool = False
    most: int = 0


class FieldsPage(QWidget):
    """`entered` when the last line is filled and Enter or the button pressed; `left` when the second button was."""

    entered = Signal()
    left = Signal()

    def __init__(self, kit: Kit, blanks: tuple[Blank, ...], *, name: str, back: str = "") -> None:
        super().__init__()
        self._kit, words = kit, kit.words
        self.title = GlyphLabel(kit, words(f"{name}-title"), level=Level.TITLE, bold=True)
        self.how = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.said = Message(kit)
        self.lines = {blank.word: self._line(blank) for blank in blanks}
        self.act = Button(kit, words(f"{name}-act"), rank=Rank.PRIMARY)
        self.back = Button(kit, words(back)) if back else None
        self.keys = StaffKeys(kit, press=self._press, delete=self._delete)
        self.practice = FlowLayout(gap=kit.look.dp(12))
        pressed(self.act, self._try)
        self._arrange()

    def _line(self, blank: Blank) -> Line:
        line = Line(self._kit, name=self._kit.words(blank.word), letters=12)
        if blank.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        if not blank.japanese:
            line.setInputMethodHints(_PLAIN)
        line.setMaxLength(blank.most or 40)
        line.entered.connect(lambda: self._next(line))
        return line

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(12)
        parts: list[QWidget] = [self.title, self.how, self.said]
        for word, line in self.lines.items():
            name = GlyphLabel(kit, kit.words(word), level=Level.DENSE, bold=True)
            parts.append(holder(column(name, line, gap=kit.look.dp(4))))
        buttons = [self.act]
        if self.back is not None:
            pressed(self.back, self.left.emit)
            buttons.append(self.back)
        self.inside = column(*parts, flow(*buttons, gap=gap), holder(self.practice), gap=gap, margins=AIR)
        self.inside.addStretch(1)
        self._area, side = scrolling(kit, holder(self.inside)), kit.look.dp(24)
        whole = row(self._area, self.keys, gap=side)
        whole.setStretch(0, 3)
        whole.setStretch(1, 2)
        self.setLayout(whole)

    # ---- what stands in the lines ------------------------------------------------------------------------------------
    def typed(self, word: str) -> str:
        """What stands in a line."""
        return self.lines[word].text()

    def wipe(self) -> None:
        """Nothing stays; the keyboard is at the beginning."""
        for line in self.lines.values():
            line.clear()
        self.keys.turn(lettered=False)
        self.say("")

    def say(self, text: str, *, mood: Mood = Mood.ERROR, at: str = "") -> None:
        """Say what is wrong, in place of how it goes; perhaps with a line: the keyboard goes there, and it is seen."""
        self.said.set(text, mood=mood)
        appear(self.how, on=not text)
        if at:
            self.lines[at].setFocus()
            self.lines[at].selectAll()
            QTimer.singleShot(0, self, partial(self._reveal, self.lines[at]))

    def _reveal(self, line: Line) -> None:
        scroll_to(self._area, line, air=self._kit.look.dp(24))

    def first(self) -> Line:
        """The first line that is empty, else the last."""
        lines = list(self.lines.values())
        return next((line for line in lines if not line.text()), lines[-1])

    def _next(self, line: Line) -> None:
        """Enter: the next line, from the last on with all of them; an empty line is not left behind."""
        lines = list(self.lines.values())
        at = lines.index(line)
        if not line.text():
            return
        if at + 1 < len(lines):
            lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._try()

    def _try(self) -> None:
        if self.complete():
            self.entered.emit()

    def complete(self) -> bool:
        """Whether every line is filled; the keyboard goes to the first that is not."""
        empty = next((line for line in self.lines.values() if not line.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.TabFocusReason)
        return empty is None

    # ---- keys on the glass -------------------------------------------------------------------------------------------
    def _target(self) -> Line:
        return next((line for line in self.lines.values() if line.hasFocus()), self.first())

    def _press(self, letter: str) -> None:
        line = self._target()
        line.insert(letter)
        line.setFocus()

    def _delete(self) -> None:
        line = self._target()
        line.backspace()
        line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What is typed while a key or a button has the keyboard belongs into the lines."""
        if event.text().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._press(event.text())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "lines"):
            for line in self.lines.values():
                line.updateGeometry()
        super().changeEvent(event)
