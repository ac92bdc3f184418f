"""Keeps the catalogue as it was checked, so that the next start need neither read TOML nor check every form again.

Checking 29 forms against their ruled cells takes a quarter of a second, and a counter is switched on every morning. A
copy is used for exactly the same files only: its name is the SHA-256 of all of them and of the code that reads them.
It holds the rule book and the city with every field that one is made from: what somebody works out once about the
rules' texts and hands to a RuleBook is kept as well. Where a file was edited, most rules are as they were: what the
compiler said of every text is kept beside the copies, for files of the same vocabulary's first words. A missing, old or
damaged copy is made anew, one that another account could have written is not looked at, and from any copy nothing but
our own values can come; a folder that cannot be written is simply not used.
"""

import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from kiosk.catalogue.keeping import ours, program_digest, put
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.rules.found import Read
from kiosk.settings import City

Checked = tuple[RuleBook, City, tuple[Issue, ...], tuple[Issue, ...]]
_OURS = ("kiosk.model.", "kiosk.rules.", "kiosk.settings")
_PLAIN = {("datetime", "date"), ("types", "MappingProxyType")}


def kept(digest: str, folder: Path | None, make: Callable[[], Checked]) -> Checked:
    """What `make` gives, from the copy in `folder` when there is one of the same files; None never keeps one."""
    if folder is None:
        return make()
    path = folder / f"catalogue-{_key(digest)}.bin"
    match _read(path):
        case RuleBook() as book, City() as city, tuple() as issues, tuple() as remarks:
            return book, city, issues, remarks
        case _:
            found = make()
            _write(path, found)
            return found


def _key(digest: str) -> str:
    return hashlib.sha256(f"{digest} {program_digest()}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Texts:
    """What the compiler said of the rules' texts in another state of the files, in `folder`; None keeps nothing."""

    folder: Path | None

    def earlier(self, roots: Iterable[str]) -> Mapping[str, Read]:
        """What is known of texts over these variables."""
        found = None if self.folder is None else _read(self._path(self.folder, roots))
        sound = isinstance(found, dict) and all(isinstance(read, Read) for read in found.values())
        return found if isinstance(found, dict) and sound else {}

    def keep(self, book: RuleBook) -> None:
        """Keep what the texts of this book are, and nothing of others; where nothing is new, what is kept stands."""
        if self.folder is not None:
            texts = {**book.read, **book.language.read()}
            if not texts.keys() <= book.earlier.keys():
                _write(self._path(self.folder, book.roots), texts)

    @staticmethod
    def _path(folder: Path, roots: Iterable[str]) -> Path:
        return folder / f"rules-{_key(' '.join(sorted(roots)))}.bin"


class _Writer(pickle.Pickler):
    """Writes a rule book by its fields, without what it has worked out meanwhile or was given of another state."""

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, RuleBook):
            made = replace(value, earlier={})
            return RuleBook, tuple(getattr(made, field.name) for field in fields(made) if field.init)
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Reads our own values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or (module.startswith(_OURS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of the catalogue")


def _read(path: Path) -> object:
    """What a copy holds; None when there is none that can be read."""
    try:
        with path.open("rb") as file:
            if not ours(os.fstat(file.fileno())):
                return None
            content = io.BytesIO(file.read())
        with _undisturbed():
            return _Reader(content).load()
    except Exception:  # noqa: BLE001 - a damaged copy can raise anything, and is made anew whatever it was
        return None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the garbage collector, which would look at ten thousand new values over and over for three quarters of
    the time; nothing here is garbage.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _write(path: Path, value: object) -> None:
    content = io.BytesIO()
    _Writer(content, protocol=5).dump(value)
    put(path, content.getvalue())
