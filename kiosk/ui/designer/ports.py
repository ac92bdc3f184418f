"""What the designer's window needs from outside, as a Protocol, and what it is shown."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter, QPixmap

    from kiosk.model.base import Issue
    from kiosk.model.edits import Edit
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Template
    from kiosk.model.vocabulary import Type


class Place(NamedTuple):
    """A form and its version."""

    form: str
    version: str


class Group(enum.Enum):
    """What the files under forms/ are about, in the order of the tree."""

    CITY = "city"
    QUESTIONS = "questions"
    PROCEDURES = "procedures"
    FORMS = "forms"
    WORDS = "words"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a version of a form (`form` and `version`); `open` says whether it may be edited here."""

    group: Group
    file: str
    title: str
    problems: int = 0
    form: str = ""
    version: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What a box can show: its key, what it is called, its type, the codes of its list."""

    key: str
    label: str
    type: Type
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An invented resident to try a form with."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines that are printed on a page, in mm: where each stands across and down."""

    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version of a form on the workbench; `reads`: somebody else works in the draft.

    `doubts` is by box what the import was unsure of; `problems` by box what is wrong with it, `issues` everything;
    `sample` the form as the chosen person's visit fills it, None when nobody is chosen or the visit never needs it;
    `lacks` is what it wants to be of use: a procedure, to be one of each person's (subject).
    """

    entry: Entry
    template: Template
    rules: tuple[Rules, ...]
    doubts: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    undoable: bool = False
    redoable: bool = False
    saved: bool = True
    sample: FilledForm | None = None
    reads: bool = False
    new: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


class Conditions(Protocol):
    """Conditions as the files have them and as people say them; answers within milliseconds."""

    def rule_issue(self, rule: str) -> str:
        """What is wrong with a condition; empty when it can be judged, and for none."""
        ...

    def sentences(self, rule: str) -> str:
        """A condition in sentences, line by line; empty for none."""
        ...

    def rule_of(self, sentences: str) -> tuple[str, str]:
        """The condition that sentences say; or nothing, and which line is wrong and why."""
        ...


class Designing(Protocol):
    """The files of the forms. `look`, `check`, `try_with`, `take_in` and `revise` run on the thread of the jobs, all
    others answer within milliseconds. Nothing is written but by `save`, `new_version`, `take_in` and `revise`.
    """

    def look(self) -> tuple[Entry, ...]:
        """Read everything; raises SiteError."""
        ...

    def check(self) -> tuple[tuple[Issue, ...], tuple[Entry, ...]]:
        """Examine every file as `kiosk check` does, what is saved; the tree with its counts."""
        ...

    def facts(self) -> tuple[Fact, ...]:
        """Everything that a box can show."""
        ...

    def groups(self) -> tuple[tuple[str, str], ...]:
        """The groups of members that a row can be for, with their words."""
        ...

    def people(self) -> tuple[Person, ...]:
        """Who a form can be tried with."""
        ...

    def open(self, place: Place) -> Sheet | tuple[Issue, ...]:
        """Put a version on the workbench; what was not saved of another one stays there for when it is opened again."""
        ...

    def do(self, edit: Edit) -> Sheet:
        """Make an edit."""
        ...

    def lay_picture(self, box: str, file: Path) -> Sheet | Issue:
        """A box shows the picture of a file, which is copied into the form's folder when it is saved; or why not."""
        ...

    def rename_picture(self, box: str, name: str) -> Sheet:
        """The picture of a box is called otherwise, or is another one of the form's folder."""
        ...

    def settle(self, boxes: Sequence[str]) -> Sheet:
        """Boxes were looked at and are right."""
        ...

    def undo(self) -> Sheet:
        """Take the last change back."""
        ...

    def redo(self) -> Sheet:
        """Do it again."""
        ...

    def save(self) -> tuple[Issue, ...]:
        """Write the version on the workbench."""
        ...

    def forget(self, place: Place) -> None:
        """What was not saved of a version is gone; the next time it is opened its file is read."""
        ...

    def sheet(self) -> Sheet | None:
        """What lies on the workbench."""
        ...

    def unsaved(self) -> tuple[Place, ...]:
        """The versions of which something was not saved."""
        ...

    def new_version(self, place: Place, since: dt.date) -> Place | tuple[Issue, ...]:
        """Begin the next version of a form; it is the old one with another number and first day."""
        ...

    def take_in(self, file: Path, form: str, title: str) -> Place | tuple[Issue, ...]:
        """A form out of the paper that there is."""
        ...

    def revise(self, place: Place, since: dt.date, file: Path) -> Place | tuple[Issue, ...]:
        """The next version of a form on another paper, with the bindings of the old one."""
        ...

    def try_with(self, person: str) -> None:
        """Play a person's visit; the sheets are then filled with it. An empty name: nobody."""
        ...

    def explain(self, box: str) -> tuple[str, ...]:
        """What a box says for the person, from which facts, and where these came from."""
        ...

    def text(self, file: str) -> str:
        """What a file says; empty for one that is no text."""
        ...

    def background(self, page: int, px_per_mm: float) -> QPixmap:
        """The printed part of a page (1 first) of the sheet."""
        ...

    def paint(self, painter: QPainter, page: int, px_per_mm: float) -> None:
        """What the person's visit writes on a page, origin at its top left corner."""
        ...
