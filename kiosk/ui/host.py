"""The host of a desk: passes actions to the visit, does its jobs on other threads, and shows trouble to a person.

Context: a click must be answered at once, a disk may be full, a share gone, and any program has bugs.
Decision: the visit names jobs, the host runs them once their page is painted: one worker each for the store and for the
courier beside the window's own thread and that of the devices. A place that is not ready is a trouble: it stays on the
glass until a look every few seconds finds it mended, and what could not be done is then done. A defect is written to
the log without personal data, the visit is parked as it stood before, and a page says so. What the courier meets is
never silent.
Consequence: no other part of the glass catches errors, counts parcels or knows a thread.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.flow.actions import End, Step
from kiosk.flow.case_actions import SetAside
from kiosk.flow.day import DayList, Found
from kiosk.flow.jobs import (
    TAKEN,
    CheckPlace,
    DropParked,
    Examine,
    Failed,
    Keep,
    ListDay,
    Park,
    PlaceChecked,
    Save,
    Saved,
    TakeSlip,
    Unparked,
)
from kiosk.flow.writing import Confirmed, Withdrawn, WriteConfirmation, WriteWithdrawal, Written
from kiosk.model.errors import SiteError
from kiosk.ui.autosave import Autosave
from kiosk.ui.jobs import Jobs
from kiosk.ui.late_jobs import LateJobs
from kiosk.ui.rounds import Rounds
from kiosk.ui.troubles import Breakdown, Trouble, Troubles

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.flow.actions import Action
    from kiosk.flow.jobs import Doing, Done, Job
    from kiosk.flow.state import VisitState
    from kiosk.ui.office.ports import Sending
    from kiosk.ui.ports import Delivery, Desk, Log

T = TypeVar("T")
LOOK_MS = 5_000
# not done again by themselves
_OLD_NEWS = (Save, Park, Keep, DropParked, ListDay, CheckPlace, Examine, WriteConfirmation, WriteWithdrawal)
# somebody stands before a page that waits for it
_WAITED_FOR = (WriteConfirmation, WriteWithdrawal, Keep, TakeSlip, Examine)


class Host(QObject):
    """One desk's host. `paged` shows a page, `troubled` all troubles there are now, `advanced` a job's progress.
    `listed`: the day at this desk, `found` what a search gave. `rounds` delivers.

    `settled`: nothing of the visit is under way any more. `stumbled` may be emitted from any thread: an error that
    nobody caught.
    """

    paged = Signal(object)
    troubled = Signal(object)
    advanced = Signal(int, int)
    broken = Signal(object)
    listed = Signal(object)
    found = Signal(object)
    settled = Signal()
    stumbled = Signal(object)

    def __init__(
        self,
        desk: Desk,
        *,
        doing: Callable[[Callable[[int, int], None]], Doing],
        log: Log,
        delivery: Delivery | None = None,
        sending: Sending | None = None,
        look_ms: int = LOOK_MS,
        parks: bool = True,
    ) -> None:
        """Without `parks` nothing of a visit is ever kept that nobody has handed in: not after a defect, not at the
        end.
        """
        super().__init__()
        self._parks = parks
        self._desk, self._log, self._store = desk, log, Jobs(name="store")
        self._doing = doing(self.advanced.emit)
        self._troubles = Troubles(self.troubled.emit, log)
        self.rounds = Rounds(self._troubles, log, delivery=delivery, sending=sending)
        self._undone: list[Job] = []
        self._late = LateJobs(self, self._run)
        self._autosave = Autosave(lambda state: self._late.begin(Save(state)))
        self._breaking, self._breakdown = False, Breakdown("")
        self.stumbled.connect(self.defect)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look, Qt.ConnectionType.DirectConnection)
        self._timer.setInterval(look_ms)

    def start(self) -> None:
        """Open the place, see what is parked, begin to deliver; from now on look every few seconds."""
        for job in (CheckPlace(), ListDay()):
            self._run(job)
        self.look()
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether the visit still waits for something."""
        return self._store.running > 0 or bool(self._late)

    # ---- actions ----------------------------------------------------------------------------------------------------
    def act(self, action: Action | Done) -> None:
        """Let the visit do it, show the answer, and see to its jobs."""
        try:
            reply = self._desk.handle(action)
        except SiteError as error:
            self.trouble("store", error)
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, a person must see it and the visit is kept
            self.defect(error)
            return
        self._breaking = False
        if isinstance(action, End | SetAside):
            self._undone = []  # it was for the visit that has ended
            self._troubles.clear("visit")
        self.paged.emit(reply.page)
        for job in reply.jobs:
            self._late.begin(job)
        if self._parks:
            self._autosave.see(self._desk.state)

    def request(self, job: Job) -> None:
        """Have something done that no page asked for: a parked visit to be read again."""
        self._run(job)

    def _run(self, job: Job) -> None:
        self._store.run(
            lambda: self._doing.do(job),
            done=lambda done: self._answered(self._take, done),
            failed=lambda error: self._answered(self._failed, job, error),
            broke=lambda error: self._answered(self._broke, job, error),
        )

    def _answered(self, hear: Callable[..., None], *answer: object) -> None:
        hear(*answer)
        if not self.busy:
            self.settled.emit()

    def _take(self, done: Done) -> None:
        match done:
            case DayList():
                self.listed.emit(done)
            case PlaceChecked():
                self._mended()
            case Saved():
                self._autosave.over()
            case Found():
                self.found.emit(done)
            case _:
                self.act(done)
        if isinstance(done, Written | Unparked):
            self._run(ListDay())
        if isinstance(done, Confirmed | Withdrawn):
            self.look()

    # ---- trouble ----------------------------------------------------------------------------------------------------
    def _failed(self, job: Job, error: SiteError) -> None:
        if not isinstance(job, _OLD_NEWS):
            self._undone.append(job)
        if isinstance(job, Save):
            self._autosave.over()
        self.trouble("visit" if error.code == TAKEN else "store", error)
        if error.code == TAKEN:
            self._run(ListDay())  # another window has changed it
        if isinstance(job, _WAITED_FOR):
            self.act(Failed(job, error))
        if isinstance(job, Park):
            self._kept(on_disk=False)

    def trouble(self, kind: str, error: SiteError) -> None:
        """Something is wrong with the place; it is told until `kind` is mended."""
        self._troubles.note(kind, error)

    def mended(self, kind: str) -> None:
        """What was wrong with the place is right again."""
        self._troubles.clear(kind)

    def say(self, trouble: Trouble) -> None:
        """A trouble in words of the screen's own."""
        self._troubles.show(trouble)

    def _mended(self) -> None:
        """The store takes what is written again: what could not be done is done now."""
        self._troubles.clear("store")
        self._do_undone()
        self._autosave.again()

    def _do_undone(self) -> None:
        waiting, self._undone = self._undone, []
        for job in waiting:
            self._run(job)

    def _broke(self, job: Job, error: BaseException) -> None:
        """A job met a bug: the visit waits for it no longer; a number is taken again when the visit goes on."""
        with suppress(Exception):  # the visit hears of it if it can; the defect is told in any case
            self._desk.handle(Failed(job, SiteError("defect", what="", mend="")))
        if isinstance(job, TakeSlip):
            self._undone.append(job)
        if isinstance(job, Save):
            self._autosave.over()
        self.defect(error)

    # ---- defects ----------------------------------------------------------------------------------------------------
    def defect(self, error: BaseException) -> None:
        """A bug of ours: to the log without personal data; the visit, as it stood before, to the disk; a page."""
        reference = self._log.defect(error)
        if self._breaking:
            return
        self._breaking = True
        self._late.now()
        state = self._desk.state
        self._tell_broken(Breakdown(reference, state.case is not None, state.case.slip if state.case else ""))
        if state.case is not None and self._parks:
            self._store.run(
                lambda: self._doing.do(Park(state)),
                done=lambda _: self._kept(on_disk=True),
                failed=lambda error: self._failed(Park(state), error),
                broke=self._unkept,
            )

    def _tell_broken(self, breakdown: Breakdown) -> None:
        self._breakdown = breakdown
        self.broken.emit(breakdown)

    def _kept(self, *, on_disk: bool) -> None:
        if self._breaking:
            self._tell_broken(replace(self._breakdown, kept=on_disk))

    def _unkept(self, error: BaseException) -> None:
        self._log.defect(error)
        self._kept(on_disk=False)

    def back(self) -> None:
        """Return from the page about a defect to the visit as it stood before."""
        self._breaking = False
        self.paged.emit(self._desk.page())
        self._do_undone()

    def _park_last(self, state: VisitState) -> None:
        """Nobody looks on any more: what goes wrong can only be logged."""
        try:
            self._doing.do(Park(state))
        except SiteError as error:
            self._log.trouble("visit", error.code)
        except Exception as error:  # noqa: BLE001 - the window is closing, whatever it is
            self._log.defect(error)

    def look(self) -> None:
        """See whether the store is mended, and what the courier can do."""
        if "store" in self._troubles and not self._store.running:
            self._run(CheckPlace())
        elif self._parks and self._timer.isActive() and self._desk.state.case is None and not self.busy:
            self._run(ListDay())  # what other windows have done meanwhile
        self.rounds.look()

    def ask(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[SiteError], None]) -> None:
        """Have something done on the store's thread that is about the place and no visit: who may come in here."""
        self._store.run(
            work,
            done=lambda answer: self._answered(done, answer),
            failed=lambda error: self._answered(failed, error),
            broke=lambda error: self._answered(self.defect, error),
        )

    def close(self) -> None:
        """Take no more work; what is being written is finished first, and a visit that is open is parked."""
        self._timer.stop()
        self._late.now()
        state = self._desk.state
        if self._parks and state.case is not None and not state.confirming and state.step is not Step.DONE:
            self._store.run(lambda: self._park_last(state), done=lambda _: None)
        self._store.close(finish=True)
        self.rounds.close()
