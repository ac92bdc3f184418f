"""The shapes with a selector that a font draws differently from the plain letter (table cmap, format 14)."""

import struct
from collections.abc import Iterator

_IDEOGRAPHIC = range(0xE0100, 0xE01F0)


def shapes(font: bytes) -> Iterator[tuple[str, str]]:
    """(letter, letter with its selector) for each shape that is not the font's default."""
    start = _table(font, b"cmap")
    for at in range(struct.unpack_from(">H", font, start + 2)[0]):
        sub = start + struct.unpack_from(">HHI", font, start + 4 + 8 * at)[2]
        if struct.unpack_from(">H", font, sub)[0] == 14:
            yield from _sequences(font, sub)


def _table(font: bytes, tag: bytes) -> int:
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag.decode()}")


def _sequences(font: bytes, sub: int) -> Iterator[tuple[str, str]]:
    for at in range(struct.unpack_from(">I", font, sub + 6)[0]):
        record = sub + 10 + 11 * at
        selector = int.from_bytes(font[record : record + 3], "big")
        own = struct.unpack_from(">I", font, record + 7)[0]
        if own and selector in _IDEOGRAPHIC:
            for each in range(struct.unpack_from(">I", font, sub + own)[0]):
                letter = int.from_bytes(font[sub + own + 4 + 5 * each : sub + own + 7 + 5 * each], "big")
                yield chr(letter), chr(letter) + chr(selector)
