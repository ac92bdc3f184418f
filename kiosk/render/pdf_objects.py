"""The building blocks of a PDF file (ISO 32000-1 section 7): numbered objects, streams, and the file around them.

Objects are written in parts, so that a group of them - a form's printed background - is compiled once and taken into
every later file under new numbers. What is no stream goes into one compressed object stream (section 7.5.7): it makes
the many small objects of a tagged page half as large, and no word of a form stands readable in the file's bytes.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate

Part = bytes | int  # an int is a reference to an object of the same group
_END = b"\nendstream"
_DELIMITERS = b"#()<>[]{}/%"
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
        return self.add(b"<<", *head, start, packed, _END)

    def plain_stream(self, data: bytes, *head: Part) -> int:
        """Append a stream that stays readable, as archives want it of their metadata."""
        return self.add(b"<<", *head, b"/Length %d>>stream\n" % len(data), data, _END)

    def take(self, other: "Objects") -> int:
        """Append all objects of another group; its reference r becomes the returned offset + r."""
        offset = len(self.bodies)
        for body in other.bodies:
            self.bodies.append(tuple(part + offset if isinstance(part, int) else part for part in body))
        return offset

    def file(self, *, root: int, info: int) -> bytes:
        """The whole file with its cross-reference stream; its identity is the hash of its content."""
        written = Objects()
        written.bodies = list(self.bodies)
        small = [number for number, body in enumerate(self.bodies) if body[-1] is not _END]
        packed = _pack(written, small)
        rows = {number: (2, packed + 1, place) for place, number in enumerate(small)}
        chunks, position = [HEADER], len(HEADER)
        for number, body in enumerate(written.bodies):
            if number in rows:
                continue
            rows[number] = (1, position, 0)
            chunks.append(b"%d 0 obj\n%b\nendobj\n" % (number + 1, joined(body)))
            position += len(chunks[-1])
        digest = hashlib.sha256(b"".join(chunks)).hexdigest()[:32].encode()
        rows[len(written)] = (1, position, 0)
        told = (len(rows) + 1, root + 1, info + 1, digest, digest)
        head = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % told
        last = written.stream(_table([rows[number] for number in range(len(rows))]), head)
        chunks.append(
            b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last + 1, joined(written.bodies[last]), position)
        )
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


def name_object(text: str) -> bytes:
    """A name with its solidus (section 7.3.5); bytes that are no UTF-8 come back as they were read (PEP 383)."""
    data = text.encode("utf-8", "surrogateescape")
    plain = (bytes([byte]) if 32 < byte < 127 and byte not in _DELIMITERS else b"#%02x" % byte for byte in data)
    return b"/" + b"".join(plain)


def text_string(text: str) -> bytes:
    """A text string object in UTF-16 with its byte order mark (section 7.9.2.2)."""
    return b"<FEFF" + utf16(text) + b">"


def utf16(text: str) -> bytes:
    """UTF-16BE in upper-case hexadecimal, surrogate pairs and all."""
    return text.encode("utf-16-be").hex().upper().encode()


def _pack(written: Objects, numbers: Sequence[int]) -> int:
    """Add the object stream of these objects; its reference."""
    bodies = [joined(written.bodies[number]) for number in numbers]
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    places = " ".join(f"{number + 1} {start}" for number, start in zip(numbers, starts, strict=False)).encode() + b"\n"
    head = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(places))
    return written.stream(places + b"\n".join(bodies), head)


def _table(rows: Sequence[tuple[int, int, int]]) -> bytes:
    """The cross-reference stream (section 7.5.8): where each object lies, the free object 0 first."""
    return struct.pack(">BIH", 0, 0, 65535) + b"".join(struct.pack(">BIH", *row) for row in rows)
