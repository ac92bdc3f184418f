"""One page of the terminal: what every page has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.flow.lobby.actions import LobbyAction
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.ui.lobby.boards.key import Key
from kiosk.ui.lobby.kit import LobbyKit

_LETTER = 3
"""So long is what stands on a key to write with."""


class LobbyView(QWidget):
    """Shows a place of the way. `acted` carries what the resident did, `told` the key of what the window says at once;
    `reshaped`: another part of the page is seen, and takes another room; `turned`: another page of it is.

    `heading` and `hint` stand above it, `onward_key` names 次へ ("" where there is none), `unsure_key` the way to put a
    question off ("" where nothing can be); `backward`: whether there is a way back.
    """

    acted = Signal(object)
    told = Signal(str)
    reshaped = Signal()
    turned = Signal()
    onward_key = "lobby-next"
    unsure_key = ""
    backward = True

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__()
        self.kit = kit

    def present(self, page: LobbyPage) -> None:
        """Show the page."""

    def heading(self, page: LobbyPage) -> str:
        """What this page asks or says, in large letters."""
        return self.kit.words(f"lobby-{page.place.value}-title")

    def hint(self, page: LobbyPage) -> str:
        """What helps to answer."""
        key = f"lobby-{page.place.value}-hint"
        return self.kit.words(key) if key in self.kit.words.keys else ""

    def onward(self) -> LobbyAction | None:
        """What 次へ does; None where the page itself has gone on, or has said what is missing."""
        return None

    def unsure(self) -> LobbyAction | None:
        """What the way to put a question off does; None where there is none."""
        return None

    def back(self) -> bool:
        """Whether 戻る was a step inside the page."""
        return False

    def spoken(self) -> tuple[str, ...]:
        """What is read aloud after heading and hint: the choices, in order; letters and digits are for the eye."""
        return tuple(button.accessibleName() for row in self.groups() for button in row if _said(button))

    def first(self) -> QWidget | None:
        """Where the keyboard goes."""
        return next((each for row in self.groups() for each in row), None)

    def groups(self) -> list[list[QWidget]]:
        """What can be touched, row by row, in reading order."""
        found = [each for each in self.findChildren(QAbstractButton) if each.isVisibleTo(self)]
        return [[each] for each in found]

    def wipe(self) -> None:
        """Keep nothing of the visit."""


def _said(button: QWidget) -> bool:
    if isinstance(button, Key) and button.grows and len(button.text()) <= _LETTER:
        return False
    return isinstance(button, QAbstractButton) and bool(button.accessibleName())
