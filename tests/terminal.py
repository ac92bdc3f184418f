"""A resident at a terminal in memory, pressing what the page offers, and a clerk's counter on the same store."""

import datetime as dt
from dataclasses import dataclass, field

from kiosk.flow.actions import Action
from kiosk.flow.at_once import AtOnce
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import Done, Failed, Job
from kiosk.flow.lobby.actions import Begin, Choose, Count, HandIn, LobbyAction, Onward, PutOff, Say
from kiosk.flow.lobby.lobby import Lobby
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.flow.outside import Outside
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.model.errors import SiteError
from kiosk.model.source import Source
from tests.visits import MOVE, PLANNER, TODAY, WHO_AND_WHERE, Desk, Register, book, catalogue
from tests.wording import WORDS


def wording(language: str) -> Wording:
    """A language over the city's catalogue; the sentences themselves are Japanese."""
    labels = catalogue().labels(language)
    return Wording(WORDS, book().vocabulary, labels, alone=True)


ALONE = {**WHO_AND_WHERE, **MOVE, "person[p1].kana": "カクウ　タロウ", "person[p1].phone": "090-0000-0000"}
"""What somebody says who has moved in alone."""


@dataclass
class Terminal:
    """One terminal and the store behind it; every job is done at once. `done` are the jobs that reached the store."""

    register: Register = field(default_factory=Register)
    at_once: frozenset[str] = frozenset()
    done: list[Job] = field(default_factory=list)

    def __post_init__(self) -> None:
        clock = FixedClock(dt.datetime.combine(TODAY, dt.time(1), tzinfo=dt.UTC))
        outside = Outside(
            book=book(),
            planner=PLANNER,
            clock=clock,
            wording=wording("ja"),
            clerk=lambda: "lobby",
            spoken=Source.RESIDENT,
        )
        self.lobby = Lobby(Visit(outside), wording, at_once=self.at_once)
        self.page: LobbyPage = self.lobby.page()

    def act(self, *actions: Action | LobbyAction | Done) -> LobbyPage:
        """Do one thing after another; the page that is then shown."""
        for action in actions:
            reply = self.lobby.handle(action)
            self.page = reply.page
            for job in reply.jobs:
                self.done.append(job)
                self.act(self._done(job))
        return self.page

    def _done(self, job: Job) -> Done:
        try:
            return self.register.do(job)
        except SiteError as error:
            return Failed(job, error)

    def begin(self, event: str, *, people: int = 1) -> LobbyPage:
        """From the first page to the first question."""
        self.act(Begin(), Choose(event=event))
        if self.page.place is Place.PEOPLE:
            self.act(Count(people=people))
        return self.act(Onward())

    def answer(self, words: dict[str, str]) -> LobbyPage:
        """Whatever is asked is answered in these words, or put off, until the answers are checked."""
        while self.page.place is Place.QUESTION and self.page.question is not None:
            path = self.page.question.path
            before = len(self.lobby.walk.back)
            self.act(Say(text=words[path]) if path in words else PutOff())
            assert len(self.lobby.walk.back) > before, (path, [notice.code for notice in self.page.notices])
        return self.page

    def counter(self) -> AtOnce:
        """A clerk's desk of the same store."""
        return AtOnce(Visit(Desk().visit.outside), self.register)


def checked() -> Terminal:
    """A resident who has moved in alone and sees all answers."""
    desk = Terminal()
    desk.begin("tennyu")
    desk.answer(ALONE)
    return desk


def handed_in() -> Terminal:
    """As checked, given to the counter without a signature."""
    desk = checked()
    desk.act(Onward())
    if desk.page.place is Place.SIGN:
        desk.act(HandIn())
    return desk
