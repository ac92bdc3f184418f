"""A resident's way to the last question: the language, what brings them here, how many, cards, one answer a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
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
from kiosk.flow.jobs import Done, Job
from kiosk.flow.lobby.actions import (
    CardFailed,
    Choose,
    Count,
    Entering,
    PutOff,
    Say,
    Saying,
    SayValue,
    ShowCard,
    Showing,
    SignHere,
    Turn,
    Wonder,
)
from kiosk.flow.lobby.asking import askable, questions
from kiosk.flow.lobby.closing import settled
from kiosk.flow.lobby.given import sayings, usual
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.steps import BEGINNING, Walk
from kiosk.flow.memo import Memo
from kiosk.flow.notices import NOTHING_SAID, warning
from kiosk.flow.pages import Notice
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.model.languages import ANSWERS, FACT, LANGUAGES
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.navigator import STAFF, Navigator

SETTLED = frozenset({Place.KEEPING, Place.SLIP})
"""Where the resident has handed in: nothing is said any more."""


@dataclass
class Walker:
    """The one visit and where the resident is in it. `wording` gives a language; `at_once` are the procedures that need
    no clerk's check.
    """

    visit: Visit
    wording: Callable[[str], Wording]
    at_once: frozenset[str] = frozenset()
    walk: Walk = BEGINNING
    notices: tuple[Notice, ...] = ()

    def _tell(self, action: Action | Done) -> tuple[Job, ...]:
        """Let the visit do it; what it has to say is on the page."""
        jobs = self.visit.act(action)
        self.notices += self.visit.notices
        return jobs

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
        return self.visit.snapshot is not None and self.walk.place not in SETTLED

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
        self.walk = replace(self.walk.to(Place.PEOPLE if found.household else Place.CARD), back=(), usual=frozenset())
        return jobs

    def _bring_home(self, entry: UsePreentry) -> Iterable[Job]:
        """The answers from home begin a visit; they are looked at with the others, and confirmed there."""
        if self.visit.snapshot is not None or entry.event not in self.visit.outside.book.events:
            return ()
        if entry.language in LANGUAGES:
            self._speak(LANGUAGES[entry.language])
        jobs = self._tell(StartVisit(event=entry.event, people=len(entry.persons)))
        jobs += self._tell(entry)
        self.walk = replace(self.walk.to(Place.CARD), back=(), usual=frozenset())
        return jobs

    def _count(self, people: int) -> Iterable[Job]:
        """As many members as were said; the last to come are the first to go."""
        case, jobs = self.visit.state.case, tuple[Job, ...]()
        if case is None:
            return ()
        wanted = min(max(people, self.visit.outside.book.purpose(case).persons, 1), MAX_PERSONS)
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
                jobs = self._tell(ReportCard(outcome=action.outcome))
                self.notices = ()  # the page of the card says it itself
                return jobs
            case SignHere():
                signing = self.walk.place is Place.SIGN and settled(self.visit)
                return self._tell(Sign(person=action.person, signature=action.signature)) if signing else ()
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
            case Say() | SayValue():
                jobs = self._tell_all(sayings(self.visit, path, action))
            case PutOff():
                jobs = self._tell(Hold(path=path))
            case _:
                assert_never(action)
        if path not in self.visit.state.typed:
            self._past_question()
        return jobs

    def _tell_all(self, actions: Iterable[Action]) -> tuple[Job, ...]:
        return tuple(job for action in actions for job in self._tell(action))

    def _past_question(self) -> None:
        """On; a change leads back to the answers, unless it made something more worth asking."""
        if not self.walk.changing:
            self.walk = self.walk.from_question()
        self.walk = replace(self.walk, usual=self.walk.usual - {self.walk.at})
        self._ask()

    def _ask(self) -> None:
        """The next question that is open and that a resident can answer; after the last, the answers are checked.

        What nearly everybody answers in one way is not asked: it stands as that, and is seen with the other answers.
        """
        asked = questions(self.visit)
        while asked and (words := usual(self.visit, asked[0])):
            self.walk = replace(self.walk, usual=self.walk.usual | {asked[0]})
            self._tell(Answer(path=asked[0], text=words))
            asked = questions(self.visit)
        if asked:
            self.walk = self.walk.to(Place.QUESTION, at=asked[0])
        else:
            self._check()

    def _check(self) -> None:
        self.walk = self.walk.to(Place.CHECK)
        self.visit.act(GoTo(step=Step.CHECK))

    def _change(self, path: str) -> None:
        if self._open and askable(self.visit, path):
            self.visit.act(GoTo(step=Step.INTERVIEW))
            self.walk = self.walk.to(Place.QUESTION, at=path, changing=True)

    def _leave_standing(self) -> Iterable[Job]:
        """次へ under an answer that stands: a value of a card or a paper is confirmed by it."""
        path, state = self.walk.at, self.visit.state
        if state.case is None or path not in state.case.ledger.current or path in state.typed:
            self.notices = (warning(NOTHING_SAID),)
            return ()
        jobs = self._tell(Approve(paths=(path,)))
        self._past_question()
        return jobs
