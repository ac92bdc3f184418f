"""What was done at a terminal day by day, in numbers alone: nothing in it is about a person."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.flow.clock import Clock

KEYS = ("handed-in", "at-once", "printed", "resets", "broken")
"""Visits handed in, applications that left at once, slips that could not be printed, wiped after a while, defects."""

_DAYS = 31


@dataclass
class Tally:
    """Counts in a file; while the disk takes nothing the counts of this run are all there is."""

    file: Path
    clock: Clock
    _days: dict[str, dict[str, int]] = field(default_factory=dict)
    _read: bool = False

    def count(self, key: str) -> None:
        """One more today."""
        self._load()
        today = self._days.setdefault(self.clock.today().isoformat(), {})
        today[key] = today.get(key, 0) + 1
        for old in sorted(self._days)[:-_DAYS]:
            del self._days[old]
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps(self._days), encoding="ascii")

    def today(self) -> dict[str, int]:
        """Every count of today."""
        self._load()
        found = self._days.get(self.clock.today().isoformat(), {})
        return {key: found.get(key, 0) for key in KEYS}

    def _load(self) -> None:
        if not self._read:
            self._read = True
            with suppress(OSError, ValueError, TypeError, AttributeError):
                known = json.loads(self.file.read_text(encoding="ascii"))
                self._days = {day: {key: int(n) for key, n in counts.items()} for day, counts in known.items()}
