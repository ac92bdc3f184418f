"""Every step back and forth: how things stood before each step, and after those that were taken back."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Stand = TypeVar("Stand")
MOST_STEPS = 200


@dataclass
class Steps(Generic[Stand]):
    """How something stood, each with the place (`at`) where the step was made: there it is looked at again."""

    _before: list[tuple[Stand, str]] = field(default_factory=list)
    _after: list[tuple[Stand, str]] = field(default_factory=list)

    def step(self, stood: Stand, *, at: str = "") -> None:
        """Something is about to be another than it `stood`; what was taken back is gone."""
        self._before = [*self._before[-(MOST_STEPS - 1) :], (stood, at)]
        self._after = []

    def back(self, now: Stand) -> tuple[Stand, str] | None:
        """How it stood before the last step, and where that was made; None where there was none."""
        return _turned(self._before, self._after, now)

    def again(self, now: Stand) -> tuple[Stand, str] | None:
        """How it stood after what was taken back last; None for nothing."""
        return _turned(self._after, self._before, now)

    @property
    def undoable(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._before)

    @property
    def redoable(self) -> bool:
        """Whether a step can be done again."""
        return bool(self._after)


def _turned(source: list[tuple[Stand, str]], other: list[tuple[Stand, str]], now: Stand) -> tuple[Stand, str] | None:
    if not source:
        return None
    stood, at = source.pop()
    other.append((now, at))
    return stood, at
