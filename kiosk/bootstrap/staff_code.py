"""The staff's code of a terminal: only a salted digest is kept, and every wrong code makes the next wait longer."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from kiosk.ui.lobby.ports import CodeTried

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.flow.clock import Clock


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
        from kiosk.store.pins import matches

        if matches(code, self.kept):
            self._last = (0, None)
            with suppress(OSError):
                self.file.unlink(missing_ok=True)
            return CodeTried(opened=True)
        self._note(wrong + 1)
        return CodeTried(opened=False, wait=_after(wrong + 1))

    def _stand(self) -> tuple[int, int]:
        """How many wrong codes in a row, and the seconds that are left; a clock that was set back waits anew."""
        wrong, at = self._noted()
        if at is None:
            return 0, 0
        passed = (self.clock.now() - at).total_seconds()
        if passed < 0:
            self._note(wrong)
            passed = 0
        return wrong, max(ceil(_after(wrong) - passed), 0)

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


def _after(wrong: int) -> int:
    """Seconds, as for staff everywhere; the first page of a terminal waits for none of what knows them."""
    from kiosk.model.staff import wait_after

    return wait_after(wrong)
