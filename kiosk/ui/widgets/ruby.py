"""Words with their readings drawn above the kanji, broken between phrases and never inside a word."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.model.ruby import Phrase, Unit, phrases
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import Lettering

_SIZE = 0.46  # of the letters below
_GAP = 0.28  # of a letter between phrases


class RubyLettering(Lettering):
    """A lettering whose lines have room for readings above them."""

    def __init__(self, kit: Kit, level: Level, *, bold: bool = False) -> None:
        super().__init__(kit, level, bold=bold)
        self._small = QFont(self.font)
        self._small.setBold(False)
        self._small.setPixelSize(max(round(self.px * _SIZE), 9))
        self._above = QFontMetricsF(self._small)
        self._rise = round(self._above.height() * 0.8)
        self.line += self._rise
        self._laid: dict[tuple[str, int], list[list[Phrase]]] = {}
        self._read: dict[str, tuple[Phrase, ...]] = {}

    @property
    def tight(self) -> float:
        """With the readings above."""
        return super().tight + self._rise

    def tight_of(self, text: str) -> float:
        """Words that have no readings need no room for them."""
        read = any(unit.reading for line in text.split("\n") for phrase in self._phrases(line) for unit in phrase)
        return self.tight if read else self.tight - self._rise

    def forget(self) -> None:
        """Keep nothing that was measured."""
        super().forget()
        self._laid.clear()
        self._read.clear()

    # ---- measuring ---------------------------------------------------------------------------------------------------
    def width(self, text: str) -> float:
        """Width in pixels of the widest line."""
        return max(self._wide(self._phrases(line)) for line in text.split("\n"))

    def _phrases(self, line: str) -> tuple[Phrase, ...]:
        known = self._read.get(line)
        if known is None:
            known = self._read[line] = phrases(line)
        return known

    def _wide(self, line: Sequence[Phrase]) -> float:
        gaps = max(len(line) - 1, 0) * self.px * _GAP
        return sum(self._unit(unit) for phrase in line for unit in phrase) + gaps

    def _unit(self, unit: Unit) -> float:
        return max(self._width(unit.base), self._above.horizontalAdvance(unit.reading) if unit.reading else 0.0)

    def lines(self, text: str, width: float) -> Sequence[str]:
        """The lines without their readings, as they are broken."""
        return tuple("".join(unit.base for phrase in line for unit in phrase) for line in self._lay(text, width))

    def height(self, text: str, width: float) -> int:
        """Height in pixels of the broken text."""
        return len(self._lay(text, width)) * self.line

    def _lay(self, text: str, width: float) -> list[list[Phrase]]:
        key = (text, int(width))
        known = self._laid.get(key)
        if known is None:
            known = self._laid[key] = [line for part in text.split("\n") for line in self._wrapped(part, width)]
        return known

    def _wrapped(self, text: str, width: float) -> Iterator[list[Phrase]]:
        line: list[Phrase] = []
        for phrase in self._phrases(text):
            for piece in self._fitting(phrase, width):
                if line and self._wide([*line, piece]) > width:
                    yield line
                    line = []
                line.append(piece)
        yield line

    def _fitting(self, phrase: Phrase, width: float) -> Iterator[Phrase]:
        """A phrase wider than the whole line is broken between its letters, but never inside a word with a reading."""
        if self._wide([phrase]) <= width:
            yield phrase
            return
        now: list[Unit] = []
        for unit in _apart(phrase):
            if now and self._wide([(*now, unit)]) > width:
                yield tuple(now)
                now = []
            now.append(unit)
        yield tuple(now)

    # ---- drawing -----------------------------------------------------------------------------------------------------
    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        *,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw letters and readings from the top of `rect`, left or centred."""
        painter.setPen(colour)
        low = self.line - self._rise
        base = self._rise + (low - self._metrics.height()) / 2 + self._metrics.ascent()
        for number, line in enumerate(self._lay(text, rect.width())):
            spare = rect.width() - self._wide(line) if align is Qt.AlignmentFlag.AlignHCenter else 0.0
            self._draw_line(painter, rect.left() + max(spare, 0.0) / 2, rect.top() + number * self.line + base, line)

    def _draw_line(self, painter: QPainter, x: float, baseline: float, line: Sequence[Phrase]) -> None:
        for phrase in line:
            for unit in phrase:
                wide = self._unit(unit)
                painter.setFont(self.font)
                painter.drawText(QPointF(x + (wide - self._width(unit.base)) / 2, baseline), unit.base)
                if unit.reading:
                    painter.setFont(self._small)
                    over = x + (wide - self._above.horizontalAdvance(unit.reading)) / 2
                    painter.drawText(QPointF(over, baseline - self._metrics.ascent() * 0.92), unit.reading)
                x += wide
            x += self.px * _GAP


def _apart(phrase: Phrase) -> Iterator[Unit]:
    """Words with a reading whole, everything else letter by letter."""
    for unit in phrase:
        if unit.reading:
            yield unit
        else:
            yield from (Unit(letter) for letter in unit.base)
