"""Where in a file laid out as a form something is: what an Issue is about, and what may stand at a path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.designing.tables.changes import at
from kiosk.designing.tables.places import path_at
from kiosk.designing.tables.shapes import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.designing.tables.outline import Part
    from kiosk.designing.tables.places import Statement
    from kiosk.designing.tables.shapes import Shape
    from kiosk.ui.designer.table_ports import Path


def heard(parts: Sequence[Part], wrong: Mapping[Path, tuple[str, ...]]) -> dict[Path, tuple[str, ...]]:
    """What is wrong at a place that has no field of its own is told at the part around it."""
    places = {part.path for part in parts} | {leaf.path for part in parts for leaf in part.leaves}
    made: dict[Path, tuple[str, ...]] = {}
    for path, words in wrong.items():
        best = path if path in places else max((part.path for part in parts), key=lambda each: _shared(each, path))
        made[best] = (*made.get(best, ()), *words)
    return made


def _shared(part: Path, path: Path) -> int:
    return len(part) if part == path[: len(part)] else -1


def place_of(found: Sequence[Statement], line: int, place: str) -> Path:
    """What an Issue is about: the entry on its line, and in an inline table the key that it names."""
    path = path_at(found, line) if line else ()
    last = place.rpartition(".")[2]
    header = any(each.header and each.path == path for each in found)
    return (*path, last) if path and last.isidentifier() and last != path[-1] and (header or line) else path


def plain(value: object) -> object:
    """A default of a type as a file holds it."""
    found = getattr(value, "value", value)
    return list(found) if isinstance(found, tuple) else found


def shape_at(shape: Shape, data: Mapping[str, Any], path: Path) -> Shape | None:
    """What may stand at a path."""
    here: Any = data
    found: Shape | None = shape.of(data)
    for step in path:
        if found is None:
            return None
        if found.kind is Kind.TABLE:
            slot = found.slots.get(str(step))
            found = slot.shape if slot is not None else None
        else:
            found = found.inner
        here = at(here, (step,)) if here is not None else None
        found = found.of(here) if found is not None else None
    return found
