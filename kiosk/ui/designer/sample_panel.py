"""見本: the invented resident with whom the form is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.fields import Pick
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Person, Sheet


class SamplePanel(QWidget):
    """`meant` carries the id of the person; empty for nobody."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self.person = Pick(kit, words("designer-person"))
        self.told = Message(kit, mood=Mood.INFO)
        self.filled = GlyphLabel(kit, level=Level.DENSE)
        hint = GlyphLabel(kit, words("designer-person-hint"), level=Level.DENSE, ink="quiet")
        self.setLayout(column(self.person, self.told, self.filled, hint, gap=gap))
        self.person.meant.connect(self.meant.emit)

    def offer(self, people: tuple[Person, ...]) -> None:
        """Who there is."""
        nobody = ("", self._kit.words("designer-nobody"))
        self.person.offer([nobody, *((person.id, person.title) for person in people)])
        self.person.present("")

    def present(self, sheet: Sheet) -> None:
        """How far the person's visit fills the form."""
        words = self._kit.words
        if sheet.sample is None:
            self.filled.set_text("")
            self.told.set(words("designer-unneeded") if self.person.code else "", mood=Mood.INFO)
            return
        self.told.set("")
        self.filled.set_text(words("designer-filled", filled=sheet.sample.filled, total=len(sheet.sample.boxes)))
