"""A value as it is written in a file of tables, in the manner of what stood there before."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float | bool | dt.date | list["Value"] | dict[str, "Value"]
"""What TOML can hold, as the standard library reads it."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def key_text(key: str) -> str:
    """A key as it is written: in quotes where it has other signs than letters, digits, _ and -."""
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def value_text(value: Value, *, like: str = "") -> str:
    """A value as it is written; `like` is what stood there: a list over several lines, a text between ''' stay so."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _said(value, like)
        case list():
            return _listed(value, like)
        case dict():
            return _table(value)
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def _said(text: str, like: str) -> str:
    """Rules are full of quotes: they stand between ''' or ' as people write them."""
    rough = any(sign in text for sign in '"\\\n')
    if "'''" not in text and not text.endswith("'") and _plain(text) and (like.startswith("'''") or "\n" in text):
        return f"'''{text}'''" if not text.startswith("\n") else f"'''\n{text}'''"
    if rough and "'" not in text and "\n" not in text and _plain(text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> bool:
    """Whether a text can stand as it is: no sign that only an escape can say."""
    return all(sign in "\n\t" or (sign >= " " and sign != "\x7f") for sign in text)


def _listed(values: list[Value], like: str) -> str:
    parts = [value_text(each) for each in values]
    if "\n" in like.strip() and parts:
        return "[\n" + "".join(f"  {part},\n" for part in parts) + "]"
    return "[" + ", ".join(parts) + "]"


def _table(values: Mapping[str, Value]) -> str:
    inside = ", ".join(f"{key_text(key)} = {value_text(value)}" for key, value in values.items())
    return f"{{ {inside} }}" if inside else "{}"


def pairs_text(values: Mapping[str, Value]) -> str:
    """Pairs as the lines of a table."""
    return "".join(f"{key_text(key)} = {value_text(value)}\n" for key, value in values.items())
