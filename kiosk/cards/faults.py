"""What can go wrong with a simulated card on purpose: lifted too early, silent, a broken chip file, a lost reader."""

import enum
from dataclasses import dataclass

from kiosk.cards.apdu import Raw
from kiosk.cards.basic_four import NAME, OFFSETS, find_head
from kiosk.cards.tlv import read_children, read_one


class FaultKind(enum.Enum):
    """What the wire does instead of carrying the command."""

    REMOVED = "removed"  # the card is lifted before the command
    ANSWER_LOST = "answer_lost"  # it is lifted while the card works
    MUTE = "mute"  # zero bytes come back
    ONE_BYTE = "one_byte"  # half a status word comes back
    UNPLUGGED = "unplugged"  # the reader goes
    STUCK = "stuck"  # the reader never answers


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`kind` strikes at the `at`-th command since power-up; with `ins`, only that instruction is counted."""

    kind: FaultKind
    at: int = 1
    ins: int | None = None

    def counts(self, raw: Raw) -> bool:
        """Whether a command is one of those that are counted."""
        return self.ins is None or (len(raw) > 1 and raw[1] == self.ins)


class Damage(enum.Enum):
    """How the file of the basic four is broken."""

    GARBAGE = "garbage"
    TRUNCATED = "truncated"
    OFFSETS = "offsets"
    UTF8 = "utf8"


def damaged(content: bytes, damage: Damage) -> bytes:
    """A sound file, broken in one way."""
    match damage:
        case Damage.GARBAGE:
            start = find_head(content).value_offset
            return content[:start] + b"\x80" * (len(content) - start)
        case Damage.TRUNCATED:
            return content[: find_head(content).end // 2]
        case Damage.OFFSETS:
            return _overwrite(content, OFFSETS, bytes(8))
        case Damage.UTF8:
            return _overwrite(content, NAME, b"\xff")


def _overwrite(content: bytes, tag: int, value: bytes) -> bytes:
    parent = read_one(content, find_head(content).offset)
    at = next(child.value_offset for child in read_children(content, parent) if child.tag == tag)
    return content[:at] + value + content[at + len(value) :]
