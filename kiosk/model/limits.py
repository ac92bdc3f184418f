"""What one answer may be at most so that the record of an application can carry it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """`letters` as a person counts them, `most` as a number; 0 for no limit. `half`: half-width letters alone."""

    letters: int = 0
    most: int = 0
    half: bool = False


BOUNDLESS = Limit()
