"""Reads the wire format of protocol buffers, in which the rule compiler hands over what it understood.

Own and small because the counter needs seven messages of one schema: importing the `protobuf` package and building its
descriptors costs a start as much as reading every rule does. Format: https://protobuf.dev/programming-guides/encoding/.
"""

from typing import Any

from kiosk.model.errors import Defect

_SEVEN_BITS = 0x7F
_VARINT, _EIGHT_BYTES, _LENGTH, _FOUR_BYTES = 0, 1, 2, 5
_FIXED = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}


def fields(message: bytes) -> list[tuple[int, Any]]:
    """Every field in file order: its number and an int (a number) or bytes (a text, a message, a double).

    Raises Defect where the message ends too early or is of another format.
    """
    found: list[tuple[int, Any]] = []
    at, end = 0, len(message)
    while at < end:
        tag, at = _varint(message, at) if message[at] > _SEVEN_BITS else (message[at], at + 1)
        kind = tag & 7
        if kind in {_VARINT, _LENGTH}:
            value, at = _varint(message, at)
        else:
            value = _FIXED.get(kind, end)
        if kind == _VARINT:
            found.append((tag >> 3, value))
        else:
            found.append((tag >> 3, message[at : at + value]))
            at += value
    if at > end:
        raise Defect(f"a message of {end} bytes ends within a field")
    return found


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where the next one begins."""
    value, shift = 0, 0
    for index in range(at, len(message)):
        byte = message[index]
        value |= (byte & _SEVEN_BITS) << shift
        if byte <= _SEVEN_BITS:
            return value, index + 1
        shift += 7
    raise Defect(f"a message of {len(message)} bytes ends within a number")
