"""What the screens need of the printer, and what is known of a print."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.printing import Again, PaperKind, PrintRun


class PrintState(enum.Enum):
    """What is known about a print job; never DONE on a guess."""

    QUEUED = "queued"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printed:
    """How the last print stands, and every print of the case. Without a state nothing was printed: some of the papers
    are in somebody's hands already, and a reason is wanted.
    """

    state: PrintState | None
    runs: tuple[PrintRun, ...] = ()


class Printing(Protocol):
    """The papers of a visit; called on the device thread."""

    def print_papers(self, papers: Sequence[PaperKind], again: Again | None = None) -> Printed:
        """Print some of them, the 受付案内票 in the language of the visit; what was printed before is printed `again`
        for a reason only. Raises SiteError.
        """
        ...

    def print_letter(self) -> PrintState | None:
        """Print the letter to who filed about what was sent back; None where nobody knows where they live.

        Raises SiteError.
        """
        ...

    def print_record(self) -> PrintState:
        """Print everything that is kept about the case, for whose it is. Raises SiteError."""
        ...

    def not_printed(self) -> Printed:
        """Note that nothing came out of the last print; raises SiteError."""
        ...

    def prints(self) -> Printed:
        """Every print of the visit; raises SiteError."""
        ...

    def print_state(self) -> PrintState:
        """Ask the printer again about the last job."""
        ...
