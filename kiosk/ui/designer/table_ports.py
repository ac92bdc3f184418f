"""What the designer's window needs to change files of tables as forms, as a Protocol, and what it is shown."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.model.base import Issue

Path = tuple[str | int, ...]
Given = str | tuple[str, ...]
"""What was typed or picked: one text (also of a number, a day, a yes), or several."""


class Way(enum.Enum):
    """How a field is filled in."""

    LINE = "line"
    AREA = "area"  # words of more than a line
    LINES = "lines"  # several texts, one a line
    CHOICE = "choice"  # one of few
    PICK = "pick"  # one of many, found by words
    SEVERAL = "several"  # some of many, in an order
    RULE = "rule"  # a condition, as sentences and as CEL
    CEL = "cel"  # what gives a value
    FIXED = "fixed"  # shown, not changed


@dataclass(frozen=True, slots=True)
class Field:
    """`key` is what the file calls it; `hint` says what it is for, `allowed` what may stand there; `removable`: the
    file need not say it, and does; `problems` are what is wrong with it.
    """

    path: Path
    key: str
    label: str
    way: Way
    value: Given
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    allowed: str = ""
    removable: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addable:
    """What can be added to a part: its words; with `named` it needs a name, one of `choices` where there are any."""

    path: Path
    words: str
    named: bool = False
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Inside:
    """What a part shows when it is chosen."""

    fields: tuple[Field, ...] = ()
    adds: tuple[Addable, ...] = ()


@dataclass(frozen=True)
class Part:
    """A table of the file: `own` says that it has a name of its own that can be changed; `ways`: whether it
    changes places with the one before it (-1) or after it (1); `problems` are its own, `told`
    also those of its fields. A file has hundreds of parts: `look` says what is inside of the one that is chosen.
    """

    path: Path
    title: str
    depth: int
    look: Callable[[], Inside]
    removable: bool = False
    own: bool = False
    ways: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @cached_property
    def inside(self) -> Inside:
        """Its fields, and what can be added."""
        return self.look()

    @property
    def wrong(self) -> int:
        """How many problems it and its fields have."""
        return len(self.told)


@dataclass(frozen=True, slots=True)
class Table:
    """A file laid out as a form; `at` is the part that was changed last, None for none; `removable`: the folder can be
    without the file. `issues` are what is wrong with all files;
    in `untranslated` languages the last change took a translation along.
    """

    file: str
    title: str
    parts: tuple[Part, ...]
    issues: tuple[Issue, ...] = ()
    saved: bool = True
    at: Path | None = None
    removable: bool = False
    untranslated: int = 0


@dataclass(frozen=True, slots=True)
class UseShown:
    """A place that names something."""

    file: str
    line: int
    words: str


class Making(enum.Enum):
    """What can be made new."""

    PROCEDURE = "procedure"
    FACT = "fact"
    CODES = "codes"
    EVENT = "event"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Made:
    """Something new: its file and its place there; or which fields of the form are wrong, and why."""

    file: str = ""
    path: Path = ()
    wrong: Mapping[str, str] | None = None


class Tabling(Protocol):
    """Files of tables. `judge` runs on the thread of the jobs, all others answer at once; only `save` writes.

    A text that comes back instead of a Table says why nothing was changed.
    """

    def is_table(self, file: str) -> bool:
        """Whether a file can be changed as a form."""
        ...

    def open(self, file: str) -> Table | tuple[Issue, ...]:
        """A file as it stands now."""
        ...

    def say(self, path: Path, given: Given | None) -> Table | str:
        """A field of the open file is filled in; None takes it out of the file."""
        ...

    def add(self, path: Path, name: str) -> Table | str:
        """One more entry."""
        ...

    def drop(self, path: Path) -> Table | str:
        """An entry is taken away; the empty path takes the whole file, and shows what lies around it."""
        ...

    def rename(self, path: Path, name: str) -> Table | str:
        """An entry (the empty path: the file) is called otherwise, here and everywhere it is spoken of."""
        ...

    def shift(self, path: Path, by: int) -> Table | str:
        """An entry of a list changes places with the one before it (-1) or after it (1)."""
        ...

    def uses(self, path: Path) -> tuple[UseShown, ...]:
        """Who names an entry (the empty path: the file)."""
        ...

    def form_of(self, what: Making) -> tuple[Field, ...]:
        """The fields that somebody fills in to make something new."""
        ...

    def make(self, what: Making, given: Mapping[str, Given]) -> Made:
        """Make it; nothing is written yet."""
        ...

    def copy(self, name: str) -> Table | str:
        """The open file once more under another name."""
        ...

    def undo(self) -> Table | None:
        """Take the last step back, and show the file that it was made in."""
        ...

    def redo(self) -> Table | None:
        """Do it again."""
        ...

    def unsaved(self) -> tuple[str, ...]:
        """The files of which something was not saved."""
        ...

    def save(self) -> tuple[Issue, ...]:
        """Write all of them."""
        ...

    def forget(self) -> None:
        """What was not saved is gone."""
        ...

    def judge(self) -> tuple[Issue, ...]:
        """Examine all files as they stand now, saved or not."""
        ...
