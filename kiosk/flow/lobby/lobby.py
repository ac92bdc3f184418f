"""A resident at a terminal: one page at a time over the one visit, forwards, backwards, and to a person at any time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    Confirm,
    End,
    GoTo,
    Hold,
    Put,
    RemovePerson,
    ReportCard,
    Sign,
    StartVisit,
    Step,
    UseCard,
    UsePreentry,
)
from kiosk.flow.jobs import Done, DropParked, Failed, Job, Keep, Kept, TakeSlip, Unpark, Unparked, WriteConfirmation
from kiosk.flow.lobby.actions import (
    Begin,
    BringHome,
    CallStaff,
    CardFailed,
    Change,
    Choose,
    Count,
    Entering,
    Going,
    HandIn,
    LobbyAction,
    Onward,
    PutOff,
    Return,
    Say,
    Saying,
    SayValue,
    ShowCard,
    Showing,
    SignHere,
    Speak,
    TakeUp,
    Turn,
    Walking,
    Wonder,
)
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.flow.lobby.shown import askable, lobby_page, questions, said_by_others
from kiosk.flow.lobby.steps import BEGINNING, Walk, before
from kiosk.flow.notices import KEPT_NOT, NOTHING_SAID, REFUSED_HERE, warning
from kiosk.flow.pages import Notice
from kiosk.flow.state import VisitState
from kiosk.flow.views import Memo
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.model.case import CaseState
from kiosk.model.languages import ANSWERS, FACT, LANGUAGES
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.navigator import STAFF, Navigator

_SETTLED = frozenset({Place.KEEPING, Place.SLIP})
"""Where the resident has handed in: nothing is said any more."""


@dataclass(frozen=True)
class LobbyReply:
    """What to show now, and what to do outside."""

    page: LobbyPage
    jobs: tuple[Job, ...] = ()


@dataclass
class Lobby:
    """The desk of a terminal. `wording` gives a language; `at_once` are the procedures that need no clerk's check."""

    visit: Visit
    wording: Callable[[str], Wording]
    at_once: frozenset[str] = frozenset()
    walk: Walk = BEGINNING
    notices: tuple[Notice, ...] = ()

    @property
    def state(self) -> VisitState:
        """The visit as it can be written down."""
        return self.visit.state

    def handle(self, action: Action | LobbyAction | Done) -> LobbyReply:
        """Do what the resident did; a mistake of theirs appears on the page, a Defect leaves everything as it was."""
        visit = self.visit
        stood = (self.walk, visit.state, visit.snapshot)
        self.notices = ()
        try:
            jobs = tuple(self._act(action))
            page = self.page()
        except Exception:
            self.walk, visit.state, visit.snapshot = stood
            raise
        return LobbyReply(page, tuple(job for job in jobs if self._wanted(job)))

    def page(self) -> LobbyPage:
        """The page of this moment."""
        return lobby_page(self.visit, self.walk, notices=self.notices)

    def _wanted(self, job: Job) -> bool:
        """Before it is handed in nothing of a visit touches the disk, and a draft of the counter's is never dropped."""
        return self.walk.place is Place.KEEPING if isinstance(job, TakeSlip) else not isinstance(job, DropParked)

    # ---- actions ----------------------------------------------------------------------------------------------------
    def _act(self, action: Action | LobbyAction | Done) -> Iterable[Job]:
        match action:
            case Speak():
                return self._speak(action.language)
            case End():
                return self._end()
            case TakeUp():
                return (Unpark(action.case),) if self.visit.snapshot is None else ()
            case BringHome():
                return self._bring_home(action.entry)
            case Unparked():
                return self._taken_up(action)
            case Kept() | Failed(job=Keep() | TakeSlip() | WriteConfirmation()):
                return self._kept(action)
            case _ if isinstance(action, Walking):
                return () if self.walk.place in _SETTLED else self._walk(action)
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

    def _tell(self, action: Action | Done) -> tuple[Job, ...]:
        """Let the visit do it; what it has to say is on the page."""
        jobs = self.visit.act(action)
        self.notices += self.visit.notices
        return (*jobs, *self._keep()) if self.walk.place is Place.KEEPING else jobs

    # ---- language ---------------------------------------------------------------------------------------------------
    def _speak(self, language: str) -> Iterable[Job]:
        if language not in ANSWERS:
            return ()
        self.walk = replace(self.walk, language=language)
        self._word(language)
        return self._tell(Put(path=FACT, value=ANSWERS[language])) if self._open else ()

    def _word(self, language: str) -> None:
        visit = self.visit
        visit.outside, visit.memo = replace(visit.outside, wording=self.wording(language)), Memo()

    @property
    def _open(self) -> bool:
        """Whether there is a visit of which something can still be said."""
        return self.visit.snapshot is not None and self.walk.place not in _SETTLED

    # ---- what brings somebody here ----------------------------------------------------------------------------------
    def _enter(self, action: Entering) -> Iterable[Job]:
        match action:
            case Choose():
                return self._choose(action.event)
            case Wonder():
                self.walk = replace(self.walk, back=())
                return self._turn_to(self._navigator.first)
            case Turn() if self.walk.place is Place.NAVIGATOR:
                asked = self._navigator.by_id[self.walk.at]
                self.walk = self.walk.from_question()
                return self._turn_to(asked.yes if action.yes else asked.no)
            case Count():
                return self._count(action.people)
            case _:
                return ()

    @property
    def _navigator(self) -> Navigator:
        return self.visit.outside.book.navigator

    def _turn_to(self, where: str) -> Iterable[Job]:
        if where == STAFF:
            self.walk = replace(self.walk, place=Place.STAFF, came=Place.PURPOSE, at="", back=())
        elif where in self._navigator.by_id:
            self.walk = self.walk.to(Place.NAVIGATOR, at=where)
        else:
            return self._choose(where)
        return ()

    def _choose(self, event: str) -> Iterable[Job]:
        found = self.visit.outside.book.events.get(event)
        if found is None:
            return ()
        said = (Answer(path=FACT, text=ANSWERS[self.walk.language]),)
        jobs = self._tell(StartVisit(event=event, said=said))
        self.walk = replace(self.walk.to(Place.PEOPLE if found.household else Place.CARD), back=())
        return jobs

    def _bring_home(self, entry: UsePreentry) -> Iterable[Job]:
        """The answers from home begin a visit; they are looked at with the others, and confirmed there."""
        if self.visit.snapshot is not None or entry.event not in self.visit.outside.book.events:
            return ()
        if entry.language in LANGUAGES:
            self._speak(LANGUAGES[entry.language])
        jobs = self._tell(StartVisit(event=entry.event, people=len(entry.persons)))
        jobs += self._tell(entry)
        self.walk = replace(self.walk.to(Place.CARD), back=())
        return jobs

    def _count(self, people: int) -> Iterable[Job]:
        """As many members as were said; the last to come are the first to go."""
        case, jobs = self.visit.state.case, tuple[Job, ...]()
        if case is None:
            return ()
        wanted = min(max(people, self.visit.outside.book.events[case.event].persons, 1), MAX_PERSONS)
        if wanted > len(case.persons):
            jobs = self._tell(AddPerson(people=wanted - len(case.persons)))
        for person in reversed(case.persons[wanted:]):
            jobs += self._tell(RemovePerson(person=person))
        self.walk = self.walk.to(Place.CARD)
        return jobs

    # ---- cards and signatures ---------------------------------------------------------------------------------------
    def _show(self, action: Showing) -> Iterable[Job]:
        if not self._open:
            return ()
        match action:
            case ShowCard():
                return self._tell(UseCard(person="", face=action.face))
            case CardFailed():
                return self._tell(ReportCard(outcome=action.outcome))
            case SignHere():
                return self._tell(Sign(person=action.person, signature=action.signature))
            case _:
                assert_never(action)

    # ---- questions --------------------------------------------------------------------------------------------------
    def _say(self, action: Saying) -> Iterable[Job]:
        """One answer; the page goes on when it could be read, else it stays with what is wrong."""
        path = self.walk.at
        if self.walk.place is not Place.QUESTION:
            return ()
        match action:
            case Say(text=text) if not text.strip():
                self.notices = (warning(NOTHING_SAID),)
                return ()
            case Say():
                jobs = self._tell(Answer(path=path, text=action.text))
            case SayValue():
                jobs = self._tell(Put(path=path, value=action.value))
            case PutOff():
                jobs = self._tell(Hold(path=path))
            case _:
                assert_never(action)
        if path not in self.visit.state.typed:
            self._past_question()
        return jobs

    def _past_question(self) -> None:
        if self.walk.changing:
            self._check()
        else:
            self.walk = self.walk.from_question()
            self._ask()

    def _ask(self) -> None:
        """The next question that is open and that a resident can answer; after the last, the answers are checked."""
        asked = questions(self.visit)
        if asked:
            self.walk = self.walk.to(Place.QUESTION, at=asked[0])
        else:
            self._check()

    def _check(self) -> None:
        self.walk = self.walk.to(Place.CHECK)
        self.visit.act(GoTo(step=Step.CHECK))

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

    def _change(self, path: str) -> None:
        if self._open and askable(self.visit, path):
            self.visit.act(GoTo(step=Step.INTERVIEW))
            self.walk = self.walk.to(Place.QUESTION, at=path, changing=True)

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

    def _leave_standing(self) -> Iterable[Job]:
        """次へ under an answer that stands: a value of a card or a paper is confirmed by it."""
        path, state = self.walk.at, self.visit.state
        if state.case is None or path not in state.case.ledger.current or path in state.typed:
            self.notices = (warning(NOTHING_SAID),)
            return ()
        jobs = self._tell(Approve(paths=(path,)))
        self._past_question()
        return jobs

    def _checked(self) -> Iterable[Job]:
        """The answers are right: what cards and papers said is confirmed; what a receiver would refuse is said anew."""
        self.visit.act(Approve(paths=said_by_others(self.visit)))
        refused = next((issue.where for issue in self.visit.refused() if askable(self.visit, issue.where)), "")
        if refused:
            self._change(refused)
            self.notices = (warning(REFUSED_HERE),)
            return ()
        if not self.page().signers:
            return self._hand_in()
        self.visit.act(GoTo(step=Step.SIGN))
        self.walk = self.walk.to(Place.SIGN)
        return ()

    def _return(self) -> Iterable[Job]:
        """The page before; before the first page of a visit it is left, and nothing of it stays."""
        case = self.visit.state.case
        household = case is not None and self.visit.outside.book.events[case.event].household
        self.walk = before(self.walk, household=household)
        if self.walk.place is Place.CHECK:
            self._check()
        elif self.walk.place is Place.QUESTION:
            self.visit.act(GoTo(step=Step.INTERVIEW))
        left = case is not None and self.walk.place is Place.PURPOSE
        return self.visit.act(End()) if left else ()

    # ---- the end ----------------------------------------------------------------------------------------------------
    def _hand_in(self) -> Iterable[Job]:
        """Everything that was said goes to the counter; what needs no clerk leaves at once, if the city says so."""
        snapshot = self.visit.snapshot
        if snapshot is None:
            return ()
        self.walk = self.walk.leaving(Place.KEEPING)
        if self._needs_nobody():
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
        self.walk = BEGINNING
        self._word(self.walk.language)
        return jobs

    def _taken_up(self, done: Unparked) -> Iterable[Job]:
        """A visit goes on here where it stood; one that was accepted, or is gone, is for a person to explain."""
        case = done.state.case if done.state else None
        if self.visit.snapshot is not None:
            return ()
        if case is None or case.state is CaseState.CONFIRMED:
            self.walk = replace(self.walk, place=Place.STAFF, came=Place.PURPOSE)
            return ()
        jobs = self._tell(done)
        spoken = str(case.ledger.value(FACT) or "")
        if spoken in LANGUAGES:
            self._speak(LANGUAGES[spoken])
        self._ask()
        return jobs
