"""The town with two of its forms and what is kept of it, for stories of copies that are made of a catalogue."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from tests.visits import FORMS

Read = Callable[[Path], tuple[object, ...]]


def small_town(folder: Path) -> None:
    """The town with two of its forms and their copy; the other forms are told as missing, which is kept as well."""
    drawings = shutil.ignore_patterns("sheet.toml", "expected.json", "personas")
    shutil.copytree(FORMS, folder / "forms", ignore=drawings)
    for form in (folder / "forms" / "templates").iterdir():
        if form.name not in {"F06", "F17"}:
            shutil.rmtree(form)
    load_catalogue(folder / "forms", cache=folder / "cache")


def said(loaded: Catalogue) -> tuple[object, ...]:
    """Everything that was read, by its content."""
    book = loaded.book
    whole = (book.vocabulary, dict(book.procedures), dict(book.events), dict(book.templates), dict(book.groups))
    return (*whole, book.identity, loaded.issues, dict(book.files), dict(book.not_run), dict(book.city), loaded.city)


def texts(cache: Path) -> Path:
    """Where what the compiler said of the rules is kept."""
    (path,) = cache.glob("rules-*")
    return path
