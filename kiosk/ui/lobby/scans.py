"""What a scanner types where nobody writes: the code of a slip, or codes that were made at home."""

from PySide6.QtCore import QObject, Signal

from kiosk.flow.actions import UsePreentry
from kiosk.flow.lobby.slip_code import case_of, slip_of
from kiosk.model.message import Message
from kiosk.model.scans import HOME
from kiosk.ui.jobs import Errands
from kiosk.ui.lobby.kit import LobbyKit

_MOST = 4_000  # letters of a line


class LobbyScans(QObject):
    """`slip` carries the case of a slip, `number` what its bars say, `home` everything that was answered at home, once
    all its codes were read;
    `told` what is missing or wrong, `broke` that reading failed.
    """

    slip = Signal(object)
    number = Signal(str)
    home = Signal(object)
    told = Signal(object)
    broke = Signal()

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__()
        self._office, self._errands, self._line = kit.office, Errands(kit.jobs), ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self._line

    def type(self, letters: str) -> None:
        """More of a line."""
        self._line = (self._line + letters)[-_MOST:]

    def forget(self) -> None:
        """Nothing was typed."""
        self._line = ""

    def wipe(self) -> None:
        """The resident has gone: nothing that was read for them, or still is, comes to the next."""
        self.forget()
        self._errands.drop()
        self._errands.run(self._office.forget_home, done=lambda _nothing: None)

    def end(self) -> None:
        """The line is whole."""
        line, self._line = self._line.upper(), ""
        case = case_of(line)
        if case is not None:
            self.slip.emit(case)
        elif slip_of(line):
            self.number.emit(slip_of(line))
        elif line.startswith(HOME):
            office = self._office
            self._errands.run(lambda: office.home_lines((line,)), done=self._read, failed=lambda _: self.broke.emit())

    def _read(self, found: UsePreentry | Message) -> None:
        (self.home if isinstance(found, UsePreentry) else self.told).emit(found)
