"""One answer to check: what it is called, what was said, and the word for changing it; touching it changes it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.key import Key, fits
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import Lettering, letters

_PAD = (10, 4)  # dp beside the words, and above and below them
_LEADING = 1.6  # of two lines' leading: none above, none below, little between label and answer
_BETWEEN = 10  # dp between the label and the word beside it


@dataclass(frozen=True, slots=True)
class Room:
    """What an answer needs, in pixels; `change` is the word at the right of its label."""

    kit: Kit
    lettering: Lettering
    change: str

    @property
    def beside(self) -> float:
        """What the word takes of the line of the label."""
        return self.lettering.width(self.change) + self.kit.look.dp(_BETWEEN)

    def wide(self, label: str, said: str) -> int:
        """The width at which neither is broken."""
        words = max(self.lettering.width(label) + self.beside, self.lettering.width(said))
        return round(words) + 2 * self.kit.look.dp(_PAD[0]) + 2

    def high(self, label: str, said: str, wide: int) -> int:
        """The height at a width."""
        inside = wide - 2 * self.kit.look.dp(_PAD[0])
        lines = self.lettering.height(label, inside - self.beside) + self.lettering.height(said, inside)
        return round(lines - _LEADING * self._lead) + 2 * self.kit.look.dp(_PAD[1])

    def holds(self, label: str, said: str, wide: float, high: float) -> bool:
        """Whether both are seen whole, and no word of them is broken, in so much room."""
        inside = wide - 2 * self.kit.look.dp(_PAD[0])
        plenty = 100.0 * self.lettering.line
        whole = fits(self.lettering, label, inside - self.beside, plenty) and fits(self.lettering, said, inside, plenty)
        return whole and self.high(label, said, round(wide)) <= high

    def draw(self, painter: QPainter, place: QRectF, words: tuple[str, str], *, inks: tuple[QColor, QColor]) -> None:
        """Label and answer, in the middle of the height; the word at the right in the second ink."""
        (label, said), side = words, self.kit.look.dp(_PAD[0])
        spare = place.height() - self.high(label, said, round(place.width()))
        top = place.top() + spare / 2 + self.kit.look.dp(_PAD[1]) - self._lead / 2
        inside = QRectF(place.left() + side, top, place.width() - 2 * side, place.height())
        beside, tall = self.beside, self.lettering.height(label, inside.width() - self.beside)
        named = QRectF(inside.left(), top, inside.width() - beside, tall)
        self.lettering.draw(painter, named, label, colour=inks[0])
        word = QRectF(inside.right() - beside + self.kit.look.dp(_BETWEEN), top, beside + 2, tall)
        self.lettering.draw(painter, word, self.change, colour=inks[1])
        under = inside.adjusted(0, tall - (_LEADING - 1) * self._lead, 0, 0)
        self.lettering.draw(painter, under, said, colour=inks[0])

    @property
    def _lead(self) -> float:
        """What a line has above and below its letters."""
        return self.lettering.line - self.lettering.tight


def rooms(kit: Kit) -> tuple[Room, ...]:
    """In the letters of the page, and in smaller ones for what would not be seen whole."""
    return tuple(Room(kit, letters(kit, level), kit.words("lobby-change")) for level in (Level.DENSE, Level.CHROME))


class AnswerKey(Key):
    """`label` names it, `said` is the answer, `name` what assistive tools call both."""

    def __init__(self, kit: Kit, label: str, said: str, *, name: str) -> None:
        super().__init__(kit, f"{label}\n{said}", name=name)
        self.left, self.enters = True, True

    @property
    def _both(self) -> tuple[str, str]:
        label, _, said = self.text().partition("\n")
        return label, said

    def _room(self) -> Room:
        found = rooms(self._kit)
        return next((each for each in found if each.holds(*self._both, self.width(), self.height())), found[-1])

    @property
    def whole(self) -> bool:
        """Whether all of the words are seen."""
        return self._room().holds(*self._both, self.width(), self.height())

    def _words(self, painter: QPainter, ink: QColor) -> None:
        self._room().draw(painter, QRectF(self.rect()), self._both, inks=(ink, self._kit.look.colour("primary")))
