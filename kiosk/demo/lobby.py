"""The demonstration at the terminal: an invented resident asks for a certificate and hands it in to the counter."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.catalogue.case_file import load_case_file
from kiosk.demo.visit import clear_folder, write_summary
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import Unpark
from kiosk.flow.lobby.actions import Begin, Choose, Count, HandIn, LobbyAction, Onward, PutOff, Say
from kiosk.flow.lobby.pages import Place as Where
from kiosk.model.casefile import CaseFile
from kiosk.model.errors import Defect
from kiosk.setup.libraries import off_the_glass

PERSONA = "juminhyo.toml"
SLIP = "260420-002"
SIZE = (1080, 1920)
_MOST = 80  # pages; a visit that needs more is broken


def run_lobby(place: Place, out: Path) -> dict[str, Any]:
    """Play it in a window off the glass, picture by picture; the summary. Raises SiteError for a folder of others."""
    os.environ.update(off_the_glass(os.environ))
    from kiosk.bootstrap.lobby import LobbySeat, build_lobby

    clear_folder(out)
    (out / "screens").mkdir()
    program, case = _prepared(place.at(out / "home"))
    seat: LobbySeat = build_lobby(program, next_slip=lambda: SLIP)
    seat.window.resize(*SIZE)
    seat.window.show()
    pages = 0
    for pages, name in enumerate(_walk(seat, case), start=1):
        seat.window.grab().save(str(out / "screens" / f"{pages:02d}-{name}.png"))
    slip = seat.desk.visit.snapshot
    if slip is None or seat.window.page.place is not Where.SLIP:
        raise Defect(f"the terminal's visit ended at {seat.window.page.place}")
    (out / "slip.pdf").write_bytes(program.press.lobby_slip_pdf(slip))
    asked = sum(fact.path in case.answers for fact in slip.case.ledger.current.values())
    left = _at_the_counter(program, slip.case.id)
    seat.close()
    summary = {"asked": asked, "pages": pages, "slip": SLIP, "left_for_clerk": left}
    write_summary(out, summary)
    return summary


def _prepared(place: Place) -> tuple[Program, CaseFile]:
    from kiosk.flow.clock import SystemClock, at_ten

    program = Program(place, SystemClock(), practice=True)
    case = load_case_file(place.personas / PERSONA, program.book)
    if isinstance(case, tuple):
        raise Defect(f"demo persona: {len(case)} problems, first: {case[0].where}")
    program.clock = FixedClock(at_ten(case.today))
    return program, case


def _walk(seat: Any, case: CaseFile) -> Iterator[str]:
    """The name of every page as it is reached."""
    window = seat.window
    for action in actions(window, case):
        settle(seat)
        yield window.page.place.value
        window.act(action)
    settle(seat)
    yield window.page.place.value


def actions(window: Any, case: CaseFile) -> Iterator[LobbyAction]:
    """What the resident does on the page that is shown, until the slip."""
    for _ in range(_MOST):
        page = window.page
        match page.place:
            case Where.LANGUAGE:
                yield Begin()
            case Where.PURPOSE:
                yield Choose(event=case.event)
            case Where.PEOPLE:
                yield Count(people=len(case.persons))
            case Where.CARD | Where.CHECK:
                yield Onward()
            case Where.SIGN:
                yield HandIn()
            case Where.QUESTION if page.question is not None:
                words = case.answers.get(page.question.path)
                yield Say(text=words) if words else PutOff()
            case _:
                return


def settle(seat: Any) -> None:
    """Let the window live until nothing of it is under way."""
    while seat.host.busy or seat.jobs.running:
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _at_the_counter(program: Program, case: Any) -> int:
    """How many questions are left for the clerk who opens it."""
    desk = at_once(program)
    page = desk.handle(desk.doing.do(Unpark(case)))
    return page.left
