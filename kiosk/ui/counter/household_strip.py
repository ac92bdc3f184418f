"""Who is here, across the top of the window: a tile each, what the visit is about, and more behind "+3"."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage, QuestionState, TileView
from kiosk.ui.counter.tile import StripButton, Tile, tile_height
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.panels import Ground, pressed

_OPEN = frozenset({QuestionState.OPEN, QuestionState.WRONG, QuestionState.CONFLICT})
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def first_row(page: CounterPage, person: str) -> str:
    """The path of a person's first open question, else of their first; empty where nothing is asked about them."""
    views = [view for section in page.sections for view in section.questions if view.person == person]
    waiting = [view for view in views if view.state in _OPEN] or views
    return waiting[0].path if waiting else ""


class HouseholdStrip(Ground):
    """`picked` a person's id; `asked_purposes` that the clerk wants to say what the visit is about.

    One row, always as high, so that nothing under it moves while somebody types. What has no room is on the next turn
    of the strip, which "+3" shows. The keyboard reaches it as a zone of its own; the arrows go along it.
    """

    picked = Signal(str)
    asked_purposes = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="panel", edge="bottom")
        self._shown: tuple[TileView, ...] = ()
        self._from = 0
        self.tiles: list[Tile] = []
        self.purposes, self.more = StripButton(kit, ""), StripButton(kit, "+0")
        pressed(self.purposes, self.asked_purposes.emit)
        pressed(self.more, self._turn)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(kit.look.dp(16), kit.look.dp(4), kit.look.dp(16), kit.look.dp(4))
        self._line.setSpacing(kit.look.dp(8))
        self._line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._line.addWidget(self.purposes)
        self._line.addWidget(self.more)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def present(self, page: CounterPage) -> None:
        """Show the people of a visit; nothing is touched while they are the same."""
        self.setVisible(bool(page.tiles) and page.step is not Step.DONE)
        self._name_purposes(page)
        if page.tiles != self._shown:
            self._shown = page.tiles
            self._fill()
            self._arrange()

    def _name_purposes(self, page: CounterPage) -> None:
        first, *others = page.purpose_names or ("",)
        words = self._kit.words
        key = "purposes-more" if others else "purposes-one"
        self.purposes.set_text(words(key, first=first, n=len(others)))
        self.purposes.setToolTip(words("purposes-all", all=words("purposes-between").join((first, *others))))
        self.purposes.setVisible(bool(page.purposes))

    def _fill(self) -> None:
        """A tile for each; those that are there are kept."""
        while len(self.tiles) > len(self._shown):
            tile = self.tiles.pop()
            tile.forget()
            tile.hide()
            self._line.removeWidget(tile)
            tile.deleteLater()
        for at, view in enumerate(self._shown):
            if at < len(self.tiles):
                self.tiles[at].show_person(view)
            else:
                self._add(view)

    def _add(self, view: TileView) -> None:
        tile = Tile(self._kit, view)
        pressed(tile, lambda: self.picked.emit(tile.view.id))
        self.tiles.append(tile)
        self._line.insertWidget(self._line.count() - 2, tile)

    # ---- room ----------------------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        """Show as many tiles as fit, beginning with the turn that was asked for."""
        self._from = self._from if self._from < len(self.tiles) else 0
        fits = self._fitting()
        for at, tile in enumerate(self.tiles):
            tile.setVisible(self._from <= at < self._from + fits)
        hidden = len(self.tiles) - fits
        self.more.setVisible(hidden > 0)
        self.more.set_text(f"+{hidden}")
        self.more.setAccessibleName(self._kit.words("tile-more", n=hidden))

    def _fitting(self) -> int:
        """How many tiles from the first shown on have room, at least one."""
        margins, gap = self._line.contentsMargins(), self._line.spacing()
        room = self.width() - margins.left() - margins.right()
        room -= self.purposes.sizeHint().width() + gap if not self.purposes.isHidden() else 0
        widths = [tile.sizeHint().width() + gap for tile in self.tiles[self._from :]]
        if self._from == 0 and sum(widths) <= room + gap:
            return len(widths)
        room -= self.more.sizeHint().width() + gap
        shown = 0
        for width in widths:
            if shown and width > room:
                break
            room -= width
            shown += 1
        return max(shown, 1) if widths else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row of controls, whoever stands in it."""
        return QSize(self._kit.look.dp(480), self._high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """People who have no room never make the window wider."""
        return QSize(self._kit.look.dp(240), self._high)

    @property
    def _high(self) -> int:
        margins = self._line.contentsMargins()
        return tile_height(self._kit) + margins.top() + margins.bottom() + 1

    def _turn(self) -> None:
        """The next people; after the last the first again."""
        shown = sum(not tile.isHidden() for tile in self.tiles)
        self._from = self._from + shown if self._from + shown < len(self.tiles) else 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The room changed."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._arrange()

    # ---- keyboard ------------------------------------------------------------------------------------------------
    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return next((tile for tile in self.tiles if not tile.isHidden()), self.purposes)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows go along the strip; past the last tile the strip turns."""
        step = _ALONG.get(Qt.Key(event.key()), 0)
        if step:
            self._along(step)
        else:
            super().keyPressEvent(event)

    def _along(self, step: int) -> None:
        stops = [self.purposes, *self.tiles, self.more]
        shown = [stop for stop in stops if not stop.isHidden()]
        here = next((at for at, stop in enumerate(shown) if stop.hasFocus()), 0)
        shown[max(0, min(here + step, len(shown) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def wipe(self) -> None:
        """The visit has ended: no name stays."""
        self._shown, self._from = (), 0
        self._fill()
        self.purposes.set_text("")
        self.purposes.setToolTip("")
        self.hide()
