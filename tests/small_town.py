"""A town of one procedure with two forms and what is kept of it, for stories of copies that are made of a catalogue."""

from collections.abc import Callable
from pathlib import Path

from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from tests.edits import change
from tests.tiny_forms import tiny_forms

Read = Callable[[Path], tuple[object, ...]]


def small_town(folder: Path) -> None:
    """The town and its copy; its procedure wants a form that is not there, which is told, and kept as well."""
    forms = tiny_forms(folder / "forms")
    first, second = (forms / "templates" / name / "001" for name in ("F01", "F02"))
    second.mkdir(parents=True)
    for file in ("template.toml", "page-1.svg"):
        text = (first / file).read_text(encoding="utf-8")
        (second / file).write_text(text.replace('"F01"', '"F02"').replace("犬の届", "犬の登録"), encoding="utf-8")
    change(forms / "procedures/P01.toml", 'forms = ["F01"]', 'forms = ["F01", "F02", "F03"]')
    load_catalogue(forms, cache=folder / "cache")


def said(loaded: Catalogue) -> tuple[object, ...]:
    """Everything that was read, by its content."""
    book = loaded.book
    whole = (book.vocabulary, dict(book.procedures), dict(book.events), dict(book.templates), dict(book.groups))
    return (*whole, book.identity, loaded.issues, dict(book.files), dict(book.not_run), dict(book.city), loaded.city)


def texts(cache: Path) -> Path:
    """Where what the compiler said of the rules is kept."""
    (path,) = cache.glob("rules-*")
    return path
