"""The whole catalogue as it was read at one moment: rules, city, forms with their printed pages, and its digest."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.catalogue.copies import Checked, kept
from kiosk.catalogue.files import Files
from kiosk.catalogue.labels import languages, read_labels
from kiosk.model.base import Issue
from kiosk.model.labels import Labels
from kiosk.model.procedure import LifeEvent
from kiosk.model.template import Template
from kiosk.rules.book import RuleBook
from kiosk.settings import City


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything below forms/ that a visit uses. It never changes; a changed folder is another catalogue.

    `files` are the bytes it was read from: whoever else has a file of its own there (columns, practice cards) parses
    these.
    """

    files: Files
    book: RuleBook
    city: City

    @property
    def digest(self) -> str:
        """SHA-256 over every file it was read from; a case remembers the digest it began with."""
        return self.files.digest

    @cached_property
    def events(self) -> tuple[LifeEvent, ...]:
        """The life events in the order of the start page."""
        return tuple(sorted(self.book.events.values(), key=lambda event: event.order))

    def labels(self, language: str) -> Labels:
        """What facts and codes are called in another language; what has no label there stays Japanese."""
        return self._labels(language)[0]

    @property
    def label_issues(self) -> tuple[Issue, ...]:
        """What is wrong with the labels of any language."""
        return tuple(issue for language in languages(self.files) for issue in self._labels(language)[1])

    def _labels(self, language: str) -> tuple[Labels, tuple[Issue, ...]]:
        return read_labels(self.files, language, book=self.book)

    def background(self, template: Template, name: str) -> bytes:
        """The printed part of a page of a form, as it was read; empty when there is no such file."""
        return self.files.content.get(f"templates/{template.id}/{template.version}/{name}", b"")


def load_catalogue(root: Path, *, cache: Path | None = None) -> Catalogue:
    """Read a folder once; every problem is in `book.issues`, what is right works. `cache`: see copies.

    Nothing here knows a window or a thread: it may be called on any one, and what it gives may be handed to another.
    """
    files = Files.read(root)
    book, city = kept(files.digest, cache, lambda: _checked(files))
    return Catalogue(files, book, city)


def _checked(files: Files) -> Checked:
    """Read and check it all; the readers are only imported where there is no copy."""
    from kiosk.catalogue.book import read_book
    from kiosk.catalogue.municipality import load_municipality

    issues: list[Issue] = []
    city = load_municipality(files, issues)
    return read_book(files, city, issues), city
