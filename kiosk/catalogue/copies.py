"""Keeps the catalogue as it was checked, so that the next start need neither read TOML nor check every form again.

Checking 29 forms against their ruled cells takes a quarter of a second, and a counter is switched on every morning. A
copy is used for exactly the same files only: its name is the SHA-256 of all of them and of the code that reads them.
It holds the rule book and the city with every field that one is made from: what somebody works out once about the
rules' texts and hands to a RuleBook is kept as well. A missing, old or damaged copy is made anew, one that another
account could have written is not looked at, and from any copy nothing but our own values can come; a folder that
cannot be written is simply not used.
"""

import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from kiosk.catalogue.keeping import ours, program_digest, put
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.settings import City

Checked = tuple[RuleBook, City, tuple[Issue, ...], tuple[Issue, ...]]
_OURS = ("kiosk.model.", "kiosk.rules.", "kiosk.settings")
_PLAIN = {("datetime", "date"), ("types", "MappingProxyType")}


def kept(digest: str, folder: Path | None, make: Callable[[], Checked]) -> Checked:
    """What `make` gives, from the copy in `folder` when there is one of the same files; None never keeps one."""
    if folder is None:
        return make()
    path = folder / f"catalogue-{_key(digest)}.bin"
    found = _read(path)
    if found is None:
        found = make()
        _write(path, found)
    return found


def _key(digest: str) -> str:
    return hashlib.sha256(f"{digest} {program_digest()}".encode()).hexdigest()[:32]


class _Writer(pickle.Pickler):
    """Writes a rule book by its fields, without what it has worked out meanwhile."""

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, RuleBook):
            return RuleBook, tuple(getattr(value, field.name) for field in fields(value) if field.init)
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Reads our own values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or (module.startswith(_OURS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of the catalogue")


def _read(path: Path) -> Checked | None:
    try:
        with path.open("rb") as file:
            if not ours(os.fstat(file.fileno())):
                return None
            content = io.BytesIO(file.read())
        with _undisturbed():
            book, city, issues, remarks = _Reader(content).load()
    except Exception:  # noqa: BLE001 - a damaged copy can raise anything, and is made anew whatever it was
        return None
    if isinstance(book, RuleBook) and isinstance(city, City) and isinstance(issues, tuple):
        return book, city, issues, remarks
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


def _write(path: Path, checked: Checked) -> None:
    content = io.BytesIO()
    _Writer(content, protocol=5).dump(checked)
    put(path, content.getvalue())
