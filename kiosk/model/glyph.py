"""異体字: one shape of a letter, and who can write it."""

import enum
from dataclasses import dataclass


class Reach(enum.Enum):
    """How far a letter goes: every system, those with JIS X 0213, those with Unicode, those with variants (IVS) too."""

    EVERYWHERE = "everywhere"  # JIS X 0208 with the letters of cp932
    JIS2004 = "jis2004"
    UNICODE = "unicode"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter with its selector, where it has one; `printed`: the forms of this place are printed with it as it is."""

    text: str
    reach: Reach
    printed: bool


def reach_of(letter: str) -> Reach:
    """Which systems can hold a letter (a variation selector is a letter of its own to those that know none)."""
    if len(letter) > 1:
        return Reach.VARIANT
    for codec, reach in (("cp932", Reach.EVERYWHERE), ("euc_jis_2004", Reach.JIS2004)):
        try:
            letter.encode(codec)
        except UnicodeEncodeError:
            continue
        return reach
    return Reach.UNICODE
