"""The terminal cannot be used: one page in every language, and the number that residents call."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.model.languages import ANSWERS
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.look import LobbyLook
from kiosk.ui.lobby.ports import Care
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Ground, column
from kiosk.words import Words


class ClosedView(Ground):
    """Lies over everything: the same sentence seven times, each in the letters of its own language, and the number.

    Without a number the sentence leads to a counter alone.
    """

    def __init__(self, kit: LobbyKit, window: QWidget, *, care: Care) -> None:
        super().__init__(kit, role="page")
        self.setParent(window)
        telephone = care.telephone
        key = "lobby-closed-call" if telephone else "lobby-closed"
        self.lines = [_line(kit, care.told(language), key) for language in ANSWERS]
        self.number = GlyphLabel(kit, telephone, level=Level.NUMBER, bold=True, wrap=False)
        self.number.setVisible(bool(telephone))
        side = kit.look.dp(40)
        box = column(*self.lines, self.number, gap=kit.look.dp(18), margins=(side, side, side, side))
        box.insertStretch(0, 1)
        box.addStretch(1)
        self.setLayout(box)
        self.setAccessibleName("\n".join((*(line.text for line in self.lines), telephone)))
        self.hide()


def _line(kit: LobbyKit, words: Words, key: str) -> GlyphLabel:
    look = LobbyLook()
    look.speak(words.language)
    return GlyphLabel(replace(kit, look=look, words=words), words(key), level=Level.BODY, bold=words.language == "ja")
