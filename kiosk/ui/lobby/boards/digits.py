"""Keys for digits as on a telephone, and the boards that need no more: a number, a telephone number, a postal code."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.model.letters import to_digits
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.strip import StripBoard
from kiosk.ui.lobby.boards.tray import Slot, beside, under

_ROWS = ("123", "456", "789")
DOT = "●"


def pad(
    kit: Kit, *, press: Callable[[str], object], delete: Callable[[], object], extra: Sequence[Key] = ()
) -> KeyGrid:
    """1 to 9, then what is `extra`, 0 and the key that takes back."""

    def digit(letter: str) -> Key:
        return pressed_with(Key(kit, letter), partial(press, letter))

    back = pressed_with(Key(kit, kit.words("board-delete"), tone=Tone.ACT), delete)
    before: list[Key | None] = list(extra[:1]) or [None]
    rows: list[list[Key | None]] = [[digit(letter) for letter in row] for row in _ROWS]
    return KeyGrid(kit, [*rows, [*before, digit("0"), back]], most=(200, 96))


class DigitsPad(StripBoard):
    """`count` digits at most (0: any number); `joint` is a key for what stands between digits (a hyphen)."""

    def __init__(self, kit: Kit, *, name: str = "", count: int = 0, joint: str = "") -> None:
        super().__init__(kit, name=name)
        self._count, self._joint = count, joint
        self.clearing = pressed_with(Key(kit, kit.words("board-clear"), tone=Tone.ACT), self.clear)
        extra = [pressed_with(Key(kit, joint), partial(self.type, joint))] if joint else []
        self.pad = pad(kit, press=self.type, delete=self.delete, extra=extra)
        head = beside(kit, Slot(self.strip, 4), Slot(self.clearing, 1, 104, 220))
        self.fill(under(kit, Slot(head, 1, 56, 96), Slot(self.pad, 6, 0, 480)))

    def type(self, letters: str) -> None:
        """Digits (of any width) and the joint; what is too many is not taken."""
        taken = "".join(letter for letter in to_digits(letters) if letter in "0123456789" or letter == self._joint)
        text = self.text + taken
        if taken and (not self._count or sum(letter != self._joint for letter in text) <= self._count):
            self.write(text)

    def groups(self) -> list[list[QWidget]]:
        """The key that clears, then the pad row by row."""
        return [[self.clearing], *self.pad.groups()]


class SecretPad(DigitsPad):
    """Digits as dots: no key lights up, and the dots say only how many there are."""

    def __init__(self, kit: Kit, *, name: str, count: int) -> None:
        super().__init__(kit, name=name, count=count)
        for key in self.pad.keys:
            key.secret = True

    def limit(self, count: int) -> None:
        """So many digits at most from now on."""
        self._count = count

    def shown(self) -> str:
        """Dots."""
        return DOT * len(self.text)


class PhonePad(DigitsPad):
    """A telephone number, with or without hyphens: both are understood."""

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__(kit, name=name, count=15, joint="-")


class NumberPad(StripBoard):
    """How many (people, copies): one more, one less, or the digits."""

    def __init__(self, kit: Kit, *, name: str = "", least: int = 0, most: int = 99) -> None:
        super().__init__(kit, name=name)
        self._least, self._most = least, most
        self.fewer = pressed_with(Key(kit, "−", name=kit.words("board-fewer"), tone=Tone.ACT), partial(self.step, -1))
        self.more = pressed_with(Key(kit, "+", name=kit.words("board-more"), tone=Tone.ACT), partial(self.step, 1))
        self.pad = pad(kit, press=self.type, delete=self.delete)
        head = beside(kit, Slot(self.fewer, 1, 72, 160), Slot(self.strip, 3), Slot(self.more, 1, 72, 160))
        self.fill(under(kit, Slot(head, 1, 64, 112), Slot(self.pad, 6, 0, 480)))

    def step(self, by: int) -> None:
        """One more or one less, never beyond what is possible."""
        now = int(self.text) if self.text else (self._least - 1 if by > 0 else self._least)
        self.write(str(min(max(now + by, self._least), self._most)))

    def type(self, letters: str) -> None:
        """Digits; a number above the most is not taken."""
        digits = "".join(letter for letter in to_digits(letters) if letter in "0123456789")
        text = (self.text + digits).lstrip("0") or ("0" if self.text + digits else "")
        if digits and int(text) <= self._most:
            self.write(text)

    def groups(self) -> list[list[QWidget]]:
        """Fewer and more, then the pad row by row."""
        return [[self.fewer, self.more], *self.pad.groups()]
