"""Whether the counter's window ever stands still: beats in the UI thread through whole visits, to the signed packet."""

from collections.abc import Iterator

from kiosk.bench.pulse import Pulse
from kiosk.bench.row import Row, exactly, within
from kiosk.bench.seat import act, paint, seat
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.bootstrap.window import CounterDesk
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Action, Confirm, GoTo, Sign, StartVisit, Step
from kiosk.model.errors import Defect

_FELT = 50
_WITH = (
    "beats of 2 ms in the UI thread; every action of the demonstration family from the start page to the accepted case"
)


def counter_gaps(subject: Subject, effort: Effort) -> list[Row]:
    """The longest gap of the visits after the first, and how many were longer than anybody should feel."""
    found, pulse = list[float](), Pulse()
    beside = [effort.reference.take()]
    with seat(subject) as desk:
        for number in range(effort.times(4, 1)):
            gaps = _visit(subject, desk, pulse)
            if number or effort.quick:
                found += gaps
                beside.append(effort.reference.take())
    pulse.stop()
    near = sorted(beside)[len(beside) // 2]
    longest = Row(
        name="counter.gap_ms", label="窓口: 画面が止まる間の最長", value=max(found), unit="ms", compared_with=_WITH
    )
    row = within(_FELT, longest, beside=near)
    felt = sum(not within(_FELT, longest.model_copy(update={"value": gap}), beside=near).met for gap in found)
    many = f"of {len(found)} actions; longer than the goal above"
    return [
        row,
        exactly(
            0,
            Row(
                name="counter.gaps_over_50ms",
                label="窓口: 50 ms相当を超えて止まった回数",
                value=felt,
                unit="回",
                compared_with=many,
            ),
        ),
    ]


def _visit(subject: Subject, desk: CounterDesk, pulse: Pulse) -> list[float]:
    """The gap of every action of one visit; the next one begins at the start page again."""
    pulse.begin()
    for action in _script(subject, desk):
        act(desk, action)
        pulse.note()
    if desk.window.page.step is not Step.DONE:
        raise Defect("the measured visit was not confirmed")
    desk.window.end()
    paint(desk)
    pulse.note()
    return pulse.gaps


def _script(subject: Subject, desk: CounterDesk) -> Iterator[Action]:
    case = subject.demo.case
    yield from (StartVisit(event=case.event), *subject.demo.sources(cards=True, extract=True))
    yield from answers(desk.visit, case)
    yield from (GoTo(step=step) for step in (Step.PLAN, Step.CHECK))
    yield from looked_through(desk.visit)
    yield GoTo(step=Step.SIGN)
    yield from (Sign(person=person, signature=signature) for person, signature in case.signatures.items())
    yield Confirm()
