"""The codes of one message while they are read: in any order, some twice; what is missing is named.

One code is letters and digits alone (see assets/preentry/codes.js), whatever a scanner's keyboard makes of them:
mark and version, id of the message, number, how many, letters of the message (base32), seven check letters.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.model.scans import HOME

_CODE = re.compile(rf"{HOME}(?P<id>[A-Z2-7]{{8}})(?P<n>\d\d)(?P<of>\d\d)(?P<letters>[A-Z2-7]+)(?P<check>[A-Z2-7]{{7}})")
_MOST_LETTERS = 200_000


class Part(NamedTuple):
    """One code: number `n` (from 1) of `of` in the message `id`."""

    id: str
    n: int
    of: int
    letters: str


def read_part(text: str) -> Part | None:
    """The code that a line holds, in whatever case a scanner typed it; None when it is none, or not whole."""
    line = "".join(text.split()).upper()
    found = _CODE.fullmatch(line)
    if found is None or _check(line[:-7]) != found["check"]:
        return None
    part = Part(found["id"], int(found["n"]), int(found["of"]), found["letters"])
    return part if 1 <= part.n <= part.of else None


def _check(text: str) -> str:
    return base64.b32encode(binascii.crc32(text.encode()).to_bytes(4, "big")).decode().rstrip("=")


@dataclass(frozen=True)
class Collected:
    """What was read of one message. Another message's code begins anew: whoever scans it has begun anew too."""

    id: str = ""
    of: int = 0
    letters: dict[int, str] = field(default_factory=dict)

    def with_part(self, part: Part) -> "Collected":
        """The same with one more code."""
        same = (part.id, part.of) == (self.id, self.of)
        letters = {**(self.letters if same else {}), part.n: part.letters}
        return Collected(part.id, part.of, letters)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the codes that are still to be read."""
        return tuple(n for n in range(1, self.of + 1) if n not in self.letters)

    @property
    def whole(self) -> bool:
        """Whether every code was read."""
        return self.of > 0 and not self.missing

    @property
    def message(self) -> bytes | None:
        """The sealed message; None while codes are missing, or when what they hold together is none."""
        letters = "".join(self.letters[n] for n in sorted(self.letters))
        if not self.whole or len(letters) > _MOST_LETTERS:
            return None
        try:
            return base64.b32decode(letters + "=" * (-len(letters) % 8))
        except binascii.Error:
            return None
