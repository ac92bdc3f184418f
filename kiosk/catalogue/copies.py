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
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from cel_expr_python import cel
from pydantic import VERSION

from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.settings import City

Checked = tuple[RuleBook, City, tuple[Issue, ...], tuple[Issue, ...]]
_KEPT = 4  # copies in one folder: the city's forms, and those that somebody tries out beside them
_CODE = (
    *("catalogue/*.py", "model/*.py", "rules/*.py", "settings.py"),
    *("designing/rule_check/*.py", "exchange/records/*.py", "cards/*.py"),
    *("render/background.py", "bootstrap/examine.py"),
)
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


@cache
def program_digest() -> str:
    """Which code has read the files, and which rule compiler; nothing about anybody."""
    compiler = Path(cel.__file__).stat()
    read = hashlib.sha256(f"{sys.version_info} {VERSION} {compiler.st_size} {compiler.st_mtime_ns}".encode())
    root = Path(__file__).resolve().parents[1]
    for pattern in _CODE:
        for path in sorted(root.glob(pattern)):
            read.update(path.read_bytes())
    return read.hexdigest()


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
            if not _ours(os.fstat(file.fileno())):
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


def _ours(found: os.stat_result) -> bool:
    """Whether nobody but this account can have written a file."""
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, checked: Checked) -> None:
    content = io.BytesIO()
    _Writer(content, protocol=5).dump(checked)
    _put(path, content.getvalue())


def kept_text(folder: Path | None, name: str) -> str | None:
    """A text that was kept beside the copies; None when there is none that only this account can have written."""
    if folder is None:
        return None
    try:
        with (folder / name).open("rb") as file:
            return file.read().decode() if _ours(os.fstat(file.fileno())) else None
    except (OSError, UnicodeDecodeError):
        return None


def keep_text(folder: Path | None, name: str, text: str) -> None:
    """Keep a text for the next time."""
    if folder is not None:
        _put(folder / name, text.encode())


def _put(path: Path, content: bytes) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        scratch.touch(mode=0o600)
        scratch.write_bytes(content)
        scratch.replace(path)
        _sweep(path.parent)
    except OSError:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Keep the newest copies; another process may be sweeping too."""
    for pattern in ("catalogue-*.bin", "check-*.json"):
        for path in sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            path.unlink(missing_ok=True)
