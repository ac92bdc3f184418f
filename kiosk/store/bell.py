"""呼び鈴: whoever puts something into the outbox rings, and a courier in a process of its own wakes at once.

A named pipe in the store's folder, there while somebody listens. Nothing depends on a ring: who misses one finds the
parcel at the next look, which comes within a minute.
"""

import os
import select
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from kiosk.store.faults import translated

NAME = "bell"
CALL, END = b".", b"e"
_MOST = 4096


def ring(folder: Path) -> None:
    """Wake who listens in a store's folder; where nobody does, nothing happens. Never raises."""
    with suppress(OSError):
        pipe = os.open(folder / NAME, os.O_WRONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            if stat.S_ISFIFO(os.fstat(pipe).st_mode):
                os.write(pipe, CALL)
        finally:
            os.close(pipe)


class Bell:
    """The listening end; `reading` and `writing` are the ends of a pipe."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing

    @classmethod
    @contextmanager
    def listening(cls, folder: Path) -> Iterator[Self]:
        """Hang it up in a store's folder, and take it away at the end. Raises SiteError."""
        path = folder / NAME
        with translated():
            path.unlink(missing_ok=True)  # one that a killed courier left
            os.mkfifo(path, 0o600)
            pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            yield cls(pipe, pipe)
        finally:
            os.close(pipe)
            path.unlink(missing_ok=True)

    @classmethod
    @contextmanager
    def private(cls) -> Iterator[Self]:
        """One that only this process can ring."""
        reading, writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            yield cls(reading, writing)
        finally:
            os.close(reading)
            os.close(writing)

    def ring(self, sound: bytes = CALL) -> None:
        """Wake the one who waits, from another thread or a signal's handler; a pipe that is full has woken it."""
        with suppress(BlockingIOError):
            os.write(self._writing, sound)

    def wait(self, seconds: float) -> bytes:
        """What was rung, at once when it was rung already; nothing when the time is over."""
        ready, _, _ = select.select([self._reading], [], [], max(seconds, 0.0))
        return os.read(self._reading, _MOST) if ready else b""
