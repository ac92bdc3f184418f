"""The two widths at the edge: what type Ｎ stores full-width and GIF writes half-width."""

import re

from kiosk.model.letters import to_hankaku, to_zenkaku, whole_kana

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_BREAKS = re.compile(r"[\r\n\t]+")
_NOT_FULL = re.compile("[\u0000-\u007f\uff61-\uff9f]")


def zenkaku(text: str) -> str:
    """Type Ｎ on one line: ASCII and half-width kana become full-width, spaces and line breaks U+3000."""
    return to_zenkaku(_BREAKS.sub(" ", text))


def hankaku(text: str) -> str:
    """Full-width ASCII to half-width, U+3000 to U+0020, every hyphen to one; kana stay full-width (GIF, DS-461)."""
    return to_hankaku(whole_kana(text)).translate(_HYPHENS)


def is_full(text: str) -> bool:
    """True when a text fits type Ｎ: no ASCII, no control character, no half-width kana."""
    return _NOT_FULL.search(text) is None
