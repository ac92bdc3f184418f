"""The address of a fact: whose it is and which kind, written person[p2].birth.date or case.kind.

The text is what JSON, written visits and pages carry; whoever needs its parts asks here. A path names a member by a
number of the visit, never by anything about them, so that parsed paths may be remembered.
"""

from functools import lru_cache
from typing import NamedTuple

_OPEN, _CLOSE, _PERSON = "person[", "].", "person."


class FactPath(NamedTuple):
    """`person` is a member's id or empty for a fact of the case; `key` the kind of fact, person.birth.date."""

    person: str
    key: str

    def __str__(self) -> str:
        return person_path(self.person, self.key)


@lru_cache(maxsize=4096)
def parse(path: str) -> FactPath:
    """person[p2].birth.date → p2, person.birth.date; a fact of the case has no person."""
    person, close, rest = path.removeprefix(_OPEN).partition(_CLOSE)
    return FactPath(person, f"{_PERSON}{rest}") if close and path.startswith(_OPEN) else FactPath("", path)


def key_of(path: str) -> str:
    """person[p2].birth.date → person.birth.date."""
    return parse(path).key


def person_of(path: str) -> str:
    """person[p2].birth.date → p2; empty for a fact of the case."""
    return parse(path).person


@lru_cache(maxsize=4096)
def person_path(person: str, key: str) -> str:
    """p2, person.birth.date → person[p2].birth.date; other keys unchanged."""
    return f"{_OPEN}{person}]{key.removeprefix('person')}" if key.startswith(_PERSON) else key
