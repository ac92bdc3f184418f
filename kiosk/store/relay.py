"""The right to deliver: one process per folder may be the courier."""

from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.store.faults import Fault, site_error, translated


class RelayLock:
    """An operating-system lock on `relay.lock`; a killed process loses it at once."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "relay.lock", thread_local=False, fallback_to_soft=False)

    @classmethod
    def acquire(cls, folder: Path) -> "RelayLock":
        """Take the lock without waiting. Raises SiteError when another process has it."""
        relay = cls(folder)
        with translated():
            try:
                relay._lock.acquire(blocking=False)
            except Timeout as error:  # an OSError, which translated() would call read-only
                raise site_error(Fault.RELAY) from error
        return relay

    @property
    def held(self) -> bool:
        """True while this process may deliver."""
        return bool(self._lock.is_locked)

    def release(self) -> None:
        """Let another process deliver."""
        self._lock.release()
