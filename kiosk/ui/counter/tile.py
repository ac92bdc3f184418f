"""One person of the household strip: name, birth, part in the visit, where it was read; pressed, their rows open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.flow.pages import TileView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.lettering import Lettering, clusters, letters

_WIDEST = 17  # letters
_LESS, _BETWEEN = "…", " "


def tile_height(kit: Kit) -> int:
    """How high every tile is, in pixels: two lines, one where the text is large, and a control's height at least."""
    bold, plain = letters(kit, Level.CHROME, bold=True), letters(kit, Level.CHROME)
    high = round(bold.tight + (plain.tight if kit.look.roomy else 0)) + kit.look.dp(8)
    return max(high, kit.look.dp(kit.look.control))


class StripButton(Button):
    """A button of the strip, which Tab passes by; the arrows are the strip's."""

    def __init__(self, kit: Kit, text: str, *, rank: Rank = Rank.SECONDARY) -> None:
        super().__init__(kit, text, rank=rank, level=Level.CHROME)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's buttons would take the arrows for themselves."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Tile(StripButton):
    """Two short lines, one where the text is large; what has no room is said by the tool tip and by assistive tools."""

    def __init__(self, kit: Kit, view: TileView) -> None:
        super().__init__(kit, "", rank=Rank.CHOICE)
        self.setCheckable(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.view = view
        self.show_person(view)

    def show_person(self, view: TileView) -> None:
        """Show somebody, or what is known now."""
        self.view = view
        words = self._kit.words
        came = words("tile-came") if view.came else ""
        source = words(f"source-{view.source.value}") if view.source is not None else ""
        self._first = "　".join(filter(None, (view.name, came)))
        self._second = tuple(filter(None, (view.part, view.birth, source)))
        self._home = view.address
        whole = "　".join(filter(None, (self._first, *self._second, self._home)))
        self.setAccessibleName(words("tile-name", who=whole))
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """The visit has ended."""
        self.show_person(TileView(id="", name=""))

    @property
    def _fonts(self) -> tuple[Lettering, Lettering]:
        return letters(self._kit, Level.CHROME, bold=True), letters(self._kit, Level.CHROME)

    @property
    def _two(self) -> bool:
        return self._kit.look.roomy

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its words, up to seventeen letters; as high as a control at least."""
        bold, plain = self._fonts
        second = _BETWEEN.join(self._second) if self._two else ""
        wide = max(bold.width(self._shown_first()), plain.width(second))
        width = min(int(wide) + 2, _WIDEST * bold.px) + 2 * self._side()
        return QSize(max(width, self.floor), tile_height(self._kit))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never squeezed."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words do not wrap."""
        return False

    def _side(self) -> int:
        return self._kit.look.dp(10)

    def _shown_first(self) -> str:
        return self._first if self._two else "　".join(filter(None, (self.view.name, self.view.part)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, name, and under it as much as there is room for."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, width = self._colours()
        self._ground(painter, fill=fill, edge=edge, thick=look.dp(width))
        if self.view.came:
            bar = QRectF(look.dp(3), look.dp(6), look.dp(3), self.height() - look.dp(12))
            painter.fillRect(bar, look.colour("primary"))
        bold, plain = self._fonts
        room = self.width() - 2 * self._side()
        lines = [(bold, _short(bold, self._shown_first(), room))]
        lines += [(plain, _fitting(plain, (*self._second, self._home), room))] if self._two else []
        top = (self.height() - sum(font.tight for font, _ in lines)) / 2
        for font, text in lines:
            spot = QRectF(self._side(), top + (font.tight - font.line) / 2, room + font.px, font.line)
            font.draw(painter, spot, text, colour=ink)
            top += font.tight


def _short(font: Lettering, text: str, room: float) -> str:
    """The text, or as many of its letters as there is room for."""
    if font.width(text) <= room:
        return text
    found = clusters(text)
    while found and font.width("".join(found) + _LESS) > room:
        found.pop()
    return "".join(found) + _LESS


def _fitting(font: Lettering, parts: tuple[str, ...], room: float) -> str:
    """As many of the parts as there is room for, whole; the last one that begins may be shortened."""
    shown = ""
    for part in parts:
        longer = f"{shown}{_BETWEEN}{part}" if shown else part
        if font.width(longer) > room:
            left = room - font.width(f"{shown}{_BETWEEN}")
            return _short(font, longer, room) if left > 5 * font.px or not shown else shown
        shown = longer
    return shown
