"""The disk under a folder destination: files appear whole or not at all, and what was written is read back."""

import contextlib
import errno
import grp
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.durable import NotPlainError, flush, read_plain
from kiosk.model.parcel import DeliveryFailed, Failure

_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ELOOP, errno.ESTALE} | {
    *(errno.ETIMEDOUT, errno.ENOTCONN, errno.ESHUTDOWN, errno.ECONNRESET, errno.ECONNABORTED, errno.ECONNREFUSED),
    *(errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH, errno.EREMOTEIO),
}
"""Not there, or a share whose other end is away."""
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_LINKLESS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CHUNK = 1 << 20
NO_FILE = "no file"
"""The digest of nothing: what bears the name is a folder, a link or a pipe."""


class NoGroupError(PermissionError):
    """The group of a destination's files is not known to this machine."""


class Disk(Protocol):
    """The file operations a delivery needs; a test gives one that runs full or loses power."""

    def put(self, path: Path, content: bytes) -> None:
        """Write to a temporary name beside `path`, force it to the device, then give it its name.

        A file that has the name already is never replaced. Raises OSError.
        """
        ...

    def settle(self, folder: Path) -> None:
        """Force the folder's list of names to the device. Raises OSError."""
        ...

    def digest(self, path: Path) -> str | None:
        """SHA-256 of what the device holds, None for nothing, NO_FILE for what is no file. Raises OSError."""
        ...

    def read(self, path: Path) -> bytes | None:
        """What a small file holds; None when there is none, or something else than a file. Raises OSError."""
        ...

    def replace(self, path: Path, content: bytes) -> None:
        """Write a file of our own anew: a power cut leaves the old one or the new one. Raises OSError."""
        ...

    def make(self, folder: Path) -> None:
        """Make a folder unless it is there already. Raises OSError."""
        ...


@dataclass(frozen=True)
class LocalDisk:
    """A POSIX file system, local or mounted. Files get `mode`, and `group` when one is named, whatever the umask is."""

    mode: int = 0o640
    group: str = ""

    def put(self, path: Path, content: bytes) -> None:
        """See Disk."""
        part = path.with_name(f".{path.name}.part")
        handle = os.open(
            part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600
        )
        try:
            with os.fdopen(handle, "wb") as file:
                self._hand_over(handle)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _name(part, path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()
            raise

    def _hand_over(self, handle: int, *, enter: bool = False) -> None:
        """Let the receiver read it (`enter`: go in). A group that is not known here is a right that is missing."""
        os.fchmod(handle, self.mode | (self.mode & 0o444) >> 2 if enter else self.mode)
        if self.group:
            try:
                os.fchown(handle, -1, grp.getgrnam(self.group).gr_gid)
            except KeyError as error:
                raise NoGroupError(errno.EPERM, "no such group") from error

    def make(self, folder: Path) -> None:
        """Make a folder that the receiver can enter, each missing one above it in a list of names on the device.

        One that is there already stays as it is. Raises OSError.
        """
        if folder.is_dir():
            return
        if not folder.parent.is_dir():
            self.make(folder.parent)
        folder.mkdir()
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self._hand_over(handle, enter=True)
        except OSError:
            folder.rmdir()
            raise
        finally:
            os.close(handle)
        self.settle(folder.parent)

    def settle(self, folder: Path) -> None:
        """See Disk."""
        flush(folder)

    def digest(self, path: Path) -> str | None:
        """See Disk. The page cache is dropped first where the system allows it, so that the device answers.

        Nothing is followed, and nobody who might write into a pipe is waited for.
        """
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in {errno.ELOOP, errno.ENXIO}:  # a link, a socket
                return NO_FILE
            raise
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            return NO_FILE
        total = hashlib.sha256()
        with os.fdopen(handle, "rb") as file:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            while chunk := file.read(_CHUNK):
                total.update(chunk)
        return total.hexdigest()

    def read(self, path: Path) -> bytes | None:
        """See Disk. Nothing is followed or waited for."""
        try:
            return read_plain(path)
        except (FileNotFoundError, NotPlainError):
            return None

    def replace(self, path: Path, content: bytes) -> None:
        """See Disk."""
        part = path.with_name(f"{path.name}.{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)


def _name(part: Path, path: Path) -> None:
    """Give a finished file its name unless the name is taken; shares that know no links can only look first."""
    try:
        path.hardlink_to(part)
    except OSError as error:
        if error.errno not in _LINKLESS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        part.rename(path)
    else:
        part.unlink()


def explain(error: OSError) -> DeliveryFailed:
    """What a failed file operation means to staff; the parcel waits and is tried again."""
    code, detail = "D04", "送付先フォルダーへの書き込みに失敗しました。ディスクの状態を確かめてください。"
    if error.errno in _MISSING:
        code, detail = "D01", "送付先フォルダーが見つかりません。共有フォルダーの接続を確かめてください。"
    elif isinstance(error, NoGroupError):
        code, detail = (
            "D16",
            "この端末に、送付先の設定の group がありません。municipality.toml か device.toml を確かめてください。",
        )
    elif error.errno in _FORBIDDEN:
        code, detail = "D02", "送付先フォルダーに書き込めません。アクセス権を確かめてください。"
    elif error.errno in _FULL:
        code, detail = "D03", "送付先フォルダーの空き容量がありません。不要なファイルを移してください。"
    return DeliveryFailed(failure=Failure.UNREACHABLE, code=code, detail=detail)
