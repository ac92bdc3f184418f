"""What one answer may be at most so that the record of an application can carry it, and how many people a visit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """`letters` as a person counts them, `most` as a number; 0 for no limit. `half`: half-width letters alone."""

    letters: int = 0
    most: int = 0
    half: bool = False


BOUNDLESS = Limit()

MAX_PERSONS = 20
"""How many people one visit holds, whichever way they come in."""
