"""The written visits of forms/personas at a desk without a window, each played once for all tests of a run."""

from functools import lru_cache

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sources import read_cards, read_paper
from kiosk.designing.rehearsal import Rehearsed, play
from kiosk.flow.actions import Action, UseExtract
from kiosk.flow.clock import FixedClock, at_ten
from kiosk.model.casefile import CaseFile
from tests.visits import FORMS, ROOT, Desk, persona, place_at, resumed

NAMES = sorted(path.stem for path in (FORMS / "personas").glob("*.toml"))
SOURCES = {"no_card": (False, False), "cards": (True, False), "cards_and_extract": (True, True)}


def sources(case: CaseFile, *, cards: bool, extract: bool) -> tuple[Action, ...]:
    program = Program(place_at(ROOT / "no-store-is-opened"), FixedClock(at_ten(case.today)))
    actions = read_cards(program, case) if cards else ()
    if extract:
        paper = read_paper(program, FORMS / "personas" / case.extract)
        assert isinstance(paper, UseExtract)
        actions += (paper,)
    return actions


def played(case: CaseFile, scenario: str = "no_card") -> tuple[Desk, Rehearsed]:
    """A visit in which answers are given only to what is asked."""
    cards, extract = SOURCES[scenario]
    desk = Desk(today=case.today, event=case.event)
    went = play(desk.at_once, case, sources=sources(case, cards=cards, extract=extract), only_asked=True)
    desk.page = desk.visit.page()
    return desk, went


@lru_cache(maxsize=256)
def _once(name: str, scenario: str) -> tuple[Desk, Rehearsed]:
    return played(persona(name), scenario)


def visit(name: str, scenario: str = "no_card") -> tuple[Desk, Rehearsed]:
    """The persona's visit, played once; what a test does at its desk changes nothing for the next one."""
    desk, went = _once(name, scenario)
    return resumed(desk), went
