"""Does the jobs of a visit with the real parts: numbers and drafts from the store, postal data, papers and outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from kiosk.flow.jobs import (
    TAKEN,
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
from kiosk.model.errors import Defect, SiteError

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.at_once import AtOnce
    from kiosk.store.drafts import Drafts


def nobody(done: int, total: int) -> None:
    """Tells nobody how far it is."""


_TAKEN = SiteError(
    TAKEN,
    what="この手続は、別の画面ですでに確定されています。この画面での変更は保存していません。",
    mend="「次の方へ」で終えてください。変更があれば、新しい受付で届け出ます。",
)


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
                return self._confirmed(job)
            case CheckPlace():
                self.program.store.database.prove()
                return PlaceChecked()
            case _:
                return self._parked(job)

    def _confirmed(self, job: WriteConfirmation) -> Done:
        """Write it; a case that another desk has confirmed otherwise meanwhile is told, it is nobody's bug."""
        try:
            self.program.confirmer.confirm(job.snapshot, advanced=self.advanced)
        except Defect as defect:
            if not self.program.store.outbox.knows(job.case):
                raise
            raise _TAKEN from defect
        return Confirmed(job.case)

    def _parked(self, job: Park | Unpark | DropParked | ListParked) -> Done:
        from kiosk.flow.state import VisitState

        drafts, clock = self.program.store.drafts, self.program.clock
        match job:
            case Park():
                case = job.state.case
                written = job.state.model_dump_json().encode()
                if case is not None and not drafts.save(case.id, written, now=clock.now()):
                    raise _TAKEN
            case Unpark():
                content = drafts.load(job.case)
                return Unparked(None if content is None else VisitState.model_validate_json(content))
            case DropParked():
                drafts.drop(job.case)
            case ListParked():
                pass
            case _:
                assert_never(job)
        return _listed(drafts)


def at_once(program: Program, *, next_slip: Callable[[], str] | None = None) -> AtOnce:
    """A desk without a window, whose jobs are done at once; `next_slip` gives slip numbers of its own."""
    from kiosk.flow.at_once import AtOnce

    return AtOnce(program.visit(), StoreDoing(program, number=next_slip))


def _listed(drafts: Drafts) -> Parked:
    """What the list of parked visits says: number and event, never a name; one bad draft hides no other."""
    lines = drafts.list()
    found = [line for line in (_line(drafts, each.case) for each in lines) if line is not None]
    return Parked(tuple(found), unreadable=len(lines) - len(found))


def _line(drafts: Drafts, case: uuid.UUID) -> ParkedVisit | None:
    from kiosk.flow.state import VisitState

    try:
        content = drafts.load(case)
        written = VisitState.model_validate_json(content).case if content else None
    except (SiteError, ValueError):
        return None
    return None if written is None else ParkedVisit(written.id, written.slip, written.event)
