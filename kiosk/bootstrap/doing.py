"""Does the jobs of a visit with the real parts: numbers and drafts from the store, postal data, papers and outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from kiosk.flow.jobs import (
    AddressSplit,
    CheckPlace,
    Confirmed,
    Done,
    DropParked,
    Job,
    ListParked,
    Park,
    Parked,
    ParkedVisit,
    PlaceChecked,
    SlipTaken,
    SplitAddress,
    TakeSlip,
    Unpark,
    Unparked,
    WriteConfirmation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.at_once import AtOnce
    from kiosk.store.drafts import Drafts


def nobody(done: int, total: int) -> None:
    """Tells nobody how far it is."""


@dataclass(frozen=True)
class StoreDoing:
    """The Doing port over the program. `number` gives slip numbers, the store's own by default."""

    program: Program
    number: Callable[[], str] | None = None
    advanced: Callable[[int, int], None] = nobody

    def do(self, job: Job) -> Done:
        """See Doing."""
        match job:
            case TakeSlip():
                return SlipTaken(job.case, (self.number or self.program.next_slip)())
            case SplitAddress():
                parts = self.program.split_address(job.text)
                return AddressSplit(job.case, job.path, job.text, job.source, parts)
            case WriteConfirmation():
                self.program.confirmer.confirm(job.snapshot, advanced=self.advanced)
                return Confirmed(job.case)
            case CheckPlace():
                self.program.store.database.prove()
                return PlaceChecked()
            case _:
                return self._parked(job)

    def _parked(self, job: Park | Unpark | DropParked | ListParked) -> Done:
        from kiosk.flow.state import VisitState

        drafts, clock = self.program.store.drafts, self.program.clock
        match job:
            case Park():
                if job.state.case is not None:
                    drafts.save(job.state.case.id, job.state.model_dump_json().encode(), now=clock.now())
            case Unpark():
                content = drafts.load(job.case)
                return Unparked(None if content is None else VisitState.model_validate_json(content))
            case DropParked():
                drafts.drop(job.case)
            case ListParked():
                pass
            case _:
                assert_never(job)
        return Parked(tuple(_lines(drafts)))


def at_once(program: Program, *, next_slip: Callable[[], str] | None = None) -> AtOnce:
    """A desk without a window, whose jobs are done at once; `next_slip` gives slip numbers of its own."""
    from kiosk.flow.at_once import AtOnce

    return AtOnce(program.visit(), StoreDoing(program, number=next_slip))


def _lines(drafts: Drafts) -> list[ParkedVisit]:
    """What the list of parked visits says: number and event, never a name."""
    from kiosk.flow.state import VisitState

    found = []
    for line in drafts.list():
        content = drafts.load(line.case)
        case = VisitState.model_validate_json(content).case if content else None
        if case is not None:
            found.append(ParkedVisit(case.id, case.slip, case.event))
    return found
