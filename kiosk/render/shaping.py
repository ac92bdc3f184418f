"""From characters to glyphs: each cluster (a base with its selector or marks) gets the first font that really has it.

Clusters are shaped one by one, without kerning and ligatures, which Japanese forms do not use: widths add up, and only
single clusters are remembered between calls, never a resident's whole name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from kiosk.model.letters import graphemes
from kiosk.render.drawlist import MM_PER_PT
from kiosk.render.fonts import FontFile, FontLibrary

GETA = "〓"
_FEATURES = {"kern": False, "liga": False, "clig": False, "calt": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its font, its number there, the characters it stands for, advance and offset in em (dy up).

    `plain` says that it stands where the font's own width puts it.
    """

    font: FontFile
    gid: int
    text: str
    advance: float
    dx: float
    dy: float
    plain: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a reader takes for one character. `drawn` differs from `text` when no font has it as it is written."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    drawn: str

    @property
    def substituted(self) -> bool:
        """Whether something else than the written character is drawn."""
        return self.drawn != self.text


def is_selector(char: str) -> bool:
    """Whether this is a variation selector (U+FE00..FE0F, U+E0100..E01EF)."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _supports(font: FontFile, text: str) -> bool:
    if is_selector(text[0]):
        return False
    pairs = pairwise(text)
    return all(font.has_variant(ord(a), selector=ord(b)) for a, b in pairs if is_selector(b))


class Shaper:
    """Finds glyphs and measures texts with the fonts of one library."""

    def __init__(self, library: FontLibrary) -> None:
        self.library = library
        self._cluster = lru_cache(maxsize=1 << 14)(self._shape)

    def shape(self, face: str, *, text: str) -> tuple[Cluster, ...]:
        """The text's clusters in reading order. Raises KeyError for an unknown face."""
        return tuple(self._cluster(face, each) for each in graphemes(text))

    def ems(self, face: str, *, text: str) -> float:
        """The text's natural width in em."""
        return sum(self._cluster(face, each).advance for each in graphemes(text))

    def width(self, face: str, *, text: str, size_pt: float) -> float:
        """The text's natural width in millimetres at a size in points."""
        return self.ems(face, text=text) * size_pt * MM_PER_PT

    def substitutes(self, face: str, *, text: str) -> tuple[Cluster, ...]:
        """The clusters that cannot be drawn as written, each once."""
        return tuple({each.text: each for each in self.shape(face, text=text) if each.substituted}.values())

    def _shape(self, face: str, text: str) -> Cluster:
        for drawn in _stand_ins(text):
            for font in self.library.chain(face):
                glyphs = _glyphs(font, drawn=drawn, text=text) if _supports(font, drawn) else ()
                if glyphs:
                    written = text if drawn == " " else drawn
                    return Cluster(text, glyphs, sum(each.advance for each in glyphs), written)
        return Cluster(text, (), 0.0, "")


def _stand_ins(text: str) -> Iterable[str]:
    """What may be drawn, best first: the cluster, its base without selectors, the printers' mark for a missing type."""
    if text.isspace() and text != "\u3000":
        return (" ",)
    base = "".join(char for char in text if not is_selector(char))
    return tuple(dict.fromkeys((text, base, GETA))) if base else (text, GETA)


def _glyphs(font: FontFile, *, drawn: str, text: str) -> tuple[Glyph, ...]:
    """Shape one cluster; empty when the font lacks a part of it."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(drawn)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(font.font, buffer, _FEATURES)
    infos = buffer.glyph_infos
    if not infos or any(info.codepoint == 0 for info in infos):
        return ()
    starts = [info.cluster for info in infos]
    parts = [drawn[a:b] for a, b in zip(starts, [*starts[1:], len(drawn)], strict=True)]
    if drawn != text:
        parts = [text, *("" for _ in parts[1:])]
    return tuple(
        _glyph(font, info.codepoint, part, position)
        for info, part, position in zip(infos, parts, buffer.glyph_positions, strict=True)
    )


def _glyph(font: FontFile, gid: int, text: str, position: hb.GlyphPosition) -> Glyph:
    advance = position.x_advance / font.upem
    dx, dy = position.x_offset / font.upem, position.y_offset / font.upem
    plain = not dx and not dy and advance == font.advance(gid)
    return Glyph(font, gid, text, advance, dx, dy, plain)
