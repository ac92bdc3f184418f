"""What may stand at each place of a file, read from the type that the catalogue reads it with."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_LIMITS = ("ge", "le")


class Kind(enum.Enum):
    """What a place holds: one value, texts, a table, tables in a row, or tables and values by name."""

    TEXT = "text"
    NUMBER = "number"
    YES = "yes"
    CODE = "code"
    DAY = "day"
    ANY = "any"  # yes or no, a number, or a text
    TEXTS = "texts"
    TABLE = "table"
    TABLES = "tables"
    NAMED = "named"


@dataclass(frozen=True)
class Slot:
    """A key of a table: what may stand there, whether it must, what holds where nothing stands, and that in words."""

    shape: Shape
    required: bool = False
    default: object = None
    allowed: str = ""


@dataclass(frozen=True)
class Shape:
    """`model` is the name of a table's type, `slots` its keys as the file writes them; `inner` is what stands in a
    list or under a name; `codes` are those there are; `kinds` the tables that it can be, by what its kind says.
    """

    kind: Kind
    model: str = ""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    inner: Shape | None = None
    codes: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    whole: bool = True
    kinds: Mapping[str, Shape] = field(default_factory=dict)

    @property
    def single(self) -> bool:
        """Whether it is one field of a form."""
        return self.kind not in {Kind.TABLE, Kind.TABLES, Kind.NAMED}

    def of(self, value: object) -> Shape:
        """The shape that a value has, where its kind says which."""
        said = str(value.get("kind", next(iter(self.kinds), ""))) if isinstance(value, dict) else ""
        return self.kinds.get(said, self)


@dataclass(frozen=True)
class Reading:
    """How a file's keys differ from the fields of the types: other `names`, and fields that are `left` out."""

    names: Mapping[type[BaseModel], Mapping[str, str]]
    left: Mapping[type[BaseModel], frozenset[str]]

    def table(self, model: type[BaseModel]) -> Shape:
        """A table of a type."""
        names, left = self.names.get(model, {}), self.left.get(model, frozenset())
        fields = {
            names.get(name) or each.alias or name: each for name, each in model.model_fields.items() if name not in left
        }
        return Shape(Kind.TABLE, model.__name__, {key: self.slot(each) for key, each in fields.items()})

    def slot(self, info: FieldInfo) -> Slot:
        """A field of a type."""
        limits = {name: value for each in info.metadata for name, value in _limits(each)}
        default = None if info.is_required() else info.get_default(call_default_factory=True)
        shape = self.shape(info.annotation, limits)
        return Slot(shape, info.is_required(), default, info.description or "")

    def shape(self, kind: Any, limits: Mapping[str, float]) -> Shape:
        """What an annotation lets stand."""
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            inside = {name: value for each in parts[1:] for name, value in _limits(each)}
            return self.shape(parts[0], {**limits, **inside})
        if origin in {Union, UnionType}:
            return self._union([each for each in parts if each is not type(None)], limits)
        if origin is Literal:
            return _literal(parts)
        if origin is tuple:
            inner = self.shape(parts[0], {})
            return Shape(Kind.TEXTS, codes=inner.codes) if inner.single else Shape(Kind.TABLES, inner=inner)
        if origin in {dict, Mapping}:
            return Shape(Kind.NAMED, inner=self.shape(parts[1], {}))
        return self._plain(kind, limits)

    def _union(self, parts: list[Any], limits: Mapping[str, float]) -> Shape:
        if len(parts) == 1:
            return self.shape(parts[0], limits)
        shapes = [self.shape(each, limits) for each in parts]
        tables = [each for each in shapes if each.kind is Kind.TABLE and "kind" in each.slots]
        kinds = {str(each.slots["kind"].default): each for each in tables if each.slots["kind"].default is not None}
        if not kinds:
            return Shape(Kind.ANY)
        kinds = {kind: _choosing(each, tuple(kinds)) for kind, each in kinds.items()}
        return Shape(Kind.TABLE, slots=next(iter(kinds.values())).slots, kinds=kinds)

    def _plain(self, kind: Any, limits: Mapping[str, float]) -> Shape:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.table(kind)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return Shape(Kind.CODE, codes=tuple(str(each.value) for each in kind))
        if kind is bool:
            return Shape(Kind.YES)
        if kind in {int, float}:
            return Shape(Kind.NUMBER, least=limits.get("ge"), most=limits.get("le"), whole=kind is int)
        return Shape(Kind.DAY if kind is dt.date else Kind.TEXT)


def _limits(each: object) -> list[tuple[str, float]]:
    """What a remark of an annotation says of a number."""
    inside = each.metadata if isinstance(each, FieldInfo) else [each]
    return [(name, found) for part in inside for name in _LIMITS if (found := getattr(part, name, None)) is not None]


def _literal(values: tuple[object, ...]) -> Shape:
    """Fixed words; a fixed number is a number between itself and itself."""
    if all(isinstance(each, int) for each in values):
        numbers = [int(str(each)) for each in values]
        return Shape(Kind.NUMBER, least=min(numbers), most=max(numbers))
    return Shape(Kind.CODE, codes=tuple(map(str, values)))


def _choosing(table: Shape, kinds: tuple[str, ...]) -> Shape:
    """A table whose kind can become any of these."""
    kind = Slot(Shape(Kind.CODE, codes=kinds), required=True)
    return Shape(Kind.TABLE, table.model, {**table.slots, "kind": kind})


def starting(shape: Shape, *, today: dt.date) -> Any:
    """What a new entry begins with: what must stand in it, as little as possible."""
    match shape.kind:
        case Kind.TABLE:
            here = next(iter(shape.kinds.values()), shape)
            return {key: starting(slot.shape, today=today) for key, slot in here.slots.items() if slot.required}
        case Kind.NUMBER:
            return int(shape.least or 0)
        case Kind.YES:
            return True
        case Kind.CODE:
            return shape.codes[0]
        case Kind.DAY:
            return today
        case Kind.TEXTS | Kind.TABLES:
            return []
        case Kind.NAMED:
            return {}
        case _:
            return ""
