"""Keeps the catalogue as it was checked, so that the next start need neither read TOML nor check every form again.

Checking 50 forms against their ruled cells takes half a second, and a counter is switched on every morning. A
copy is used for exactly the same files only: its name is the SHA-256 of all of them and of the code that reads them.
It holds the rule book and the city with every field that one is made from: what somebody works out once about the
rules' texts and hands to a RuleBook is kept as well (and for other states of the files, see `earlier`). A missing, old
or damaged copy is made anew, one that another account could have written is not looked at, and from any copy nothing
but our own values can come; a folder that cannot be written is simply not used.
"""

import copyreg
import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from kiosk.catalogue.keeping import ours, program_digest, put
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.settings import City

Checked = tuple[RuleBook, City, tuple[Issue, ...], tuple[Issue, ...]]
_OURS = ("kiosk.model.", "kiosk.rules.", "kiosk.settings", "kiosk.destinations")
_PLAIN = {("datetime", "date"), ("types", "MappingProxyType")}


def kept(digest: str, folder: Path | None, make: Callable[[], Checked]) -> Checked:
    """What `make` gives, from the copy in `folder` when there is one of the same files; None never keeps one."""
    if folder is None:
        return make()
    path = folder / copy_name("catalogue", digest)
    match read_copy(path):
        case RuleBook() as book, City() as city, tuple() as issues, tuple() as remarks:
            with suppress(OSError):
                os.utime(path)  # what is used every morning is not the oldest
            return book, city, issues, remarks
        case _:
            found = make()
            write_copy(path, found)
            return found


def copy_name(kind: str, about: str) -> str:
    """The file of a copy: what it is of, and the program that made it, stand in its name."""
    return f"{kind}-{hashlib.sha256(f'{about} {program_digest()}'.encode()).hexdigest()[:32]}.bin"


def _by_fields(book: RuleBook) -> tuple[type[RuleBook], tuple[Any, ...]]:
    """A rule book without what it has worked out meanwhile or was given of another state."""
    made = replace(book, earlier={})
    return RuleBook, tuple(getattr(made, field.name) for field in fields(made) if field.init)


class _Writer(pickle.Pickler):
    """Writes a rule book by its fields."""

    dispatch_table = {**copyreg.dispatch_table, RuleBook: _by_fields}


class _Reader(pickle.Unpickler):
    """Reads our own values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or (module.startswith(_OURS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of the catalogue")


def read_copy(path: Path) -> object:
    """What a copy holds; None when there is none that can be read."""
    try:
        with path.open("rb") as file:
            return read_values(file.read()) if ours(os.fstat(file.fileno())) else None
    except OSError:
        return None


def read_values(content: bytes) -> object:
    """Our own values from their bytes; None when these can not be read."""
    try:
        with _undisturbed():
            return _Reader(io.BytesIO(content)).load()
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


def write_copy(path: Path, value: object) -> None:
    """Keep our own values under a name."""
    content = io.BytesIO()
    _Writer(content, protocol=5).dump(value)
    put(path, content.getvalue())
