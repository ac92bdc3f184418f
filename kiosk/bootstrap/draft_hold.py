"""Who has a draft open: a mark in its folder, kept by a lock that the operating system takes away with the window.

One window works in a draft, others read. Whoever takes it over writes a mark of their own; who had it sees that at the
next look (and before anything is written) and only reads from then on.
"""

from __future__ import annotations

import fcntl
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

MARK = "open.txt"
_MOST = 400  # bytes of a mark that are read
_TURNING = 10.0  # seconds within which a lock has gone over to whoever took the draft


@dataclass
class Hold:
    """`other` says who has the draft since when, empty while this window has it; see `hold`."""

    file: Path
    mine: str
    other: str = ""
    _mark: int = -1
    _lost: bool = False

    def look(self) -> None:
        """See how it stands now: taken over by somebody else, or free again. What was taken from here comes back to
        nobody by itself.
        """
        if self._mark < 0:
            return
        said, locked = _said(self._mark), _lock(self._mark)
        if said == self.mine:
            self.other = ""
            return
        if not self._lost and (not said or (locked and _old(self._mark))):
            self.take()
            return
        if locked:
            fcntl.flock(self._mark, fcntl.LOCK_UN)
        self._lost, self.other = self._lost or not self.other, said

    def take(self) -> None:
        """Have it from now on, whoever has it; they see it at their next look."""
        if self._mark >= 0:
            os.truncate(self._mark, 0)
            os.pwrite(self._mark, self.mine.encode(), 0)
            self.other, self._lost = "", False

    def release(self) -> None:
        """The window is closed."""
        if self._mark >= 0:
            if _said(self._mark) == self.mine:
                os.truncate(self._mark, 0)
            os.close(self._mark)
            self._mark = -1


def hold(folder: Path, *, by: str, at: dt.datetime) -> Hold:
    """Mark the folder of a draft as open; a folder that takes no marks (read only, a foreign file system) has none."""
    file, mine = folder / MARK, f"{by} {at:%m/%d %H:%M}"
    try:
        mark = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return Hold(file, mine)
    made = Hold(file, f"{mine} {os.getpid()}-{mark}", "?", mark)  # one person may have two windows
    made.look()
    return made


def _lock(mark: int) -> bool:
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _old(mark: int) -> bool:
    """Whether who wrote the mark should have its lock by now: the window is gone, however it ended."""
    return time.time() - os.fstat(mark).st_mtime > _TURNING


def _said(mark: int) -> str:
    return os.pread(mark, _MOST, 0).decode(errors="replace").strip()
