"""Words that may be longer than the page: turned by touch and by switches, without a finger that wipes."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.tokens import TOUCH_PRIMARY, Level
from kiosk.ui.widgets.panels import column, scrolling

_WAYS = (("board-page-before", -1), ("board-page-next", 1))


class Turning(QWidget):
    """A sheet, and below it the keys that turn it where something of it is out of sight."""

    def __init__(self, kit: LobbyKit, sheet: QWidget) -> None:
        super().__init__()
        self._kit, self._sheet = kit, sheet
        self.area = scrolling(kit, sheet)
        self.keys = tuple(
            pressed_with(Key(kit, kit.words(key), tone=Tone.ACT), partial(self._turn, step)) for key, step in _WAYS
        )
        self._grid = KeyGrid(kit, (self.keys,), most=(10_000, TOUCH_PRIMARY))
        self._grid.setFixedHeight(kit.look.dp(TOUCH_PRIMARY))
        self._grid.hide()
        self.setLayout(column(self.area, self._grid, gap=kit.look.dp(12)))

    def _turn(self, step: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + step * max(bar.pageStep() - self._kit.look.line(Level.DENSE), 1))

    def share(self) -> None:
        """The keys stand there only where they are needed; another text begins at its beginning."""
        wide = self.area.viewport().width() or self.width()
        self._grid.setVisible(self._sheet.heightForWidth(wide) > self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another glass."""
        super().resizeEvent(event)
        self.share()

    def groups(self) -> list[list[QWidget]]:
        """The two keys."""
        return [] if self._grid.isHidden() else self._grid.groups()
