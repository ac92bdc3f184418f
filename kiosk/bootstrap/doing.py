"""Does the jobs of a visit with the real parts: numbers and drafts from the store, postal data, papers and outbox."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.flow.jobs import (
    AddressSplit,
    CheckPlace,
    Done,
    Examine,
    Job,
    LookedUp,
    LookUp,
    PlaceChecked,
    SlipTaken,
    SplitAddress,
    TakeSlip,
)
from kiosk.flow.writing import (
    AnswersEnded,
    Confirmed,
    EndAnswers,
    EraseCase,
    Erased,
    NotErased,
    NotWithdrawn,
    SentBackMeanwhile,
    Unchanged,
    Withdrawn,
    WriteConfirmation,
    WriteWithdrawal,
)
from kiosk.model.errors import Defect

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.case_files import CaseFiles
    from kiosk.bootstrap.program import Program
    from kiosk.flow.at_once import AtOnce
    from kiosk.flow.writing import Writing
    from kiosk.model.audit import AuditEvent
    from kiosk.model.kept import GuideRow


_LOOKS = 5  # a courier takes one parcel at a time


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
        from kiosk.bootstrap.case_files import CaseFiles

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
            case Examine():
                return job.done()
            case WriteConfirmation() | WriteWithdrawal() | EndAnswers() | EraseCase():
                return self._written(job)
            case LookUp():
                return LookedUp(self.program.store.answers.filed(job.case, job.slip), named=job.case is not None)
            case CheckPlace():
                self.program.store.database.prove()
                return PlaceChecked()
            case _:
                return self._files.do(job)

    def _written(self, job: Writing | EndAnswers | EraseCase) -> Done:
        match job:
            case WriteConfirmation():
                return self._confirmed(job)
            case WriteWithdrawal():
                return self._withdrawn(job)
            case EndAnswers():
                from kiosk.bootstrap.returned import end

                end(self.program, job.case, job.reason, by=self.program.at_desk.by())
                return AnswersEnded(job.case)
            case EraseCase():
                return self._erased(job)

    def _confirmed(self, job: WriteConfirmation) -> Done:
        """Write it; a case that another desk has confirmed otherwise meanwhile is told, it is nobody's bug."""
        from kiosk.bootstrap.case_files import kept_case
        from kiosk.bootstrap.returned import returned
        from kiosk.bootstrap.taking_over import demand_ours
        from kiosk.delivery.correction import NothingChangedError
        from kiosk.store.confirming import confirming

        corrects = job.snapshot.case.revision > 1
        demand_ours(self.program, job.case)
        wanted = returned(self.program, job.case) if corrects else ()
        if not {each.id for each in wanted} <= {each.id for each in job.state.returned}:
            return SentBackMeanwhile(job.case, wanted)
        before = self._gone(job) if corrects else ()
        try:
            with confirming(self.program.place.data):
                self._files.keep(job.state)
                program = self.program.editions.of(job.snapshot.facts.book)
                kept = kept_case(job.snapshot, job.state)
                program.confirmer.confirm(job.snapshot, advanced=self.advanced, kept=kept)
            self.program.sharing.ring()
        except NothingChangedError:
            return Unchanged(job.case)
        except Defect as defect:
            if not self.program.store.outbox.knows(job.case):
                raise
            raise self._files.overtaken(job.case) from defect
        after = self._gone(job) if corrects else ()
        left = returned(self.program, job.case) if corrects else ()
        return Confirmed(job.case, tuple(row for row in after if row not in before), left)

    def _gone(self, job: Writing) -> tuple[GuideRow, ...]:
        """What was done at its counter and is no part of the case any more."""
        return tuple(row for row in self.program.store.guides.of(job.case) if row.gone)

    def _withdrawn(self, job: WriteWithdrawal) -> Done:
        """Take it back where whoever is at the desk may; what leaves at that moment is looked at once more."""
        from kiosk.bootstrap.case_files import kept_case
        from kiosk.flow.notices import CORRECTED_ELSEWHERE, WITHDRAWN_ALREADY
        from kiosk.model.staff import Right
        from kiosk.store.faults import Fault, site_error
        from kiosk.store.withdrawing import MovedError

        case, store = job.snapshot.case, self.program.store
        refusal = store.staff.refusal(case.clerk, Right.WITHDRAW)
        if refusal is not None:
            return NotWithdrawn(job.case, refusal)
        if (newest := store.kept.revision(job.case)) >= case.revision:
            gone = store.kept.withdrawn(job.case)
            return NotWithdrawn(job.case, WITHDRAWN_ALREADY() if gone else CORRECTED_ELSEWHERE(revision=newest))
        program, before = self.program.editions.of(job.snapshot.facts.book), self._gone(job)
        for _ in range(_LOOKS):
            with suppress(MovedError):
                program.confirmer.withdraw(case, kept=kept_case(job.snapshot, job.state))
                self.program.sharing.ring()
                return Withdrawn(case, tuple(row for row in self._gone(job) if row not in before))
        raise site_error(Fault.BUSY)

    def _erased(self, job: EraseCase) -> Done:
        """Erase it where whoever is at the desk may, and nothing of it has still to leave."""
        from kiosk.flow.notices import NOT_SENT_YET
        from kiosk.model.audit import AuditEvent
        from kiosk.model.staff import Right

        program, by = self.program, self.program.at_desk.by()
        refusal = program.store.staff.refusal(by, Right.SHRED)
        if refusal is not None:
            return NotErased(job.case, refusal)
        event = AuditEvent(at=program.clock.now(), by=by, action="shred", detail=job.reason)
        if not program.store.outbox.knows(job.case):
            return self._erased_there(job, event)
        done = program.store.holding.shred(job.case, event=event)
        program.sharing.ring()
        return Erased(job.case) if done else NotErased(job.case, NOT_SENT_YET())

    def _erased_there(self, job: EraseCase, event: AuditEvent) -> Done:
        """Of a case that another machine of the office accepted."""
        from kiosk.bootstrap.shared_files import SharedFiles
        from kiosk.flow.notices import ERASED_NOT_THERE

        if not SharedFiles(self.program).erased(job.case):
            return NotErased(job.case, ERASED_NOT_THERE())
        self.program.store.audit.append(event.model_copy(update={"case": str(job.case)}))
        return Erased(job.case)


def at_once(program: Program, *, next_slip: Callable[[], str] | None = None) -> AtOnce:
    """A desk without a window, whose jobs are done at once; `next_slip` gives slip numbers of its own."""
    from kiosk.flow.at_once import AtOnce

    return AtOnce(program.visit(), StoreDoing(program, number=next_slip))
