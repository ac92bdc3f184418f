"""控え on disk: a copy of the whole store at one moment, taken while desks are at work, and one encrypted file of it.

The file is a tar stream in sealed pieces (AES-256-GCM, NIST SP 800-38D) under a key derived from the root: whoever has
the file alone has nothing, and a piece that is missing, moved or changed shows before anything of it is used. Neither
the root key nor the audit record's key is in it; both lie apart, in a safe.
"""

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kiosk.durable import flush
from kiosk.store import keys
from kiosk.store.acceptance import SELECT_SEALED
from kiosk.store.connection import Sql, connect
from kiosk.store.database import NAME, Database
from kiosk.store.faults import Fault, site_error, translated
from kiosk.store.mark_file import NAME as MARK
from kiosk.store.mark_file import marks_of
from kiosk.store.sealing import SealedParcel
from kiosk.store.vault import Vault, seal, unseal

MAGIC = b"kiosk-backup 1\n"
_PIECE = 1 << 20
_LENGTH = 4
_SEALED = _PIECE + 28  # with nonce and tag


@dataclass(frozen=True)
class Copied:
    """What a backup holds: bytes of the file, cases and audit entries of the store, and the newest entry's seal."""

    size: int
    cases: int
    entries: int
    head: str


def write(database: Database, file: Path, *, beside: Mapping[str, Path]) -> Copied:
    """Copy the store, and the files and folders `beside` it by name, into one file that appears whole or not at all.

    Others go on reading; who writes waits for as long as the database is copied. Raises SiteError.
    """
    scratch = database.folder / "backup.new"
    with translated():
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700)
        try:
            told = _snapshot(database, scratch)
            part = file.with_name(f".{file.name}.{os.getpid()}")
            try:
                _pack(part, database.vault.backup_key, {**_inside(scratch), **beside})
                part.replace(file)
                flush(file.parent)
            finally:
                with suppress(FileNotFoundError):
                    part.unlink()
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return Copied(file.stat().st_size, *told)


def read(file: Path, folder: Path, *, vault: Vault) -> None:
    """Unpack a backup into an empty folder, after the whole of it was found right. Raises SiteError.

    The store is then in `folder` as data/ and kiosk.mark.
    """
    with translated(), file.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            raise site_error(Fault.BACKUP)
        for _ in _pieces(source, vault.backup_key):
            pass  # nothing of it is written before its last piece was right
        source.seek(len(MAGIC))
        with tarfile.open(fileobj=_Stream(_pieces(source, vault.backup_key)), mode="r|") as packed:
            packed.extractall(folder, filter="data")


def _snapshot(database: Database, folder: Path) -> tuple[int, int, str]:
    """The database at one moment, and a mark that says how far it had come then."""
    copy = connect(folder / NAME, key=database.vault.database_key, mode="rwc")
    try:
        database.look(lambda sql: sql.backup(copy))
        marks_of(database.vault, folder / MARK).write(copy)
        return _told(copy)
    finally:
        copy.close()


def _told(sql: Sql) -> tuple[int, int, str]:
    (cases,) = sql.execute("SELECT count(*) FROM cases").fetchone()
    seq, hash_ = sql.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone() or (0, "")
    return int(cases), int(seq), f"{seq}:{hash_}" if seq else ""


def _inside(scratch: Path) -> dict[str, Path]:
    return {f"data/{NAME}": scratch / NAME, MARK: scratch / MARK}


def _pack(part: Path, key: bytes, content: Mapping[str, Path]) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(MAGIC)
        sealing = _Sealing(out, key)
        with tarfile.open(fileobj=sealing, mode="w|", format=tarfile.PAX_FORMAT) as packed:
            for name, path in content.items():
                packed.add(path, arcname=name, filter=_plain)
        sealing.end()
        out.flush()
        os.fsync(out.fileno())


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Files and folders of nobody in particular; no pipe, link or lock."""
    if not (member.isfile() or member.isdir()) or member.name.endswith(".lock"):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o700 if member.isdir() else 0o600
    return member


class _Sealing(io.RawIOBase):
    """A file that seals what is written, piece by piece; each is bound to its place, the last one says that it is."""

    def __init__(self, out: IO[bytes], key: bytes) -> None:
        super().__init__()
        self._out, self._key, self._held, self._number = out, key, bytearray(), 0

    def writable(self) -> bool:
        """See io."""
        return True

    def write(self, content: object) -> int:
        """Hold it until a piece is full."""
        data = bytes(content)  # type: ignore[call-overload]  # whatever the tar writer hands over is bytes-like
        self._held += data
        while len(self._held) > _PIECE:
            self._put(bytes(self._held[:_PIECE]), last=False)
            del self._held[:_PIECE]
        return len(data)

    def end(self) -> None:
        """The last piece."""
        self._put(bytes(self._held), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        sealed = seal(self._key, piece, bound_to=_place(self._number, last=last))
        self._out.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)
        self._number += 1


def _pieces(source: io.BufferedReader, key: bytes) -> Iterator[bytes]:
    """The opened pieces to the last one. Raises SiteError where one is not what it was, or where the end is missing."""
    number, last = 0, False
    while not last:
        length = int.from_bytes(source.read(_LENGTH), "big")
        sealed = source.read(length) if 0 < length <= _SEALED else b""
        last = not source.peek(1)
        piece = unseal(key, sealed, bound_to=_place(number, last=last)) if len(sealed) == length else None
        if piece is None:
            raise site_error(Fault.BACKUP)
        yield piece
        number += 1


def _place(number: int, *, last: bool) -> str:
    return f"kiosk-backup/{number}/{'last' if last else 'more'}"


class _Stream(io.RawIOBase):
    """The pieces as one file to read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces, self._rest = pieces, b""

    def readable(self) -> bool:
        """See io."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes; 0 at the end."""
        view = memoryview(buffer)  # type: ignore[arg-type]  # io hands over a writable buffer
        while not self._rest:
            found = next(self._pieces, None)
            if found is None:
                return 0
            self._rest = found
        taken, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(taken)] = taken
        return len(taken)


def digest(file: Path) -> str:
    """SHA-256 of a file, hexadecimal: what is written beside a medium. Raises SiteError."""
    with translated(), file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def readable(database: Database) -> tuple[int, int]:
    """How many parcels were not shredded, and how many of them cannot be opened. Raises SiteError."""

    def work(sql: Sql) -> tuple[int, int]:
        found = unreadable = 0
        for row in sql.execute(f"{SELECT_SEALED} WHERE ciphertext <> x''").fetchall():
            sealed = SealedParcel(*row)
            key = keys.case_key(sql, database.vault, case=sealed.case)
            found += 1
            unreadable += key is None or sealed.open(key) is None
        return found, unreadable

    return database.look(work)
