"""What a resident at a terminal is asked, what they put off, and what others said for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.unconfirmed import unconfirmed
from kiosk.model.path import key_of, person_of, person_path

if TYPE_CHECKING:
    from kiosk.flow.visit import Visit
    from kiosk.rules.snapshot import Snapshot


def questions(visit: Visit) -> tuple[str, ...]:
    """What a resident can still be asked, in order: first words that could not be read; not what is the clerk's; and
    instead of what is given together with something that is not known yet, that.
    """
    if visit.snapshot is None:
        return ()
    first = (_before(visit, visit.snapshot, path) for path in visit.snapshot.interview.open)
    return tuple(path for path in dict.fromkeys((*visit.state.typed, *first)) if askable(visit, path))


def _before(visit: Visit, snapshot: Snapshot, path: str) -> str:
    item = visit.outside.book.vocabulary.item(path)
    other = person_path(person_of(path), item.together) if item is not None else ""
    return other if other and other not in snapshot.facts.by_path and askable(visit, other) else path


def askable(visit: Visit, path: str) -> bool:
    """Whether a path is a question that a resident can answer without a clerk."""
    item = visit.outside.book.vocabulary.item(path)
    return item is not None and bool(item.ask) and not item.staff


def together(visit: Visit, path: str) -> str:
    """The path of what is given on the same board as this one; "" where nothing is."""
    item = visit.outside.book.vocabulary.together.get(key_of(path))
    return "" if item is None else person_path(person_of(path), item.key)


def said_by_others(visit: Visit) -> tuple[str, ...]:
    """The paths of what cards and papers said and nobody has confirmed yet, and of what has changed since."""
    return () if visit.snapshot is None else unconfirmed(visit.state, visit.snapshot)


def put_off(visit: Visit) -> tuple[str, ...]:
    """The paths that the resident did not know, and the counter asks for."""
    if visit.snapshot is None:
        return ()
    facts = visit.snapshot.facts
    return tuple(path for path in facts.by_path if facts.held(path) and askable(visit, path))
