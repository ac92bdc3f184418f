"""A change in the text of a file: one statement is written anew, remarks and order of everything else stay."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, assert_never

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.designing.tables.changes import Drop, Enter, Rename, Say, Shift, applied, at
from kiosk.designing.tables.places import Statement, block_end, extent, header_of, pair_of, statements
from kiosk.designing.tables.values import Value, key_text, pairs_text, value_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue.toml_lines import Path
    from kiosk.designing.tables.changes import Change


def changed(text: str, change: Change) -> str | None:
    """The text after a change; None where it is written in a way that cannot be changed here.

    What was written is read again: unless it is exactly what the change makes of the tables, nothing is changed.
    """
    try:
        meant = applied(tomllib.loads(text), change)
        written = _Text(text).changed(change)
        found = tomllib.loads(written)
        if isinstance(change, Drop) and at(meant, change.path[:-1]) == []:  # a list of tables is gone with its last one
            around = at(found, change.path[:-2])
            around.setdefault(change.path[-2], [])
        return written if _full(found) == _full(meant) else None
    except (TOMLKitError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _full(data: Any) -> Any:
    """Tables without those that hold nothing: such a one is written only by what stands in it."""
    if not isinstance(data, dict):
        return data
    inside = {key: _full(value) for key, value in data.items()}
    return {key: value for key, value in inside.items() if value != {}}


@dataclass(frozen=True)
class _Text:
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.rstrip("\n").split("\n") if self.text.strip() else []

    @cached_property
    def found(self) -> tuple[Statement, ...]:
        return statements(self.text)

    def changed(self, change: Change) -> str:
        match change:
            case Say(path, value):
                return self._say(path, value)
            case Drop(path):
                return self._drop(path)
            case Enter(path, values):
                return self._enter(path, values)
            case Rename(path, name):
                return self._rename(path, name)
            case Shift(path, by):
                return self._shift(path, by)
            case _:
                assert_never(change)

    # ---- a key -------------------------------------------------------------------------------------------------------
    def _say(self, path: Path, value: Value) -> str:
        pair = pair_of(self.found, path)
        if pair is not None:
            return self._within(pair, path, value)
        header = header_of(self.found, path[:-1])
        if header is not None or len(path) == 1:
            return self._insert(block_end(self.found, header), f"{key_text(str(path[-1]))} = {value_text(value)}")
        if isinstance(value, dict):
            return self._table(path, value)
        return self._say(path[:-1], {str(path[-1]): value})

    def _table(self, path: Path, values: Mapping[str, Value]) -> str:
        """A table that is not there yet: as a header where its neighbours have one, else inside the one around it."""
        neighbour = any(each.header and each.path[: len(path) - 1] == path[:-1] for each in self.found)
        if header_of(self.found, path[:-1]) is not None or not neighbour or any(isinstance(step, int) for step in path):
            around = header_of(self.found, path[:-1])
            line = f"{key_text(str(path[-1]))} = {value_text(dict(values))}"
            return self._insert(block_end(self.found, around), line)
        name = ".".join(key_text(str(step)) for step in path)
        return self._block(extent(self.found, path[:-1]), f"[{name}]", values)

    def _within(self, pair: Statement, path: Path, value: Value) -> str:
        """Another value in a pair; its remark and the manner of writing stay."""
        document = tomlkit.parse(self._of(pair))
        here: Any = document
        steps = (*self._names(pair), *path[len(pair.path) :])
        for step in steps[:-1]:
            if isinstance(here, dict) and step not in here:
                here[step] = tomlkit.inline_table()
            here = here[step]
        before = here[steps[-1]] if not isinstance(here, dict) or steps[-1] in here else None
        like = str(before.as_string()) if before is not None and hasattr(before, "as_string") else ""
        here[steps[-1]] = tomlkit.parse(f"it = {value_text(value, like=like)}\n")["it"]
        return self._replaced(pair, document.as_string())

    def _names(self, pair: Statement) -> Path:
        """The path of a pair from its own table on."""
        header = next((each for each in reversed(self.found[: self.found.index(pair)]) if each.header), None)
        return pair.path[len(header.path) if header is not None else 0 :]

    # ---- entries -----------------------------------------------------------------------------------------------------
    def _enter(self, path: Path, values: Mapping[str, Value]) -> str:
        pair = pair_of(self.found, path)
        if pair is not None:
            there = at(tomllib.loads(self.text), path) or []
            return self._within(pair, path, [*there, dict(values)])
        name = ".".join(key_text(step) for step in path if isinstance(step, str))
        end = extent(self.found, path)
        return self._block(end if end >= 0 else extent(self.found, path[:-1]), f"[[{name}]]", values)

    def _block(self, line: int, header: str, values: Mapping[str, Value]) -> str:
        """A header with its pairs after a line, each with an empty line around it."""
        after = self.lines[line + 1 :]
        gap = [""] if after and after[0].strip() else []
        new = ["", header, *pairs_text(values).rstrip("\n").split("\n")] if values else ["", header]
        return "\n".join((*self.lines[: line + 1], *(new if line >= 0 else new[1:]), *gap, *after)) + "\n"

    def _drop(self, path: Path) -> str:
        pair = pair_of(self.found, path)
        if pair is not None and pair.path != path:
            document = tomlkit.parse(self._of(pair))
            here: Any = document
            steps = (*self._names(pair), *path[len(pair.path) :])
            for step in steps[:-1]:
                here = here[step]
            del here[steps[-1]]
            return self._replaced(pair, document.as_string())
        gone = {
            line for each in self.found if each.path[: len(path)] == path for line in range(each.first, each.last + 1)
        }
        return self._without(gone)

    def _without(self, gone: set[int]) -> str:
        """The text without some lines, and without one of two empty lines that would stand together."""
        kept: list[str] = []
        for at_, line in enumerate(self.lines):
            joined = at_ - 1 in gone and not line.strip() and (not kept or not kept[-1].strip())
            if at_ not in gone and not joined:
                kept.append(line)
        return "\n".join(kept).rstrip("\n") + "\n" if kept else ""

    def _shift(self, path: Path, by: int) -> str:
        """Two entries that stand one after the other, each with the remarks right above it, change places."""
        listed, here = path[:-1], int(path[-1])
        first, second = sorted((here, here + by))
        pair = pair_of(self.found, listed)
        if pair is not None:
            there = list(at(tomllib.loads(self.text), listed) or [])
            there[first], there[second] = there[second], there[first]
            return self._within(pair, listed, there)
        (a, b), (c, d) = self._entry((*listed, first)), self._entry((*listed, second))
        lines = self.lines
        return "\n".join((*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:])) + "\n"

    def _entry(self, path: Path) -> tuple[int, int]:
        """The lines of an entry, from the remarks above its header up to behind its last statement."""
        begins = header_of(self.found, path)
        if begins is None:
            raise LookupError(path)
        first = begins.first
        while first and self.lines[first - 1].lstrip().startswith("#"):
            first -= 1
        return first, extent(self.found, path) + 1

    def _rename(self, path: Path, name: str) -> str:
        lines = list(self.lines)
        for each in self.found:
            if each.path[: len(path)] == path and (each.header or each.path == path):
                lines[each.first] = _renamed(lines[each.first], each, str(path[-1]), len(path), name)
        return "\n".join(lines) + "\n"

    # ---- lines -------------------------------------------------------------------------------------------------------
    def _of(self, pair: Statement) -> str:
        return "\n".join(self.lines[pair.first : pair.last + 1]) + "\n"

    def _replaced(self, pair: Statement, text: str) -> str:
        made = (*self.lines[: pair.first], *text.rstrip("\n").split("\n"), *self.lines[pair.last + 1 :])
        return "\n".join(made) + "\n"

    def _insert(self, line: int, text: str) -> str:
        """A statement after a line; -1: at the beginning, behind the remarks that the file begins with."""
        if line < 0:
            first = self.found[0].first if self.found else len(self.lines)
            head = [at_ for at_, each in enumerate(self.lines[:first]) if not each.strip()]
            line = head[0] - 1 if head else first - 1
        gap = [""] if line + 1 < len(self.lines) and self.lines[line + 1].lstrip().startswith("[") else []
        return "\n".join((*self.lines[: line + 1], *text.split("\n"), *gap, *self.lines[line + 1 :])) + "\n"


def _renamed(line: str, each: Statement, old: str, depth: int, name: str) -> str:
    """A header or the beginning of a pair with another word at one of its steps."""
    for written in (f'"{old}"', f"'{old}'", old):
        head, sign, rest = line.partition("=") if not each.header else (line, "", "")
        at_ = head.rfind(written) if not each.header or depth == len(each.path) else head.find(written)
        if at_ >= 0:
            return f"{head[:at_]}{key_text(name)}{head[at_ + len(written) :]}{sign}{rest}"
    return line
