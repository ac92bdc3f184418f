"""職員がご案内します: the same page at once, whatever the reason."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import HandIn
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.widgets.panels import column


class StaffView(LobbyView):
    """Go to a person with what was said so far, or without; or go back."""

    onward_key = ""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        words = kit.words
        self.hand_in = pressed_with(Key(kit, words("lobby-staff-hand-in"), tone=Tone.ACT), self._hand_in)
        self.leave = pressed_with(Key(kit, words("lobby-staff-end"), tone=Tone.ACT), self._leave)
        self.ways = under(kit, Slot(self.hand_in, 1, 72, 120), Slot(self.leave, 1, 72, 120))
        self.setLayout(column(self.ways, gap=0))

    def present(self, page: LobbyPage) -> None:
        """Handing in is offered when there is something to hand in."""
        self.hand_in.setVisible(page.begun)
        self.ways.arrange()

    def _hand_in(self) -> None:
        self.acted.emit(HandIn())

    def _leave(self) -> None:
        self.acted.emit(End())

    def groups(self) -> list[list[QWidget]]:
        """The ways."""
        return [[key] for key in (self.hand_in, self.leave) if not key.isHidden()]
