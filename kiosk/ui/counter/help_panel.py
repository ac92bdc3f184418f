"""Help on one page: the keys, how answers are typed, and what the signs mean."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import AIR, column, holder, indented, pressed, scrolling

_MORE = ("rewind", "aside", "purposes", "register", "all", "zone", "search")
_REST = ("glyph", "enter", "tab", "arrows", "digits", "form", "esc", "text", "outbox", "hide", "lock")
KEYS = (*(f"f{number}" for number in range(1, 13)), *_MORE, *_REST)
TYPING = ("date", "kana", "address", "hold", "paper")


class HelpPanel(QWidget):
    """Static words, and for who has no keyboard the ways back and forth; `rewound` carries whether it is forth."""

    rewound = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words, gap = kit.words, kit.look.dp(12)
        keys, typing = FactsList(kit), FactsList(kit)
        every = (*KEYS, *(("training",) if kit.trainer else ()), *(("opposite",) if kit.opposite else ()))
        keys.show_rows([(words(f"help-{key}-key"), words(f"help-{key}")) for key in every])
        typing.show_rows([(words(f"help-{way}-key"), words(f"help-{way}")) for way in TYPING])
        heads = [GlyphLabel(kit, words(f"help-{part}-title"), bold=True) for part in ("keys", "typing")]
        inside = column(heads[0], keys, heads[1], typing, gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, words("help-title"), level=Level.HEAD, bold=True)
        self.back, self.onward = (Button(kit, words(f"rewind-{way}"), level=Level.DENSE) for way in ("back", "onward"))
        ways = flow(self.back, self.onward, gap=gap)
        self.setLayout(column(indented(title), indented(ways), scrolling(kit, holder(inside)), gap=gap))
        for button, onward in ((self.back, False), (self.onward, True)):
            pressed(button, partial(self.rewound.emit, onward))
