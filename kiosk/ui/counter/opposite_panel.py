"""The drawer of the resident's screen: open it, hand a question over, put a phrase on it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.opposite import PHRASES, Opposite
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, holder, indented, pressed, scrolling


class OppositePanel(QWidget):
    """`toggled` the screen, `handed` the question that the clerk is at over or back, `put` a phrase (empty: none)."""

    toggled = Signal()
    handed = Signal()
    put = Signal(str)

    def __init__(self, kit: Kit, opposite: Opposite) -> None:
        super().__init__()
        self._kit, words, gap = kit, kit.words, kit.look.dp(10)
        spoken = opposite.sentences("ja")
        self.open, self.hand = Button(kit, words("opposite-open")), Button(kit, words("opposite-hand"))
        self.said = Message(kit, mood=Mood.INFO)
        self.off = Button(kit, words("opposite-phrase-off"), level=Level.DENSE)
        self.phrases = {key: Button(kit, spoken(f"resident-phrase-{key}"), level=Level.DENSE) for key in PHRASES}
        pressed(self.open, self.toggled.emit)
        pressed(self.hand, self.handed.emit)
        pressed(self.off, lambda: self.put.emit(""))
        for key, button in self.phrases.items():
            pressed(button, partial(self.put.emit, key))
        how = GlyphLabel(kit, words("opposite-how"), level=Level.DENSE, ink="quiet")
        head = GlyphLabel(kit, words("opposite-phrases"), bold=True)
        acts = flow(self.open, self.hand, gap=gap)
        inside = column(how, acts, self.said, head, *self.phrases.values(), self.off, gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, words("opposite-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))

    def show_state(self, *, is_open: bool, handed: bool, said: str = "") -> None:
        """Whether the screen is open, and whether the question is with the resident; `said` what there is to know."""
        words = self._kit.words
        self.open.set_text(words("opposite-close" if is_open else "opposite-open"))
        self.hand.set_text(words("opposite-take" if handed else "opposite-hand"))
        self.hand.setVisible(is_open)
        self.said.set(said or (words("opposite-handed") if handed else ""), mood=Mood.INFO)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.hand if not self.hand.isHidden() else self.open
