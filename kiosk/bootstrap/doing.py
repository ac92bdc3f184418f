"""Does the jobs of a visit with the real parts: numbers and drafts from the store, postal data, papers and outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.case_files import ANOTHER_CONFIRMED, CaseFiles, kept_case
from kiosk.flow.jobs import (
    AddressSplit,
    CheckPlace,
    Confirmed,
    Done,
    Job,
    PlaceChecked,
    SlipTaken,
    SplitAddress,
    TakeSlip,
    Unchanged,
    WriteConfirmation,
)
from kiosk.model.errors import Defect

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.at_once import AtOnce


def nobody(done: int, total: int) -> None:
    """Tells nobody how far it is."""


@dataclass(frozen=True)
class StoreDoing:
    """The Doing port over the program. `number` gives slip numbers, the store's own by default."""

    program: Program
    number: Callable[[], str] | None = None
    advanced: Callable[[int, int], None] = nobody

    @property
    def _files(self) -> CaseFiles:
        return CaseFiles(self.program)

    def do(self, job: Job) -> Done:
        """See Doing."""
        match job:
            case TakeSlip():
                return SlipTaken(job.case, (self.number or self.program.next_slip)())
            case SplitAddress():
                parts = self.program.split_address(job.text, postal=job.postal)
                elsewhere = self.program.postal.contradicts(parts)
                return AddressSplit(job.case, job.path, job.text, job.source, parts, elsewhere)
            case WriteConfirmation():
                return self._confirmed(job)
            case CheckPlace():
                self.program.store.database.prove()
                return PlaceChecked()
            case _:
                return self._files.do(job)

    def _confirmed(self, job: WriteConfirmation) -> Done:
        """Write it; a case that another desk has confirmed otherwise meanwhile is told, it is nobody's bug."""
        from kiosk.delivery.correction import NothingChangedError
        from kiosk.store.confirming import confirming

        try:
            with confirming(self.program.place.data):
                self._files.keep(job.state)
                program = self.program.editions.of(job.snapshot.facts.book)
                kept = kept_case(job.snapshot, job.state)
                program.confirmer.confirm(job.snapshot, advanced=self.advanced, kept=kept)
        except NothingChangedError:
            return Unchanged(job.case)
        except Defect as defect:
            if not self.program.store.outbox.knows(job.case):
                raise
            raise ANOTHER_CONFIRMED from defect
        return Confirmed(job.case)


def at_once(program: Program, *, next_slip: Callable[[], str] | None = None) -> AtOnce:
    """A desk without a window, whose jobs are done at once; `next_slip` gives slip numbers of its own."""
    from kiosk.flow.at_once import AtOnce

    return AtOnce(program.visit(), StoreDoing(program, number=next_slip))
