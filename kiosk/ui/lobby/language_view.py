"""The first page of a terminal: the languages; it waits for nothing that the pages after it need."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import Begin, Speak
from kiosk.model.languages import ANSWERS
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.widgets.panels import column


class LanguageView(LobbyView):
    """The first page: every language by its own name; touching one begins."""

    onward_key = ""
    backward = False

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.keys = Paged(kit, tone=Tone.ACT, tall=96)
        names = list(ANSWERS.items())
        self.keys.offer([name for _, name in names], lambda at: self._key(*names[at]))
        self.setLayout(column(self.keys, gap=0))

    def _key(self, language: str, name: str) -> Key:
        return pressed_with(Key(self.kit, name, tone=Tone.ACT), lambda: self._begin(language))

    def _begin(self, language: str) -> None:
        self.acted.emit(Speak(language=language))
        self.acted.emit(Begin())

    def groups(self) -> list[list[QWidget]]:
        """Row by row."""
        return self.keys.groups()
