"""Takes a file as it lies there: never waits for it, never leaves the folder for it, never takes more than fits.

A pipe, a device or a link to another place can stand where a file was meant; opening one may wait for ever or read
what is nobody's business here. So every file is looked at before it is opened, opened without following or waiting,
and looked at once more.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

FILE_BYTES = 512 * 1024
PAPER_BYTES = 4 * 1024 * 1024
"""What a city's own paper (PDF, scan) may take."""

FOLDER_BYTES = 48 * 1024 * 1024
TABLES_BYTES = 4 * 1024 * 1024
ENTRIES, DEPTH = 3000, 4
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISDIR, "フォルダーです"),
    (stat.S_ISFIFO, "名前付きパイプです"),
    (stat.S_ISSOCK, "ソケットです"),
    (stat.S_ISCHR, "デバイスです"),
    (stat.S_ISBLK, "デバイスです"),
)


class Untaken(Exception):
    """A file that is not taken: what is wrong with it, and what may stand there instead (both in Japanese)."""

    def __init__(self, message: str, allowed: str = "ふつうのファイル") -> None:
        super().__init__(message)
        self.message, self.allowed = message, allowed


def take(path: Path, *, inside: Path | None = None, most: int = FILE_BYTES) -> bytes:
    """The bytes of a regular file; a link is followed only to a file below `inside`.

    Raises Untaken for anything else, FileNotFoundError when there is nothing of that name.
    """
    if stat.S_ISLNK(os.lstat(path).st_mode):
        path = _linked(path, inside)
    _regular(os.lstat(path).st_mode)
    try:
        handle = os.open(path, _FLAGS)
    except PermissionError:
        raise Untaken("ファイルを読めません。", "読み取りの権限があるファイル") from None
    except OSError as error:
        raise Untaken(f"ファイルを読めません（{disk_words(error)}）。") from None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        _regular(found.st_mode)
        if found.st_size > most:
            raise _too_large(most)
        return _all_of(file, most)


def _all_of(file: BinaryIO, most: int) -> bytes:
    try:
        content = file.read(most + 1)
    except OSError as error:
        raise Untaken(f"ファイルを読めません（{disk_words(error)}）。") from None
    if len(content) > most:
        raise _too_large(most)
    return content


def _linked(path: Path, inside: Path | None) -> Path:
    """Where a link leads, when that is a file of the same folder."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        raise Untaken("リンクの先にファイルがありません。") from None
    if inside is None or not target.is_relative_to(inside.resolve()):
        raise Untaken("リンクがフォルダーの外を指しています。", "このフォルダーの中のファイル")
    return target


def _regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise Untaken(f"ファイルではなく、{next((word for test, word in _KINDS if test(mode)), '特別なもの')}。")


def _too_large(most: int) -> Untaken:
    return Untaken("ファイルが大きすぎます。", f"{most // 1024}KB まで")


@dataclass(frozen=True)
class Found:
    """Something below a folder: its path there with /, and whether it is a folder (one that is not gone through)."""

    name: str
    folder: bool = False


def below(root: Path) -> Iterator[Found]:
    """Every file below a folder, by name, and every folder that is no further gone into: linked, unreadable, too deep.

    Ends after ENTRIES of them, with one whose name is empty. A folder that is not there has none.
    """
    waiting, count = [""], 0
    while waiting:
        folder = waiting.pop()
        for entry, name in _entries(root, folder):
            count += 1
            if count > ENTRIES:
                yield Found("")
                return
            if not entry.is_dir(follow_symlinks=False):
                yield Found(name, folder=_linked_folder(entry))
            elif name.count("/") < DEPTH and os.access(entry.path, os.R_OK | os.X_OK):
                waiting.append(name)
            else:
                yield Found(name, folder=True)


def _entries(root: Path, folder: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    with suppress(OSError), os.scandir(root / folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            yield entry, f"{folder}/{entry.name}" if folder else entry.name


def _linked_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return entry.is_symlink() and entry.is_dir()
    return False
