"""A block of disk space held back, so that parcels can still leave when the disk is full."""

import os
import shutil
from pathlib import Path

RESERVE_BYTES = 64 * 1024 * 1024
_CHUNK = bytes(1024 * 1024)


class Reserve:
    """The file `reserve` in a folder; released when SQLite reports a full disk, taken again when there is room."""

    def __init__(self, folder: Path, *, size: int = RESERVE_BYTES) -> None:
        self._file, self._size = folder / "reserve", size

    @property
    def held(self) -> bool:
        """True while the space is held back."""
        return self._file.exists()

    def release(self) -> bool:
        """Give the space to the database; False when it was given already."""
        try:
            self._file.unlink()
        except FileNotFoundError:
            return False
        return True

    def hold(self) -> bool:
        """Hold the space back if it is not held; False while the disk has not twice the room for it."""
        if self.held:
            return True
        if shutil.disk_usage(self._file.parent).free < 2 * self._size:
            return False  # taking the last room would only fill the disk again
        scratch = self._file.with_suffix(".new")
        try:
            self._fill(scratch)
            scratch.rename(self._file)
        except OSError:
            scratch.unlink(missing_ok=True)
        return self.held

    def _fill(self, scratch: Path) -> None:
        with scratch.open("wb") as out:
            if not _set_aside(out.fileno(), self._size):
                for start in range(0, self._size, len(_CHUNK)):
                    out.write(_CHUNK[: self._size - start])
            out.flush()
            os.fsync(out.fileno())


def _set_aside(file: int, size: int) -> bool:
    """Have the file system give the blocks without writing them; False where it has no such call, or refuses."""
    if not hasattr(os, "posix_fallocate"):
        return False
    try:
        os.posix_fallocate(file, 0, size)
    except OSError:
        return False
    return True
