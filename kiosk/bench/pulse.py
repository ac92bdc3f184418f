"""Feels whether the glass is alive: a beat every few milliseconds, and how long it once did not come."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 2


class Pulse(QObject):
    """Beats from its making on; `gaps` are the pauses since `begin`, in milliseconds, each the longest of its touch."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps, self._longest, self._last = list[float](), 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, (now - self._last) * 1000), now

    def begin(self) -> None:
        """What was before does not count."""
        self.gaps, self._longest, self._last = [], 0.0, time.perf_counter()

    def note(self) -> None:
        """A touch and all that it began have come to rest."""
        self._beat()
        self.gaps.append(self._longest)
        self._longest = 0.0

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()
