"""The page for forms that cannot be used: every problem with its file and line, and the way to read them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.base import Issue
    from kiosk.ui.kit import Kit

SHOWN = 40


class FaultyView(QWidget):
    """`again`: read the forms once more."""

    again = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(12)
        self.title = GlyphLabel(kit, words("faulty-title"), level=Level.TITLE, bold=True)
        self.panel = Panel(kit, ground="error_panel", edge="error")
        self.read_again = Button(kit, words("faulty-again"), rank=Rank.PRIMARY)
        inside = column(
            self.title, GlyphLabel(kit, words("faulty-how")), self.panel, gap=gap, margins=(0, 0, kit.look.dp(16), 0)
        )
        inside.addStretch(1)
        self.setLayout(column(scrolling(kit, holder(inside)), flow(self.read_again, gap=gap), gap=gap))
        pressed(self.read_again, self.again.emit)

    def present(self, issues: Sequence[Issue]) -> None:
        """The problems, the first of many."""
        empty(self.panel.column)
        for issue in issues[:SHOWN]:
            self.panel.column.addWidget(Message(self._kit, str(issue), level=Level.DENSE))
        if len(issues) > SHOWN:
            more = self._kit.words("faulty-more", n=len(issues) - SHOWN)
            self.panel.column.addWidget(Message(self._kit, more, level=Level.DENSE))
        self.read_again.setFocus(Qt.FocusReason.TabFocusReason)
