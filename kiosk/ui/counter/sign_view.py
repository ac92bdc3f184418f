"""Signing: who signs what, a pad for the glass, or the decision to sign on paper."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Confirm, Sign
from kiosk.flow.pages import CounterPage, Signer
from kiosk.model.fact import Signature
from kiosk.ui.counter.second_panel import SecondPanel
from kiosk.ui.focus import scroll_to
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, scrolling
from kiosk.ui.widgets.signature_pad import SignaturePad


class SignerPanel(Panel):
    """One signer: name, documents, pad, 書き直す, この署名にする, 紙に署名する with its `digit`.

    Either a signature stands (shown, read-only), or paper was chosen, or the pad waits to be written on.
    """

    acted = Signal(object)

    def __init__(self, kit: Kit, signer: Signer, *, digit: str) -> None:
        super().__init__(kit, pad=16)
        self._kit, self.signer, self._again_here = kit, signer, False
        words, gap = kit.words, kit.look.dp(12)
        self.chip = Chip(kit)
        name = GlyphLabel(kit, signer.name, level=Level.HEAD, bold=True)
        documents = GlyphLabel(kit, words("sign-documents", what="、".join(signer.documents)), level=Level.DENSE)
        self.pad, self.issue = SignaturePad(kit), Message(kit)
        self.how = GlyphLabel(kit, words("sign-paper-how"))
        by_key = words("sign-paper-key", digit=digit, act=words("sign-paper"))
        self.accept, self.paper = Button(kit, words("sign-accept")), Button(kit, by_key)
        self.again = Button(kit, words("sign-clear"))
        acts = flow(self.accept, self.again, self.paper, gap=gap)
        for widget in (flow(name, self.chip, gap=gap), documents, self.pad, self.how, self.issue, acts):
            self.column.addWidget(widget)
        pressed(self.accept, self._accept)
        pressed(self.again, self._again)
        pressed(self.paper, self._paper)
        self.present(signer)

    @property
    def on_paper(self) -> bool:
        """Whether paper was chosen: settled, and no signature on the glass."""
        return self.signer.signed and self.signer.signature is None and not self._again_here

    @property
    def open(self) -> bool:
        """Whether this signer has still to sign or to choose paper."""
        return not self.signer.signed or self._again_here

    def _accept(self) -> None:
        if not self.pad.written:
            self.issue.set(self._kit.words("sign-empty"))
            return
        self._again_here = False
        self.acted.emit(Sign(person=self.signer.person, signature=self.pad.signature()))

    def _again(self) -> None:
        """Write once more; until that is accepted, what stood before comes back when the page is left."""
        self._again_here = self.signer.signed
        self._show()
        self.accept.setFocus(Qt.FocusReason.TabFocusReason)

    def _paper(self) -> None:
        self._again_here = False
        self.acted.emit(Sign(person=self.signer.person, signature=Signature(strokes=(), width=0, height=0)))

    def present(self, signer: Signer) -> None:
        """Show how it stands."""
        self.signer = signer
        self._show()

    def leave(self) -> None:
        """The page is left: an unfinished second attempt is forgotten."""
        if self._again_here:
            self._again_here = False
            self._show()

    def _show(self) -> None:
        standing = self.signer.signature if not self._again_here else None
        self.issue.set("")
        if standing is not None:
            self.pad.show_signature(standing)
        else:
            self.pad.clear()
        appear(self.pad, on=not self.on_paper)
        appear(self.how, on=self.on_paper)
        appear(self.accept, on=self.open)
        appear(self.paper, on=not self.on_paper)
        self._name(standing=standing is not None)

    def _name(self, *, standing: bool) -> None:
        words = self._kit.words
        self.again.set_text(words("sign-glass" if self.on_paper else "sign-clear"))
        acts = ((button, button.text()) for button in (self.accept, self.again))
        for button, act in (*acts, (self.paper, words("sign-paper"))):
            button.setAccessibleName(words("about", question=self.signer.name, act=act))
        if self.on_paper:
            self.chip.set(words("sign-on-paper"), tone=Tone.BLUE)
        elif standing or not self.open:
            self.chip.set(words("sign-done"), tone=Tone.GREEN)
        else:
            self.chip.set(words("sign-open"), tone=Tone.YELLOW)


class SignView(QWidget):
    """Renders the signers of a page. `settled`: a key has settled the last of them."""

    acted = Signal(object)
    settled = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.panels = kit, dict[str, SignerPanel]()
        self.title = GlyphLabel(kit, kit.words("sign-title"), level=Level.TITLE, bold=True)
        self.how = GlyphLabel(kit, kit.words("sign-how"), level=Level.DENSE, ink="quiet")
        self.nothing = Message(kit, mood=Mood.WARNING, level=Level.BODY)
        self.second = SecondPanel(kit)
        self.second.acted.connect(self.acted)
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(16))
        inside = column(
            *(self.second, holder(self._list)),
            gap=kit.look.dp(16),
            margins=(0, 0, kit.look.dp(16), kit.look.dp(8)),
        )
        self.area = scrolling(kit, holder(inside))
        self.setLayout(column(self.title, self.how, self.nothing, self.area, gap=kit.look.dp(8)))

    def present(self, page: CounterPage) -> None:
        """Show the signers."""
        self.second.present(page)
        if [signer.person for signer in page.signers] != list(self.panels):
            self._build(page.signers)
        for signer in page.signers:
            if self.panels[signer.person].signer != signer:
                self.panels[signer.person].present(signer)
        self.how.set_text(self._kit.words("sign-how" if page.signers else "sign-nobody"))
        self.how.setVisible(page.sent > 0)
        self.nothing.set("" if page.sent else self._kit.words("sign-nothing"))

    def confirm(self, page: CounterPage) -> None:
        """Confirm; where a second member of staff looks first, ask for them, in sight once that has its place."""
        if not (page.second and page.can_confirm):
            self.acted.emit(Confirm())
            return
        self.second.ask(page)
        QTimer.singleShot(0, self, partial(scroll_to, self.area, self.second.line.number, air=self._kit.look.dp(160)))

    def _build(self, signers: tuple[Signer, ...]) -> None:
        empty(self._list)
        self.panels = {}
        for at, signer in enumerate(signers, start=1):
            panel = self.panels[signer.person] = SignerPanel(self._kit, signer, digit=str(at))
            panel.acted.connect(self.acted)
            self._list.addWidget(panel)
        self._list.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit says of its signer that they sign on paper; the next one has the keyboard then."""
        at, panels = _digit(event), list(self.panels.values())
        if not 0 <= at < len(panels) or panels[at].on_paper:
            super().keyPressEvent(event)
            return
        panels[at].paper.click()
        target = self.first()
        if target is None:
            self.settled.emit()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def left(self) -> list[str]:
        """The names of those who have neither signed nor chosen paper."""
        return [panel.signer.name for panel in self.panels.values() if panel.open]

    def first(self) -> QWidget | None:
        """Where the keyboard goes: to the first signer who has still to sign."""
        waiting = [panel.accept for panel in self.panels.values() if panel.open]
        return waiting[0] if waiting else None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.second.wipe()
            for panel in self.panels.values():
                panel.leave()


def _digit(event: QKeyEvent) -> int:
    """Which signer a key stands for; below 0 for none."""
    return int(event.text()) - 1 if event.text() in set("123456789") else -1
