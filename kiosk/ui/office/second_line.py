"""別の職員の番号と暗証番号: two fields and a button; whoever has proved to be somebody else of the staff is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.jobs import Errands
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, holder, pressed

if TYPE_CHECKING:
    from kiosk.model.errors import SiteError
    from kiosk.model.message import Message as Words
    from kiosk.ui.kit import Kit

_PLAIN = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText


class SecondLine(QWidget):
    """`given` carries the number of another member of staff; nothing of a PIN stays after a try.

    `said` is where a refusal is told, above the fields; `sure` is the button's word.
    """

    given = Signal(str)

    def __init__(self, kit: Kit, *, sure: str) -> None:
        super().__init__()
        self._kit, self._errands = kit, Errands(kit.jobs)
        words = kit.words
        self.said = Message(kit)
        self.number = Line(kit, name=words("staff-number"), letters=12)
        self.pin = Line(kit, name=words("staff-pin"), letters=12)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.sure = Button(kit, sure, rank=Rank.SECONDARY)
        gap = kit.look.dp(8)
        fields = map(self._named, (self.number, self.pin))
        self.setLayout(column(self.said, *fields, flow(self.sure, gap=gap), gap=gap))
        pressed(self.sure, self._give)
        self.number.entered.connect(self.pin.setFocus)
        self.pin.entered.connect(self._give)

    def _named(self, line: Line) -> QWidget:
        line.setInputMethodHints(_PLAIN)
        name = GlyphLabel(self._kit, line.accessibleName(), level=Level.DENSE, bold=True)
        return holder(column(name, line, gap=self._kit.look.dp(4)))

    def ask(self) -> None:
        """Nothing is said yet, and the keyboard is at the number."""
        self.said.set("")
        self.show()
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def wipe(self) -> None:
        """Nothing of what was typed stays, and an answer that is under way is nobody's any more."""
        self._errands.drop()
        for line in (self.number, self.pin):
            line.clear()
        self.said.set("")

    def _give(self) -> None:
        number, pin = self.number.text(), self.pin.text()
        self.pin.clear()
        self.said.set("")
        self._errands.run(lambda: self._kit.office.second(number, pin), done=self._told, failed=self._failed)

    def _told(self, found: str | Words) -> None:
        if isinstance(found, str):
            self.wipe()
            self.given.emit(found)
        else:
            self._say(self._kit.words.say(found))

    def _failed(self, error: SiteError) -> None:
        self._say(self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code))

    def _say(self, text: str) -> None:
        self.said.set(text, mood=Mood.ERROR)
        self.pin.setFocus()
