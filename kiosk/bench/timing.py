"""The stop-watch: medians in milliseconds with the reference beside them, sides that are compared taking turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bench.reference import Reference

Work = Callable[[], object]
EVERY = 8
REFERENCE = "reference"


@dataclass(frozen=True)
class Times:
    """What each repetition took and, in between, the reference (its median): milliseconds."""

    values: tuple[float, ...]
    beside: float

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)


@dataclass(frozen=True)
class Effort:
    """How often things are repeated: as often as a median needs, or just enough to see that everything works.

    `whole`: what is otherwise measured of a sample is measured of everything.
    """

    reference: Reference
    quick: bool = False
    whole: bool = False

    def times(self, full: int, quick: int = 2) -> int:
        """`full` repetitions, or `quick` ones."""
        return quick if self.quick else full

    def cache(self, folder: Path) -> Path | None:
        """Where measured programs keep compiled modules: a place of their own; for a quick look the usual one."""
        return None if self.quick else folder / "compiled"

    def each(self, works: Iterable[Work], *, warm: int = 0, every: int = EVERY) -> Times:
        """Time every piece of work but the first `warm`; the reference comes before the first and after each `every`.

        A generator makes its next piece outside the clock.
        """
        values, beside = list[float](), [self.reference.take()]
        for number, work in enumerate(works):
            took = milliseconds(work)
            if number >= warm:
                values.append(took)
                if len(values) % every == 0:
                    beside.append(self.reference.take())
        return Times(tuple(values), statistics.median(beside))

    def repeat(self, work: Work, *, times: int, warm: int = 1, every: int = EVERY) -> Times:
        """The same work `times` times after `warm` calls that do not count."""
        return self.each(repeat(work, warm + times), warm=warm, every=every)

    def turns(self, sides: Mapping[str, Work], *, times: int, warm: int = 1) -> tuple[dict[str, float], float]:
        """`taking_turns` with the reference as one more side: the medians, and the reference's."""
        took = taking_turns({**sides, REFERENCE: self.reference.take}, times=times, warm=warm)
        return took, took.pop(REFERENCE)


def milliseconds(work: Work) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def taking_turns(
    sides: Mapping[str, Work], *, times: int, warm: int = 1, clock: Callable[[Work], float] = milliseconds
) -> dict[str, float]:
    """The median of every side; each round another side begins. `clock` measures one call."""
    names, found = list(sides), {name: list[float]() for name in sides}
    for turn in range(warm + times):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            took = clock(sides[name])
            if turn >= warm:
                found[name].append(took)
    return {name: statistics.median(values) for name, values in found.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie; the nearest one that was measured."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
