"""How wide printed text is and how it is broken into lines, for fonts in which a kanji is as wide as it is high.

The fonts of the forms have a fixed pitch: full-width signs are one em, half-width ones half an em, so a sheet can be
drawn to the tenth of a millimetre without opening a font.
"""

import unicodedata
from dataclasses import dataclass

LEADING = 1.25
_NO_START = frozenset("、。，．）」』】・ーゃゅょっャュョッ々〜：；")


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """Text broken into lines at one size (mm)."""

    lines: tuple[str, ...]
    size: float


def width(text: str, *, size: float) -> float:
    """The width of one line in millimetres."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text) * size


def wrap(text: str, *, size: float, limit: float) -> tuple[str, ...]:
    """Break a text at its line ends and wherever a line is full; no line starts with a closing sign (行頭禁則)."""
    return tuple(line for part in text.split("\n") for line in _fill(part, size=size, limit=limit))


def fit(text: str, *, w: float, h: float, sizes: tuple[float, ...]) -> Fitted | None:
    """The largest of the sizes at which the text fits into w × h millimetres, or None."""
    for size in sizes:
        lines = wrap(text, size=size, limit=w)
        widest = max(width(line, size=size) for line in lines)
        if widest <= w and size * (1 + LEADING * (len(lines) - 1)) <= h:
            return Fitted(lines=lines, size=size)
    return None


def _fill(text: str, *, size: float, limit: float) -> list[str]:
    lines = [""]
    for sign in text:
        if width(lines[-1] + sign, size=size) <= limit + 0.01 or not lines[-1]:
            lines[-1] += sign
        elif sign in _NO_START and len(lines[-1]) > 1:
            lines[-1], moved = lines[-1][:-1], lines[-1][-1]
            lines.append(moved + sign)
        else:
            lines.append(sign)
    return lines
