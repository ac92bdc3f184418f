"""Who names something: every place of the forms where a fact, a procedure, a form, a setting or a code is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.designing.tables.places import path_at, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.catalogue.toml_lines import Path

_PERSON = "person."
_EDGE, _END = r"(?<![\w.\-])", r"(?![\w\-]|\.\w)"


@dataclass(frozen=True)
class Use:
    """A place: the file, the line (1 first), and what stands on it."""

    file: str
    line: int
    text: str


def name_of(file: str, path: Path) -> str:
    """By what a thing is spoken of elsewhere: a fact by its key, a setting as city.fee_…; empty where nobody does."""
    folder, _, rest = file.partition("/")
    if folder in {"procedures", "events"} and not path:
        return rest.removesuffix(".toml")
    match path:
        case ("item" | "codes", str(key)) if folder.startswith("vocabulary"):
            return key
        case ("fee" | "ordinance" as table, str(key)) if file == "municipality.toml":
            return f"city.{table}_{key}"
        case ("service", str(key)) if file == "municipality.toml":
            return key
        case (str(key),) if file == "groups.toml":
            return key
        case _:
            return ""


def uses(texts: Mapping[str, str], name: str, *, own: tuple[str, Path]) -> Iterator[Use]:
    """Every line that speaks of a name, but those of the thing itself (`own`: its file and path)."""
    sought = _pattern(name)
    for file, text in texts.items():
        if sought.search(text) is None:
            continue
        found = statements(text)
        for number, line in enumerate(text.split("\n"), 1):
            said = "" if line.lstrip().startswith("#") else line
            if sought.search(said) and not _is(own, file, path_at(found, number)):
                yield Use(file, number, line.strip())


def _is(own: tuple[str, Path], file: str, path: Path) -> bool:
    """Whether a place belongs to the thing itself; a whole file is its own."""
    return file == own[0] and path[: len(own[1])] == own[1]


def _pattern(name: str) -> re.Pattern[str]:
    """A fact of a member is called by whose it is (m.birth.date), by none in a written visit ("birth.date")."""
    if name.startswith(_PERSON):
        key = re.escape(name.removeprefix(_PERSON))
        return re.compile(rf"""(?:\b[a-z]\w*|\])\.{key}{_END}|^\s*["']?{key}["']?\s*=|["']{key}["']""", re.MULTILINE)
    return re.compile(f"{_EDGE}{re.escape(name)}{_END}")


def renamed(texts: Mapping[str, str], before: str, after: str) -> dict[str, str]:
    """The files that speak of a name, with another one in its place; remarks stay as they are."""
    sought = _pattern(before)
    found: dict[str, str] = {}
    for file, text in texts.items():
        lines = [_with(line, sought, before, after) for line in text.split("\n")]
        if "\n".join(lines) != text:
            found[file] = "\n".join(lines)
    return found


def _with(line: str, sought: re.Pattern[str], before: str, after: str) -> str:
    if line.lstrip().startswith("#"):
        return line
    old, new = (name.removeprefix(_PERSON) for name in (before, after))
    return sought.sub(lambda hit: hit[0].replace(old, new), line)
