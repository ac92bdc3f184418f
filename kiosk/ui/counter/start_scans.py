"""What a scanner types on the start page: a slip from the terminal, or codes from home, read beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.flow.actions import StartVisit, UsePreentry
from kiosk.flow.jobs import Find, Tick, Unpark
from kiosk.flow.lobby.slip_code import case_of, guide_row_of, slip_of
from kiosk.model.scans import HOME, SLIP
from kiosk.model.slip_number import half_width

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.model.errors import SiteError
    from kiosk.model.message import Message
    from kiosk.ui.counter.scanned import ScanCatcher
    from kiosk.ui.kit import Kit


class StartScans(QObject):
    """`taken` carries the job that takes up what a resident handed in, `acted` the visit that begins with the answers
    from home once every code was read.

    Until then `told` says which are missing, or what is wrong. Nothing begins where a visit has begun meanwhile.
    """

    taken = Signal(object)
    acted = Signal(object)
    told = Signal(str)

    def __init__(self, kit: Kit, scans: ScanCatcher, *, starting: Callable[[], bool]) -> None:
        super().__init__()
        self._kit, self._starting = kit, starting
        scans.scanned.connect(self.read)

    def read(self, line: str) -> None:
        """One scanned line."""
        case, slip, row = case_of(line), slip_of(line), guide_row_of(line)
        if row is not None:
            self.taken.emit(Tick(*row) if row[1] else Find(row[0]))
        elif case is not None:
            self.taken.emit(Unpark(case))
        elif slip:
            self.taken.emit(Find(slip))
        elif line.startswith(HOME):
            office = self._kit.office
            self._kit.jobs.run(lambda: office.home_lines((line,)), done=self._answer, failed=self._fail)
        else:
            self.told.emit(self._kit.words("scan-unread"))

    def seek(self, text: str) -> None:
        """What was typed or scanned into the search: a code is a code there, too."""
        line = half_width(text).upper()
        if line.startswith((HOME, SLIP)) or guide_row_of(line) is not None:
            self.read(line)
        else:
            self.taken.emit(Find(text))

    def _fail(self, error: SiteError) -> None:
        self.told.emit(self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code))

    def _answer(self, found: UsePreentry | Message) -> None:
        if not isinstance(found, UsePreentry):
            self.told.emit(self._kit.words.say(found))
        elif self._starting():
            self.acted.emit(StartVisit(event=found.event, people=len(found.persons)))
            self.acted.emit(found)
