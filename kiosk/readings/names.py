"""The candidates for a reading: whole words first, then other shapes of them, then its beginning, then letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from kiosk.model.writing import NameKind, Offer
from kiosk.readings.index import Index

NAME = "readings.txt"
_FIRST: dict[NameKind, tuple[str, ...]] = {
    "family": ("family", "word", "given", "place"),
    "given": ("given", "family", "word", "place"),
    "place": ("place", "word", "family", "given"),
}
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SAME_SOUND = str.maketrans("ぢづゐゑを", "じずいえお")
_RESHAPED, _SHAPES, _BEGUN, _LETTERS = 6, 60, 8, 12


@dataclass(frozen=True)
class NameReadings:
    """Looks readings up in the file of a folder; a reading is hiragana or katakana without spaces."""

    folder: Path

    def offers(self, reading: str, *, kind: NameKind) -> tuple[Offer, ...]:
        """Every writing of the whole reading, best first, then words and letters for its beginning, the longest first.

        Raises SiteError when the file cannot be read.
        """
        kana = reading.translate(_HIRAGANA)
        whole = self._whole(kana, kind)
        texts = (*whole, *self._other_shapes(whole), *self._column(kana, "letter"))
        found = [Offer(text, len(kana)) for text in texts]
        return tuple(dict.fromkeys((*found, *self._beginnings(kana, kind))))

    def letters(self, reading: str) -> tuple[Offer, ...]:
        """Every single letter for the beginning of a reading, the longest first. Raises SiteError."""
        kana = reading.translate(_HIRAGANA)
        return tuple(
            Offer(text, size) for size in range(len(kana), 0, -1) for text in self._column(kana[:size], "letter")
        )

    def shapes(self, letter: str) -> tuple[str, ...]:
        """The other shapes of one letter, with and without selectors: 邊 and 邉 for 辺. Raises SiteError."""
        from kiosk.model.letters import without_selectors  # and with it what checks models

        bare = without_selectors(letter)
        return tuple(each for each in (bare, *self._index.find(bare).get("shape", ())) if each != letter)

    @cached_property
    def _index(self) -> Index:
        return Index(self.folder / NAME)

    def _whole(self, kana: str, kind: NameKind) -> tuple[str, ...]:
        columns = self._index.find(kana) or self._index.find(kana.translate(_SAME_SOUND))
        return tuple(dict.fromkeys(text for name in _FIRST[kind] for text in columns.get(name, ())))

    def _column(self, kana: str, name: str) -> tuple[str, ...]:
        return self._index.find(kana).get(name, ())

    def _other_shapes(self, words: tuple[str, ...]) -> Iterator[str]:
        """The best words with one of their letters in another shape."""
        return islice((text for word in words[:_RESHAPED] for text in self._reshaped(word)), _SHAPES)

    def _reshaped(self, word: str) -> Iterator[str]:
        for at, letter in enumerate(word):  # the words of the file have no selectors
            for shape in self.shapes(letter):
                yield word[:at] + shape + word[at + 1 :]

    def _beginnings(self, kana: str, kind: NameKind) -> Iterator[Offer]:
        for size in range(len(kana) - 1, 0, -1):
            columns = self._index.find(kana[:size])
            words = [text for name in _FIRST[kind] for text in columns.get(name, ())[:_BEGUN]]
            letters = columns.get("letter", ())[:_LETTERS]
            yield from (Offer(text, size) for text in (*words, *letters))
