"""ほかの窓: who else has the draft open; read until it is free or taken over, for a reason, and what that leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.errors import SiteError
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, pressed
from kiosk.ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    from kiosk.ui.designer.hold_ports import Holding
    from kiosk.ui.designer.kit import DesignKit

_LOOK_MS = 2000


class HoldBar(QWidget):
    """`turned` says whether the window only reads from now on; `kept` is the draft in which lies what was not saved."""

    turned = Signal(bool)

    def __init__(self, kit: DesignKit, holding: Holding | None) -> None:
        super().__init__()
        self._kit, self._port = kit, holding
        self.reads, self.kept = False, ""
        self.told = Message(kit, mood=Mood.WARNING)
        self.why = ReasonLine(kit, label=kit.words("designer-take-why"), sure=kit.words("designer-take"))
        self.open = Button(kit, kit.words("designer-take-open"), level=Level.DENSE)
        self.told.add(flow(self.open, gap=0))
        self.told.add(self.why)
        pressed(self.open, self._ask)
        self.why.given.connect(self._take)
        self.setLayout(column(self.told, gap=0))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.setInterval(_LOOK_MS)

    def begin(self) -> None:
        """Look who has it, now and from time to time."""
        self.look()
        if self._port is not None:
            self._timer.start()

    def look(self) -> None:
        """Who has the draft now; what is no news changes nothing."""
        who = self._port.holder() if self._port is not None else ""
        if bool(who) is self.reads:
            return
        self.reads = bool(who)
        words = self._kit.words
        self.why.setVisible(False)
        self.open.setVisible(self.reads)
        if not who:
            self.told.set(words("designer-free"), mood=Mood.SUCCESS)
        else:
            lost = self._timer.isActive()
            self.told.set(self._lost(who) if lost else words("designer-held", who=who), mood=Mood.WARNING)
        self.turned.emit(self.reads)

    def _lost(self, who: str) -> str:
        """Somebody else has taken it over: what was not saved here stays as a draft of its own."""
        words, port = self._kit.words, self._port
        try:
            self.kept = kept = port.keep() if port is not None else ""
        except SiteError as error:
            return f"{words('designer-lost', who=who)}\n{error}"
        return words("designer-lost-kept", who=who, name=kept) if kept else words("designer-lost", who=who)

    def _ask(self) -> None:
        self.open.setVisible(False)
        self.why.ask()

    def _take(self, reason: str) -> None:
        try:
            wrong = self._port.take(reason) if self._port is not None else None
        except SiteError as error:
            self.why.issue.set(str(error))
            return
        if wrong is not None:
            self.why.issue.set(str(wrong))
            return
        self.look()
        self.told.set(self._kit.words("designer-taken"), mood=Mood.SUCCESS)
