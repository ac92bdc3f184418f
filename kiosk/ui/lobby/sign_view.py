"""The signature: on the glass, or later at the counter."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import HandIn, LobbyAction, SignHere
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column
from kiosk.ui.widgets.signature_pad import SignaturePad


class SignView(LobbyView):
    """Who came writes their name, or goes on without: the counter asks for it then. While something is open there is
    nothing to write here: it is settled at the counter first.
    """

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self._person = ""
        self.pad = SignaturePad(kit)
        self.again = pressed_with(Key(kit, kit.words("lobby-sign-again"), tone=Tone.ACT), self.pad.clear)
        self._keys = KeyGrid(kit, ((self.again,),), most=(480, 72))
        self._keys.setFixedHeight(kit.look.dp(72))
        self.later = GlyphLabel(kit, level=Level.BODY)
        box = column(self.later, self.pad, self._keys, gap=kit.look.dp(16))
        box.insertStretch(1, 1)  # the hand that writes is low
        self.setLayout(box)

    def present(self, page: LobbyPage) -> None:
        """The first who has not signed; or what comes before anybody does."""
        left = [] if page.sign_later else [signer for signer in page.signers if not signer.signed]
        self._person = left[0].person if left else ""
        self.unsure_key = "lobby-sign-later" if left else ""
        self.onward_key = "lobby-next" if left[1:] else "lobby-hand-in"
        for widget in (self.pad, self._keys):
            widget.setVisible(bool(left))
        self.later.set_text("" if left else self._what_comes(page))
        self.later.setVisible(not left)

    def _what_comes(self, page: LobbyPage) -> str:
        words = self.kit.words
        if not page.sign_later:
            return words("lobby-sign-done")
        asked = words("lobby-check-held", what=words("list-between").join(page.held)) if page.held else ""
        return "\n".join(part for part in (words("lobby-sign-open"), asked) if part)

    def heading(self, page: LobbyPage) -> str:
        """To sign, or where it will be."""
        return self.kit.words("lobby-sign-counter" if page.sign_later else "lobby-sign-title")

    def hint(self, page: LobbyPage) -> str:
        """Who signs what."""
        left = [signer for signer in page.signers if not signer.signed]
        if page.sign_later or not left:
            return ""
        papers = self.kit.words("list-between").join(left[0].documents)
        return self.kit.words("lobby-sign-who", person=left[0].name, papers=papers)

    def spoken(self) -> tuple[str, ...]:
        """What comes before the signature, or what there is to touch."""
        return (self.later.text,) if self.later.text else super().spoken()

    def onward(self) -> LobbyAction | None:
        """What was written is the signature; then everything is handed in."""
        if self._person and self.pad.written:
            signature = self.pad.signature()
            self.pad.clear()
            self.acted.emit(SignHere(person=self._person, signature=signature))
            return HandIn() if not self._person else None
        if self._person:
            self.told.emit("lobby-sign-missing")
            return None
        return HandIn()

    def unsure(self) -> LobbyAction:
        """Sign at the counter."""
        return HandIn()

    def groups(self) -> list[list[QWidget]]:
        """Only the key: a signature cannot be given with switches, the other way can."""
        return [] if self._keys.isHidden() else self._keys.groups()

    def wipe(self) -> None:
        """No stroke."""
        self._person = ""
        self.pad.clear()
        self.later.set_text("")
