"""Before the signatures: what is not accepted today, by name, and the button that says the resident knows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.flow.actions import AcceptHeld
from kiosk.flow.pages import CounterPage, OutcomeView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, empty, holder, pressed


class HeldAccept(Panel):
    """Hidden where nothing is held; `acted` carries the acceptance of everything that is listed."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="warning")
        self._kit = kit
        self.shown: tuple[OutcomeView, ...] = ()
        self.chip = Chip(kit)
        self.title = GlyphLabel(kit, level=Level.HEAD, bold=True)
        self.how = GlyphLabel(kit, kit.words("sign-held-how"), level=Level.DENSE)
        self.accept = Button(kit, kit.words("sign-held-one"))
        self._names = QVBoxLayout()
        self._names.setSpacing(kit.look.dp(4))
        gap = kit.look.dp(12)
        for widget in (flow(self.title, self.chip, gap=gap), self.how, holder(self._names), flow(self.accept, gap=gap)):
            self.column.addWidget(widget)
        pressed(self.accept, lambda: self.acted.emit(AcceptHeld(procedures=tuple(each.id for each in self.shown))))
        self.hide()

    def present(self, page: CounterPage) -> None:
        """Show what is held, and whether it was accepted."""
        words, several = self._kit.words, len(page.held)
        self.setVisible(bool(page.held))
        if page.held != self.shown:
            self.shown = page.held
            empty(self._names)
            for view in page.held:
                self._names.addWidget(GlyphLabel(self._kit, words("list-item", what=view.name)))
        self.title.set_text(words("sign-held", n=several))
        self.accept.set_text(words("sign-held-accept", n=several) if several > 1 else words("sign-held-one"))
        settled = not page.unaccepted
        self.chip.set(words("sign-held-done") if settled else words("sign-held-open"), tone=_tone(settled=settled))
        appear(self.how, on=not settled)
        appear(self.accept, on=not settled)

    @property
    def open(self) -> bool:
        """Whether it is still to be accepted."""
        return not self.isHidden() and not self.accept.isHidden()


def _tone(*, settled: bool) -> Tone:
    return Tone.GREEN if settled else Tone.YELLOW
