"""What has become of something that was filed: the number on the slip, and how it stands, with what to do next."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import AskNumber, LobbyAction
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.model.fate import Fate
from kiosk.model.slip_number import slip_number
from kiosk.ui.lobby.boards.digits import DigitsPad
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.turning import Turning
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, holder


class NumberView(LobbyView):
    """受付番号 on a pad; a slip that is held to the reader needs none."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.pad = DigitsPad(kit, name=kit.words("lobby-slip-title"), count=12, joint="-")
        self.pad.done.connect(self._done)
        self.setLayout(column(self.pad, gap=0))

    def _done(self) -> None:
        action = self.onward()
        if action is not None:
            self.acted.emit(action)

    def onward(self) -> LobbyAction | None:
        """How it stands; what is no number is said."""
        number = slip_number(self.pad.text)
        if number:
            return AskNumber(slip=number)
        self.told.emit("lobby-number-missing")
        return None

    def groups(self) -> list[list[QWidget]]:
        """The digits."""
        return self.pad.groups()

    def wipe(self) -> None:
        """No number."""
        self.pad.wipe()


class StandingView(LobbyView):
    """All in all, in large letters; with the code of a slip also each application."""

    onward_key = "lobby-finish"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.said, self.next = GlyphLabel(kit, level=Level.HEAD, bold=True), GlyphLabel(kit, level=Level.BODY)
        self.filed = GlyphLabel(kit, level=Level.DENSE)
        text = column(self.said, self.next, self.filed, gap=kit.look.dp(16))
        text.addStretch(1)
        self.turning = Turning(kit, holder(text))
        self.setLayout(column(self.turning, gap=0))

    def present(self, page: LobbyPage) -> None:
        """What has become of it, what to do, and of a code each application by its name."""
        words, fate = self.kit.words, page.standing or Fate.OPEN
        self.said.set_text(words(f"lobby-standing-{fate.value}"))
        self.next.set_text(words(f"lobby-next-{fate.value}"))
        lines = (words("lobby-filed", filing=name, fate=words(f"lobby-fate-{each.value}")) for name, each in page.filed)
        self.filed.set_text("\n".join(lines))
        self.filed.setVisible(bool(page.filed))
        self.turning.share()

    def onward(self) -> None:
        """That was all."""
        self.acted.emit(End())

    def spoken(self) -> tuple[str, ...]:
        """What is told."""
        return (self.said.text, self.next.text, self.filed.text)

    def groups(self) -> list[list[QWidget]]:
        """What turns a long page."""
        return self.turning.groups()

    def wipe(self) -> None:
        """Nothing is told."""
        for label in (self.said, self.next, self.filed):
            label.set_text("")
