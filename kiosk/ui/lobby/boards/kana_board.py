"""The board to write with: 五十音, ABC, digits and signs, for fingers, keyboards and switches."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards import layouts
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.layouts import Sheet
from kiosk.ui.lobby.boards.strip import StripBoard
from kiosk.ui.lobby.boards.tray import Slot, beside, under

LETTER, ALL = "letter", "all"  # what is to be taken back
_KANA = {Sheet.KANA, Sheet.KATAKANA}


class KanaBoard(StripBoard):
    """`name` is what is written; `sheets` are its sides, the first one is shown; `acts` stand beside the line.

    `before` is what stands in the line already; `beyond(how much)` asks to take it back, when nothing is written here.
    """

    beyond = Signal(str)

    def __init__(
        self, kit: Kit, *, name: str = "", sheets: tuple[Sheet, ...] = tuple(Sheet), acts: tuple[Key, ...] = ()
    ) -> None:
        super().__init__(kit, name=name)
        self.from_right, self.capital, self._sheet = True, True, sheets[0]
        self.grid = KeyGrid(kit)
        self.deleting = pressed_with(self._act("board-delete"), self.delete)
        self.clearing = pressed_with(self._act("board-clear"), self.clear)
        self.tabs = {sheet: self._tab(sheet) for sheet in sheets}
        self.turning = pressed_with(self._act("board-from-left"), self.turn)
        self.before, self._heads = "", [self.deleting, self.clearing, *acts]
        self.head = beside(kit, Slot(self.strip, 2), *(Slot(key, 1, 104, 190) for key in self._heads))
        self._sides = KeyGrid(kit, ((*self.tabs.values(), self.turning),), most=(220, 72))
        self.fill(under(kit, Slot(self.head, 1, 56, 96), Slot(self.grid, 8, 0, 560), Slot(self._sides, 1, 48, 72)))
        self._name_turn()
        self.show_sheet(sheets[0])

    def _act(self, key: str) -> Key:
        return Key(self.kit, self.kit.words(key), tone=Tone.ACT)

    def _tab(self, sheet: Sheet) -> Key:
        text, name = (self.kit.words(f"board-{sheet.value}{end}") for end in ("", "-name"))
        key = Key(self.kit, text, name=name, tone=Tone.CHOICE)
        return pressed_with(key, partial(self.show_sheet, sheet))

    # ---- what stands on it -----------------------------------------------------------------------------------------
    def show_sheet(self, sheet: Sheet) -> None:
        """Another side of the board."""
        self._sheet = sheet
        for each, tab in self.tabs.items():
            tab.setChecked(each is sheet)
        self.turning.setVisible(sheet in _KANA)
        self.grid.set_rows(self._rows())

    def turn(self) -> None:
        """The columns from the other side."""
        self.from_right = not self.from_right
        self._name_turn()
        self.grid.set_rows(self._rows())

    def _name_turn(self) -> None:
        side = "left" if self.from_right else "right"
        words = self.kit.words
        names = {"left": words("board-from-left-name"), "right": words("board-from-right-name")}
        self.turning.set_text(
            words("board-from-left") if side == "left" else words("board-from-right"), name=names[side]
        )

    def _rows(self) -> list[list[Key | None]]:
        match self._sheet:
            case Sheet.KANA | Sheet.KATAKANA:
                return self._kana_rows()
            case Sheet.LETTERS:
                rows = self._keys(layouts.latin(capital=self.capital))
                case = Key(self.kit, self.kit.words("board-small-letters" if self.capital else "board-capitals"))
                return [*rows[:-1], [*rows[-1], pressed_with(case, self._change_case)]]
            case Sheet.DIGITS:
                return self._keys(layouts.DIGITS)
            case Sheet.SYMBOLS:
                return self._keys(layouts.SYMBOLS)

    def _kana_rows(self) -> list[list[Key | None]]:
        rows = self._keys(layouts.kana(from_right=self.from_right, katakana=self._sheet is Sheet.KATAKANA))
        turns: list[Key | None] = [self._turn_key(turn) for turn in layouts.TURNS]
        turns += [None] * (len(rows) - len(turns))
        return [[turn, *row] if self.from_right else [*row, turn] for turn, row in zip(turns, rows, strict=True)]

    def _turn_key(self, turn: str) -> Key:
        name = {layouts.VOICED: "board-voiced", layouts.HALF_VOICED: "board-half-voiced"}.get(turn, "board-small")
        return pressed_with(Key(self.kit, turn, name=self.kit.words(name)), partial(self.turn_last, turn))

    def _keys(self, table: layouts.Table) -> list[list[Key | None]]:
        return [[self._letter(letter) if letter else None for letter in row] for row in table]

    def _letter(self, letter: str) -> Key:
        words = self.kit.words
        blank = letter.isspace()
        key = Key(self.kit, words("board-space"), name=words("board-space-name")) if blank else Key(self.kit, letter)
        return pressed_with(key, partial(self.type, letter))

    def _change_case(self) -> None:
        self.capital = not self.capital
        self.grid.set_rows(self._rows())

    def delete(self) -> None:
        """The last letter, or of what stood before."""
        if self.text:
            super().delete()
        else:
            self.beyond.emit(LETTER)

    def clear(self) -> None:
        """What is written here, then what stood before."""
        if self.text:
            super().clear()
        else:
            self.beyond.emit(ALL)

    # ---- what is written -------------------------------------------------------------------------------------------
    def turn_last(self, turn: str) -> None:
        """゛, ゜ or small for the last kana."""
        if self.text:
            self.write(self.text[:-1] + layouts.turned(self.text[-1], turn))

    def shown(self) -> str:
        """What stood already, and what is written here."""
        return self.before + self.text

    def wipe(self) -> None:
        """Nothing of what was written, and the board as it was at first."""
        self.before = ""
        super().wipe()
        if not self.from_right:
            self.turn()
        first = next(iter(self.tabs))
        if not self.capital or self._sheet is not first:
            self.capital = True
            self.show_sheet(first)

    def groups(self) -> list[list[QWidget]]:
        """The line's keys, the letters row by row, the sides."""
        sides: list[QWidget] = [tab for tab in (*self.tabs.values(), self.turning) if not tab.isHidden()]
        return [[*self._heads], *self.grid.groups(), sides]
