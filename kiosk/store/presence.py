"""Which windows are open on this store: each holds a lock file of its own as long as its process lives."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.durable import make_folder
from kiosk.store.faults import translated

FOLDER = "desks"


class Presence:
    """One window. Its `token` begins with the name of the desk; a killed process gives its lock back to the system."""

    def __init__(self, folder: Path, desk: str) -> None:
        self.token = f"{desk}.{os.urandom(4).hex()}"
        self._folder = folder / FOLDER
        self._lock: FileLock | None = None

    def take(self) -> str:
        """Be here, and say under which token; taking it twice does nothing. Raises SiteError."""
        if self._lock is None:
            with translated():
                make_folder(self._folder)
                lock = _lock(self._folder, self.token)
                lock.acquire()
                self._lock = lock
        return self.token

    def leave(self) -> None:
        """Be here no more."""
        if self._lock is not None:
            self._lock.release()
            (self._folder / f"{self.token}.lock").unlink(missing_ok=True)
            self._lock = None

    def elsewhere(self, token: str) -> str:
        """The desk at which another window of this token is open now; empty where none is. Raises SiteError."""
        file = self._folder / f"{token}.lock"
        if not token or token == self.token or not file.exists():
            return ""
        with translated():
            try:
                with _lock(self._folder, token).acquire():
                    file.unlink(missing_ok=True)  # it ended without a word
            except Timeout:
                return token.rpartition(".")[0]
        return ""


def _lock(folder: Path, token: str) -> FileLock:
    return FileLock(folder / f"{token}.lock", timeout=0, thread_local=False, fallback_to_soft=False)
