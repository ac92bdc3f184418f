"""Files that appear whole or not at all, and what must be on the device before anything is built upon it."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, forced: bool = True) -> None:
    """A file under its name, for this account alone, or nothing; `forced` to the device with it. Raises OSError."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(scratch, flags, 0o600), "wb") as file:
            file.write(content)
            if forced:
                file.flush()
                os.fsync(file.fileno())
        scratch.replace(path)
        if forced:
            flush(path.parent)
    except OSError:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
        raise


class NotPlainError(OSError):
    """Where a file was meant stands a link, a pipe, a device or a folder."""


def read_plain(path: Path, *, most: int = 1 << 20) -> bytes:
    """The first `most` bytes of a plain file; nothing is followed or waited for. Raises NotPlainError, OSError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO}:
            raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL)) from error
        raise
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)


def flush(folder: Path) -> None:
    """Force a folder's list of names to the device. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each in a list of names on the device. Raises OSError.

    What is forced to the device inside a folder whose own name is not there would be gone with it after a power cut.
    """
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush(folder.parent)
