"""What the first resident at a terminal would wait for is loaded before anybody is there, off the glass.

Context: the first visit of a day loads rules, records and readings piece by piece, and every piece is a page that comes
later than the finger expects. Decision: as soon as the rules have been read, an invented resident asks for a
certificate, in memory and without a job done; then the first real one is the second. Consequence: the first page stands
meanwhile; a touch on it waits a part of a second longer, once a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.catalogue.case_file import load_case_file
from kiosk.flow.actions import Answer, SayAll, StartVisit
from kiosk.flow.lobby.slip_code import code_of
from kiosk.flow.visit import Visit
from kiosk.model.casefile import CaseFile
from kiosk.render.barcode import qr_modules

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.flow.outside import Outside
    from kiosk.ui.lobby.ports import Readings

PERSONA = "juminhyo.toml"


def warm(program: Program, outside: Outside, readings: Readings) -> None:
    """A whole visit of somebody invented; a place that has no such person loads less beforehand."""
    case = load_case_file(program.place.personas / PERSONA, outside.book)
    if not isinstance(case, CaseFile):
        return
    import kiosk.ui.lobby.views  # noqa: F401 - the pages after the first

    visit = Visit(outside)
    visit.act(StartVisit(event=case.event))
    visit.act(SayAll(said=tuple(Answer(path=path, text=words) for path, words in case.answers.items())))
    visit.page()
    visit.obstacles()
    visit.refused()
    if visit.snapshot is not None:
        program.press.first_stop(visit.snapshot)
        qr_modules(code_of(visit.snapshot.case.id))
    readings.offers("みほん", kind="family")
    readings.letters("み")
