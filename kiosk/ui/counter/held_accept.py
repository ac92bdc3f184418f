"""保留の届出 at the check: each by its name, and why the resident leaves without it; one press for all, or for one."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.case_actions import AcceptHeld
from kiosk.flow.left import GateEntry
from kiosk.model.held_for import HeldFor
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, empty, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine

_USUAL = tuple(HeldFor)


class HeldAccept(QWidget):
    """The held filings; `acted` carries the acceptance of all that wait for a reason, or of the one that was picked.

    A digit presses the reason that it stands before.
    """

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words, gap = kit, kit.words, kit.look.dp(8)
        self.entries: tuple[GateEntry, ...] = ()
        self._picked = ""
        self.picks: dict[str, Button] = {}
        self.about = GlyphLabel(kit, level=Level.DENSE, bold=True)
        reasons = [*(words(f"held-for-{each}") for each in _USUAL), words("held-why-other")]
        self.usual = [self._choice(number, what) for number, what in enumerate(reasons, start=1)]
        self.other = ReasonLine(kit, label=words("held-why-private"), sure=words("held-why-sure"))
        self._reasons = holder(column(self.about, flow(*self.usual, gap=gap), self.other, gap=gap))
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(4))
        self.setLayout(column(holder(self._list), self._reasons, gap=gap))
        for button, why in zip(self.usual, _USUAL, strict=False):
            pressed(button, partial(self._give, why))
        pressed(self.usual[-1], self.other.ask)
        self.other.given.connect(self._give)
        self._reasons.hide()

    def _choice(self, number: int, what: str) -> Button:
        return Button(self._kit, self._kit.words("held-choice", n=number, what=what), level=Level.DENSE)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The filings that the next reason is about."""
        if self._picked:
            return (self._picked,)
        return tuple(entry.id for entry in self.entries if not entry.settled)

    def present(self, entries: Sequence[GateEntry]) -> None:
        """Show them; a filing that was picked for a reason of its own is let go once it has one."""
        if tuple(entries) == self.entries:
            return
        self.entries, self._picked = tuple(entries), ""
        empty(self._list)
        self.picks = {}
        for why, group in groupby(entries, key=lambda entry: entry.why):  # what they wait for is said once
            for entry in group:
                self._list.addWidget(self._row(entry))
            if why:
                self._list.addWidget(GlyphLabel(self._kit, why, level=Level.DENSE, ink="quiet"))
        self._ask()

    def _row(self, entry: GateEntry) -> QWidget:
        words, gap = self._kit.words, self._kit.look.dp(8)
        chip = Chip(self._kit, words("held-why", why=entry.reason) if entry.settled else "", tone=Tone.GREEN)
        pick = self.picks[entry.id] = Button(
            self._kit, words("held-why-again" if entry.settled else "held-why-own"), rank=Rank.QUIET, level=Level.DENSE
        )
        pick.setAccessibleName(words("about", question=entry.what, act=pick.text()))
        pressed(pick, partial(self._pick, entry.id))
        name = GlyphLabel(self._kit, entry.what, level=Level.DENSE, bold=True)
        if len(self.entries) == 1 and not entry.settled:
            pick.hide()
        return flow(name, chip, pick, gap=gap)

    def _ask(self) -> None:
        waiting, words = self.waiting, self._kit.words
        names = {entry.id: entry.what for entry in self.entries}
        if self._picked or len(waiting) == 1:
            self.about.set_text(words("held-why-one", what=names[waiting[0]]))
        else:
            self.about.set_text(words("held-why-all", n=len(waiting)))
        self.other.wipe()
        self.other.hide()
        appear(self._reasons, on=bool(waiting))

    def _pick(self, procedure: str) -> None:
        self._picked = procedure
        self._ask()
        self.usual[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _give(self, reason: str) -> None:
        self.acted.emit(AcceptHeld(procedures=self.waiting, reason=str(reason)))

    def first(self) -> QWidget | None:
        """Where the keyboard goes."""
        return self.usual[0] if any(not entry.settled for entry in self.entries) else None

    def forget(self) -> None:
        """Nothing of it stays."""
        self.present(())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit is its reason, wherever among them the keyboard is."""
        buttons = {str(number): button for number, button in enumerate(self.usual, start=1)}
        button = buttons.get(event.text())
        if button is not None and button.isVisible():
            button.click()
        else:
            super().keyPressEvent(event)
