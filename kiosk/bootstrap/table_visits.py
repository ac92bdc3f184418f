"""The files as they stand now, saved or not, and what is wrong with them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalogue.case_file import load_case_file
from kiosk.catalogue.files import Files
from kiosk.catalogue.placing import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.model.base import Issue
    from kiosk.rules.book import RuleBook

_PEOPLE = "personas/"


def examined(
    root: Path, changes: Mapping[str, str | None], *, cache: Path | None
) -> tuple[Catalogue, tuple[Issue, ...]]:
    """Everything read with what is not saved yet; of written visits, and of what is read beside the rules (columns,
    cards), what is wrong with those that were changed.
    """
    from kiosk.bootstrap.examine import beside_rules
    from kiosk.bootstrap.forms import read_forms

    files = standing(root, changes)
    found = read_forms(files, cache=cache)
    beside = (issue for issue in beside_rules(files, found.book.whole) if issue.where.partition(" ")[0] in changes)
    return found, (*found.issues, *placed(beside, files.content), *visits(found.book, changes))


def standing(root: Path, changes: Mapping[str, str | None]) -> Files:
    """A folder of forms with what was changed and not saved yet; None is a file that is taken away."""
    files = Files.read(root)
    there = {name: text.encode() for name, text in changes.items() if text is not None and not name.startswith(_PEOPLE)}
    gone = {name for name, text in changes.items() if text is None}
    content = {**files.content, **there}
    return replace(files, content={name: data for name, data in content.items() if name not in gone})


def visits(book: RuleBook, changes: Mapping[str, str | None]) -> Iterator[Issue]:
    """What is wrong with the written visits among what was changed, with its lines."""
    for name, text in changes.items():
        if name.startswith(_PEOPLE) and text is not None:
            yield from _visit(name, text, book.whole)


def _visit(name: str, text: str, book: RuleBook) -> tuple[Issue, ...]:
    """The reader of written visits knows files (of invented people)."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name.removeprefix(_PEOPLE)
        file.write_text(text, encoding="utf-8")
        found = load_case_file(file, book)
    issues = found if isinstance(found, tuple) else ()
    told = (each.model_copy(update={"where": f"{_PEOPLE}{each.where}"}) for each in issues)
    return placed(told, {name: text.encode()})
