"""What the pages of a terminal are given: one language's words, the look, and the ports of this desk."""

from dataclasses import dataclass

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.look import LobbyLook
from kiosk.ui.lobby.ports import Care, LobbyOffice, Readings, Voice


@dataclass(frozen=True)
class BoardKit(Kit):
    """As `Kit`, with the words of the boards; `readings` writes kanji."""

    readings: Readings


@dataclass(frozen=True)
class LobbyKit(BoardKit):
    """As `BoardKit`; `voice` reads aloud where a voice is installed, `lobby` prints the slip.

    `care` is what staff do here (None: nobody can).
    """

    look: LobbyLook
    lobby: LobbyOffice
    voice: Voice | None = None
    care: Care | None = None

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.words.language
