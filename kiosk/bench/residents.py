"""How long all written residents of the catalogue take: every visit played, its forms filled and written as PDF."""

from functools import partial

from kiosk.bench.row import Row, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
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
    program.catalogue = subject.program.catalogue
    visits, _ = load_personas(subject.place.personas, program.book)
    played = list(visits.values())[: effort.times(len(visits))]
    took = effort.each((partial(_papers, program, case) for case in played), every=2)
    everybody = f"{len(played)} visits: every keystroke of them judged, filled and asked anew, then one PDF"
    whole = Row(
        name="personas_s",
        label="見本の住民全員の判定・転記・PDF",
        value=sum(took.values) / 1000,
        unit="秒",
        compared_with=everybody,
    )
    mean = sum(took.values) / len(played)
    each = Row(name="persona_ms", label="見本の住民ひとりあたり", value=mean, unit="ms")
    return [within(30, whole, beside=took.beside), information(each, beside=took.beside)]


def _papers(program: Program, case: CaseFile) -> bytes:
    program.clock = CaseClock(case.today)
    snapshot = play(at_once(program, next_slip=lambda: SLIP), case).snapshot
    return program.renderer.packet_pdf(snapshot.leaving, stamp=program.press.stamp(SLIP)) if snapshot.leaving else b""
