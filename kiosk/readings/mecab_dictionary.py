"""Mozc's dictionary as MeCab keeps it: readings in a double array, their writings in a table beside it."""

import struct
from array import array
from collections.abc import Iterator
from typing import NamedTuple

_MAGIC = 0xEF718F77
_HEADER = struct.Struct("<10I32s")
_TOKEN = struct.Struct("<HHHhII")


class Token(NamedTuple):
    """A writing: its reading in hiragana, the part of speech by Mozc's number, the cost (rarer is dearer)."""

    reading: str
    part: int
    cost: int
    text: str


def tokens(content: bytes, parts: frozenset[int]) -> Iterator[Token]:
    """The entries of a `sys.dic` that have one of these parts of speech. ValueError when it is no such file."""
    magic, _, _, _, _, _, tree, table, words, _, charset = _HEADER.unpack_from(content)
    if magic ^ len(content) != _MAGIC or charset.rstrip(b"\0") != b"utf-8":
        raise ValueError("not a MeCab dictionary in UTF-8")
    units = array("i", content[_HEADER.size : _HEADER.size + tree])
    first = _HEADER.size + tree
    features = first + table
    for key, value in _keys(units):
        for at in range(value >> 8, (value >> 8) + (value & 0xFF)):
            left, _, _, cost, feature, _ = _TOKEN.unpack_from(content, first + _TOKEN.size * at)
            if left in parts:
                start = features + feature
                yield Token(key().decode(), left, cost, content[start : content.index(b"\0", start)].decode())
    if features + words != len(content):
        raise ValueError("the dictionary is cut off")


class _Key(NamedTuple):
    """A key of the double array, spelled out only when it is wanted: from its last letter back to the first."""

    units: "array[int]"
    owner: dict[int, int]
    base: int

    def __call__(self) -> bytes:
        found, base = bytearray(), self.base
        while self.owner.get(base):
            at = self.owner[base]
            base = self.units[2 * at + 1]
            found.append(at - base - 1)
        return bytes(reversed(found))


def _keys(units: "array[int]") -> Iterator[tuple[_Key, int]]:
    """Every key with its value: a unit is a base and the base of the unit before it."""
    owner = {units[at]: at // 2 for at in range(0, len(units), 2) if units[at] > 0}
    owner[units[0]] = 0
    for at in range(0, len(units), 2):
        base = units[at + 1]
        if units[at] < 0 and base == at // 2 and base in owner:
            yield _Key(units, owner, base), -units[at] - 1
