"""紙を取り込む: which file, under which number, with which name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.fields import Field
from kiosk.ui.designer.paper_line import PaperLine
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, holder, pressed, scrolling

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.ui.designer.kit import DesignKit

_NUMBERED = re.compile(r"F(\d+)")
_ID = re.compile(r"[A-Z][A-Za-z0-9]{1,11}")


class ImportPanel(QWidget):
    """`wanted` carries the file, the number and the name; `left` says that nothing is taken in."""

    wanted = Signal(object, str, str)
    left = Signal()

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self.title = GlyphLabel(kit, words("designer-import-title"), bold=True)
        self.hint = GlyphLabel(kit, words("designer-import-hint"), level=Level.DENSE, ink="quiet")
        self.file, self.id = PaperLine(kit, words("designer-file")), Field(kit, words("designer-id"), letters=8)
        self.name = Field(kit, words("designer-title"))
        self.go = Button(kit, words("designer-import-go"), rank=Rank.PRIMARY)
        self.back = Button(kit, words("designer-import-back"))
        self.told = Message(kit)
        parts = (self.title, self.hint, self.file, self.id, self.name, self.told)
        body = column(*parts, flow(self.go, self.back, gap=gap), gap=gap, margins=(gap, gap, gap, gap))
        body.addStretch(1)
        self.setLayout(column(scrolling(kit, holder(body)), gap=0))
        self.file.chosen.connect(self._chosen)
        pressed(self.go, self._go)
        pressed(self.back, self.left.emit)

    def begin(self, forms: Collection[str]) -> None:
        """Empty, with the number behind the highest of the forms that there are."""
        numbers = [int(found[1]) for form in forms if (found := _NUMBERED.fullmatch(form))]
        for field in (self.file.field, self.name):
            field.present("")
        self.id.present(f"F{max(numbers, default=0) + 1}")
        self.told.set("")
        self.file.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, name: str) -> None:
        if not self.name.line.text():
            self.name.line.setText(Path(name).stem)

    def _go(self) -> None:
        file, number, name = self.file.text, self.id.line.text().strip(), self.name.line.text().strip()
        words = self._kit.words
        if not file:
            self.file.field.refuse(words("designer-empty"))
        elif not _ID.fullmatch(number):
            self.id.refuse(words("designer-id-wrong"))
        elif not name:
            self.name.refuse(words("designer-empty"))
        else:
            self.told.set(words("designer-importing"), mood=Mood.INFO)
            self.wanted.emit(Path(file), number, name)

    def refuse(self, why: str) -> None:
        """The paper cannot be taken in."""
        self.told.set(why, mood=Mood.ERROR)
