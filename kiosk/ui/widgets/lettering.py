"""Measuring, breaking and drawing words, with or without variation selectors."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kiosk.ui.kit import Kit
from kiosk.ui.ports import Face
from kiosk.ui.theme import Look
from kiosk.ui.tokens import Level

_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TIGHT = 1.15  # of the letters, for a line that stands alone
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々")


def has_selector(text: str) -> bool:
    """Whether Qt would draw the text wrongly (it drops variation selectors)."""
    return _SELECTOR.search(text) is not None


def clusters(text: str) -> list[str]:
    """The text as a person counts letters: 葛󠄀 is one."""
    from kiosk.model.letters import graphemes

    return graphemes(text)


def face_of(*, bold: bool) -> Face:
    """The screen face for a weight."""
    return "gothic-bold" if bold else "gothic"


def letters(kit: Kit, level: Level, *, bold: bool = False) -> "Lettering":
    """The lettering of a level as it is now; the window keeps one of each, with what was measured with it."""
    kept, key = kit.look.kept, (level, bold, kit.look.size)
    found = kept.get(key)
    if not isinstance(found, Lettering):
        found = kept[key] = _made(kit, level, bold=bold)
    return found


def _made(kit: Kit, level: Level, *, bold: bool) -> "Lettering":
    made = kit.look.lettering
    return made(kit, level, bold=bold) if made is not None else Lettering(kit, level, bold=bold)


def forget(look: Look) -> None:
    """Nothing of the texts of a visit stays in memory after its end."""
    for each in look.kept.values():
        if isinstance(each, Lettering):
            each.forget()


def _broken(text: str, width: int, font: QFont) -> tuple[str, ...]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        # positions are UTF-16 units; slice in UTF-16 so that characters beyond the BMP stay whole
        start, length = line.textStart(), line.textLength()
        units = text.encode("utf-16-le")[2 * start : 2 * (start + length)]
        found.append(units.decode("utf-16-le").strip("\n"))
    layout.endLayout()
    return tuple(found) or ("",)


class Lettering:
    """One font at one level: how wide words are, where lines break, and drawing them."""

    def __init__(self, kit: Kit, level: Level, *, bold: bool = False) -> None:
        self._kit, self.face, self.px = kit, face_of(bold=bold), kit.look.px(level)
        self.font = kit.look.font(level, bold=bold)
        self.line = kit.look.line(level)
        self._metrics = QFontMetricsF(self.font)
        self._widths: dict[str, float] = {}
        self._lines: dict[tuple[str, int], tuple[str, ...]] = {}

    @property
    def tight(self) -> float:
        """The height in pixels of one line with nothing above or below it."""
        return self.px * _TIGHT

    def tight_of(self, text: str) -> float:  # noqa: ARG002 - of these letters all lines are as high
        """As `tight`, of a line of these words."""
        return self.tight

    def forget(self) -> None:
        """Keep nothing that was measured."""
        self._widths.clear()
        self._lines.clear()

    def width(self, text: str) -> float:
        """Width in pixels of one line, or of the widest when there are newlines."""
        return max(self._width(line) for line in text.split("\n"))

    def _width(self, line: str) -> float:
        if has_selector(line):
            return self._kit.glyphs.text_width(line, self.face, self.px)
        known = self._widths.get(line)
        if known is None:
            known = self._widths[line] = self._metrics.horizontalAdvance(line)
        return known

    def lines(self, text: str, width: float) -> Sequence[str]:
        """The text broken so that no line is wider than `width` pixels."""
        if not has_selector(text):
            key = (text, int(width))
            known = self._lines.get(key)
            if known is None:
                known = self._lines[key] = _broken(text, int(width), self.font)
            return known
        return tuple(line for part in text.split("\n") for line in self._break(part, width))

    def _break(self, text: str, width: float) -> list[str]:
        lines = [""]
        for cluster in clusters(text):
            longer = lines[-1] + cluster
            if lines[-1] and cluster not in _NOT_FIRST and self._width(longer) > width:
                lines.append(cluster)
            else:
                lines[-1] = longer
        return lines

    def height(self, text: str, width: float) -> int:
        """Height in pixels of the broken text."""
        return len(self.lines(text, width)) * self.line

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        *,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw the broken text from the top of `rect`, left or centred."""
        painter.setFont(self.font)
        painter.setPen(colour)
        rise = (self.line - self._metrics.height()) / 2 + self._metrics.ascent()
        for number, line in enumerate(self.lines(text, rect.width())):
            spare = rect.width() - self._width(line) if align is Qt.AlignmentFlag.AlignHCenter else 0.0
            x, baseline = rect.left() + max(spare, 0.0) / 2, rect.top() + number * self.line + rise
            if has_selector(line):
                self._kit.glyphs.draw(painter, x, baseline, text=line, face=self.face, px=self.px, colour=colour)
            else:
                painter.drawText(QPointF(x, baseline), line)
