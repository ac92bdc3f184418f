"""The files under forms/ as a tree of what they are about."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from kiosk.catalogue.toml_files import read_toml
from kiosk.designing.editing.whose import of_others
from kiosk.ui.designer.ports import Entry, Group, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kiosk.model.base import Issue
    from kiosk.model.template import Template
    from kiosk.rules.book import RuleBook

FILE = "template.toml"
_TEXT_BYTES = 1 << 20
_BOX = re.compile(r" box\[(\d+)\]")
_PLACES: tuple[tuple[Group, tuple[str, ...]], ...] = (
    (Group.CITY, ("municipality.toml", "identity.toml", "cards.toml", "exchange/*.toml", "exchange/robot/*.toml")),
    (Group.QUESTIONS, ("vocabulary.toml", "vocabulary/*.toml", "groups.toml", "navigator.toml")),
    (Group.PROCEDURES, ("events/*.toml", "procedures/*.toml", "matrix.toml")),
    (Group.FORMS, (f"templates/*/*/{FILE}",)),
    (Group.WORDS, ("labels/*.toml",)),
    (Group.PEOPLE, ("personas/*.toml",)),
)


def entries(forms: Path, *, open_: Callable[[str, str], bool]) -> tuple[Entry, ...]:
    """Every file in the order of the tree; `open_` says whether a version of a form may be edited."""
    return tuple(each for group, patterns in _PLACES for each in _found(forms, group, patterns, open_))


def _found(forms: Path, group: Group, patterns: tuple[str, ...], open_: Callable[[str, str], bool]) -> Iterator[Entry]:
    for pattern in patterns:
        for path in sorted(forms.glob(pattern)):
            file = path.relative_to(forms).as_posix()
            if group is Group.FORMS:
                form, version = path.parts[-3:-1]
                yield Entry(group, file, _title(path) or form, form=form, version=version, open=open_(form, version))
            else:
                yield Entry(group, file, _title(path) or path.stem)


def _title(path: Path) -> str:
    """What the file calls itself: its title or its name; empty for one that cannot be read."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    found = data.get("title", data.get("name", ""))
    return found if isinstance(found, str) else ""


def group_words(forms: Path) -> Mapping[str, str]:
    """How people call the groups of members: what stands behind the sign # in the lines of groups.toml."""
    try:
        lines = (forms / "groups.toml").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = (re.fullmatch(r"(\w+) = .*#\s*([^\"'#]+)", line) for line in lines)
    return {line[1]: line[2].strip() for line in found if line is not None}


def by_box(template: Template, issues: Iterable[Issue]) -> Mapping[str, tuple[str, ...]]:
    """What is wrong with each box, in words."""
    found: dict[str, tuple[str, ...]] = {}
    for issue in issues:
        at = _BOX.search(issue.where)
        if at is not None and int(at[1]) < len(template.boxes):
            name = template.boxes[int(at[1])].id
            allowed = f"（{issue.allowed}）" if issue.allowed else ""
            found[name] = (*found.get(name, ()), f"{issue.message}{allowed}")
    return found


def file_text(file: Path) -> str:
    """What a file says, its first megabyte; empty for one that is no text."""
    try:
        return file.read_bytes()[:_TEXT_BYTES].decode()
    except (OSError, UnicodeDecodeError):
        return ""


def people_in(folder: Path) -> Iterator[Person]:
    """The invented residents of a folder, by their file's name."""
    for file in sorted(folder.glob("*.toml")):
        data = read_toml(file)
        if isinstance(data, dict):
            yield Person(file.stem, str(data.get("title", file.stem)))


def lacks(book: RuleBook, template: Template) -> tuple[str, ...]:
    """What a form wants before it is of use: a procedure that is filed on it, and to be one of each person's."""
    versions = (version for procedure in book.procedures.values() for version in procedure.versions)
    used = any(template.id in version.forms for version in versions)
    return (*(() if used else ("procedure",)), *(("subject",) if of_others(template) else ()))
