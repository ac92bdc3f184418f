"""別の職員の確認: what a second member of staff looks at before a visit is confirmed, and their number and PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.flow.actions import Confirm
from kiosk.ui.jobs import Errands
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed

if TYPE_CHECKING:
    from kiosk.flow.pages import CounterPage
    from kiosk.model.errors import SiteError
    from kiosk.model.message import Message as Words
    from kiosk.ui.kit import Kit

_PLAIN = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText


class SecondPanel(Panel):
    """`acted` carries the Confirm once somebody else has looked; nothing of a PIN stays after a try."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="warning")
        words, gap = kit.words, kit.look.dp(8)
        self._errands = Errands(kit.jobs)
        self._page: tuple[object, ...] = ()
        self.what = GlyphLabel(kit, bold=True)
        self.rows = GlyphLabel(kit, level=Level.DENSE)
        self.said = Message(kit)
        self.number = Line(kit, name=words("staff-number"), letters=12)
        self.pin = Line(kit, name=words("staff-pin"), letters=12)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.sure = Button(kit, words("second-sure"), rank=Rank.SECONDARY)
        self.column.addWidget(GlyphLabel(kit, words("second-title"), level=Level.HEAD, bold=True))
        self.column.addWidget(GlyphLabel(kit, words("second-how"), level=Level.DENSE, ink="quiet"))
        for thing in (self.what, self.said):
            self.column.addWidget(thing)
        for line in (self.number, self.pin):
            line.setInputMethodHints(_PLAIN)
            name = GlyphLabel(kit, line.accessibleName(), level=Level.DENSE, bold=True)
            self.column.addWidget(holder(column(name, line, gap=kit.look.dp(4))))
        self.column.addWidget(flow(self.sure, gap=gap))
        self.column.addWidget(self.rows)
        pressed(self.sure, self._give)
        self.number.entered.connect(self.pin.setFocus)
        self.pin.entered.connect(self._give)
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
        self.said.set("")
        self.show()
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def wipe(self) -> None:
        """Nothing of what was shown or typed stays."""
        self._errands.drop()
        for line in (self.number, self.pin):
            line.clear()
        self.what.set_text("")
        self.rows.set_text("")
        self.said.set("")
        self.hide()

    def _give(self) -> None:
        number, pin = self.number.text(), self.pin.text()
        self.pin.clear()
        self.said.set("")
        self._errands.run(
            lambda: self._kit.office.second(number, pin),
            done=self._told,
            failed=self._failed,
        )

    def _told(self, found: str | Words) -> None:
        if isinstance(found, str):
            self.wipe()
            self.acted.emit(Confirm(checked_by=found))
        else:
            self._say(self._kit.words.say(found))

    def _failed(self, error: SiteError) -> None:
        self._say(self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code))

    def _say(self, text: str) -> None:
        self.said.set(text, mood=Mood.ERROR)
        self.pin.setFocus()
