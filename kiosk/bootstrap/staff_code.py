"""The staff's code of a terminal: only a salted digest is kept, and every wrong code makes the next wait longer."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from kiosk.ui.lobby.ports import CodeTried

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.flow.clock import Clock

SHORTEST, LONGEST = 6, 12
"""How many digits a code has."""

_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MB and some 50 ms a try (RFC 7914, interactive use)
_FIRST, _MOST = 5, 1800  # seconds


def digest(code: str, *, salt: bytes = b"") -> str:
    """A code as device.toml keeps it; with a fresh salt unless one is given."""
    return _written(code, salt or secrets.token_bytes(16), (_COST, _BLOCK, _LANES))


def matches(code: str, kept: str) -> bool:
    """Whether a code has this digest; no code has an empty one."""
    if not kept:
        return False
    _, cost, block, lanes, salt, _ = kept.split(":")
    made = _written(code, bytes.fromhex(salt), (int(cost), int(block), int(lanes)))
    return hmac.compare_digest(made, kept)


def _written(code: str, salt: bytes, shape: tuple[int, int, int]) -> str:
    cost, block, lanes = shape
    made = hashlib.scrypt(code.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=2**26, dklen=32)
    return f"scrypt:{cost}:{block}:{lanes}:{salt.hex()}:{made.hex()}"


def wait_after(wrong: int) -> int:
    """Seconds after so many wrong codes: 5, 10, 20 … at most half an hour."""
    return min(_FIRST * 2 ** min(wrong - 1, 20), _MOST) if wrong else 0


@dataclass
class StaffGate:
    """Tries codes against a digest. Wrong ones are counted in a file, so that a restart does not end the wait."""

    kept: str
    clock: Clock
    file: Path
    _last: tuple[int, dt.datetime | None] = (0, None)

    def try_code(self, code: str) -> CodeTried:
        """Try one; while it must wait none is looked at."""
        wrong, left = self._stand()
        if left:
            return CodeTried(opened=False, wait=left)
        if matches(code, self.kept):
            self._last = (0, None)
            with suppress(OSError):
                self.file.unlink(missing_ok=True)
            return CodeTried(opened=True)
        self._note(wrong + 1)
        return CodeTried(opened=False, wait=wait_after(wrong + 1))

    def _stand(self) -> tuple[int, int]:
        """How many wrong codes in a row, and the seconds that are left; a clock that was set back waits anew."""
        wrong, at = self._noted()
        if at is None:
            return 0, 0
        passed = (self.clock.now() - at).total_seconds()
        if passed < 0:
            self._note(wrong)
            passed = 0
        return wrong, max(ceil(wait_after(wrong) - passed), 0)

    def _noted(self) -> tuple[int, dt.datetime | None]:
        if self._last[1] is not None:
            return self._last
        try:
            noted = json.loads(self.file.read_text(encoding="ascii"))
            return int(noted["wrong"]), dt.datetime.fromisoformat(noted["at"])
        except (OSError, ValueError, TypeError, KeyError):
            return 0, None

    def _note(self, wrong: int) -> None:
        """In the file, and here where the disk takes nothing."""
        now = self.clock.now()
        self._last = (wrong, now)
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps({"wrong": wrong, "at": now.isoformat()}), encoding="ascii")
