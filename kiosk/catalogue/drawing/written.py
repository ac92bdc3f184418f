"""How a template is written as template.toml."""

import json
from collections.abc import Mapping, Sequence, Set
from enum import Enum
from typing import Any

from pydantic import BaseModel

from kiosk.catalogue.toml_files import LISTS
from kiosk.model.template import Template

_HEAD = "# この様式の記入欄（用紙の左上からミリメートル）。公開後は変えず、新しい版のフォルダーを作ってください。\n"


def template_text(template: Template) -> str:
    """The template as TOML: particulars first, then [[page]], [[repeat]], [[box]]; defaults are left out."""
    parts = [_HEAD + _table(template, leave={*LISTS, "digest"})]
    for field, name in LISTS.items():
        parts += [f"[[{name}]]\n{entry_text(entry)}" for entry in getattr(template, field)]
    return "\n".join(parts)


def entry_text(entry: BaseModel) -> str:
    """One value as the lines of a table; defaults are left out."""
    return _table(entry, leave=frozenset())


def said(entry: BaseModel, *, leave: Set[str] = frozenset()) -> dict[str, str]:
    """What a table says, by key: the text behind each sign =; defaults are left out."""
    return {key: _value(value) for key, value in _given(entry) if key not in leave}


def _table(entry: BaseModel, *, leave: Set[str]) -> str:
    return "".join(f"{key} = {value}\n" for key, value in said(entry, leave=leave).items())


def _given(entry: BaseModel) -> list[tuple[str, Any]]:
    """The fields that differ from their default, or have none."""
    fields = type(entry).model_fields
    values = [(key, getattr(entry, key), fields[key]) for key in fields]
    return [(key, value) for key, value, field in values if field.is_required() or value != field.default]


def _value(value: Any) -> str:
    match value:
        case Enum():
            return _value(value.value)
        case BaseModel():
            return _inline(_given(value))
        case Mapping():
            return _inline(list(value.items()))
        case tuple() if value and isinstance(value[0], BaseModel):
            return "[\n" + "".join(f"  {_value(entry)},\n" for entry in value) + "]"
        case tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return _scalar(value)


def _inline(pairs: Sequence[tuple[str, Any]]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in pairs) + " }"


def _scalar(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.1f}"
        case _:
            return str(value)
