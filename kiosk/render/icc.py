"""The colour space that the greys of a page are meant in: sRGB as an ICC profile, computed from its definition.

IEC 61966-2-1 gives the numbers, ICC.1:2010 the form (version 4.2, a display profile of three colorants and one curve);
nobody's file is copied, so nothing has to be licensed. PDF/A wants it in every file.
"""

import struct
from collections.abc import Sequence
from functools import cache

_WHITE = (0xF6D6, 0x10000, 0xD32D)  # D50, where all profiles meet
_COLORANTS = {b"rXYZ": (0x6FA2, 0x38F5, 0x0390), b"gXYZ": (0x6299, 0xB785, 0x18DA), b"bXYZ": (0x24A0, 0x0F84, 0xB6CF)}
_ADAPTED = (0x10C42, 0x05DE, -0x0CDB, 0x0793, 0xFD90, -0x045F, -0x025E, 0x03DC, 0xC06E)  # from D65 to D50, Bradford
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
NAME = "sRGB IEC61966-2.1"


@cache
def srgb() -> bytes:
    """The profile, some 600 bytes."""
    curve = _tag(b"para", struct.pack(">HH", 3, 0) + _fixed([round(each * 65536) for each in _CURVE]))
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("Public domain"),
        b"wtpt": _tag(b"XYZ ", _fixed(_WHITE)),
        b"chad": _tag(b"sf32", _fixed(_ADAPTED)),
        **{name: _tag(b"XYZ ", _fixed(numbers)) for name, numbers in _COLORANTS.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start, table, body, placed = 128 + 4 + 12 * len(tags), b"", b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in placed:
            placed[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, placed[data], len(data))
    rest = struct.pack(">I", len(tags)) + table + body
    return _header(128 + len(rest)) + rest


def _header(size: int) -> bytes:
    kinds = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)  # of the profile's definition here, never of a paper
    rest = b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4) + _fixed(_WHITE)
    return (kinds + made + rest).ljust(128, b"\0")


def _tag(kind: bytes, data: bytes) -> bytes:
    return kind + bytes(4) + data


def _fixed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f">{len(numbers)}i", *numbers)


def _text(words: str) -> bytes:
    """A text in one language (multiLocalizedUnicodeType)."""
    data = words.encode("utf-16-be")
    return _tag(b"mluc", struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data)
