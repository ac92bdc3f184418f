"""画面を隠す: nothing but one sentence, until the same key brings the desk back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Ground, column, pressed

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit


class HiddenPage(Ground):
    """`left` when its one button was pressed."""

    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="page")
        words, gap = kit.words, kit.look.dp(16)
        self.title = GlyphLabel(kit, words("staff-hidden"), level=Level.TITLE, bold=True, wrap=False)
        self.how = GlyphLabel(kit, words("staff-hidden-how"), level=Level.DENSE, ink="quiet", wrap=False)
        self.back = Button(kit, words("staff-hidden-act"), rank=Rank.PRIMARY)
        pressed(self.back, self.left.emit)
        inside = column(gap=gap)
        inside.addStretch(1)
        for widget in (self.title, self.how, self.back):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        self.setLayout(inside)
