"""予約番号で来た人: the number of an application that came from elsewhere opens its visit, as a slip's does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.flow.day import Found
from kiosk.flow.jobs import Find, Unpark

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.flow.jobs import Doing, Done, Job


@dataclass(frozen=True)
class ArrivingDoing:
    """The Doing port of a counter: what no visit of its own is found by may be the number of an application."""

    program: Program
    doing: Doing

    def do(self, job: Job) -> Done:
        """See Doing."""
        done = self.doing.do(job)
        if not isinstance(job, Find) or not isinstance(done, Found) or done.cases:
            return done
        return self._begun(job) or done

    def _begun(self, job: Find) -> Done | None:
        """Its visit, which begins now or has begun before."""
        from kiosk.bootstrap import incoming

        store = self.program.store
        for case in incoming.numbered(self.program, job.text):
            if incoming.begin(self.program, case) or store.outbox.knows(case) or store.drafts.load(case) is not None:
                return self.doing.do(Unpark(case))
        return None
