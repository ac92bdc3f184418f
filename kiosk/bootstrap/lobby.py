"""Opens the terminal of the lobby on the real parts: the same program as the counter's, another desk in front of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from kiosk.bootstrap.background import Background
from kiosk.bootstrap.cards import CounterReader, PracticeDrawer
from kiosk.bootstrap.counter import CounterGlyphs, CounterPaper
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.lobby_care import LobbyCare
from kiosk.bootstrap.log import LocalLog
from kiosk.bootstrap.memory import share_memory
from kiosk.bootstrap.office import CounterOffice
from kiosk.bootstrap.overwriting import overwrite_free, overwrites
from kiosk.flow.actions import End, Step
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.model.errors import SiteError
from kiosk.speech.voice import SystemVoice
from kiosk.ui.app import make_app
from kiosk.ui.host import Host
from kiosk.ui.jobs import Jobs
from kiosk.ui.lobby.idle import IDLE_MS
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.look import LobbyLook, load_languages
from kiosk.ui.lobby.ports import Way
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.printing import PrintState
from kiosk.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

    from kiosk.bootstrap.program import Program
    from kiosk.flow.lobby.lobby import Lobby, LobbyReply
    from kiosk.flow.state import VisitState
    from kiosk.flow.visit import Visit
    from kiosk.flow.wording import Wording

ROOM = "lobby"
_ALONE = "-L"
LEFT_MS = 300
"""After a resident has left: what was theirs has been given back by then, and the next one has not begun."""


def terminal_name(desk: str) -> str:
    """Who is on record where a resident is alone: the desk's name with a mark, within the ten letters of a 操作者ID."""
    from kiosk.model.staff import NUMBER_LETTERS

    return f"{desk[: NUMBER_LETTERS - len(_ALONE)]}{_ALONE}"


@dataclass
class LobbyDesk:
    """The Desk port of a terminal: made when rules and forms have been read; until then it is the first page."""

    program: Program
    _lobby: Lobby | None = None
    _languages: dict[str, Wording] = field(default_factory=dict)
    _words: dict[str, Words] = field(default_factory=dict)
    count: Callable[[str], None] = lambda _key: None

    @property
    def lobby(self) -> Lobby:
        """The desk behind the page; reads everything where nobody has yet."""
        if self._lobby is None:
            from kiosk.flow.lobby.lobby import Lobby
            from kiosk.model.source import Source

            visit = self.program.visit()
            self.program.at_desk.desk = terminal_name(self.program.device.desk)
            visit.outside = replace(visit.outside, wording=self.wording("ja"), spoken=Source.RESIDENT)
            at_once = frozenset(self.program.catalogue.city.at_once)
            self._lobby = Lobby(visit, self.wording, at_once=at_once)
        return self._lobby

    @property
    def visit(self) -> Visit:
        """The visit of the terminal."""
        return self.lobby.visit

    @property
    def edition(self) -> Program:
        """The program on the forms of the visit at hand."""
        return self.program

    def wording(self, language: str) -> Wording:
        """A language as residents read it."""
        if language not in self._languages:
            from kiosk.flow.wording import Wording

            words, catalogue = self.words(language), self.program.catalogue
            labels = catalogue.labels(language)
            self._languages[language] = Wording(words, catalogue.book.vocabulary, labels, alone=True)
        return self._languages[language]

    def words(self, language: str) -> Words:
        """The sentences of the terminal in a language, read once."""
        if language not in self._words:
            from kiosk.bootstrap.spoken import spoken

            self._words[language] = spoken(self.program.place, language=language, room=ROOM).words
        return self._words[language]

    @property
    def state(self) -> VisitState:
        """See Desk."""
        from kiosk.flow.state import NOBODY

        return NOBODY if self._lobby is None else self._lobby.state

    def handle(self, action: Any) -> LobbyReply:
        """See Desk; where nothing has been read there is nothing to end."""
        if self._lobby is None and isinstance(action, End):
            from kiosk.flow.lobby.lobby import LobbyReply

            return LobbyReply(self.page())
        before = self._lobby.walk.place if self._lobby is not None else None
        reply = self.lobby.handle(action)
        if reply.page.place is Place.SLIP and before is not Place.SLIP:
            self.count("at-once" if self.lobby.state.step is Step.DONE else "handed-in")
        return reply

    def page(self) -> LobbyPage:
        """See Desk."""
        return LobbyPage(place=Place.LANGUAGE) if self._lobby is None else self._lobby.page()


