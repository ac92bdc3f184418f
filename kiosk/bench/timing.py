"""The stop-watch: medians in milliseconds, sides that are compared taking turns."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Effort:
    """How often things are repeated: as often as a median needs, or just enough to see that everything works."""

    quick: bool = False

    def times(self, full: int, quick: int = 2) -> int:
        """`full` repetitions, or `quick` ones."""
        return quick if self.quick else full


def milliseconds(work: Work) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def median(work: Work, *, times: int, warm: int = 1) -> float:
    """The median of `times` calls after `warm` calls that do not count."""
    for _ in range(warm):
        work()
    return statistics.median(milliseconds(work) for _ in range(times))


def taking_turns(sides: Mapping[str, Work], *, times: int, warm: int = 1) -> dict[str, float]:
    """The median of every side; each round another side begins."""
    names, found = list(sides), {name: list[float]() for name in sides}
    for turn in range(warm + times):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            took = milliseconds(sides[name])
            if turn >= warm:
                found[name].append(took)
    return {name: statistics.median(values) for name, values in found.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie; the nearest one that was measured."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
