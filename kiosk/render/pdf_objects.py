"""The building blocks of a PDF file (ISO 32000-1 section 7): numbered objects, streams, and the file around them.

Objects are written in parts, so that a group of them - a form's printed background - is compiled once and taken into
every later file under new numbers.
"""

import hashlib
import zlib
from collections.abc import Sequence

Part = bytes | int  # an int is a reference to an object of the same group
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """A growing group of objects; a reference is the object's index in the group (0 first)."""

    def __init__(self) -> None:
        self.bodies: list[tuple[Part, ...]] = []

    def __len__(self) -> int:
        return len(self.bodies)

    def add(self, *parts: Part) -> int:
        """Append an object and return its reference."""
        self.bodies.append(parts)
        return len(self.bodies) - 1

    def reserve(self) -> int:
        """A reference to an object that `fill` gives its body later."""
        return self.add()

    def fill(self, reference: int, *parts: Part) -> None:
        """Give a reserved object its body."""
        self.bodies[reference] = parts

    def stream(self, data: bytes, *head: Part) -> int:
        """Append a compressed stream; `head` are further entries of its dictionary."""
        packed = zlib.compress(data, 6)
        start = b"/Length %d/Filter/FlateDecode>>stream\n" % len(packed)
        return self.add(b"<<", *head, start, packed, b"\nendstream")

    def take(self, other: "Objects") -> int:
        """Append all objects of another group; its reference r becomes the returned offset + r."""
        offset = len(self.bodies)
        for body in other.bodies:
            self.bodies.append(tuple(part + offset if isinstance(part, int) else part for part in body))
        return offset

    def file(self, *, root: int, info: int) -> bytes:
        """The whole file with its cross-reference table; its identity is the hash of its content."""
        chunks, offsets, position = [HEADER], [], len(HEADER)
        for number, body in enumerate(self.bodies, 1):
            chunk = b"%d 0 obj\n%b\nendobj\n" % (number, joined(body))
            offsets.append(position)
            position += len(chunk)
            chunks.append(chunk)
        digest = hashlib.sha256(b"".join(chunks)).hexdigest()[:32].encode()
        chunks.append(_table(offsets))
        trailer = (len(offsets) + 1, root + 1, info + 1, digest, digest, position)
        chunks.append(b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n" % trailer)
        return b"".join(chunks)


def joined(parts: Sequence[Part]) -> bytes:
    """An object's body with its references written out."""
    return b"".join(b"%d 0 R" % (part + 1) if isinstance(part, int) else part for part in parts)


def listed(references: Sequence[int]) -> tuple[Part, ...]:
    """References one after another, as the inside of an array."""
    return tuple(part for reference in references for part in (reference, b" "))


def number(value: float) -> str:
    """A number as PDF wants it: three decimals at most, no exponent, no superfluous noughts."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_string(text: str) -> bytes:
    """A text string object in UTF-16 with its byte order mark (section 7.9.2.2)."""
    return b"<FEFF" + utf16(text) + b">"


def utf16(text: str) -> bytes:
    """UTF-16BE in upper-case hexadecimal, surrogate pairs and all."""
    return text.encode("utf-16-be").hex().upper().encode()


def _table(offsets: Sequence[int]) -> bytes:
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{rows}".encode()
