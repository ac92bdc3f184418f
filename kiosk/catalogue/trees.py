"""Reads a file of tables into its type: each wrong entry is told with what is allowed there, and left out."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kiosk.catalogue.toml_files import Model, build
from kiosk.model.base import Issue

_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_NAMES = ("この名前の項目はありません。",)
Path = tuple[int | str, ...]


def read_tree(
    model: type[Model], data: Mapping[str, Any], *, where: str, missing: Mapping[str, Any], issues: list[Issue]
) -> Model | None:
    """The value of a file with every entry that is right; what is wrong joins `issues`, once each.

    `missing` stands in for what the file must have and has not, so that the rest can be looked at. None when nothing
    could be made of it.
    """
    left, first = deepcopy(dict(data)), True
    while True:
        made = build(model, left, where=where)
        if not isinstance(made, tuple):
            return made
        if first:  # all mistakes are told at once; what is wrong afterwards follows from what was left out
            issues += dict.fromkeys(with_words(issue, model, where) for issue in made)
        first = False
        if not _leave_out(left, [_path(issue.where.removeprefix(where).strip()) for issue in made], missing):
            return None


def _path(place: str) -> Path:
    return tuple(int(found[1]) if found[1] else found[2] for found in _STEP.finditer(place))


def with_words(issue: Issue, model: type[BaseModel], where: str) -> Issue:
    """The issue with the words that the type has for the place, unless it is about a name."""
    words = described(model, _path(issue.where.removeprefix(where).strip()))
    return issue if issue.message in _NAMES or not words else issue.model_copy(update={"allowed": words})


def described(kind: Any, path: Path) -> str:
    """What the type says may stand at a place; empty where it says nothing."""
    return next(_described(kind, path, ""), "")


def _described(kind: Any, path: Path, said: str) -> Iterator[str]:
    """The words of each type that the place can have; `said` are those of the place so far."""
    if get_origin(kind) in {Annotated, Union, UnionType}:
        for each in get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind):
            yield from _described(each, path, said)
    elif not path:
        yield said
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(path[0]))
        if field is not None:
            yield from _described(field.annotation, path[1:], field.description or "")
    else:
        parts = [part for part in get_args(kind) if part is not Ellipsis]
        if parts:
            yield from _described(parts[-1], path[1:], said)


def _leave_out(data: dict[str, Any], paths: list[Path], missing: Mapping[str, Any]) -> bool:
    """Take out the smallest entry around each place; a list from its end on, so that the others keep their places."""
    changed = False
    for path in sorted(paths, key=_backwards, reverse=True):
        key = path[0] if path else ""
        if key in missing and key not in data:
            data[str(key)] = missing[str(key)]
            changed = True
        elif key in data:
            changed = True
            _take_out(data, str(key), path[1:2])
    return changed


def _backwards(path: Path) -> tuple[str, int]:
    second = path[1] if len(path) > 1 else -1
    return (str(path[0]) if path else "", second if isinstance(second, int) else -1)


def _take_out(data: dict[str, Any], key: str, inside: Path) -> None:
    entry, step = data[key], inside[0] if inside else None
    row = isinstance(step, int) and step < len(entry) and isinstance(entry[step], dict)
    if row or (isinstance(entry, dict) and step in entry):
        entry.pop(step)
    else:
        data.pop(key)
