"""A decision that needs a reason: one line and one button; a reason that cannot be kept is told beside the line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import column


class ReasonLine(QWidget):
    """`given` carries the reason; `optional`: it may be left out, and is then empty. What was typed stays."""

    given = Signal(str)

    def __init__(self, kit: Kit, *, label: str, sure: str, optional: bool = False) -> None:
        super().__init__()
        self._optional = optional
        self.line, self.issue = Line(kit, name=label), Message(kit)
        self.sure = Button(kit, sure, level=Level.DENSE)
        asked, gap = GlyphLabel(kit, label, level=Level.DENSE, bold=True), kit.look.dp(4)
        self.setLayout(column(asked, self.issue, self.line, flow(self.sure, gap=gap), gap=gap))
        self.line.entered.connect(self._give)
        self.sure.clicked.connect(lambda *_: self._give())

    def ask(self) -> None:
        """Empty, with the keyboard in it."""
        self.wipe()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wipe(self) -> None:
        """Nothing of what was typed stays."""
        self.line.clear()
        self.issue.set("")

    def _give(self) -> None:
        from kiosk.model.audit import note, reason  # a window opens without them
        from kiosk.model.base import Issue

        text = self.line.text().strip()
        said = note(text) if self._optional else reason(text)
        if isinstance(said, Issue):
            self.issue.set(str(said))
            self.line.setFocus()
        else:
            self.issue.set("")
            self.given.emit(said)
