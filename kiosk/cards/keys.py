"""The try counters of a simulated card and the rules by which a secret opens it, is refused, or is blocked.

JIS X 6320-4 with what was measured on test cards: 63Cx carries the tries left, the try that uses up the last one
answers 63C0, every later one 6984 even with the right secret, a success restores the counter, power and time do not.
"""

import contextlib
import hmac
import json
import os
from pathlib import Path

from kiosk.cards.apdu import Sw
from kiosk.cards.filesystem import KeyFile


class TryCounters:
    """Tries left by key name, kept in a small JSON file that is replaced as a whole, or in memory without a path.

    A file that cannot be understood counts as a new card. It holds numbers only: no secret, no name.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._left = _load(path) if path else {}

    def left(self, name: str, *, first: int) -> int:
        """Tries left; `first` for a key that was never tried."""
        return self._left.get(name, first)

    def store(self, name: str, *, left: int) -> None:
        """Remember durably before anything else happens. Raises OSError; the old number then stays."""
        self._save({**self._left, name: left})

    def renew(self) -> None:
        """Back to a new card. Raises OSError."""
        self._save({})

    def _save(self, left: dict[str, int]) -> None:
        if self._path is not None:
            _replace(self._path, json.dumps(left, sort_keys=True).encode())
        self._left = left


class KeyMachine:
    """Answers VERIFY with a status word; the counter goes down before the secret is compared."""

    def __init__(self, counters: TryCounters) -> None:
        self._counters = counters

    def left(self, name: str, key: KeyFile) -> int:
        """Tries left."""
        return self._counters.left(name, first=key.first_left)

    def query(self, name: str, key: KeyFile) -> int:
        """VERIFY without data: says the tries left and spends none."""
        return Sw.NO_TRIES + self.left(name, key)

    def spend(self, name: str, key: KeyFile) -> bool:
        """Write one try off; False when none was left. Raises OSError."""
        left = self.left(name, key)
        if left:
            self._counters.store(name, left=left - 1)
        return left > 0

    def verify(self, name: str, key: KeyFile, secret: bytes) -> int:
        """VERIFY with data."""
        try:
            if not self.spend(name, key):
                return Sw.BLOCKED
            if not (key.value and hmac.compare_digest(key.value, secret)):
                return self.query(name, key)
            self._counters.store(name, left=key.tries)
        except OSError:
            return Sw.MEMORY
        return Sw.OK


def _load(path: Path) -> dict[str, int]:
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {str(name): left for name, left in read.items() if type(left) is int and 0 <= left <= 15}


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    with contextlib.suppress(OSError):  # some file systems cannot sync a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
