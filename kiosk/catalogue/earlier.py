"""What was found out about parts of the catalogue in another state of its files, so that an edit costs what it changes.

Where one file was edited, nearly every rule and form is as it was. What the compiler said of each rule's text, and each
form that was found right, are kept beside the copies: a text over the same first words of the vocabulary (the compiler
knows nothing else of it), a form by its own files and the settings that may stand on it, what came of the search
whether a rule can ever hold, and the tables of each file by its content. What was wrong is never kept, and what is in
no state of now is forgotten with the next.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.catalogue.copies import copy_name, read_copy, write_copy
from kiosk.catalogue.files import Files
from kiosk.catalogue.parsed import Parsed
from kiosk.catalogue.templates import states
from kiosk.model.template import Template
from kiosk.rules.book import RuleBook
from kiosk.rules.found import Read

T = TypeVar("T")


@dataclass(frozen=True)
class Earlier:
    """Lies in `folder`; None knows and keeps nothing."""

    folder: Path | None

    def texts(self, roots: Iterable[str]) -> Mapping[str, Read]:
        """What is known of rules' texts over these variables."""
        return self._known(_texts(roots), Read)

    def forms(self) -> Mapping[str, Template]:
        """The forms that were right, by their state."""
        return self._known(_FORMS, Template)

    def tried(self) -> dict[str, bool | None]:
        """What searches for a way to yes came to, by their state."""
        found = None if self.folder is None else read_copy(self.folder / copy_name(*_TRIED))
        sound = isinstance(found, dict) and all(value in (True, False, None) for value in found.values())
        return found if isinstance(found, dict) and sound else {}

    def tables(self) -> Parsed | None:
        """What files were parsed to, by their content; None where nothing is kept."""
        return None if self.folder is None else Parsed(self._known(_TABLES, bytes))

    def keep(self, book: RuleBook, files: Files) -> None:
        """Keep what this book's texts and forms are; where nothing is new, what is kept stands."""
        if self.folder is None:
            return
        texts = {**book.read, **book.language.read()}
        if not texts.keys() <= book.earlier.keys():
            write_copy(self.folder / copy_name(*_texts(book.roots)), texts)
        forms = states(files.under("templates"), book.templates, city=book.city)
        if not forms.keys() <= self.forms().keys():
            write_copy(self.folder / copy_name(*_FORMS), forms)
        if not book.tried.keys() <= self.tried().keys():
            write_copy(self.folder / copy_name(*_TRIED), book.tried)
        if files.parsed is not None and files.parsed.learned:
            write_copy(self.folder / copy_name(*_TABLES), files.parsed.seen)

    def _known(self, name: tuple[str, str], kind: type[T]) -> Mapping[str, T]:
        found = None if self.folder is None else read_copy(self.folder / copy_name(*name))
        sound = isinstance(found, dict) and all(isinstance(value, kind) for value in found.values())
        return found if isinstance(found, dict) and sound else {}


_FORMS = "forms", ""
_TRIED = "tried", ""
_TABLES = "tables", ""


def _texts(roots: Iterable[str]) -> tuple[str, str]:
    return "rules", " ".join(sorted(roots))


NOTHING = Earlier(None)
