"""The demonstration family at a desk whose clock stands still, so that the same run gives the same papers."""

from dataclasses import dataclass

from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sources import read_cards, read_paper
from kiosk.catalogue.case_file import load_case_file
from kiosk.designing.rehearsal import Rehearsed, play
from kiosk.flow.actions import Action
from kiosk.flow.at_once import AtOnce
from kiosk.flow.clock import FixedClock, SystemClock, at_ten
from kiosk.model.casefile import CaseFile
from kiosk.model.errors import Defect

PERSONA = "kazoku4.toml"
SLIP = "260420-001"


@dataclass
class Demo:
    """The demo family at a desk whose clock stands still, so that the same run gives the same papers."""

    program: Program
    case: CaseFile

    @classmethod
    def prepare(cls, place: Place) -> "Demo":
        """Load the family; raises Defect when our own persona is broken."""
        program = Program(place, SystemClock(), practice=True)
        case = load_case_file(place.personas / PERSONA, program.book)
        if isinstance(case, tuple):
            raise Defect(f"demo persona: {len(case)} problems, first: {case[0].where}")
        program.clock = FixedClock(at_ten(case.today))
        return cls(program, case)

    def sources(self, *, cards: bool, extract: bool) -> tuple[Action, ...]:
        """The family's cards and their extract, as actions."""
        actions = read_cards(self.program, self.case) if cards else ()
        if extract:
            paper = read_paper(self.program, self.program.place.personas / self.case.extract)
            if isinstance(paper, tuple):
                raise Defect(f"demo extract: {paper[0].where}")
            actions += (paper,)
        return actions

    def rehearse(self, *, cards: bool, extract: bool) -> tuple[AtOnce, Rehearsed]:
        """One visit in memory; answers only what is asked."""
        desk = at_once(self.program, next_slip=lambda: SLIP)
        sources = self.sources(cards=cards, extract=extract)
        return desk, play(desk, self.case, sources=sources, only_asked=True)
