"""How the terminal looks and sounds for this resident; the next one finds everything as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.pages import LobbyPage
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, beside, under
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import Level, TextSize, Theme
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

_VOICE: tuple[tuple[str, str, tuple[tuple[str, object], ...]], ...] = (
    ("voice", "aloud", (("voice-off", False), ("voice-on", True))),
    ("speed", "speed", (("speed-slow", 2), ("speed-usual", 3), ("speed-fast", 4))),
    ("volume", "volume", (("volume-low", 2), ("volume-usual", 3), ("volume-high", 5))),
)


_FEW = 4  # rows that have room for large words before them


@dataclass
class Comfort:
    """What a resident has set beside text and colours."""

    low: bool = False
    aloud: bool = False
    speed: int = 3
    volume: int = 3
    switches: str = ""


class SettingsView(LobbyView):
    """Text, colours, reach, voice and switches, each a row of keys. `changed` after a touch, `closed` when done."""

    changed = Signal()
    closed = Signal()
    onward_key = "lobby-settings-done"
    backward = False

    def __init__(self, kit: LobbyKit, comfort: Comfort) -> None:
        super().__init__(kit)
        self._comfort = comfort
        self._chosen: list[tuple[Key, Callable[[], bool]]] = []
        rows = self._rows()
        self._grids = [KeyGrid(kit, (keys,), most=(320, 72)) for _, keys in rows]
        level = Level.DENSE if len(rows) <= _FEW else Level.CHROME
        titles = [GlyphLabel(kit, text, level=level, bold=True) for text, _ in rows]
        pairs = zip(titles, self._grids, strict=True)
        lines = [beside(kit, Slot(title, 2), Slot(grid, 5)) for title, grid in pairs]
        self.setLayout(column(under(kit, *(Slot(line, 1, 48, 88) for line in lines)), gap=0))
        self.mark()

    def _rows(self) -> list[tuple[str, list[Key]]]:
        words = self.kit.words
        rows = [
            (words("lobby-set-size"), [self._size(each) for each in TextSize]),
            (words("lobby-set-theme"), [self._theme(each) for each in Theme]),
            (words("lobby-set-reach"), self._ways("low", (("reach-usual", False), ("reach-low", True)))),
        ]
        if self.kit.voice is not None and self.kit.voice.speaks(self.kit.language):
            rows += [(words(f"lobby-set-{name}"), self._ways(part, ways)) for name, part, ways in _VOICE]
        switches = (("switches-none", ""), ("switches-two", "two"), ("switches-one", "one"))
        return [*rows, (words("lobby-set-switches"), self._ways("switches", switches))]

    def heading(self, page: LobbyPage) -> str:  # noqa: ARG002 - the same on every page
        """What is set here."""
        return self.kit.words("lobby-settings-title")

    def hint(self, page: LobbyPage) -> str:  # noqa: ARG002 - the same on every page
        """The rows need the room."""
        return ""

    def _key(self, key: str, act: Callable[[], None], chosen: Callable[[], bool]) -> Key:
        made = Key(self.kit, self.kit.words(f"lobby-{key}"), tone=Tone.CHOICE)
        self._chosen.append((made, chosen))
        return pressed_with(made, lambda: self._act(act))

    def _act(self, act: Callable[[], None]) -> None:
        act()
        self.mark()
        self.changed.emit()

    def mark(self) -> None:
        """Tick what is set now."""
        for key, chosen in self._chosen:
            key.setChecked(chosen())

    def _size(self, size: TextSize) -> Key:
        look = self.kit.look
        return self._key(f"size-{size.name.lower()}", lambda: look.set(size=size), lambda: look.size is size)

    def _theme(self, theme: Theme) -> Key:
        look = self.kit.look
        return self._key(f"theme-{theme.value}", lambda: look.set(theme=theme), lambda: look.theme is theme)

    def _ways(self, name: str, ways: Sequence[tuple[str, object]]) -> list[Key]:
        return [
            self._key(key, partial(setattr, self._comfort, name, value), partial(self._is, name, value))
            for key, value in ways
        ]

    def _is(self, name: str, value: object) -> bool:
        return bool(getattr(self._comfort, name) == value)

    def onward(self) -> None:
        """Back to the page."""
        self.closed.emit()

    def groups(self) -> list[list[QWidget]]:
        """Row by row."""
        return [row for grid in self._grids for row in grid.groups()]
