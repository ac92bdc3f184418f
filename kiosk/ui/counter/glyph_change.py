"""Turns the letter before the cursor of a line into another shape of it, one after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.model.glyph import Glyph
from kiosk.ui.widgets.line import Line, letter_before


class GlyphChange:
    """The shapes of a letter stay known while one of them stands before the cursor, so that all come up in turn."""

    def __init__(self, glyphs: Callable[[str], Sequence[Glyph]]) -> None:
        self._glyphs = glyphs
        self.known: Sequence[Glyph] = ()

    def letter(self) -> str:
        """The letter before the cursor of the line that has the keyboard; empty where there is none."""
        line = self._line()
        return letter_before(line) if line is not None else ""

    def _line(self) -> Line | None:
        line = QApplication.focusWidget()
        shown = isinstance(line, Line) and line.echoMode() is QLineEdit.EchoMode.Normal
        return line if shown and isinstance(line, Line) else None

    def look(self) -> Sequence[Glyph]:
        """The shapes of that letter, itself among them."""
        letter = self.letter()
        if letter not in {each.text for each in self.known}:
            self.known = self._glyphs(letter) if letter else ()
        return self.known

    def onward(self) -> str:
        """The next shape takes its place; which one."""
        texts, letter = [each.text for each in self.look()], self.letter()
        if letter not in texts or len(texts) < 2:
            return letter
        self.put(texts[(texts.index(letter) + 1) % len(texts)])
        return self.letter()

    def put(self, text: str) -> None:
        """This shape takes its place, as if it had been typed."""
        line, letter = self._line(), self.letter()
        if line is None or not letter:
            return
        units = len(letter.encode("utf-16-le")) // 2
        line.setSelection(line.cursorPosition() - units, units)
        line.insert(text)
        line.textEdited.emit(line.text())

    def forget(self) -> None:
        """No letter of a name stays."""
        self.known = ()
