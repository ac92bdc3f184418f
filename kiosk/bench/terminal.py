"""What a resident waits for at the terminal, how much is asked there, and what stays when they have gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QSize

from kiosk.bench.many_visits import resident_mb
from kiosk.bench.row import Row, at_most, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Work, percentile
from kiosk.bootstrap.lobby import LobbySeat, build_lobby
from kiosk.catalogue.case_file import load_case_file
from kiosk.demo.lobby import PERSONA, SLIP, actions, settle
from kiosk.flow.lobby.pages import Place
from kiosk.model.casefile import CaseFile
from kiosk.model.errors import Defect

_GLASS = QSize(1280, 800)
_WITH = "the real terminal's window, offscreen: from the touch until the page is painted"
_FIVE = "2 % of a terminal's 250 MB are 5 MB"
_WARM, _MANY = 5, 100


def terminal(subject: Subject, effort: Effort) -> list[Row]:
    """A resident who asks for a certificate, page by page; then many residents after one another."""
    with _seat(subject) as seat:
        case = _case(subject)
        pages = effort.each(_pages(seat, case, effort.times(8, 1)), warm=effort.times(16, 2))
        asked = _questions(seat, case)
        grown = _growth(seat, case, effort.times(_MANY, 1))
    worst, label = percentile(pages.values, 0.99), f"記載台: {_MANY}人のあとのメモリー: はじめとの比"
    page = Row(name="lobby.page_p99_ms", label="記載台: 触れてから画面が出るまで 99%", value=worst, unit="ms")
    question = Row(name="lobby.certificate_questions", label="記載台: 証明書1通で聞くこと", value=asked, unit="問")
    return [
        within(50, page.model_copy(update={"compared_with": _WITH}), beside=pages.beside),
        at_most(6, question),
        at_most(1.02, Row(name="lobby.memory_growth", label=label, value=grown, unit="倍", compared_with=_FIVE)),
    ]


@contextmanager
def _seat(subject: Subject) -> Iterator[LobbySeat]:
    seat = build_lobby(subject.program, next_slip=lambda: SLIP)
    seat.window.resize(_GLASS)
    seat.window.show()
    try:
        yield seat
    finally:
        seat.window.close()
        seat.window.deleteLater()
        seat.jobs.close()
        seat.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _case(subject: Subject) -> CaseFile:
    case = load_case_file(subject.place.personas / PERSONA, subject.program.book)
    if isinstance(case, tuple):
        raise Defect(f"the measured resident: {case[0].where}")
    return case


def _pages(seat: LobbySeat, case: CaseFile, residents: int) -> Iterator[Work]:
    """Every touch of so many residents; what a touch asks of the store is done outside the clock."""
    for _ in range(residents):
        for action in actions(seat.window, case):
            yield partial(_act, seat, action)
            settle(seat)
        seat.window.end()
        settle(seat)


def _act(seat: LobbySeat, action: object) -> None:
    seat.window.act(action)
    seat.app.processEvents()


def _questions(seat: LobbySeat, case: CaseFile) -> int:
    asked = 0
    for action in actions(seat.window, case):
        asked += seat.window.page.place is Place.QUESTION
        _act(seat, action)
        settle(seat)
    seat.window.end()
    settle(seat)
    return asked


def _growth(seat: LobbySeat, case: CaseFile, residents: int) -> float:
    """How many times the memory of the first few residents the process holds after so many more."""
    for _ in _pages_of(seat, case, min(_WARM, residents)):
        pass
    before = resident_mb()
    for _ in _pages_of(seat, case, residents):
        pass
    return resident_mb() / before


def _pages_of(seat: LobbySeat, case: CaseFile, residents: int) -> Iterator[None]:
    for work in _pages(seat, case, residents):
        work()
        yield
