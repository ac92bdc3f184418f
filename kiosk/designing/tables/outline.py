"""A file laid out as a form: parts under one another, each with its fields, and what can be added to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.designing.tables.roots import UNREAD
from kiosk.designing.tables.shapes import Kind, Shape, Slot

if TYPE_CHECKING:
    from kiosk.catalogue.toml_lines import Path

_CALLED = (
    "name",
    "label",
    "what",
    "role",
    "fact",
    "title",
    "title_ja",
    "item",
    "column",
    "id",
    "ask",
    "fee",
    "town",
    "why",
    "mark",
    "from",
    "when",
)


@dataclass(frozen=True)
class Leaf:
    """A field: where it stands, the type and key that it is (`key` empty: one of many under names of their own), what
    may stand there and what does. `known` is no for a key that the type has not.
    """

    path: Path
    model: str
    key: str
    slot: Slot
    value: Any = None
    known: bool = True

    @property
    def given(self) -> bool:
        """Whether the file says it."""
        return self.value is not None


@dataclass(frozen=True)
class Adding:
    """What can be added: where, which type and key it is, and whether it needs a name."""

    path: Path
    model: str
    key: str
    named: bool


@dataclass(frozen=True)
class Part:
    """A table of the file. `model` and `key` say what it is (`key` as the table around calls it), `called` what this
    one is called, `depth` how deep it stands; `own` that it has a name of its own that can be changed, and beside that
    perhaps a `label`. `after`: as an entry of a list, how many come after it; -1 for none.
    """

    path: Path
    model: str
    key: str
    called: str
    depth: int
    leaves: tuple[Leaf, ...]
    adds: tuple[Adding, ...] = ()
    removable: bool = False
    own: bool = False
    label: str = ""
    after: int = -1


def outline(shape: Shape, data: Mapping[str, Any]) -> tuple[Part, ...]:
    """The whole file, the part of its beginning first."""
    if shape.kind is Kind.NAMED:
        return tuple(_named(shape, data, (), model=shape.model, key=shape.model, depth=0))
    return tuple(_table(shape, data, (), of="", key="", depth=0))


def _table(
    shape: Shape, data: Mapping[str, Any], path: Path, *, of: str, key: str, depth: int, own: bool = False
) -> Iterator[Part]:
    shape = shape.of(data)
    single = {name: slot for name, slot in shape.slots.items() if slot.shape.single}
    leaves = [Leaf((*path, name), shape.model, name, slot, data.get(name)) for name, slot in single.items()]
    unknown = [name for name in data if name not in shape.slots and not (not path and name in UNREAD)]
    text = Slot(Shape(Kind.TEXT))
    leaves += [Leaf((*path, name), shape.model, name, text, data[name], known=False) for name in unknown]
    adds = tuple(_adds(shape, data, path))
    called = str(path[-1]) if own else _called(data)
    label = _called(data) if own else ""
    yield Part(path, of or shape.model, key, called, depth, tuple(leaves), adds, bool(path), own, label)
    for name, slot in shape.slots.items():
        if not slot.shape.single and name in data:
            yield from _below(slot.shape, data[name], (*path, name), model=shape.model, key=name, depth=depth + 1)


def _called(data: Mapping[str, Any]) -> str:
    found = (data.get(name) for name in _CALLED)
    return next((str(each) for each in found if isinstance(each, str | int | dt.date) and each), "")


def _adds(shape: Shape, data: Mapping[str, Any], path: Path) -> Iterator[Adding]:
    """What is not there yet, and one more of what there can be several of."""
    for name, slot in shape.slots.items():
        if slot.shape.kind is Kind.TABLES or (slot.shape.kind is Kind.TABLE and name not in data):
            yield Adding((*path, name), shape.model, name, named=False)
        elif slot.shape.kind is Kind.NAMED and name not in data:
            yield Adding((*path, name), shape.model, name, named=True)


def _below(shape: Shape, data: Any, path: Path, *, model: str, key: str, depth: int) -> Iterator[Part]:
    inner = shape.inner
    if shape.kind is Kind.TABLE and isinstance(data, dict):
        yield from _table(shape, data, path, of=model, key=key, depth=depth)
    elif shape.kind is Kind.TABLES and isinstance(data, list) and inner is not None:
        for at, each in enumerate(data):
            if isinstance(each, dict):
                head, *below = _table(inner, each, (*path, at), of=model, key=key, depth=depth)
                yield from (replace(head, after=len(data) - at - 1), *below)
    elif shape.kind is Kind.NAMED and isinstance(data, dict):
        yield from _named(shape, data, path, model=model, key=key, depth=depth)


def _named(shape: Shape, data: Mapping[str, Any], path: Path, *, model: str, key: str, depth: int) -> Iterator[Part]:
    """Values by name are the fields of one part, tables by name parts of their own."""
    inner = shape.inner
    assert inner is not None
    leaves = tuple(_values(inner, data, path, model=model, key=key)) if inner.single else ()
    adds = (Adding(path, model, key, named=True),)
    yield Part(path, model, key, "", depth, leaves, adds, removable=bool(path) and inner.single)
    for name, each in () if inner.single else data.items():
        below = (*path, name)
        if inner.kind is Kind.TABLE and isinstance(each, dict):
            yield from _table(inner, each, below, of=model, key=key, depth=depth + 1, own=True)
        elif inner.kind is Kind.NAMED and isinstance(each, dict):
            for part in _named(inner, each, below, model=model, key=f"{key}-each", depth=depth + 1):
                yield Part(part.path, model, key, name, part.depth, part.leaves, part.adds, removable=True, own=True)
        elif inner.kind is Kind.TABLES and isinstance(each, list):
            yield Part(below, model, key, name, depth + 1, (), (Adding(below, model, f"{key}-each", named=False),))
            yield from _below(inner, each, below, model=model, key=f"{key}-each", depth=depth + 2)


def _values(inner: Shape, data: Mapping[str, Any], path: Path, *, model: str, key: str) -> Iterator[Leaf]:
    """Names may be written as tables inside tables (birth.date without quotes)."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from _values(inner, value, (*path, name), model=model, key=key)
        else:
            yield Leaf((*path, name), model, key, Slot(inner, required=True), value)
