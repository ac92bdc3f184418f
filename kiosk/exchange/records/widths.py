"""Full width at the edge: what a column of type Ｎ stores."""

import re

from kiosk.model.letters import to_zenkaku

_BREAKS = re.compile(r"[\r\n\t]+")
_NOT_FULL = re.compile("[\u0000-\u007f\uff61-\uff9f]")


def zenkaku(text: str) -> str:
    """Type Ｎ on one line: ASCII and half-width kana become full-width, spaces and line breaks U+3000."""
    return to_zenkaku(_BREAKS.sub(" ", text))


def is_full(text: str) -> bool:
    """True when a text fits type Ｎ: no ASCII, no control character, no half-width kana."""
    return _NOT_FULL.search(text) is None
