"""How a reading can be written: a candidate in kanji, and how much of the reading it stands for."""

from typing import Literal, NamedTuple

NameKind = Literal["family", "given", "place"]
"""What is being written: a family name, a given name, or words of a place (town, building)."""


class Offer(NamedTuple):
    """A way to write the beginning of a reading, and how many of its kana that is: 高 writes 2 of たかはし."""

    text: str
    covers: int
