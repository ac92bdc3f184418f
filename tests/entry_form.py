"""A system that takes no file: a small window in which somebody types, and which keeps what was typed.

`python -m tests.entry_form FILE WORD`: each field in a line of its own, ctrl+s to take it. It refuses, once, what
has WORD in a field. Told by its titles: 異動入力, 登録完了, 入力エラー; Return leads back from the last two.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

ENTRY, DONE, REFUSED = "異動入力", "登録完了", "入力エラー"
FIELDS = 6


class EntryForm(QWidget):
    def __init__(self, kept: Path, word: str) -> None:
        super().__init__()
        self.kept, self.word = kept, word
        self.fields = [QLineEdit() for _ in range(FIELDS)]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        for field in self.fields:
            layout.addWidget(field)
        self.begin()

    def begin(self) -> None:
        for field in self.fields:
            field.clear()
            field.setEnabled(True)
        self.fields[0].setFocus()
        self.setWindowTitle(ENTRY)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name Qt gives it
        if self.windowTitle() != ENTRY:
            if event.key() == Qt.Key.Key_Return:
                self.begin()
        elif event.key() == Qt.Key.Key_S and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()

    def take(self) -> None:
        said = [field.text() for field in self.fields]
        refused = bool(self.word) and any(self.word in text for text in said)
        if refused:
            self.word = ""
        else:
            with self.kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(said) + "\n")
        for field in self.fields:
            field.setEnabled(False)
        self.setFocus()
        self.setWindowTitle(REFUSED if refused else DONE)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    form = EntryForm(Path(sys.argv[1]), sys.argv[2])
    form.show()
    form.activateWindow()
    app.exec()
