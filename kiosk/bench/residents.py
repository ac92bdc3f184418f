"""How long all written residents of the catalogue take: every visit played, its forms filled and written as PDF."""

from functools import partial

from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, milliseconds
from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Program
from kiosk.demo.family import SLIP
from kiosk.designing.inspection import load_personas
from kiosk.designing.rehearsal import play
from kiosk.model.casefile import CaseFile


def residents(subject: Subject, effort: Effort) -> list[Row]:
    """Seconds for everybody, one after the other, and the milliseconds that one visit takes on the average."""
    program = Program(subject.place, subject.program.clock)
    visits, _ = load_personas(subject.place.personas, program.book)
    played = list(visits.values())[: effort.times(len(visits))]
    took = sum(milliseconds(partial(_papers, program, case)) for case in played)
    everybody = f"{len(played)} visits: every keystroke of them judged, filled and asked anew, then one PDF"
    whole = Row(
        name="personas_s",
        label="見本の住民全員の判定・転記・PDF",
        value=took / 1000,
        unit="秒",
        compared_with=everybody,
    )
    each = Row(name="persona_ms", label="見本の住民ひとりあたり", value=took / len(played), unit="ms")
    return [at_most(30, whole), information(each)]


def _papers(program: Program, case: CaseFile) -> bytes:
    program.clock = CaseClock(case.today)
    snapshot = play(at_once(program, next_slip=lambda: SLIP), case).snapshot
    return program.renderer.packet_pdf(snapshot.forms, stamp=program.press.stamp(SLIP)) if snapshot.forms else b""
