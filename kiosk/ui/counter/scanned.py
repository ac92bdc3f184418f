"""What a scanner types where nothing is being typed: a whole line that begins with a known mark, and nothing else."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class ScanCatcher(QObject):
    """`scanned` carries a line that begins with one of the marks, without its end.

    From the first letter of the mark on, keys are kept from the page (a digit of a code is no choice of an event);
    what turns out to be no code is forgotten: where this is used nothing else takes letters.
    """

    scanned = Signal(str)

    def __init__(self, *marks: str) -> None:
        super().__init__()
        self._marks, self._line = marks, ""

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key press belongs to a scanned line; the end of the line emits it."""
        if self._line and event.key() in _ENDS:
            line, self._line = self._line, ""
            if line.startswith(self._marks):
                self.scanned.emit(line)
            return True
        text = event.text().upper()
        if not text:
            return bool(self._line)  # Shift alone is part of a scanned letter
        line = self._line + text
        begun = any(mark.startswith(line[: len(mark)]) for mark in self._marks)
        fits = begun and text.isascii() and (text.isalnum() or (text == "-" and bool(self._line)))
        self._line = line if fits else ""
        return fits
