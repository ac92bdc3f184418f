"""Chance that can be told: the same seed gives the same numbers, on every machine."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Numbers from 0 up to but not including 1, from SHA-256 of a seed and a counter."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def __call__(self) -> float:
        """The next number."""
        self._count += 1
        found = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
        return int.from_bytes(found[:6], "big") / (1 << 48)

    def between(self, least: float, most: float) -> float:
        """A number of a span."""
        return least + (most - least) * self()

    def one_of(self, things: Sequence[T]) -> T:
        """One of several."""
        return things[int(self() * len(things))]
