"""JSON Schema (draft 2020-12) of the record that leaves: published, and held against every record.

It is made of the record and of the column mapping: names of the 基本データリスト as titles, lengths, dates.
What is not stated is not there, so nothing that is there is empty, and nothing else may be there.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiosk.exchange.records.blocks import Common, Contact, Move, Other, Request, Subject
from kiosk.exchange.records.columns import Column, Columns, ColumnType
from kiosk.exchange.records.record import SCHEMA_VERSION
from kiosk.model.base import Frozen

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_DAY, _TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
_PER_LETTER = 2
"""Code points that one letter may have: a kanji with its variation selector, a half-width kana with its voicing."""

_OWN: dict[str, dict[str, Any]] = {
    "kyotsu.exportid": {"pattern": _UUID},
    "kyotsu.ankenid": {"pattern": _UUID},
    "kyotsu.schemaversion": {"const": SCHEMA_VERSION},
    "kyotsu.sha256": {"pattern": "^[0-9a-f]{64}$"},
    "kyotsu.shorikubun": {"enum": ["0", "1", "2"]},
    "kyotsu.shikuchosonkodo": {"pattern": "^[0-9]{6}$"},
    "kyotsu.kaiteibango": {"minimum": 1},
    "taishosha.seibetsu": {"pattern": "^[0-9]$"},
    "taishosha.seinengappi_fushofuragu": {"enum": ["0", "1"]},
    "ido.idonengappi_fushofuragu": {"enum": ["0", "1"]},
}
_LISTS: dict[str, type[Frozen]] = {"taishosha": Subject, "sonota": Other}
_BLOCKS: dict[str, type[Frozen]] = {"kyotsu": Common, "ido": Move, "renrakusaki": Contact, "seikyu": Request}
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}


def schema(columns: Columns) -> dict[str, Any]:
    """The schema of a record whose columns are these."""
    known = {column.source: column for group in columns.groups for column in group.columns if not column.relation}
    blocks = {name: _block(name, kind, known) for name, kind in _BLOCKS.items()}
    lists = {
        name: {"type": "array", "minItems": 1, "items": _block(name, kind, known)} for name, kind in _LISTS.items()
    }
    return {
        "$schema": DRAFT,
        "$id": f"urn:kiosk:record:{SCHEMA_VERSION}",
        "title": "申請の記録",
        "type": "object",
        "properties": {
            **blocks,
            **lists,
            "horyu": {"title": "わからないと答えた項目", "type": "array", "minItems": 1, "items": _TEXT},
            "shussho": {"title": "値の出所", "type": "object", "additionalProperties": _TEXT},
        },
        "required": ["kyotsu"],
        "additionalProperties": False,
    }


def violations(record: bytes, columns: Columns) -> tuple[str, ...]:
    """The places (kyotsu.shinseibi, taishosha.0.shimei) where a record is not what the schema says; never a value."""
    errors = _validator(columns).iter_errors(json.loads(record))
    return tuple(sorted({".".join(map(str, error.absolute_path)) or "$" for error in errors}))


@lru_cache(maxsize=2)
def _validator(columns: Columns) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    made = schema(columns)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def _block(block: str, kind: type[Frozen], known: Mapping[str, Column]) -> dict[str, Any]:
    """A block as an object; what a record cannot be without is required."""
    names = {name: field.alias or name for name, field in kind.model_fields.items()}
    required = [names[name] for name, field in kind.model_fields.items() if field.is_required()]
    properties = {
        alias: _field(f"{block}.{alias}", kind.model_fields[name].annotation, known.get(f"{block}.{alias}"))
        for name, alias in names.items()
    }
    must = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **must, "additionalProperties": False}


def _field(source: str, annotation: Any, column: Column | None) -> dict[str, Any]:
    title = {"title": column.item} if column is not None else {}
    if annotation is str:
        return {**title, **_TEXT, **_limits(column), **_OWN.get(source, {})}
    if annotation is int:
        return {**title, "type": "integer", **_OWN.get(source, {})}
    several = {"type": "array", "minItems": 1, "items": _TEXT}
    if annotation == tuple[str, ...]:
        return {**title, **several}
    return {**title, "anyOf": [{"type": "boolean"}, {"type": "integer"}, {**_TEXT, **_limits(column)}, several]}


def _limits(column: Column | None) -> dict[str, Any]:
    match column:
        case Column(type=ColumnType.DATE):
            return {"pattern": _DAY}
        case Column(type=ColumnType.TIME):
            return {"pattern": _TIME}
        case Column(type=ColumnType.INTEGER) | None:
            return {}
        case _:
            return {"maxLength": _PER_LETTER * column.length} if column.length else {}
