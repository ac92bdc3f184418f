"""The building blocks of the guide sheet: a line in Japanese, the resident's language beneath it, and their height."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.model.base import Frozen, Issue
from kiosk.render.drawlist import MM_PER_PT, DrawList, Item, Text
from kiosk.render.shaping import Shaper
from kiosk.render.wrapping import wrap

FACES = {"en": "latin", "pt": "latin", "vi": "latin", "ko": "hangul", "zh": "hans"}
"""The face of each language; others are written with the Japanese one."""

LEADING = 1.22
ASCENT = 0.90
SMALLER = 0.9  # the second language beside the Japanese size
_SPACED = frozenset({"en", "pt", "vi", "ko", "ja-easy"})
"""The languages that are written with spaces; やさしい日本語 is, between its phrases (分かち書き)."""


class Say(Frozen):
    """The same thing in Japanese and in the resident's language; `other` is empty on a Japanese sheet."""

    ja: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line with its face and size in points."""

    text: str
    face: str
    size: float

    @property
    def height(self) -> float:
        """Its share of the column, in mm."""
        return self.size * MM_PER_PT * LEADING


@dataclass(frozen=True)
class Typesetter:
    """Breaks texts into lines of a width, for one second language."""

    shaper: Shaper
    language: str

    @property
    def face(self) -> str:
        """The face of the second language."""
        return FACES.get(self.language, "pgothic")

    def lines(self, say: Say, *, width: float, size: float, bold: bool = False) -> tuple[Line, ...]:
        """The Japanese lines, beneath them those of the other language."""
        own = "pgothic-bold" if bold else "pgothic"
        pairs = ((say.ja, own, size, False), (say.other, self.face, size * SMALLER, self.language in _SPACED))
        return tuple(
            Line(text, face, points)
            for words, face, points, spaced in pairs
            if words
            for text in self._broken(words, face, width / (points * MM_PER_PT), spaced=spaced)
        )

    def width(self, line: Line) -> float:
        """The natural width of a line in mm."""
        return self.shaper.width(line.face, text=line.text, size_pt=line.size)

    def _broken(self, words: str, face: str, ems: float, *, spaced: bool) -> Iterator[str]:
        """Languages with spaces break only there, unless a word alone is too long; the others between characters."""
        if not spaced:
            yield from (line.text for line in wrap(self.shaper.shape(face, text=words), ems=ems))
            return
        held = ""
        for word in words.split():
            longer = f"{held} {word}".strip()
            if held and self.shaper.ems(face, text=longer) > ems:
                yield held
                longer = word
            *full, held = (line.text for line in wrap(self.shaper.shape(face, text=longer), ems=ems))
            yield from full
        yield held


def height(lines: Sequence[Line]) -> float:
    """The height of a column of lines, in mm."""
    return sum(line.height for line in lines)


def placed(lines: Sequence[Line], *, x: float, y: float) -> Iterator[Text]:
    """The lines as texts, the top of the column at y."""
    for line in lines:
        baseline = y + line.height / 2 + line.size * MM_PER_PT * (ASCENT - 0.5)
        yield Text(x=x, y=baseline, size_pt=line.size, face=line.face, text=line.text)
        y += line.height


def sheets(
    pages: Sequence[Sequence[Item]], *, width: float, height: float, warnings: Sequence[Issue] = ()
) -> tuple[DrawList, ...]:
    """Pages in mm as they can be printed; what did not fit on any of them is told with the first."""
    return tuple(
        DrawList(width=width, height=height, items=tuple(page), warnings=() if index else tuple(warnings))
        for index, page in enumerate(pages)
    )
