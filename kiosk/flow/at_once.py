"""A visit without a host: every job is done at once, in place - for commands, rehearsals and tests."""

from dataclasses import dataclass, replace

from kiosk.flow.actions import Action
from kiosk.flow.jobs import Done, Failed, Job
from kiosk.flow.pages import CounterPage
from kiosk.flow.ports import Doing
from kiosk.flow.visit import Visit
from kiosk.model.errors import SiteError
from kiosk.rules.snapshot import Snapshot


@dataclass
class AtOnce:
    """A visit and who does its jobs. A place that is not ready ends the action: what was asked for was not done."""

    visit: Visit
    doing: Doing

    def handle(self, action: Action | Done) -> CounterPage:
        """Do it and everything it needs; the page afterwards. Raises SiteError."""
        reply = self.visit.handle(action)
        page = reply.page
        for job in reply.jobs:
            page = self.handle(self._done(job))
        return page if not reply.jobs else self._with_notices(reply.page, page)

    def _done(self, job: Job) -> Done:
        try:
            return self.doing.do(job)
        except SiteError as error:
            self.visit.handle(Failed(job, error))
            raise

    @staticmethod
    def _with_notices(first: CounterPage, last: CounterPage) -> CounterPage:
        """What the action itself had to say is not lost behind the answers to its jobs."""
        return replace(last, notices=(*first.notices, *last.notices))

    @property
    def snapshot(self) -> Snapshot | None:
        """The case as it stands."""
        return self.visit.snapshot
