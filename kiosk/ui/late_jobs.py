"""Jobs of a page begin when it is painted: two threads of Python hold each other up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.flow.jobs import Job


class LateJobs(QObject):
    """What `run` is to begin with, in its order, at the next turn of the event loop; true while something waits."""

    def __init__(self, owner: QObject, run: Callable[[Job], None]) -> None:
        super().__init__(owner)
        self._run = run
        self._waiting: list[Job] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def begin(self, job: Job) -> None:
        """After the page."""
        if not self._waiting:
            QTimer.singleShot(0, self, self.now)
        self._waiting.append(job)

    def now(self) -> None:
        """No page comes any more, or it is there."""
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            self._run(job)
