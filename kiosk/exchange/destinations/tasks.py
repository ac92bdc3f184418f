"""ロボットの仕事: one record and the keys for it, as two files in a folder, and the robot's answers beside them.

`current.csv` has a heading and one row, in the encoding that the script names. `current.keys`, written last and taken
away first, is what a robot waits for: one line each, a word and what belongs to it, parted by a space. In this order
`task` (its name), `sha256` (of current.csv), `encoding` (of it), `text` (what stands before a cell that is text and no
formula; nothing: none does), `front` (the title of the window that must be in front), then what is done there: `type`
with the column, `key` with the key, `wait` with milliseconds; `done` and `refused` (the titles by which the system says
so); `ask` before what puts the system's own words of a refusal into the clipboard; `key` and `wait` after it was done,
`end`.

A robot makes <task>.begun, new, before its first key, and answers with an empty <task>.done, <task>.refused (empty, or
the system's words, UTF-8) or <task>.unknown (broken off: nobody knows whether the record was taken). Where <task>.begun
is already, it types nothing.
"""

import csv
import enum
import hashlib
import io
from collections.abc import Collection, Iterable
from typing import Self

from kiosk.destinations import ToRobot
from kiosk.exchange.records.columns import Columns, Group
from kiosk.exchange.records.targets import Script, Target
from kiosk.model.base import Frozen

FORM, SCRIPT = "current.csv", "current.keys"
_HEAD = "kiosk-keys 2"
_LONGEST = 240


class Said(enum.Enum):
    """What a robot says of a task, by the end of a file's name."""

    BEGUN = "begun"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"


FINAL = (Said.DONE, Said.REFUSED, Said.UNKNOWN)


class Deed(Frozen):
    """One thing that a robot does: `type` a column, press a `key`, `wait` for milliseconds."""

    verb: str
    what: str

    @classmethod
    def of(cls, key: str) -> Self:
        """From a setting: "[氏名]", "wait:500", "Tab"."""
        if key.startswith("["):
            return cls(verb="type", what=key[1:-1])
        if key.startswith("wait:"):
            return cls(verb="wait", what=key.removeprefix("wait:"))
        return cls(verb="key", what=key)


def typed(keys: Iterable[str], *, beside: Collection[str] = ()) -> list[str]:
    """The columns that the keys of a setting type, in their order; without those `beside`."""
    deeds = map(Deed.of, keys)
    return list(dict.fromkeys(deed.what for deed in deeds if deed.verb == "type" and deed.what not in beside))


# ---- the columns of a record ---------------------------------------------------------------------------------------
def once_said(columns: Columns) -> tuple[Group, ...]:
    """The CSVs that say something once in an application."""
    return tuple(group for group in columns.groups if not group.rows)


def row_of(columns: Columns, sheet: str) -> Group | None:
    """The CSV of which each row is a record; None where it is said once in an application, as all else."""
    return next((group for group in columns.groups if group.rows and group.name == sheet), None)


def headings(columns: Columns, *, sheet: str, romaji: bool) -> dict[str, int]:
    """Every column of a record once, by its heading: what has a name already is named after its CSV, too."""
    row = row_of(columns, sheet)
    groups = (*once_said(columns), *((row,) if row else ()))
    every = [(group.name, column) for group in groups for column in group.columns]
    named: dict[str, int] = {}
    source: dict[str, str] = {}
    for at, (group, column) in enumerate(every):
        name = column.romaji if romaji else column.item
        if source.get(name) == column.source:
            continue
        name = f"{group}_{name}" if name in named else name
        named[name], source[name] = at, column.source
    return named


class Task(Frozen):
    """What current.keys says."""

    name: str
    digest: str
    encoding: str
    text: str
    front: str
    deeds: tuple[Deed, ...]
    done: str
    refused: str
    reason: tuple[Deed, ...] = ()
    after: tuple[Deed, ...] = ()


def task(name: str, form: bytes, setting: ToRobot, *, text: str) -> Task:
    """The task of entering a form into the screen of a destination."""
    return Task(
        name=name,
        digest=hashlib.sha256(form).hexdigest(),
        encoding=setting.encoding,
        text=text,
        front=setting.window,
        deeds=tuple(map(Deed.of, setting.keys)),
        done=setting.done,
        refused=setting.refused,
        reason=tuple(map(Deed.of, setting.ask_why)),
        after=tuple(map(Deed.of, setting.after)),
    )


def script(made: Task) -> bytes:
    """A task as current.keys."""
    head = [_HEAD, f"task {made.name}", f"sha256 {made.digest}", f"encoding {made.encoding}"]
    head += [f"text {made.text}".rstrip(), f"front {made.front}"]
    titles = [f"done {made.done}", f"refused {made.refused}"]
    asks = [f"ask {deed.verb} {deed.what}" for deed in made.reason]
    lines = [*head, *_lines(made.deeds), *titles, *asks, *_lines(made.after), "end"]
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(deeds: tuple[Deed, ...]) -> list[str]:
    return [f"{deed.verb} {deed.what}" for deed in deeds]


def read(content: bytes) -> Task | None:
    """The task that a script says; None for what is none, or is not whole."""
    try:
        head, *lines = content.decode().splitlines()
        name, digest, encoding, text, front = (_rest(lines[at], word) for at, word in enumerate(_WORDS))
        at = next(number for number, line in enumerate(lines) if line.startswith("done "))
        done, refused = _rest(lines[at], "done"), _rest(lines[at + 1], "refused")
        rest = lines[at + 2 : -1]
        asks = [line.removeprefix("ask ") for line in rest if line.startswith("ask ")]
        deeds, after = tuple(map(_deed, lines[len(_WORDS) : at])), tuple(map(_deed, rest[len(asks) :]))
        reason, known = tuple(map(_deed, asks)), Target(encoding)
    except (UnicodeDecodeError, ValueError, IndexError, StopIteration):
        return None
    safe = name.replace("-", "").replace("_", "").isalnum() and name.isascii() and len(name) < _LONGEST
    if head != _HEAD or lines[-1] != "end" or not safe:
        return None
    return Task(
        name=name,
        digest=digest,
        encoding=known.value,
        text=text,
        front=front,
        deeds=deeds,
        done=done,
        refused=refused,
        reason=reason,
        after=after,
    )


_WORDS = ("task", "sha256", "encoding", "text", "front")


def _rest(line: str, word: str) -> str:
    said, _, rest = line.partition(" ")
    if said != word:
        raise ValueError(word)
    return rest


def _deed(line: str) -> Deed:
    verb, _, what = line.partition(" ")
    if verb not in {"type", "key", "wait"} or not what or (verb == "wait" and not what.isdecimal()):
        raise ValueError(verb)
    return Deed(verb=verb, what=what)


def cells(form: bytes, made: Task) -> dict[str, str]:
    """The cells of current.csv by their heading. Raises ValueError where it is not one row."""
    said = Script(target=Target(made.encoding)).decode(form)
    rows = list(csv.reader(io.StringIO(said, newline=""), strict=True))
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        raise ValueError("not one row")
    return {name: cell.removeprefix(made.text) for name, cell in zip(*rows, strict=True)}
