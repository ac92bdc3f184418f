"""What a resident waits for at the terminal, how much is asked and touched, and what stays when they have gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QSize

from kiosk.bench.left_over import Stayed, stayed
from kiosk.bench.many_residents import needles
from kiosk.bench.pulse import Pulse
from kiosk.bench.row import Row, at_most, exactly, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Times, Work, percentile
from kiosk.bootstrap.lobby import LobbySeat, build_lobby
from kiosk.bootstrap.sources import samples
from kiosk.bootstrap.warming import warm
from kiosk.catalogue.case_file import load_case_file
from kiosk.demo.finger import Finger
from kiosk.demo.lobby import PERSONA, SLIP, actions, settle
from kiosk.demo.resident import Resident, from_home
from kiosk.model.casefile import CaseFile
from kiosk.model.errors import Defect

_LOW, _TALL = QSize(1280, 800), QSize(1080, 1920)
_WITH = "the real terminal's window, offscreen: from the touch until the page is painted"
_TOUCH_S, _READ_S = 1.0, 2.0
_SCRIPT = f"{{touches}} touches of {_TOUCH_S:g} s (aim, press, lift) and {{pages}} pages of {_READ_S:g} s to read each"
_GAPS = "beats of 2 ms in the UI thread through whole visits by finger, with their beginning and their end"
_MANY = 500


def terminal(subject: Subject, effort: Effort) -> list[Row]:
    """A certificate page by page and by finger, a family with cards and codes, then very many residents."""
    with _seat(subject) as seat:
        case = _case(subject)
        gaps = _gaps(seat, case, effort)
        pages = effort.each(_pages(seat, case, effort.times(8, 1)), warm=effort.times(16, 2))
        resident = _resident(seat, case)
        family = _family(subject, seat)
    return [
        _page(pages),
        within(
            50, _row("ui_gap_ms", "記載台: 画面が止まる間の最長", max(gaps.values), "ms", _GAPS), beside=gaps.beside
        ),
        *_touched(resident),
        *_of_family(family),
        *_stay(subject, effort),
    ]


def _row(name: str, label: str, value: float, unit: str, compared_with: str = "") -> Row:
    return Row(name=f"lobby.{name}", label=label, value=value, unit=unit, compared_with=compared_with)


def _page(pages: Times) -> Row:
    label = "記載台: 触れてから画面が出るまで 99%"
    return within(50, _row("page_p99_ms", label, percentile(pages.values, 0.99), "ms", _WITH), beside=pages.beside)


def _touched(resident: Resident) -> list[Row]:
    touches, seen = resident.finger.touches, len(resident.pages)
    script = _SCRIPT.format(touches=touches, pages=seen)
    label = "記載台: 証明書1通を指だけで"
    return [
        at_most(
            6, _row("certificate_questions", "記載台: 証明書1通で聞くこと", resident.questions, "問", "without a card")
        ),
        at_most(90, _row("certificate_s", label, _TOUCH_S * touches + _READ_S * seen, "秒相当", script)),
    ]


def _of_family(resident: Resident) -> list[Row]:
    """Every page counts once: also that of each card's number, and each of the answers."""
    seen = set(resident.pages)
    answers = sum(page.startswith("check ") for page in seen)
    what = f"four cards, codes from home; {answers} of them show the answers (1080×1920)"
    return [at_most(10, _row("family_pages", "記載台: 転入の4人家族で見る画面", len(seen), "画面", what))]


def _stay(subject: Subject, effort: Effort) -> list[Row]:
    """What the last residents said is searched for, and the memory in the course of all of them compared."""
    folder, count = subject.folder / "residents", effort.times(_MANY, 1)
    folder.mkdir()
    found: Stayed = stayed(
        folder, count, [word for each in range(max(count - 9, 1), count + 1) for word in needles(each)]
    )
    grown = max(abs(each - found.held[0]) for each in found.held)
    course = f"{', '.join(f'{each:.0f}' for each in found.held)} MB in the course of {count} residents"
    return [
        at_most(5, _row("memory_growth_mb", f"記載台: {count}人のあいだのメモリーの動き", grown, "MB", course)),
        exactly(
            0, _row("residual_values", "記載台: 使ったあとに残る値", found.values, "件", "the whole memory searched")
        ),
    ]


@contextmanager
def _seat(subject: Subject) -> Iterator[LobbySeat]:
    seat = build_lobby(subject.program, next_slip=lambda: SLIP)
    seat.window.resize(_LOW)
    seat.window.show()
    settle(seat)
    warm(seat.program, seat.desk.visit.outside, seat.window.kit.readings)  # as at every start
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
        _leave(seat)


def _act(seat: LobbySeat, action: object) -> None:
    seat.window.act(action)
    seat.app.processEvents()


def _leave(seat: LobbySeat) -> None:
    seat.window.end()
    settle(seat)


def _resident(seat: LobbySeat, case: CaseFile) -> Resident:
    """One who asks for a certificate by touch alone, without a card."""
    resident = Resident(Finger(seat.window, partial(settle, seat)), seat.program, case)
    resident.visit()
    _leave(seat)
    return resident


def _gaps(seat: LobbySeat, case: CaseFile, effort: Effort) -> Times:
    """The longest pause of every touch in a few visits, the first of which is that of a day's first resident."""
    pulse, found, beside = Pulse(), list[float](), [effort.reference.take()]

    def rest() -> None:
        settle(seat)
        pulse.note()

    for _ in range(effort.times(4, 1)):
        pulse.begin()
        Resident(Finger(seat.window, rest), seat.program, case).visit()
        _leave(seat)
        pulse.note()
        found += pulse.gaps
        beside.append(effort.reference.take())
    pulse.stop()
    return Times(tuple(found), sorted(beside)[len(beside) // 2])


def _family(subject: Subject, seat: LobbySeat) -> Resident:
    """The demonstration family with their cards and what they answered at home."""
    seat.window.resize(_TALL)
    drawer = samples(subject.program)
    cards = [card for each in subject.demo.case.cards.values() if (card := drawer.card(each)) is not None]
    resident = Resident(
        Finger(seat.window, partial(settle, seat)),
        seat.program,
        subject.demo.case,
        left=cards,
        home=from_home(subject.demo.case, subject.program.book),
    )
    resident.visit()
    _leave(seat)
    return resident
