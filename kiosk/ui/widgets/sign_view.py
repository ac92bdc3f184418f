"""Signing: who signs what, a pad for the glass, or the decision to sign on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Sign
from kiosk.flow.pages import CounterPage, Signer
from kiosk.model.fact import Signature
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, scrolling
from kiosk.ui.widgets.signature_pad import SignaturePad


class SignerPanel(Panel):
    """One signer: name, documents, pad, 書き直す, この署名にする, 紙に署名する."""

    acted = Signal(object)

    def __init__(self, kit: Kit, signer: Signer) -> None:
        super().__init__(kit, pad=16)
        self._kit, self.signer, self.on_paper = kit, signer, False
        words, gap = kit.words, kit.look.dp(12)
        self.chip = Chip(kit)
        name = GlyphLabel(kit, signer.name, level=Level.HEAD, bold=True)
        documents = GlyphLabel(kit, words("sign-documents", what="、".join(signer.documents)), level=Level.DENSE)
        self.pad, self.issue = SignaturePad(kit), Message(kit)
        self.accept = Button(kit, words("sign-accept"))
        self.again, self.paper = Button(kit, words("sign-clear")), Button(kit, words("sign-paper"))
        self._acts = flow(self.accept, self.again, self.paper, gap=gap)
        for button in (self.accept, self.again, self.paper):
            button.setAccessibleName(words("about", question=signer.name, act=button.text()))
        for widget in (flow(name, self.chip, gap=gap), documents, self.pad, self.issue, self._acts):
            self.column.addWidget(widget)
        pressed(self.accept, self._accept)
        pressed(self.again, self._again)
        pressed(self.paper, self._paper)
        self.present(signer)

    def _accept(self) -> None:
        if not self.pad.written:
            self.issue.set(self._kit.words("sign-empty"))
            return
        self.issue.set("")
        self.on_paper = False
        self.acted.emit(Sign(person=self.signer.person, signature=self.pad.signature()))

    def _again(self) -> None:
        self.pad.clear()
        self.on_paper = False
        self._show()

    def _paper(self) -> None:
        self.pad.clear()
        self.issue.set("")
        self.on_paper = True
        self.acted.emit(Sign(person=self.signer.person, signature=Signature(strokes=(), width=0, height=0)))

    def present(self, signer: Signer) -> None:
        """Show whether the signature stands."""
        self.signer = signer
        self._show()

    def _show(self) -> None:
        words = self._kit.words
        self.pad.setVisible(not self.on_paper)
        self.again.set_text(words("sign-glass" if self.on_paper else "sign-clear"))
        if self.on_paper:
            self.chip.set(words("sign-on-paper"), tone=Tone.BLUE)
        elif self.signer.signed:
            self.chip.set(words("sign-done"), tone=Tone.GREEN)
        else:
            self.chip.set(words("sign-open"), tone=Tone.YELLOW)


class SignView(QWidget):
    """Renders the signers of a page."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.panels = kit, dict[str, SignerPanel]()
        self.title = GlyphLabel(kit, kit.words("sign-title"), level=Level.TITLE, bold=True)
        self.how = GlyphLabel(kit, kit.words("sign-how"), level=Level.DENSE, ink="quiet")
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(16))
        self._list.setContentsMargins(0, 0, kit.look.dp(16), kit.look.dp(8))
        self.area = scrolling(holder(self._list))
        self.setLayout(column(self.title, self.how, self.area, gap=kit.look.dp(8)))

    def present(self, page: CounterPage) -> None:
        """Show the signers."""
        if [signer.person for signer in page.signers] != list(self.panels):
            self._build(page.signers)
        for signer in page.signers:
            if self.panels[signer.person].signer != signer:
                self.panels[signer.person].present(signer)
        self.how.set_text(self._kit.words("sign-how" if page.signers else "sign-nobody"))

    def _build(self, signers: tuple[Signer, ...]) -> None:
        empty(self._list)
        self.panels = {}
        for signer in signers:
            panel = self.panels[signer.person] = SignerPanel(self._kit, signer)
            panel.acted.connect(self.acted)
            self._list.addWidget(panel)
        self._list.addStretch(1)

    def left(self) -> list[str]:
        """The names of those who have neither signed nor chosen paper."""
        return [p.signer.name for p in self.panels.values() if not p.signer.signed and not p.on_paper]
