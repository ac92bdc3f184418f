"""The training room: a counter with a home of its own, its visitors, and who judges them (see kiosk.training)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.program import TRAINING, Program
from kiosk.flow.clock import PracticeClock, SystemClock
from kiosk.model.errors import Defect
from kiosk.ui.trainer import Guest, Score, Welcome

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kiosk.bootstrap.late import Seat
    from kiosk.bootstrap.place import Place
    from kiosk.flow.at_once import AtOnce
    from kiosk.model.casefile import CaseFile
    from kiosk.training.visitor import Visitor

_SLIP = "000000-000"
_FILES = "*.toml"


def training_program(place: Place) -> Program:
    """A program whose store, papers and parcels stay beside the place's own, and whose clock follows the visitors."""
    own = replace(place, home=place.home / TRAINING, device_named=None)
    return Program(own, PracticeClock(SystemClock().now()), practice=True, training=True)


@dataclass
class TrainingRoom:
    """The Trainer port over the personas of forms/. `desk` has the trainee's visit."""

    program: Program
    desk: Seat
    visitor: Visitor | None = None
    _since: dt.datetime | None = field(default=None, init=False)

    def guests(self) -> Sequence[Guest]:
        """See Trainer; a persona that cannot be read is told by `kiosk check`, and comes to nobody."""
        from kiosk.catalogue.occasions import occasions

        order = [code for code, _ in occasions(self.program.place.forms)]
        found = {path.stem: self._case(path.stem) for path in sorted(self.program.place.personas.glob(_FILES))}
        known = [(name, case) for name, case in found.items() if case is not None]
        known.sort(key=lambda each: (order.index(each[1].event), each[1].expect.asked.get("no_card", 0), each[0]))
        return [self._guest(name, case) for name, case in known]

    def _guest(self, name: str, case: CaseFile) -> Guest:
        event = self.program.book.events[case.event].name.partition("（")[0]
        return Guest(name, case.title, event, len(case.persons), case.expect.asked.get("no_card", 0))

    def _case(self, name: str) -> CaseFile | None:
        from kiosk.catalogue.case_file import load_case_file

        case = load_case_file(self.program.place.personas / f"{name}.toml", self.program.book)
        return None if isinstance(case, tuple) else case

    def receive(self, guest: str) -> Welcome:
        """See Trainer."""
        case = self._case(guest)
        if case is None:
            raise Defect("a visitor whose story cannot be read")
        if isinstance(self.program.clock, PracticeClock):
            self.program.clock.turn_to(case.today)
        self.visitor, self._since = self._visitor(guest, case), SystemClock().now()
        return Welcome(case.title, self.visitor.purposes, len(case.persons), self._cards(case), case.extract)

    def _visitor(self, guest: str, case: CaseFile) -> Visitor:
        """The visit as it should come out, played with what they have with them."""
        from kiosk.bootstrap.sources import read_cards, read_paper
        from kiosk.designing.rehearsal import play
        from kiosk.training.visitor import Visitor

        sources = read_cards(self.program, case)
        if case.extract:
            paper = read_paper(self.program, self.program.place.personas / case.extract)
            if isinstance(paper, tuple):
                raise Defect("a visitor whose paper cannot be read")
            sources += (paper,)
        played = play(self._model(), case, sources=sources, only_asked=True, signed=False)
        if played.issues:
            raise Defect("a visitor whose story does not come out")
        return Visitor(guest, case, played.snapshot, played.asked, self.program.wording)

    def _model(self) -> AtOnce:
        from kiosk.bootstrap.doing import at_once

        return at_once(self.program, next_slip=lambda: _SLIP)

    def _cards(self, case: CaseFile) -> tuple[str, ...]:
        from kiosk.bootstrap.sources import samples

        drawer = samples(self.program)
        found = (drawer.card(card) for card in case.cards.values())
        return tuple(card.title_ja for card in found if card is not None)

    def says(self, path: str) -> str:
        """See Trainer."""
        return self.visitor.says(path, at=self.desk.visit.snapshot) if self.visitor is not None else ""

    def judge(self) -> Score:
        """See Trainer."""
        from kiosk.flow.case_checks import asked
        from kiosk.training.score import Judged

        mine = self.desk.visit.snapshot
        if self.visitor is None or mine is None or self._since is None:
            raise Defect("nobody is there to be judged")
        judged = Judged(mine.apart(), self.visitor.model, self.program.wording)
        minutes = round((SystemClock().now() - self._since).total_seconds() / 60)
        return Score(judged.tallies(), judged.differences(), asked(mine.case), self.visitor.asked, minutes)

    def leave(self) -> None:
        """See Trainer."""
        self.visitor = self._since = None
