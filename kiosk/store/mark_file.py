"""The high-water mark on disk: a small signed file beside the database folder, and if wanted a copy elsewhere.

A file has two places that are written in turn, each signed by a key of its own: a torn write spoils one place and
never both. (A new file that is renamed costs ten times as much, because the file system's journal has to follow.)
The mark is written after the database, hence it is never ahead of it.
"""

import hmac
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from kiosk.durable import NotPlainError, read_plain, write_whole
from kiosk.model.errors import SiteError
from kiosk.store.connection import BUSY_MILLISECONDS, Sql
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.high_water import SEALED, HighWater, higher, moved, observe
from kiosk.store.vault import Vault

NAME = "kiosk.mark"
PLACE_BYTES = 4096
_PLACES = 2


class MarkFile:
    """The mark at `file`; a `copy` that is away hinders nobody, `away` says so."""

    def __init__(self, file: Path, *, key: bytes, copy: Path | None = None, former: bytes = b"") -> None:
        """`former` signed the marks of stores whose audit entries are not sealed yet."""
        self.file, self._key, self._copy, self._former = file, key, copy, former
        self._seen: tuple[object, ...] = ()
        self.fault: SiteError | None = None
        self.away = False

    @property
    def exists(self) -> bool:
        """Whether a mark is there, rightly signed or not. Raises SiteError."""
        with translated():
            return bool(_places(self.file) or self._copied())

    def read(self) -> HighWater | None:
        """The highest that is written anywhere; None when nothing is. Raises SiteError when a mark was changed."""
        with translated():
            marks = [self._highest(_places(self.file)), self._highest(self._copied())]
        return max((mark for mark in marks if mark), key=lambda mark: (mark.entries, mark.turn), default=None)

    def follow(self, sql: Sql) -> None:
        """Write down where the database stands if it has moved. Never raises: what failed stays in `fault`."""
        seen = moved(sql)
        if seen == self._seen and self.fault is None:
            return
        try:
            self.write(sql)
        except SiteError as error:
            self.fault = error
        else:
            self._seen, self.fault = seen, None

    def join(self, sql: Sql, known: HighWater) -> None:
        """Go on from what the mark says, and raise it only if the database has come further. Never raises."""
        if observe(sql, before=known) == replace(known, turn=known.turn + 1) and self.file.exists():
            self._seen = moved(sql)
        self.follow(sql)

    def demand(self, sql: Sql) -> None:
        """Refuse to go on while the mark cannot be written. Raises SiteError."""
        if self.fault is not None:
            self.follow(sql)
        if self.fault is not None:
            raise self.fault

    def write(self, sql: Sql) -> None:
        """Write down where the database stands. Raises SiteError."""
        with translated(), self._alone():
            mark = observe(sql, before=self.read())
            content = asdict(mark)
            line = json.dumps({**content, "signature": self._sign(content)}).encode()
            _put(self.file, line, turn=mark.turn)
            if self._copy is not None:
                self._put_copy(self._copy, line, turn=mark.turn)

    def slips(self) -> Mapping[str, int]:
        """The last slip by day that is named anywhere, rightly signed or not: a number may only rise."""
        slips: dict[str, int] = {}
        with translated():
            texts = (*_places(self.file), *self._copied())
        for text in texts:
            found = _content(text).get("slips", {})
            slips = higher(slips, {day: last for day, last in found.items() if isinstance(last, int)})
        return slips

    def set_aside(self) -> None:
        """Put the mark away under another name: what it said stays readable for who must explain the loss."""
        with translated():
            for file in (self.file, self._copy):
                if file is not None and file.exists():
                    file.replace(file.with_name(f"{file.name}.lost"))

    def _copied(self) -> list[bytes]:
        """The copy's places; a share that is away says nothing."""
        try:
            texts = [] if self._copy is None else _places(self._copy)
        except OSError:
            self.away = True
            return []
        return texts

    def _highest(self, texts: Sequence[bytes]) -> HighWater | None:
        marks = [mark for mark in map(self._signed, texts) if mark is not None]
        if texts and not marks:
            raise site_error(Fault.MARK)
        return max(marks, key=lambda mark: mark.turn, default=None)

    def _signed(self, text: bytes) -> HighWater | None:
        content = _content(text)
        signature = str(content.pop("signature", ""))
        keys = (self._key, self._former) if self._former and not _is_sealed(content) else (self._key,)
        right = any(hmac.compare_digest(signature, self._sign(content, key)) for key in keys)
        return HighWater(**content) if right else None

    def _sign(self, content: Mapping[str, Any], key: bytes = b"") -> str:
        return hmac.digest(key or self._key, json.dumps(content, sort_keys=True).encode(), "sha256").hex()

    def _put_copy(self, copy: Path, line: bytes, *, turn: int) -> None:
        try:
            _put(copy, line, turn=turn)
        except OSError:
            self.away = True
        else:
            self.away = False

    def _alone(self) -> AbstractContextManager[object]:
        """One program writes at a time, so that the mark never falls back behind another's."""
        lock = FileLock(self.file.with_name(f".{self.file.name}.lock"), timeout=BUSY_MILLISECONDS / 1000)
        try:
            return lock.acquire()
        except Timeout as error:
            raise site_error(Fault.BUSY) from error


def marks_of(vault: Vault, file: Path, *, copy: Path | None = None) -> MarkFile:
    """The mark of a store under its own keys."""
    return MarkFile(file, key=vault.mark_key, copy=copy, former=vault.former_mark_key)


def tells_of_seals(file: Path) -> bool:
    """Whether the store of this mark seals its audit entries: then their key is there, or lost. Raises SiteError."""
    with translated():
        return any(_is_sealed(_content(text)) for text in _places(file))


def _is_sealed(content: Mapping[str, Any]) -> bool:
    return int(content.get("schema", 0)) >= SEALED


def _places(file: Path) -> list[bytes]:
    """What is written in a file's places; none when there is no such file. Raises OSError, SiteError."""
    try:
        content = read_plain(file)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except NotPlainError as error:
        raise site_error(Fault.MARK) from error
    return [content[start : start + PLACE_BYTES] for start in range(0, max(len(content), 1), PLACE_BYTES)]


def _content(text: bytes) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _put(file: Path, line: bytes, *, turn: int) -> None:
    """Write the place of this turn and force it to the device. Raises OSError."""
    start = turn % _PLACES * PLACE_BYTES
    if not file.exists():
        write_whole(file, b" " * start + line.ljust(PLACE_BYTES))
        return
    handle = os.open(file, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.pwrite(handle, line.ljust(PLACE_BYTES), start)
        os.fdatasync(handle)
    finally:
        os.close(handle)
