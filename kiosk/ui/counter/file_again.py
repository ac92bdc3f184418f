"""出し直し in the list of what was sent back: each refused application by its name, and the choice to file it again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.case_actions import FileAgain
from kiosk.flow.left import GateEntry
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, empty, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class FileAgainRows(QWidget):
    """`acted` carries that a refused application leaves again, and why, or that it does not after all. Hidden where
    nothing was refused.
    """

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, gap = kit, kit.look.dp(4)
        self.entries: tuple[GateEntry, ...] = ()
        self._picked = ""
        self.picks: dict[str, Button] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(gap)
        self.about = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.why = ReasonLine(kit, label=kit.words("gate-file-again-why"), sure=kit.words("gate-file-again-sure"))
        self._asked = holder(column(self.about, self.why, gap=gap))
        self.setLayout(column(holder(self._list), self._asked, gap=gap))
        self.why.given.connect(self._give)
        self._asked.hide()
        self.hide()

    def present(self, entries: Sequence[GateEntry]) -> None:
        """Show each application once, however much of it the receiver named."""
        first = {entry.refused: entry for entry in reversed(entries) if entry.refused}
        shown = tuple(first[name] for name in dict.fromkeys(entry.refused for entry in entries if entry.refused))
        if shown == self.entries:
            return
        self.entries, self._picked, self.picks = shown, "", {}
        empty(self._list)
        for entry in shown:
            self._list.addWidget(self._row(entry))
        self._asked.hide()
        self.setVisible(bool(shown))

    def _row(self, entry: GateEntry) -> QWidget:
        words = self._kit.words
        chip = Chip(self._kit, words("gate-filed-again", why=entry.reason) if entry.reason else "", tone=Tone.GREEN)
        said = words("gate-file-again-not" if entry.reason else "gate-file-again")
        pick = self.picks[entry.refused] = Button(self._kit, said, rank=Rank.QUIET, level=Level.DENSE)
        pick.setAccessibleName(words("about", question=entry.filing, act=pick.text()))
        pressed(pick, partial(self._press, entry))
        name = GlyphLabel(self._kit, entry.filing, level=Level.DENSE, bold=True)
        return flow(name, chip, pick, gap=self._kit.look.dp(8))

    def _press(self, entry: GateEntry) -> None:
        """It is asked why, or what was chosen is taken back."""
        if entry.reason:
            self.acted.emit(FileAgain(procedure=entry.refused))
            return
        self._picked = entry.refused
        self.about.set_text(entry.filing if len(self.entries) > 1 else "")
        appear(self.about, on=len(self.entries) > 1)
        self._asked.show()
        self.why.ask()
        self.why.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, reason: str) -> None:
        self.acted.emit(FileAgain(procedure=self._picked, reason=reason))

    def forget(self) -> None:
        """Nothing of it stays."""
        self.why.wipe()
        self.present(())
