"""Reads the TOML files that IT staff keep; what is wrong is named with file, place and what is allowed."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kiosk.model.base import Frozen, Issue

Model = TypeVar("Model", bound=Frozen)


def read_toml(path: Path) -> dict[str, Any] | Issue:
    """The tables of a file, or an Issue with the line of the first mistake."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Issue(where=path.name, message="ファイルがありません。", allowed=str(path.parent.name))
    except UnicodeDecodeError:
        return Issue(where=path.name, message="UTF-8 で保存してください。")
    except tomllib.TOMLDecodeError as error:
        return Issue(where=path.name, message=f"TOML として読めません: {error}")


def build(model: Callable[..., Model], data: dict[str, Any], *, where: str) -> Model | tuple[Issue, ...]:
    """A model from tables, or one Issue per wrong entry with its path inside the file."""
    try:
        return model(**data)
    except ValidationError as error:
        return tuple(
            Issue(where=f"{where} {'.'.join(str(part) for part in entry['loc'])}", message=entry["msg"])
            for entry in error.errors(include_input=False, include_url=False)
        )
    except TypeError as error:
        return (Issue(where=where, message=f"項目の名前が違います: {error}"),)
