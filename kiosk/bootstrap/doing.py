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
    Fate,
    FindParked,
    Job,
    Keep,
    Kept,
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
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.at_once import AtOnce
    from kiosk.flow.state import VisitState
    from kiosk.store.drafts import DraftLine, Drafts


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
                parts = self.program.split_address(job.text, postal=job.postal)
                elsewhere = self.program.postal.contradicts(parts)
                return AddressSplit(job.case, job.path, job.text, job.source, parts, elsewhere)
            case WriteConfirmation():
                return self._confirmed(job)
            case Keep():
                return self._kept(job.state)
            case FindParked():
                return self._found(job.slip)
            case CheckPlace():
                self.program.store.database.prove()
                return PlaceChecked()
            case _:
                return self._parked(job)

    def _confirmed(self, job: WriteConfirmation) -> Done:
        """Write it; a case that another desk has confirmed otherwise meanwhile is told, it is nobody's bug."""
        from kiosk.store.confirming import confirming

        try:
            with confirming(self.program.place.data):
                self._keep(job.state)
                program = self.program.editions.of(job.snapshot.facts.book)
                program.confirmer.confirm(job.snapshot, advanced=self.advanced)
        except Defect as defect:
            if not self.program.store.outbox.knows(job.case):
                raise
            raise _TAKEN from defect
        return Confirmed(job.case)

    def _keep(self, state: VisitState) -> None:
        """Keep a visit as a draft; one that is confirmed already is not kept. Raises SiteError."""
        store, case = self.program.store, state.case
        written = state.model_dump_json().encode()
        if case is not None and not store.drafts.save(case.id, written, now=self.program.clock.now()):
            raise _TAKEN

    def _kept(self, state: VisitState) -> Done:
        """A visit that a resident hands in: a draft with a number, which any counter of this store can take up."""
        self._keep(state)
        if state.case is None:
            raise Defect("a visit without a case was handed in")
        return Kept(state.case.id)

    def _found(self, slip: str) -> Done:
        """The draft of a number; drafts are few, and each is opened to see its own."""
        drafts = self.program.store.drafts
        lines = (parked_visit(drafts, line) for line in drafts.list())
        found = next((visit for visit in lines if visit is not None and visit.slip == slip), None)
        return Unparked(None) if found is None else self._parked(Unpark(found.case))

    def _parked(self, job: Park | Unpark | DropParked | ListParked) -> Done:
        from kiosk.flow.state import VisitState

        drafts = self.program.store.drafts
        match job:
            case Park():
                self._keep(job.state)
            case Unpark():
                content = drafts.load(job.case)
                state = None if content is None else VisitState.model_validate_json(content)
                if state is not None:
                    self.program.note("case-open", case=str(job.case))  # who looks at it is on record before it is seen
                    self.program.editions.on(state.catalogue)  # read here, not on the window's thread
                accepted = self.program.store.outbox.knows(job.case)
                return Unparked(_accepted(state) if accepted else state)
            case DropParked():
                drafts.drop(job.case)
            case ListParked():
                pass
            case _:
                assert_never(job)
        return self._listed(drafts)

    def _listed(self, drafts: Drafts) -> Parked:
        """What the list of parked visits says: number and event, never a name; one bad draft hides no other.

        A visit that some program is confirming at this moment is not parked.
        """
        from kiosk.store.confirming import under_way

        lines = drafts.list()
        found = [visit for visit in (parked_visit(drafts, line) for line in lines) if visit is not None]
        busy = any(visit.fate is not Fate.PARKED for visit in found) and under_way(self.program.place.data)
        shown = [visit for visit in found if not (busy and visit.fate is Fate.NOT_ACCEPTED)]
        return Parked(tuple(shown), unreadable=len(lines) - len(found))


def at_once(program: Program, *, next_slip: Callable[[], str] | None = None) -> AtOnce:
    """A desk without a window, whose jobs are done at once; `next_slip` gives slip numbers of its own."""
    from kiosk.flow.at_once import AtOnce

    return AtOnce(program.visit(), StoreDoing(program, number=next_slip))


def parked_visit(drafts: Drafts, line: DraftLine) -> ParkedVisit | None:
    """What the list says of a draft; None where it cannot be read."""
    from kiosk.flow.state import VisitState

    if line.accepted:
        return ParkedVisit(line.case, line.slip, line.event, Fate.ACCEPTED)
    try:
        content = drafts.load(line.case)
        state = VisitState.model_validate_json(content) if content else None
    except (SiteError, ValueError):
        return None
    if state is None or state.case is None:
        return None
    waiting = Fate.HANDED_IN if state.handed_in else Fate.PARKED
    fate = Fate.NOT_ACCEPTED if state.confirming else waiting
    return ParkedVisit(state.case.id, state.case.slip, state.case.event, fate)


def _accepted(state: VisitState | None) -> VisitState | None:
    from kiosk.model.case import CaseState

    if state is None or state.case is None:
        return None
    return state.model_copy(update={"case": state.case.model_copy(update={"state": CaseState.CONFIRMED})})
