"""中断: where it is asked whether a visit is to be thrown away it can also wait, with a note for who goes on."""

from PySide6.QtCore import Qt, Signal

from kiosk.model.audit import reason
from kiosk.model.base import Issue
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entries.line import Line
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Panel, holder, pressed, row


class AsidePanel(Panel):
    """`chosen` carries the note, which may be empty; one that cannot be kept is told, and what was typed stays."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ground="warning_panel", edge="warning", pad=8)
        words = kit.words
        self.note, self.aside = Line(kit, name=words("aside-note")), Button(kit, words("aside"), level=Level.DENSE)
        self.issue = Message(kit)
        self.column.addWidget(GlyphLabel(kit, words("aside-note"), level=Level.DENSE))
        self.column.addWidget(holder(row(self.note, self.aside, gap=kit.look.dp(12))))
        self.column.addWidget(self.issue)
        self.note.entered.connect(self._choose)
        pressed(self.aside, self._choose)
        self.hide()

    def ask(self, *, write: bool) -> None:
        """Show it; with `write` the keyboard goes where the note is written."""
        self.note.clear()
        self.issue.set("")
        self.show()
        if write:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self) -> None:
        note = self.note.text().strip()
        said = reason(note) if note else ""
        if isinstance(said, Issue):
            self.issue.set(str(said))
            self.note.setFocus()
        else:
            self.chosen.emit(said)
