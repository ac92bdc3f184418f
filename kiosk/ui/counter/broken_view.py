"""The page about a defect: it says sorry, what has become of the visit, and the two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.troubles import Breakdown
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed, scrolling

_KEPT = {None: ("broken-keeping", Mood.INFO), True: ("broken-kept", Mood.SUCCESS), False: ("broken-unkept", Mood.ERROR)}


class BrokenView(QWidget):
    """`back`: go on with the visit as it stood before; `ended`: the next visitor."""

    back = Signal()
    ended = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(12)
        panel = Panel(kit, ground="error_panel", edge="error")
        self.title = GlyphLabel(kit, words("broken-title"), level=Level.TITLE, bold=True)
        self.kept, self.reference = Message(kit, level=Level.BODY), GlyphLabel(kit, level=Level.DENSE)
        self.go_on = Button(kit, words("broken-back"), rank=Rank.PRIMARY)
        self.end = Button(kit, words("broken-end"))
        for widget in (self.reference, GlyphLabel(kit, words("broken-how")), self.kept):
            panel.column.addWidget(widget)
        inside = column(self.title, panel, gap=gap, margins=(0, 0, kit.look.dp(16), 0))
        inside.addStretch(1)
        self.setLayout(
            column(scrolling(kit, holder(inside)), flow(self.go_on, self.end, gap=gap), gap=gap, margins=(0, 0, 0, gap))
        )
        pressed(self.go_on, self.back.emit)
        pressed(self.end, self.ended.emit)

    def present(self, broken: Breakdown) -> None:
        """Say how it stands; without a visit there is nothing to go on with."""
        words = self._kit.words
        key, mood = _KEPT[broken.kept]
        self.kept.set(words(key, slip=broken.slip or words("broken-no-slip")) if broken.visit else "", mood=mood)
        self.reference.set_text(words("broken-reference", code=broken.reference))
        self.go_on.setVisible(broken.visit)
        (self.go_on if broken.visit else self.end).setFocus(Qt.FocusReason.TabFocusReason)
