"""開封: what a receiver does with a bundle that was encrypted to its key, and how it makes such a key.

An opened bundle lies in another folder exactly as one that was never encrypted: files, list, check list, and its empty
.done last. The key's file is the one of `age-keygen` (age-encryption.org/v1), so either tool opens what the other's key
is for.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pyrage
from pyrage import x25519

from kiosk.durable import NotPlainError, read_plain
from kiosk.exchange.destinations.bundle import Bundle, Member, fits
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.received import DONE
from kiosk.exchange.destinations.sealing import inner_name, listed
from kiosk.model.base import Issue

_MOST = 64 << 20
_SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how every such key begins


def make_keys(file: Path) -> str:
    """Write a new secret key for this account alone; gives the public one. Raises OSError, if the file is there."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as written:
        written.write(f"# public key: {public}\n{identity}\n")
        written.flush()
        os.fsync(handle)
    return public


def read_keys(file: Path) -> tuple[x25519.Identity, ...] | Issue:
    """The secret keys of a file, one a line. What is wrong with it never repeats any of it."""
    try:
        lines = read_plain(file, most=1 << 16).decode("ascii").split()
        found = tuple(x25519.Identity.from_str(line) for line in lines if line.startswith(_SECRET))
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        found = ()
    if not found:
        allowed = "kiosk records keys か age-keygen で作ったファイル"
        return Issue(where=file.name, message="秘密鍵のファイルとして読めません。", allowed=allowed)
    return found


def is_closed(folder: Path, message: str) -> bool:
    """Whether a message of a folder was encrypted. Raises OSError."""
    return listed((folder / f"{message}.manifest.json").read_bytes()) is not None


def opened(folder: Path, message: str, keys: tuple[x25519.Identity, ...], into: Path) -> Issue | None:
    """Open one message into another folder, replacing nothing; what is wrong with it instead. Raises OSError."""
    try:
        manifest = read_plain(folder / f"{message}.manifest.json")
        files = tuple(_files(folder, listed(manifest) or {}, keys))
    except _Unopened as error:
        return Issue(where=f"{message} {error.where}".strip(), message=error.message)
    names = {file.name for file in files}
    if f"{message}.json" not in names or not all(fits(name) and name.startswith(message) for name in names):
        return Issue(where=message, message="暗号化された一式ではありません。")
    made, disk = Bundle(stem=message, files=files), LocalDisk(mode=0o600)
    for file in (*made.files, made.checklist, Member(name=f"{message}{DONE}", media_type="", content=b"")):
        there = disk.digest(into / file.name)
        if there is None:
            disk.put(into / file.name, file.content)
        elif there != file.digest:
            return Issue(where=file.name, message="同じ名前で内容の違うファイルがあります。", allowed="空のフォルダー")
    disk.settle(into)
    return None


class _Unopened(Exception):
    def __init__(self, where: str, message: str) -> None:
        super().__init__(message)
        self.where, self.message = where, message


def _files(folder: Path, digests: dict[str, str], keys: tuple[x25519.Identity, ...]) -> Iterator[Member]:
    for name, digest in digests.items():
        try:
            file = Member(name=Path(name).name, media_type="", content=read_plain(folder / Path(name).name, most=_MOST))
        except (FileNotFoundError, NotPlainError) as error:
            raise _Unopened(name, "ファイルがありません。") from error
        if file.digest != digest:
            raise _Unopened(name, "ハッシュ値がマニフェストと違います。")
        try:
            yield Member(name=inner_name(file.name), media_type="", content=pyrage.decrypt(file.content, list(keys)))
        except pyrage.DecryptError as error:
            raise _Unopened(name, "この秘密鍵では開けません。別の公開鍵で暗号化されたか、壊れています。") from error
