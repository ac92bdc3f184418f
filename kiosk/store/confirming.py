"""The right to confirm: one program at a time, so that a confirmation cut off can be told from one under way."""

from contextlib import AbstractContextManager
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.store.connection import BUSY_MILLISECONDS
from kiosk.store.faults import Fault, site_error, translated


def confirming(folder: Path) -> AbstractContextManager[object]:
    """Held from the draft of a confirmation until it is written; a killed process loses it. Raises SiteError."""
    with translated():
        try:
            return _lock(folder, BUSY_MILLISECONDS / 1000).acquire()
        except Timeout as error:
            raise site_error(Fault.BUSY) from error


def under_way(folder: Path) -> bool:
    """Whether some program is writing a confirmation at this moment. Raises SiteError."""
    with translated():
        try:
            with _lock(folder, 0).acquire():
                return False
        except Timeout:
            return True


def _lock(folder: Path, timeout: float) -> FileLock:
    return FileLock(folder / "confirm.lock", timeout=timeout, thread_local=False, fallback_to_soft=False)
