"""A file of the forms as its text, read only, at the line that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from kiosk.ui.native import bars
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit

_WRONG = QColor("#ffd7d7")


class FileView(QWidget):
    """Which file it is, and what it says."""

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        gap = kit.look.dp(8)
        self.title, self.text = GlyphLabel(kit, bold=True), QPlainTextEdit()
        self.hint = GlyphLabel(kit, kit.words("designer-file-hint"), level=Level.DENSE, ink="quiet")
        font = QFont(kit.look.font(Level.DENSE))
        font.setFamily("BIZ UDGothic")
        self.text.setFont(font)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        bars(self.text, look=kit.look)
        self.setLayout(column(self.title, self.hint, self.text, gap=gap, margins=(gap, gap, 0, 0)))

    def present(self, file: str, text: str, *, line: int = 0) -> None:
        """Show a file; with a line (1 first) at that one, marked."""
        self.title.set_text(file)
        self.text.setPlainText(text)
        self.text.setAccessibleName(file)
        block = self.text.document().findBlockByNumber(line - 1) if line else None
        marked = []
        if block is not None and block.isValid():
            cursor = QTextCursor(block)
            self.text.setTextCursor(cursor)
            self.text.centerCursor()
            mark = QTextEdit.ExtraSelection()
            mark.format.setBackground(_WRONG)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, bool(line))
            mark.cursor = cursor
            marked.append(mark)
        self.text.setExtraSelections(marked)
