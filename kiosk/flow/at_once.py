"""A visit without a host: every job is done at once, in place - for commands, rehearsals and tests."""

from dataclasses import dataclass, replace

from kiosk.flow.actions import Action
from kiosk.flow.jobs import Doing, Done, Failed, Job
from kiosk.flow.pages import CounterPage, Notice
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
        notices = self.do(action)
        return replace(self.visit.page(), notices=notices)

    def first(self, action: Action | Done) -> tuple[CounterPage, tuple[Job, ...]]:
        """As handle, but what the answers ask for in turn is left to the caller: it comes after telling somebody."""
        later: list[Job] = []
        for job in self.visit.act(action):
            later += self.visit.act(self._done(job))
        return self.visit.page(), tuple(later)

    def do(self, action: Action | Done) -> tuple[Notice, ...]:
        """As handle, where nobody looks at the page but at what there is to say.

        What the action itself had to say is not lost behind the answers to its jobs.
        """
        jobs = self.visit.act(action)
        told = self.visit.notices
        for job in jobs:
            told = (*told, *self.do(self._done(job)))
        return told

    def _done(self, job: Job) -> Done:
        try:
            return self.doing.do(job)
        except SiteError as error:
            self.visit.handle(Failed(job, error))
            raise

    @property
    def snapshot(self) -> Snapshot | None:
        """The case as it stands."""
        return self.visit.snapshot
