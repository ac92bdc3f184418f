"""A resident at a terminal: one page at a time over the one visit, forwards, backwards, and to a person at any time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from kiosk.flow.actions import (
    Action,
    Approve,
    Clear,
    Confirm,
    End,
    GoTo,
    Step,
)
from kiosk.flow.contradicted import impossible
from kiosk.flow.jobs import (
    Done,
    DropParked,
    Failed,
    Job,
    Keep,
    Kept,
    LookedUp,
    LookUp,
    Park,
    TakeSlip,
    Unpark,
    Unparked,
)
from kiosk.flow.lobby.actions import (
    AskAfter,
    AskNumber,
    Begin,
    BringHome,
    CallStaff,
    CardFailed,
    Change,
    Choose,
    Count,
    Going,
    HandIn,
    LobbyAction,
    Onward,
    PutOff,
    Return,
    Say,
    SayValue,
    ShowCard,
    SignHere,
    Speak,
    TakeUp,
    Turn,
    Walking,
    Wonder,
)
from kiosk.flow.lobby.asking import askable, said_by_others
from kiosk.flow.lobby.closing import to_sign
from kiosk.flow.lobby.inquiry import Inquirer, shown
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.flow.lobby.shown import lobby_page
from kiosk.flow.lobby.steps import BEGINNING, before
from kiosk.flow.lobby.walker import SETTLED
from kiosk.flow.notices import KEPT_NOT, REFUSED_HERE, warning
from kiosk.flow.state import VisitState
from kiosk.flow.writing import WriteConfirmation
from kiosk.model.languages import FACT, LANGUAGES


@dataclass(frozen=True)
class LobbyReply:
    """What to show now, and what to do outside."""

    page: LobbyPage
    jobs: tuple[Job, ...] = ()


class Lobby(Inquirer):
    """The desk of a terminal."""

    @property
    def state(self) -> VisitState:
        """The visit as it can be written down."""
        return self.visit.state

    def handle(self, action: Action | LobbyAction | Done) -> LobbyReply:
        """Do what the resident did; a mistake of theirs appears on the page, a Defect leaves everything as it was."""
        visit = self.visit
        stood = (self.walk, visit.state, visit.snapshot, self.found)
        self.notices = ()
        try:
            jobs = tuple(self._act(action))
            page = self.page()
        except Exception:
            self.walk, visit.state, visit.snapshot, self.found = stood
            raise
        return LobbyReply(page, tuple(job for job in jobs if self._wanted(job)))

    def page(self) -> LobbyPage:
        """The page of this moment."""
        page = lobby_page(self.visit, self.walk, notices=self.notices)
        return page if self.found is None or page.place is not Place.STANDING else shown(page, self.visit, self.found)

    def _wanted(self, job: Job) -> bool:
        """Before it is handed in nothing of a visit touches the disk, and no draft is touched by leaving."""
        return self.walk.place is Place.KEEPING if isinstance(job, TakeSlip) else not isinstance(job, DropParked | Park)

    def _tell(self, action: Action | Done) -> tuple[Job, ...]:
        """As everywhere; what is handed in is kept as soon as it has its number."""
        jobs = super()._tell(action)
        return (*jobs, *self._keep()) if self.walk.place is Place.KEEPING else jobs

    # ---- actions ----------------------------------------------------------------------------------------------------
    def _act(self, action: Action | LobbyAction | Done) -> Iterable[Job]:
        match action:
            case Speak():
                return self._speak(action.language)
            case End():
                return self._end()
            case BringHome():
                return self._bring_home(action.entry)
            case TakeUp() | Unparked():
                return self._take_up(action)
            case AskAfter() | AskNumber() | LookedUp() | Failed(job=LookUp()):
                return self._inquire(action)
            case Kept() | Failed(job=Keep() | TakeSlip() | WriteConfirmation()):
                return self._kept(action)
            case _ if isinstance(action, Walking):
                return () if self.walk.place in SETTLED else self._walk(action)
            case _:
                return self._tell(action)

    def _walk(self, action: Walking) -> Iterable[Job]:
        match action:
            case Choose() | Wonder() | Turn() | Count():
                return self._enter(action)
            case ShowCard() | CardFailed() | SignHere():
                return self._show(action)
            case Say() | SayValue() | PutOff():
                return self._say(action)
            case Begin() | Onward() | Return() | Change() | CallStaff() | HandIn():
                return self._go(action)
            case _:
                assert_never(action)

    # ---- on and back ------------------------------------------------------------------------------------------------
    def _go(self, action: Going) -> Iterable[Job]:
        match action:
            case Begin():
                self.walk = self.walk.to(Place.PURPOSE)
            case Change():
                self._change(action.path)
            case CallStaff():
                self.walk = self.walk.leaving(Place.STAFF)
            case Onward():
                return self._onward()
            case Return():
                return self._return()
            case HandIn():
                return self._hand_in()
            case _:
                assert_never(action)
        return ()

    def _onward(self) -> Iterable[Job]:
        match self.walk.place:
            case Place.CARD:
                self._ask()
            case Place.QUESTION:
                return self._leave_standing()
            case Place.CHECK:
                return self._checked()
            case _:
                pass
        return ()

    def _checked(self) -> Iterable[Job]:
        """The answers are right: what cards and papers said is confirmed; what a receiver would refuse is said anew.

        Where a paper is signed, the next page is for that: here, or, while something is open, at the counter.
        """
        self.visit.act(Approve(paths=said_by_others(self.visit)))
        self.walk = replace(self.walk, usual=frozenset())
        refused = next(filter(partial(askable, self.visit), self._amiss()), "")
        if refused:
            self._change(refused)
            self.notices = (warning(REFUSED_HERE),)
            return ()
        if not to_sign(self.visit):
            return self._hand_in()
        self.visit.act(GoTo(step=Step.SIGN))
        self.walk = self.walk.to(Place.SIGN)
        return ()

    def _amiss(self) -> Iterator[str]:
        """The answers that cannot stand: against each other, or in the records."""
        if self.visit.snapshot is not None:
            yield from (path for each in impossible(self.visit.snapshot) for path in each.paths)
        yield from (issue.where for issue in self.visit.refused())

    def _return(self) -> Iterable[Job]:
        """The page before; before the first page of a visit it is left, and nothing of it stays."""
        case = self.visit.state.case
        household = case is not None and self.visit.outside.book.purpose(case).household
        self.walk = before(self.walk, household=household)
        if self.walk.place is Place.CHECK:
            self._check()
        elif self.walk.place is Place.QUESTION:
            self.visit.act(GoTo(step=Step.INTERVIEW))
        left = case is not None and self.walk.place is Place.PURPOSE
        return self.visit.act(End()) if left else ()

    # ---- the end ----------------------------------------------------------------------------------------------------
    def _hand_in(self) -> Iterable[Job]:
        """Everything that was said goes to the counter; what needs no clerk leaves at once, if the city says so.

        Who asked for a person gets one: nothing leaves then, and what nobody was asked for is asked at the counter.
        """
        snapshot = self.visit.snapshot
        if snapshot is None:
            return ()
        called, self.walk = self.walk.place is Place.STAFF, self.walk.leaving(Place.KEEPING)
        self._tell_all(Clear(path=path) for path in sorted(self.walk.usual))
        if not called and self._needs_nobody():
            return self._tell(Confirm())
        return tuple(self._keep()) if snapshot.case.slip else (TakeSlip(snapshot.case.id),)

    def _needs_nobody(self) -> bool:
        """Everything that is wanted is of the city's list, has its number and lacks nothing."""
        snapshot = self.visit.snapshot
        if snapshot is None or not snapshot.plan.needed or self.visit.obstacles():
            return False
        return all(outcome.procedure in self.at_once for outcome in snapshot.plan.needed)

    def _keep(self) -> Iterable[Job]:
        """The visit as the counter will open it, once it has its number; one that has left needs no keeping."""
        state = self.visit.state
        if state.step is Step.DONE:
            self.walk = self.walk.to(Place.SLIP)
        elif state.case is not None and state.case.slip and not state.confirming:
            yield Keep(state.model_copy(update={"step": Step.INTERVIEW, "handed_in": True, "reviewed": False}))

    def _kept(self, done: Kept | Failed) -> Iterable[Job]:
        if isinstance(done, Failed):
            self.visit.act(done)
        case = self.visit.state.case
        if case is None or self.walk.place is not Place.KEEPING:
            return ()
        if isinstance(done, Failed):
            self.walk = replace(self.walk, place=self.walk.came)
            self.notices = (warning(KEPT_NOT),)
        elif done.case == case.id:
            self.walk = self.walk.to(Place.SLIP)
        return ()

    def _end(self) -> Iterable[Job]:
        """The next resident sees the first page in the first language, and nothing of this visit."""
        jobs = self.visit.act(End())
        self.walk, self.found = BEGINNING, None
        self._word(self.walk.language)
        return jobs

    def _take_up(self, done: TakeUp | Unparked) -> Iterable[Job]:
        """A visit goes on here where it stood; of one that was accepted it is told what has become of it, and one that
        is gone is for a person to explain.
        """
        if self.visit.snapshot is not None:
            return ()
        if isinstance(done, TakeUp):
            return (Unpark(done.case),)
        case = done.state.case if done.state else None
        if case is not None and case.state.accepted:
            return (LookUp(case=case.id),)
        if case is None:
            self.walk = replace(self.walk, place=Place.STAFF, came=Place.PURPOSE)
            return ()
        jobs = self._tell(done)
        spoken = str(case.ledger.value(FACT) or "")
        if spoken in LANGUAGES:
            self._speak(LANGUAGES[spoken])
        self._ask()
        return jobs
