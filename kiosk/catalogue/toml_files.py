"""Reads the TOML files that IT staff keep; what is wrong is named with file, place and what is allowed."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.plain_text import plain, unreadable
from kiosk.catalogue.toml_lines import NESTING, too_deep
from kiosk.model.base import Frozen, Issue
from kiosk.model.spelling import nearest

LISTS = {"pages": "page", "repeats": "repeat", "boxes": "box"}
Model = TypeVar("Model", bound=Frozen)
_AT = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_LONG = re.compile(r"[0-9_]{400}")


def read_toml(path: Path) -> dict[str, Any] | Issue:
    """The tables of a file outside the catalogue (a case file), or an Issue with the line of the first mistake."""
    try:
        return parse_toml(take(path, inside=path.parent), where=path.name)
    except FileNotFoundError:
        return Issue(where=path.name, message="ファイルがありません。", allowed=str(path.parent.name))
    except Untaken as error:
        return Issue(where=path.name, message=error.message, allowed=error.allowed)
    except OSError:
        return Issue(where=path.name, message="ファイルを読めません。", allowed="読み取りの権限があるファイル")


def parse_toml(content: bytes, *, where: str) -> dict[str, Any] | Issue:
    """The tables of a file's content; `where` is what the file is called."""
    content = plain(content)
    wrong = unreadable(content, where=where)
    if wrong is not None:
        return wrong
    text = content.decode("utf-8")
    line = too_deep(text)
    if line:
        return Issue(where=where, line=line, message="括弧やドットの入れ子が深すぎます。", allowed=f"{NESTING}段まで")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return not_toml(where, error, text=text)
    except (ValueError, RecursionError):  # a whole number of thousands of digits
        found = _LONG.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 0
        return Issue(where=where, line=line, message="数が長すぎます。", allowed="18桁まで")


def not_toml(where: str, error: tomllib.TOMLDecodeError, *, text: str) -> Issue:
    """A mistake in the TOML itself with its line and column, in words that say what is written instead."""
    from kiosk.catalogue.toml_words import said

    at = _AT.search(str(error))
    line, column = (int(at[1]), int(at[2])) if at else (0, 0)
    rest = text.split("\n")[line - 1][column - 1 :] if line else ""
    wrong, allowed = said(str(error), rest)
    if not line:  # of what does not end the parser says no line
        wrong, line = f"{wrong}（ファイルの終わりまで読みました）", text.rstrip().count("\n") + 1
    return Issue(where=where, message=f"TOML として読めません。{wrong}", allowed=allowed, line=line, column=column)


def build(
    model: type[Model], data: Mapping[str, Any], *, where: str, names: Mapping[str, str] | None = None
) -> Model | tuple[Issue, ...]:
    """A model from tables, or one Issue per wrong entry with its path inside the file.

    `names` are the words that the file uses for fields of the type, where they differ. Types count as they are
    written: "3" is no number and 1 no yes.
    """
    given, wrong = by_field(data, names or {}, where)
    try:
        made = model.model_validate_json(json.dumps(given, default=_written), strict=True)
    except ValidationError as error:
        from kiosk.catalogue.told import told

        return (*wrong, *told(where, error, model=model, data=given, names=names or {}))
    return tuple(wrong) or made


def _written(value: object) -> str:
    """A day or a time as JSON has it."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def by_field(data: Mapping[str, Any], names: Mapping[str, str], where: str) -> tuple[dict[str, Any], list[Issue]]:
    """The tables by the names of the type; a field may not be given under the name that only the type has.

    `names` are the words of the file by field.
    """
    fields = {word: field for field, word in names.items()}
    wrong = [
        Issue(
            where=f"{where} {key}".strip(),
            message="この名前の項目はありません。",
            allowed=f"「{names[key]}」と書きます",
        )
        for key in data
        if key in names and key not in fields
    ]
    return {key: data[key] for key in data if key in names} | {
        fields.get(key, key): value for key, value in data.items() if key not in names or key in fields
    }, wrong


def table(data: Mapping[str, Any], key: str, *, where: str, issues: list[Issue]) -> dict[str, Any]:
    """The table [key] of a file; empty, and named, when something else stands there."""
    found = data.get(key, {})
    if isinstance(found, dict):
        return found
    issues.append(Issue(where=f"{where} {key}", message="表になっていません。", allowed=f"[{key}]"))
    return {}


def tables(data: Mapping[str, Any], key: str, *, where: str, issues: list[Issue]) -> list[dict[str, Any]]:
    """The tables [[key]] of a file; empty, and named, when something else stands there."""
    found = data.get(key, [])
    if isinstance(found, list) and all(isinstance(entry, dict) for entry in found):
        return found
    issues.append(Issue(where=f"{where} {key}", message="表の並びになっていません。", allowed=f"[[{key}]]"))
    return []


def only(data: Mapping[str, Any], known: Sequence[str], *, where: str) -> list[Issue]:
    """An Issue for every key of a table that is none of `known`, with the one that was probably meant."""
    return [
        Issue(where=f"{where} {key}", message="この名前の項目はありません。", allowed=nearest(key, known))
        for key in data
        if key not in known
    ]
