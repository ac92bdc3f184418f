"""A page of the office that asks the Books port, and tells what is under way, what came of it, what is amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.book_ports import Books, ComparePage, DayPage


class AskingView(QWidget):
    """`wanted` carries what to ask of the port (kiosk.ui.office.book_ports.Books)."""

    wanted = Signal(object)

    def __init__(self, kit: Kit, *, title: str) -> None:
        super().__init__()
        self._kit = kit
        self.title = GlyphLabel(kit, title, level=Level.TITLE, bold=True)
        self.told = Message(kit)

    def ask(self, work: Callable[[Books], ComparePage | DayPage]) -> None:
        """Ask, and say that it is under way; the answer comes back as a page."""
        self.told.set(self._kit.words("office-looking"), mood=Mood.INFO)
        self.wanted.emit(work)

    def refuse(self, said: str) -> None:
        """It could not be done, and why."""
        self.told.set(said, mood=Mood.ERROR)
