"""What the resident prepared at home: a line that a scanner types into, or a picture of the codes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import UsePreentry
from kiosk.model.errors import SiteError
from kiosk.model.message import Message as Said
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import pressed


class HomeCodes(QObject):
    """`acted` carries UsePreentry once every code was read; until then it says which are missing, or what is wrong.

    `rows` stand in a panel's own column, one under another.
    """

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._errands, words = kit, Errands(kit.jobs), kit.words
        self.said = Message(kit)
        self.code = Line(kit, name=words("home-code"))
        self.picture = Line(kit, name=words("home-picture"))
        self.read = Button(kit, words("home-read"))
        self.code.entered.connect(self._typed)
        self.picture.entered.connect(self._pictured)
        pressed(self.read, self._pictured)
        self.rows: tuple[QWidget, ...] = (
            GlyphLabel(kit, words("home-title"), bold=True),
            GlyphLabel(kit, words("home-how"), level=Level.DENSE, ink="quiet"),
            self.said,
            GlyphLabel(kit, words("home-code"), level=Level.DENSE, bold=True),
            self.code,
            GlyphLabel(kit, words("home-picture"), level=Level.DENSE, bold=True),
            self.picture,
            flow(self.read, gap=kit.look.dp(12)),
        )

    def _typed(self) -> None:
        line = self.code.text().strip()
        self.code.setText("")  # clear() could be undone
        if line:
            office = self._kit.office
            self._errands.run(lambda: office.home_lines((line,)), done=self._answer, failed=self._fail)

    def _pictured(self) -> None:
        path = Path(self.picture.text().strip())
        if not path.name:
            self.said.set(self._kit.words("home-which"), mood=Mood.ERROR)
            self.picture.setFocus()
            return
        office = self._kit.office
        self._errands.run(lambda: office.home_picture(path), done=self._answer, failed=self._fail)

    def _answer(self, found: UsePreentry | Said) -> None:
        if isinstance(found, UsePreentry):
            self.said.set("")
            self.picture.setText("")
            self.acted.emit(found)
        else:
            self.said.set(self._kit.words.say(found), mood=Mood.INFO if found.code == "preentry-parts" else Mood.ERROR)

    def _fail(self, error: SiteError) -> None:
        words = self._kit.words
        self.said.set(words("site-error", what=error.what, mend=error.mend, code=error.code), mood=Mood.ERROR)

    def wipe(self) -> None:
        """The visit has ended: no line, no file name, no code that was read stays."""
        self.code.setText("")
        self.picture.setText("")
        self.said.set("")
        self._errands.drop()
        self._errands.run(self._kit.office.forget_home, done=lambda _nothing: None)
