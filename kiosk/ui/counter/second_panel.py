"""別の職員の確認: what a second member of staff looks at before a visit is confirmed, and their number and PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.flow.actions import Confirm
from kiosk.ui.office.second_line import SecondLine
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from kiosk.flow.pages import CounterPage
    from kiosk.ui.kit import Kit


class SecondPanel(Panel):
    """`acted` carries the Confirm once somebody else has looked."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="warning")
        words = kit.words
        self._page: tuple[object, ...] = ()
        self.what = GlyphLabel(kit, bold=True)
        self.rows = GlyphLabel(kit, level=Level.DENSE)
        self.line = SecondLine(kit, sure=words("second-sure"))
        self.column.addWidget(GlyphLabel(kit, words("second-title"), level=Level.HEAD, bold=True))
        self.column.addWidget(GlyphLabel(kit, words("second-how"), level=Level.DENSE, ink="quiet"))
        for thing in (self.what, self.line, self.rows):
            self.column.addWidget(thing)
        self.line.given.connect(self._looked)
        self.hide()

    def present(self, page: CounterPage) -> None:
        """What was looked at is not what stands there now: it is asked anew."""
        told = (page.groups, page.second)
        if told != self._page:
            self._page = told
            self.wipe()

    def ask(self, page: CounterPage) -> None:
        """Show what is to be looked at, with the keyboard on the number."""
        words = self._kit.words
        names = words("list-between").join(page.second)
        self.what.set_text(words("second-what", names=names))
        lines = (
            line
            for group in page.groups
            for line in (group.label, *(words("second-row", label=row.label, text=row.text) for row in group.rows))
        )
        self.rows.set_text("\n".join(lines))
        self.show()
        self.line.ask()

    def wipe(self) -> None:
        """Nothing of what was shown or typed stays."""
        self.line.wipe()
        self.what.set_text("")
        self.rows.set_text("")
        self.hide()

    def _looked(self, number: str) -> None:
        self.wipe()
        self.acted.emit(Confirm(checked_by=number))
