"""Who has a draft open: a mark in its folder that the operating system takes away with the window, however it ends.

Two may work in one draft - what one has saved, the other does not overwrite -, but each is to know of the other.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

MARK = "open.txt"
_MOST = 200  # bytes of a mark that are read


@dataclass
class Hold:
    """`other` says who has the draft open since when, empty where nobody else has; see `hold`."""

    other: str = ""
    _mark: int = -1

    def release(self) -> None:
        """The window is closed."""
        if self._mark >= 0:
            os.close(self._mark)
            self._mark = -1


def hold(folder: Path, *, by: str, at: dt.datetime) -> Hold:
    """Mark the folder of a draft as open; a folder that takes no marks (read only, a foreign file system) has none."""
    try:
        mark = os.open(folder / MARK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return Hold()
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        said = os.pread(mark, _MOST, 0).decode(errors="replace").strip()
        os.close(mark)
        return Hold(said or "?")
    with suppress(OSError):
        os.truncate(mark, 0)
        os.pwrite(mark, f"{by} {at:%m/%d %H:%M}".encode(), 0)
    return Hold("", mark)
