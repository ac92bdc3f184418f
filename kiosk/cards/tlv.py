"""The labelled boxes a chip keeps its data in: a strict BER-TLV reader and writer that knows every offset.

ITU-T X.690, ISO/IEC 7816-4. Strict means: no indefinite length, nothing cut off, no reserved length form, tags of
at most three bytes, lengths of at most three bytes. Longer-than-needed lengths (81 05) are legal BER and accepted.
"""

from dataclasses import dataclass, field

_MAX_TAG_BYTES = 3
_MAX_LENGTH_BYTES = 3


class TlvError(ValueError):
    """The bytes are no TLV object; carries no data."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """A tag and a length: where the object starts, where its value starts and ends (bytes from the buffer's start)."""

    tag: int
    offset: int
    value_offset: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Tlv:
    """One object with its offset from the buffer's start; the repr never shows the value."""

    tag: int
    offset: int
    value_offset: int
    value: bytes = field(repr=False)


def read_head(data: bytes, offset: int = 0) -> Head:
    """Tag and length at an offset; the value need not be there yet. Raises TlvError."""
    tag, at = _tag(data, offset)
    length, at = _length(data, at)
    return Head(tag=tag, offset=offset, value_offset=at, end=at + length)


def read_one(data: bytes, offset: int = 0) -> Tlv:
    """The object at an offset, filler behind it ignored. Raises TlvError, also when the value is cut off."""
    head = read_head(data, offset)
    if head.end > len(data):
        raise TlvError("value cut off")
    value = bytes(data[head.value_offset : head.end])
    return Tlv(tag=head.tag, offset=offset, value_offset=head.value_offset, value=value)


def read_children(data: bytes, parent: Tlv) -> tuple[Tlv, ...]:
    """The objects inside a parent read from the same buffer, offsets still from the buffer's start. Raises TlvError."""
    end = parent.value_offset + len(parent.value)
    children, at = [], parent.value_offset
    while at < end:
        child = read_one(data[:end], at)
        children.append(child)
        at = child.value_offset + len(child.value)
    return tuple(children)


def encode(tag: int, value: bytes) -> bytes:
    """An object with the shortest length form; `tag` as the number its bytes spell, e.g. 0xFF20."""
    label = tag.to_bytes(max(1, (tag.bit_length() + 7) // 8), "big")
    return label + _encode_length(len(value)) + value


def _encode_length(length: int) -> bytes:
    if length < 0x80:
        return bytes((length,))
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(size),)) + size


def _tag(data: bytes, offset: int) -> tuple[int, int]:
    at = offset
    first = _byte(data, at)
    if first & 0x1F != 0x1F:
        return first, at + 1
    tag = first
    for at in range(offset + 1, offset + _MAX_TAG_BYTES):
        byte = _byte(data, at)
        if tag == first and byte == 0x80:
            raise TlvError("tag with a leading zero")
        tag = tag << 8 | byte
        if not byte & 0x80:
            return tag, at + 1
    raise TlvError("tag too long")


def _length(data: bytes, offset: int) -> tuple[int, int]:
    first = _byte(data, offset)
    if first < 0x80:
        return first, offset + 1
    count = first & 0x7F
    if not 1 <= count <= _MAX_LENGTH_BYTES:
        raise TlvError("indefinite or oversized length")
    _byte(data, offset + count)
    return int.from_bytes(data[offset + 1 : offset + 1 + count], "big"), offset + 1 + count


def _byte(data: bytes, at: int) -> int:
    if not 0 <= at < len(data):
        raise TlvError("head cut off")
    return data[at]
