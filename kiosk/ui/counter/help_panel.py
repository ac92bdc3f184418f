"""Help on one page: the keys, how answers are typed, and what the signs mean."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import AIR, column, holder, indented, scrolling

_MORE = ("aside", "purposes", "register", "zone", "search")
_REST = ("enter", "tab", "arrows", "digits", "form", "esc", "text", "outbox", "hide", "lock")
KEYS = (*(f"f{number}" for number in range(1, 13)), *_MORE, *_REST)
TYPING = ("date", "kana", "address", "hold", "paper")


class HelpPanel(QWidget):
    """Static words."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words, gap = kit.words, kit.look.dp(12)
        keys, typing = FactsList(kit), FactsList(kit)
        keys.show_rows([(words(f"help-{key}-key"), words(f"help-{key}")) for key in KEYS])
        typing.show_rows([(words(f"help-{way}-key"), words(f"help-{way}")) for way in TYPING])
        heads = [GlyphLabel(kit, words(f"help-{part}-title"), bold=True) for part in ("keys", "typing")]
        inside = column(heads[0], keys, heads[1], typing, gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, words("help-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))
