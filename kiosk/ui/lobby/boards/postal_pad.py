"""The postal code, seven digits; the places that it stands for are offered as large choices."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.address import Address
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.digits import DigitsPad
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel

DIGITS = 7


class PostalPad(DigitsPad):
    """`chosen(Address)` when a place is touched. The whole code shows its places in the room of the keys."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, *, name: str = "") -> None:
        super().__init__(kit, name=name, count=DIGITS)
        self.note = GlyphLabel(kit, level=Level.DENSE)
        self.towns = Paged(kit)
        self._found: tuple[Address, ...] = ()
        head = self.strip.parentWidget()
        assert head is not None
        self.fill(under(kit, Slot(head, 1, 56, 96), Slot(self.note, 0), Slot(self.pad, 6, 0, 480), Slot(self.towns, 6)))
        self._offer(())

    def show_text(self) -> None:
        """〒 123-4567; the places of a whole code."""
        super().show_text()
        code = self.text if len(self.text) == DIGITS else ""
        self._offer(tuple(self.kit.office.postal(code)) if code else (), unknown=bool(code))

    def shown(self) -> str:
        """As it is written on a letter."""
        more = f"-{self.text[3:]}" if len(self.text) > 3 else ""
        return f"〒{self.text[:3]}{more}"

    def _offer(self, found: Sequence[Address], *, unknown: bool = False) -> None:
        self._found = tuple(found)
        key = "board-postal-choose" if found else ("board-postal-unknown" if unknown else "board-postal-type")
        self.note.set_text(self.kit.words(key))
        self.pad.setVisible(not found)
        self.towns.setVisible(bool(found))
        self.towns.offer([_called(area, self._found) for area in self._found], self._key)
        self.lay()

    def _key(self, at: int) -> Key:
        area = self._found[at]
        key = Key(self.kit, _called(area, self._found), name=area.area)
        key.enters = True
        return pressed_with(key, partial(self.chosen.emit, area))

    def first(self) -> QWidget:
        """The first place, or the line."""
        return next(iter(self.towns.on_page), self.strip) if self._found else self.strip

    def groups(self) -> list[list[QWidget]]:
        """The line's key, then the pad or the places."""
        return [[self.clearing], *(self.towns.groups() if self._found else self.pad.groups())]


def _called(area: Address, among: Sequence[Address]) -> str:
    """Of several towns of one city only the town: the city is the same."""
    one = len({(each.prefecture, each.city) for each in among}) == 1
    return area.town if one and area.town and len(among) > 1 else area.area
