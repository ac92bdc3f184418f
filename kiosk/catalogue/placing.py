"""Finds the line of a file for every Issue that says where in the file something is wrong.

Who finds something wrong knows a table and a key, and says so as people call it: version[0].reason, 2024-10-01 when,
box no7 when. Here that is followed through the file's own tables, as far as they go; only files with something wrong
in them are read for it.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.catalogue.plain_text import plain
from kiosk.catalogue.toml_lines import Path, lines, too_deep
from kiosk.model.base import Issue

_NAMING = ("id", "fact", "from", "name", "what", "role", "code", "column", "item", "key")


def placed(issues: Iterable[Issue], content: Mapping[str, bytes]) -> tuple[Issue, ...]:
    """The same Issues with their lines, as far as they can be found; each once."""
    maps: dict[str, _Map | None] = {}
    return tuple(dict.fromkeys(_placed(issue, content, maps) for issue in issues))


def _placed(issue: Issue, content: Mapping[str, bytes], maps: dict[str, "_Map | None"]) -> Issue:
    file, _, place = issue.where.partition(" ")
    if issue.line or file not in content or not file.endswith(".toml"):
        return issue
    if file not in maps:
        maps[file] = _map(plain(content[file]))
    found = maps[file]
    line = found.line(place) if found is not None else 0
    return issue.model_copy(update={"line": line}) if line else issue


@dataclass(frozen=True)
class _Map:
    """A file as tables, and the line of each of their entries."""

    tables: Mapping[str, Any]
    lines: Mapping[Path, int]

    def line(self, place: str) -> int:
        """The line on which the deepest part of a place stands that is there; 0 for none of it."""
        here: Any = self.tables
        path: Path = ()
        while place:
            step = next(_steps(here, place), None)
            if step is None:
                break
            keys, used = step
            for key in keys:
                here = here[key]
            path, place = (*path, *keys), place[used:].lstrip(". ")
        return self.lines.get(path, 0)


def _map(content: bytes) -> _Map | None:
    try:
        text = content.decode("utf-8")
        return None if too_deep(text) else _Map(tomllib.loads(text), lines(text))
    except (ValueError, RecursionError):
        return None


def _steps(here: Any, place: str) -> Iterator[tuple[Path, int]]:
    """Ways to read the beginning of a place from some tables: the keys gone down, and how many letters they are."""
    if isinstance(here, dict):
        keys = sorted((key for key in here if _begins(place, key)), key=len, reverse=True)
        yield from (((key,), len(key)) for key in keys)
        for key, inside in here.items():
            if isinstance(inside, dict | list):
                yield from (((key, *more), used) for more, used in _entries(inside, place))
    elif isinstance(here, list):
        yield from _entries(here, place)


def _entries(inside: Any, place: str) -> Iterator[tuple[Path, int]]:
    """An entry of a table by its key, one of a list by its number or by what it is called."""
    if isinstance(inside, dict):
        yield from (((key,), len(key)) for key in inside if _begins(place, key))
        return
    for index, entry in enumerate(inside):
        number = f"{index + 1}"
        if place.startswith(f"[{index}]"):
            yield (index,), len(f"[{index}]")
        elif isinstance(entry, dict) and _begins(place, number):
            yield (index,), len(number)
        elif isinstance(entry, dict):
            called = [str(entry[key]) for key in _NAMING if key in entry]
            yield from (((index,), len(name)) for name in called if name and _begins(place, name))


def _begins(place: str, name: str) -> bool:
    """Whether a place begins with a name that ends there."""
    return place.startswith(name) and place[len(name) : len(name) + 1] in {"", ".", " ", "["}
