"""The file of readings: one sorted line for each, found by halving, so that nothing of it is loaded or kept."""

import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.model.errors import SiteError

Columns = Mapping[str, tuple[str, ...]]
"""What a line holds: the writings by kind, best first (`family`, `given`, `place`, `word`, `letter`, `shape`)."""

LETTERS = {"f": "family", "g": "given", "p": "place", "w": "word", "l": "letter", "s": "shape"}
_MARKS = {name: mark for mark, name in LETTERS.items()}


def line(key: str, columns: Columns) -> bytes:
    """A line of the file, without its end: the key, then each kind with its writings."""
    parts = (f"{_MARKS[name]}:{' '.join(writings)}" for name, writings in columns.items() if writings)
    return "\t".join((key, *parts)).encode()


@dataclass(frozen=True)
class Index:
    """Lines in the order of their bytes; one that begins with # is a note about the file."""

    path: Path

    def find(self, key: str) -> Columns:
        """What is known for a reading in hiragana, or for a letter; empty when nothing is. Raises SiteError."""
        wanted = key.encode()
        low, high = 0, len(self._bytes)
        while low < high:
            start = self._bytes.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._bytes.find(b"\n", start)
            found = self._bytes[start:end].split(b"\t", 1)
            if found[0] == wanted:
                return _columns(found[1]) if len(found) > 1 else {}
            low, high = (end + 1, high) if found[0] < wanted else (low, start)
        return {}

    @cached_property
    def _bytes(self) -> mmap.mmap:
        try:
            with self.path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            what = "漢字の候補の資料を読めません。"
            raise SiteError("A03", what=what, mend="プログラムを入れ直してください。") from error


def _columns(rest: bytes) -> Columns:
    parts = (part.split(":", 1) for part in rest.decode().split("\t"))
    return {LETTERS[mark]: tuple(writings.split(" ")) for mark, writings in parts}
