"""What can be done to a file of tables: a closed union of values, and what each makes of the tables."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue.toml_lines import Path
    from kiosk.designing.tables.values import Value


@dataclass(frozen=True)
class Say:
    """A key says something else, or something at all."""

    path: Path
    value: Value


@dataclass(frozen=True)
class Drop:
    """A key, or an entry of a list, is gone with everything in it."""

    path: Path


@dataclass(frozen=True)
class Enter:
    """One more entry at the end of a list of tables."""

    path: Path
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Rename:
    """A key is called otherwise and stays where it is."""

    path: Path
    name: str


@dataclass(frozen=True)
class Shift:
    """An entry of a list of tables changes places with the one before it (`by` -1) or after it (1)."""

    path: Path
    by: int


Change = Say | Drop | Enter | Rename | Shift


def applied(data: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """The tables after a change. Raises KeyError or IndexError for a place that is not there."""
    made = deepcopy(dict(data))
    match change:
        case Say(path, value):
            _around(made, path)[path[-1]] = deepcopy(value)
        case Drop(path):
            del _around(made, path)[path[-1]]
        case Enter(path, values):
            _around(made, path).setdefault(path[-1], []).append(deepcopy(dict(values)))
        case Rename(path, name):
            around = _around(made, path)
            entries = [(name if key == path[-1] else key, value) for key, value in around.items()]
            around.clear()
            around.update(entries)
        case Shift(path, by):
            entries, here = _around(made, path), int(path[-1])
            if not 0 <= here + by < len(entries):
                raise IndexError(here + by)
            entries[here], entries[here + by] = entries[here + by], entries[here]
        case _:
            assert_never(change)
    return made


def _around(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    return data


def at(data: Any, path: Path) -> Any:
    """What stands at a path; None for nothing."""
    for step in path:
        there = step in data if isinstance(data, dict) else isinstance(data, list) and -1 < int(step) < len(data)
        if not there:
            return None
        data = data[step]
    return data