@dataclass
class LobbyPapers(CounterOffice):
    """The office of a terminal: the slip with its code in the resident's language, and the way. `count` hears of slips
    that could not be printed.
    """

    count: Callable[[str], None] = lambda _key: None

    def way(self) -> Way:
        """See LobbyOffice."""
        visit = self.visit
        if visit.snapshot is None:
            return Way("")
        place, minutes = self._press.first_stop(visit.snapshot)
        return Way(place, minutes)

    def modules(self, code: str) -> Sequence[bytes]:
        """See LobbyOffice."""
        from kiosk.render.barcode import qr_modules

        return qr_modules(code)

    def print_slip(self) -> PrintState:
        """See LobbyOffice."""
        from kiosk.press.jobs import PrintJob

        try:
            return self._counted(self.printer.send(PrintJob(self._press.lobby_slip_pdf(self._snapshot()))))
        except SiteError:
            self.count("printed")
            raise

    def print_state(self) -> PrintState:
        """See LobbyOffice."""
        return self._counted(super().print_state())

    def _counted(self, state: PrintState) -> PrintState:
        if state is PrintState.FAILED:
            self.count("printed")
        return state


@dataclass
class LobbySeat:
    """A terminal with everything behind it; keep it as long as the window lives."""

    program: Program
    app: QApplication
    desk: LobbyDesk
    host: Host
    log: LocalLog
    window: LobbyWindow
    jobs: Jobs

    def report(self) -> None:
        """Leave the report of this start in the home."""
        care = self.window.kit.care
        if care is not None:
            self.jobs.run(care.readiness, done=lambda _report: None)

    def close(self) -> None:
        """Take the window down and close the store."""
        self.window.service.released = True
        self.window.close()
        self.window.deleteLater()
        self.jobs.close()
        self.program.close()
        self.log.close()


def build_lobby(
    program: Program, *, next_slip: Callable[[], str] | None = None, deliver: bool = False, idle_ms: int = IDLE_MS
) -> LobbySeat:
    """Make the window; raises SiteError without a display or fonts. `next_slip` gives slip numbers of its own."""
    check_display(os.environ)
    share_memory()
    app = make_app(program.place.assets)
    load_languages(program.place.fonts)
    care = LobbyCare(program)
    desk, log = LobbyDesk(program, count=care.tally.count), LocalLog(program.place.home / "logs", program.clock)
    background = Background(program, deliver=deliver)
    program.sharing.lists = False
    host = Host(
        desk,
        doing=lambda advanced: StoreDoing(program, number=next_slip, advanced=advanced),
        log=log,
        delivery=background,
        parks=False,
    )
    look, jobs, glyphs, reader = LobbyLook(), Jobs(), CounterGlyphs(program), CounterReader(program)
    papers = LobbyPapers(program, desk, count=care.tally.count)
    kit = LobbyKit(
        words=desk.words("ja"),
        look=look,
        glyphs=glyphs,
        paper=CounterPaper(program, glyphs, desk),
        cards=reader,
        drawer=PracticeDrawer(program, reader),
        office=papers,
        jobs=jobs,
        events=(),
        readings=program.readings,
        lobby=papers,
        voice=SystemVoice(),
        care=care,
    )
    look.apply()
    window = LobbyWindow(kit, host, desk.page(), words=desk.words, idle_ms=idle_ms)
    window.idle.gone.connect(lambda: care.tally.count("resets"))
    host.broken.connect(lambda _breakdown: care.tally.count("broken"))
    if overwrites(os.environ):
        window.emptied.connect(lambda: QTimer.singleShot(LEFT_MS, overwrite_free))
    return LobbySeat(program, app, desk, host, log, window, jobs)
