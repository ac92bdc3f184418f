"""Codes from home that a scanner types on the start page: read beside the window, told or handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.flow.actions import StartVisit, UsePreentry
from kiosk.model.scans import HOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.model.message import Message
    from kiosk.ui.counter.scanned import ScanCatcher
    from kiosk.ui.kit import Kit


class HomeScans(QObject):
    """`acted` carries the visit that begins with the answers once every code was read.

    Until then `told` says which are missing, or what is wrong. Nothing begins where a visit has begun meanwhile.
    """

    acted = Signal(object)
    told = Signal(str)

    def __init__(self, kit: Kit, scans: ScanCatcher, *, starting: Callable[[], bool]) -> None:
        super().__init__()
        self._kit, self._starting = kit, starting
        scans.scanned.connect(self.read)

    def read(self, line: str) -> None:
        """One scanned line; a slip from the terminal is none from home."""
        if not line.startswith(HOME):
            return
        office = self._kit.office
        self._kit.jobs.run(
            lambda: office.home_lines((line,)), done=self._answer, failed=lambda error: self.told.emit(str(error))
        )

    def _answer(self, found: UsePreentry | Message) -> None:
        if not isinstance(found, UsePreentry):
            self.told.emit(self._kit.words.say(found))
        elif self._starting():
            self.acted.emit(StartVisit(event=found.event, people=len(found.persons)))
            self.acted.emit(found)
