"""The keys on the glass for a number and a PIN: digits as on a telephone, letters of a number one press away."""

from collections.abc import Callable
from functools import partial

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.grid import KeyGrid, Rows, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone

_DIGITS = ("123", "456", "789")
_LETTERS = ("ABCDE", "FGHIJ", "KLMNO", "PQRST", "UVWXY", "Z")
_MOST = (120, 88)


class StaffKeys(KeyGrid):
    """`press(letter)` and `delete()` go to the line that is being filled. A key never shows that it was pressed."""

    def __init__(self, kit: Kit, *, press: Callable[[str], object], delete: Callable[[], object]) -> None:
        self._press, self._delete, self._words = press, delete, kit.words
        self.lettered = False
        super().__init__(kit, most=_MOST)
        self.turn(lettered=False)

    def turn(self, *, lettered: bool) -> None:
        """Letters instead of digits, or the other way."""
        self.lettered = lettered
        self.set_rows(self._letters() if lettered else self._digits())

    def _letter(self, letter: str) -> Key:
        key = pressed_with(Key(self._kit, letter), partial(self._press, letter))
        key.secret = True
        return key

    def _act(self, word: str, act: Callable[[], object]) -> Key:
        return pressed_with(Key(self._kit, self._words(word), tone=Tone.ACT), act)

    def _digits(self) -> Rows:
        rows: list[list[Key | None]] = [[self._letter(digit) for digit in row] for row in _DIGITS]
        turn = self._act("staff-keys-letters", partial(self.turn, lettered=True))
        return [*rows, [turn, self._letter("0"), self._act("staff-keys-delete", self._delete)]]

    def _letters(self) -> Rows:
        rows: list[list[Key | None]] = [[self._letter(letter) for letter in row] for row in _LETTERS]
        turn = self._act("staff-keys-digits", partial(self.turn, lettered=False))
        rows[-1] += [None, turn, None, self._act("staff-keys-delete", self._delete)]
        return rows
