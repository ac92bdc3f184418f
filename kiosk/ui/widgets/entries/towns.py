"""The places of a postal code to choose from: all of them, found by the letters of the town."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.model.address import Address
from kiosk.model.address_text import folded
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import empty, holder, pressed

_AT_ONCE = 8


class TownChoice(QWidget):
    """`chosen(Address)`; shows a first few places and how many more there are, or those with the letters typed."""

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._found, self._letters, self._whole = kit, tuple[Address, ...](), "", False
        self.note = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self._flow = FlowLayout(gap=kit.look.dp(12))
        self.places = holder(self._flow)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(kit.look.dp(4))
        lines.addWidget(self.note)
        lines.addWidget(self.places)
        self.hide()

    def offer(self, found: Sequence[Address], *, note: str = "") -> None:
        """Offer places, with a word about why; none hides them, and a note stands alone."""
        self._found, self._whole = tuple(found), False
        self._say(note)
        self._show()

    def narrow(self, letters: str) -> None:
        """Only the places with these letters, as long as there are any."""
        self._letters = folded(letters)
        if self._found:
            self._show()

    @property
    def shown(self) -> tuple[str, ...]:
        """What can be pressed now."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget.text() for widget in widgets if isinstance(widget, Button))

    def _say(self, note: str) -> None:
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    def _show(self) -> None:
        near = tuple(area for area in self._found if self._letters in folded(area.area)) or self._found
        first = near if self._whole else near[:_AT_ONCE]
        empty(self._flow)
        for area in first:
            self._button(self._called(area), lambda area=area: self.chosen.emit(area))  # type: ignore[misc]
        if len(near) > len(first):
            self._button(self._kit.words("postal-more", count=len(near) - len(first)), self.unfold)
        self.places.setVisible(bool(first))
        self.setVisible(bool(first) or bool(self.note.text))

    def _called(self, area: Address) -> str:
        """Of many towns of one city only the town: the city is the same."""
        one = len({(each.prefecture, each.city) for each in self._found}) == 1
        return area.town if one and area.town and len(self._found) > _AT_ONCE else area.area

    def _button(self, text: str, act: Callable[[], None]) -> None:
        button = Button(self._kit, text, rank=Rank.SECONDARY)
        pressed(button, act)
        self._flow.addWidget(button)

    def unfold(self) -> None:
        """Show them all."""
        self._whole = True
        self._show()
