"""Those who were read before anybody said what for: the start page says whose visit it will be, and mends it."""

from PySide6.QtCore import Signal

from kiosk.flow.actions import Came, RemovePerson
from kiosk.flow.pages import CounterPage, TileView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, pressed


class PeopleHere(Panel):
    """`acted` carries who has come, or who goes. A tile of the strip chooses the person that the buttons are about."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="primary", pad=8)
        self._tiles: tuple[TileView, ...] = ()
        self._person = ""
        self.said = GlyphLabel(kit, level=Level.DENSE)
        self.came, self.away = (Button(kit, kit.words(f"here-{key}"), level=Level.CHROME) for key in ("came", "away"))
        pressed(self.came, lambda: self.acted.emit(Came(person=self._person)))
        pressed(self.away, lambda: self.acted.emit(RemovePerson(person=self._person)))
        self.column.addWidget(self.said)
        self.column.addWidget(flow(self.came, self.away, gap=kit.look.dp(12)))
        self.hide()

    def present(self, page: CounterPage) -> None:
        """Know who is here; what was chosen goes with the person."""
        self._tiles = page.tiles
        self.choose(self._person if self._person in {tile.id for tile in page.tiles} else "")

    def choose(self, person: str) -> None:
        """Show what can be said about this person, or nothing."""
        self._person = person
        tile = next((each for each in self._tiles if each.id == person), None)
        first = tile is not None and tile is self._tiles[0]
        for button in (self.came, self.away):
            button.setVisible(not first)
        self.said.set_text(self._kit.words("here-first" if first else "here-who", name=tile.name) if tile else "")
        self.setVisible(tile is not None)

    def first(self) -> Button | None:
        """Where the keyboard goes."""
        return self.came if self.isVisible() and not self.came.isHidden() else None
