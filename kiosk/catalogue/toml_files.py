"""Reads the TOML files that IT staff keep; what is wrong is named with file, place and what is allowed."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kiosk.model.base import Frozen, Issue

LISTS = {"pages": "page", "repeats": "repeat", "boxes": "box"}
_MESSAGES = {
    "missing": "必要な項目がありません。",
    "extra_forbidden": "この名前の項目はありません。",
    "enum": "使えない値です。",
    "string_type": "文字で書いてください。",
}
Model = TypeVar("Model", bound=Frozen)
_AT = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_END = "(at end of document)"


def read_toml(path: Path) -> dict[str, Any] | Issue:
    """The tables of a file outside the catalogue (a case file), or an Issue with the line of the first mistake."""
    try:
        return parse_toml(path.read_bytes(), where=path.name)
    except FileNotFoundError:
        return Issue(where=path.name, message="ファイルがありません。", allowed=str(path.parent.name))
    except OSError:
        return Issue(where=path.name, message="ファイルを読めません。", allowed="読み取りの権限があるファイル")


def parse_toml(content: bytes, *, where: str) -> dict[str, Any] | Issue:
    """The tables of a file's content; `where` is what the file is called."""
    try:
        return tomllib.loads(content.decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return Issue(where=where, message="UTF-8 で保存してください。")
    except tomllib.TOMLDecodeError as error:
        return not_toml(where, error)


def not_toml(where: str, error: tomllib.TOMLDecodeError) -> Issue:
    """A mistake in the TOML itself with its line and column; the parser's own words stand beside it."""
    said = str(error)
    at = _AT.search(said)
    place = f" {at[1]}行目{at[2]}文字目" if at else ""
    end = "（ファイルの終わり）" if _END in said else ""
    words = _AT.sub("", said).replace(_END, "").strip()
    return Issue(where=f"{where}{place}", message=f"TOML として読めません{end}。", allowed=words)


def build(
    model: Callable[..., Model], data: dict[str, Any], *, where: str, names: Mapping[str, str] | None = None
) -> Model | tuple[Issue, ...]:
    """A model from tables, or one Issue per wrong entry with its path inside the file; `names` as in told_as."""
    try:
        return model(**data)
    except ValidationError as error:
        return told_as(where, error, names=names or {})
    except TypeError as error:
        return (Issue(where=where, message=f"項目の名前が違います: {error}"),)


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


# ---- what is wrong ---------------------------------------------------------------------------------------------------
def told(file: str, error: ValidationError) -> tuple[Issue, ...]:
    """A validation error as Issues that say where in the file something is wrong, e.g. box[3].rect.x."""
    return told_as(file, error, names=LISTS)


def told_as(file: str, error: ValidationError, *, names: Mapping[str, str]) -> tuple[Issue, ...]:
    """The same for any TOML file; `names` are the words that the file uses for the fields of the type."""
    return tuple(
        Issue(
            where=f"{file} {_place(detail['loc'], names)}".strip(),
            message=_MESSAGES.get(detail["type"], "値の書き方が正しくありません。"),
            allowed=str(detail.get("ctx", {}).get("expected", "")),
        )
        for detail in error.errors(include_input=False, include_url=False)
    )


def _place(path: tuple[int | str, ...], names: Mapping[str, str]) -> str:
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{names.get(step, step)}"
    return place.removeprefix(".")
