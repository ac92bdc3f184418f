"""保留の届出: what this visit does not finish, by name - accepted before the signatures, in full on the last page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.flow.actions import AcceptHeld
from kiosk.flow.pages import CounterPage, OutcomeView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, Rule, empty, holder, pressed


class _Held(Panel):
    """A panel about what is held; hidden where nothing is, and written anew only when that has changed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="warning")
        self._kit = kit
        self.shown: tuple[OutcomeView, ...] = ()
        self.hide()

    def _changed(self, held: tuple[OutcomeView, ...], listed: QBoxLayout) -> bool:
        """Whether other filings are held than those that are listed; the list is empty then."""
        self.setVisible(bool(held))
        if held == self.shown:
            return False
        self.shown = held
        empty(listed)
        return True


class HeldAccept(_Held):
    """Hidden where nothing is held; `acted` carries the acceptance of everything that is listed."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
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

    def present(self, page: CounterPage) -> None:
        """Show what is held, and whether it was accepted."""
        words, several = self._kit.words, len(page.held)
        if self._changed(page.held, self._names):
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


class HeldFilings(_Held):
    """Hidden where everything was accepted."""

    def present(self, held: tuple[OutcomeView, ...]) -> None:
        """Show them."""
        if not self._changed(held, self.column):
            return
        words = self._kit.words
        self._put(words("done-held", n=len(held)), level=Level.HEAD, bold=True)
        self._put(words("done-held-explained"))
        for view in held:
            self.column.addWidget(Rule(self._kit))
            self._one(view)

    def _one(self, view: OutcomeView) -> None:
        words, between = self._kit.words, self._kit.words("list-between")
        self._put(view.name, bold=True)
        lacks = view.lacks or view.missing
        if view.later and lacks:
            self._put(view.reason)
        self._put(words("done-held-lacks", what="　".join(lacks)) if lacks else view.reason)
        if view.deadline:
            self._put(words("done-held-until", day=view.deadline))
        if view.bring:
            self._put(words("done-held-bring", what=between.join(view.bring)))

    def _put(self, text: str, *, level: Level = Level.BODY, bold: bool = False) -> None:
        self.column.addWidget(GlyphLabel(self._kit, text, level=level, bold=bold))


def _tone(*, settled: bool) -> Tone:
    return Tone.GREEN if settled else Tone.YELLOW
