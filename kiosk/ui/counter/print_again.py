"""再印刷の理由: one press for the usual ones, a line for any other, and whether the earlier print counts no more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.printing import Again
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, pressed
from kiosk.ui.widgets.reason_line import ReasonLine

_USUAL = ("damaged", "lost", "wished", "unclear")


class PrintAgain(QWidget):
    """`given` carries the Again; hidden until somebody is asked."""

    given = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words, gap = kit.words, kit.look.dp(8)
        self.void = Button(kit, words("again-void"), rank=Rank.CHOICE, level=Level.DENSE)
        self.usual = [Button(kit, words(f"again-{name}"), level=Level.DENSE) for name in _USUAL]
        self.back = Button(kit, words("again-not"), rank=Rank.QUIET, level=Level.DENSE)
        self.other = ReasonLine(kit, label=words("again-other"), sure=words("again-sure"))
        asked = GlyphLabel(kit, words("again-why"), bold=True)
        reasons = flow(*self.usual, self.back, gap=gap)
        self.setLayout(column(asked, flow(self.void, gap=gap), reasons, self.other, gap=gap))
        for button in self.usual:
            pressed(button, lambda button=button: self._give(button.text()))  # type: ignore[misc]
        self.other.given.connect(self._give)
        self.hide()

    def ask(self) -> None:
        """Empty, with the keyboard on the first reason."""
        self.wipe()
        self.show()
        self.usual[0].setFocus()

    def wipe(self) -> None:
        """Nothing of what was chosen stays."""
        self.void.setChecked(False)
        self.other.wipe()
        self.hide()

    def _give(self, reason: str) -> None:
        self.given.emit(Again(reason, void=self.void.isChecked()))
