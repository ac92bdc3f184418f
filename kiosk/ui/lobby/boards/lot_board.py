"""The number of a house: digits, and what stands between them (丁目, 番, 号)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.model.letters import to_digits
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.digits import pad
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.layouts import LOT
from kiosk.ui.lobby.boards.strip import StripBoard
from kiosk.ui.lobby.boards.tray import Slot, beside, under


class LotBoard(StripBoard):
    """Writes 1丁目2番3号 or 1-2-3 as the resident says it."""

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__(kit, name=name)
        self.clearing = pressed_with(Key(kit, kit.words("board-clear"), tone=Tone.ACT), self.clear)
        self.pad = pad(kit, press=self.type, delete=self.delete)
        keys = [pressed_with(Key(kit, word, name=self._named(word)), partial(self.type, word)) for word in LOT]
        self.words = KeyGrid(kit, [keys[at : at + 2] for at in range(0, len(keys), 2)], most=(200, 96))
        head = beside(kit, Slot(self.strip, 4), Slot(self.clearing, 1, 104, 220))
        keypad = beside(kit, Slot(self.pad, 3), Slot(self.words, 2))
        self.fill(under(kit, Slot(head, 1, 56, 96), Slot(keypad, 6, 0, 480)))

    def _named(self, word: str) -> str:
        return self.kit.words("board-hyphen") if word == "-" else word

    def type(self, letters: str) -> None:
        """Digits become half width, anything else stays."""
        super().type(to_digits(letters))

    def delete(self) -> None:
        """A whole 丁目 or 番地 goes at once."""
        word = next((each for each in LOT if len(each) > 1 and self.text.endswith(each)), "")
        if word:
            self.write(self.text.removesuffix(word))
        else:
            super().delete()

    def groups(self) -> list[list[QWidget]]:
        """The line's key, the digits and the words row by row."""
        return [[self.clearing], *self.pad.groups(), *self.words.groups()]
