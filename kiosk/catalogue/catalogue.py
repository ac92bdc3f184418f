"""The whole catalogue as it was read at one moment: rules, city, forms with their printed pages, and its digest."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kiosk.catalogue.city_words import printed
from kiosk.catalogue.copies import Checked, kept
from kiosk.catalogue.files import Files
from kiosk.model.base import Issue
from kiosk.model.labels import Labels
from kiosk.model.life_event import LifeEvent
from kiosk.model.template import Template
from kiosk.render.official.leaf import is_paper
from kiosk.rules.book import RuleBook
from kiosk.settings import City


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything below forms/ that a visit uses. It never changes; a changed folder is another catalogue.

    `files` are the bytes it was read from: whoever else has a file of its own there (columns, practice cards) parses
    these. `issues` are what is wrong with it; one with any is looked at by people who mend it, and by nobody else.
    """

    files: Files
    book: RuleBook
    city: City
    issues: tuple[Issue, ...] = ()
    remarks: tuple[Issue, ...] = ()

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
        from kiosk.catalogue.labels import read_labels

        return read_labels(self.files, language, book=self.book, city=self.city)[0]

    def background(self, template: Template, name: str) -> bytes:
        """The printed part of a page of a form, with the city's words in it; empty when there is no such file."""
        content = self.files.content.get(f"templates/{template.id}/{template.version}/{name}", b"")
        return content if is_paper(name) else printed(content, self.city.values)


Examine = Callable[["Catalogue"], tuple[tuple[Issue, ...], tuple[Issue, ...]]]
"""What other rooms find wrong with a catalogue that could be read (rules that can never hold, columns, practice cards):
issues, and remarks that are worth a look.
"""


def load_catalogue(source: Path | Files, *, cache: Path | None = None, examine: Examine | None = None) -> Catalogue:
    """Read and check a folder once; every problem is in `issues`, what is right works. `cache`: see copies.

    What `examine` finds is kept with the rest. Nothing here knows a window or a thread: it may be called on any one,
    and what it gives may be handed to another.
    """
    files = source if isinstance(source, Files) else Files.read(source)
    name = f"{files.digest} {'examined' if examine else ''}"
    book, city, issues, remarks = kept(name, cache, lambda: _checked(files, examine, cache))
    return Catalogue(files, book, city, issues, remarks)


def _checked(files: Files, examine: Examine | None, cache: Path | None) -> Checked:
    """Read and check it all; the readers are only imported where there is no copy."""
    from kiosk.catalogue.book import read_book
    from kiosk.catalogue.earlier import Earlier
    from kiosk.catalogue.municipality import load_municipality

    issues, earlier = list(files.wrong), Earlier(cache)
    files = replace(files, parsed=earlier.tables())
    city = load_municipality(files, issues)
    book = read_book(files, city, issues, earlier=earlier)
    more, remarks = examine(Catalogue(files, book, city, tuple(issues))) if examine else ((), ())
    earlier.keep(book.whole, files)
    return book, city, (*issues, *more), remarks
