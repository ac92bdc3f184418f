"""A parked visit is taken up again: where it stood, on the forms of now, never in the place of another visit."""

from collections.abc import Iterator

from kiosk.flow.actions import Step
from kiosk.flow.case_checks import newest_versions
from kiosk.flow.jobs import DropParked, SplitAddress, TakeSlip, Unparked
from kiosk.flow.notices import (
    NO_REASON,
    PARKED_GONE,
    PARKED_OPEN,
    PARKED_OTHER_FORMS,
    PARKED_OVERTAKEN,
    WITHDRAWN_ALREADY,
    correcting,
    parked_elsewhere,
    warning,
)
from kiosk.flow.pages import Notice
from kiosk.flow.returned import still_wanted
from kiosk.flow.state import VisitState
from kiosk.flow.turn import Turn
from kiosk.flow.writing import EndAnswers
from kiosk.model.address import Address
from kiosk.model.audit import reason
from kiosk.model.base import Issue
from kiosk.model.case import Case, CaseState
from kiosk.model.fact import Cleared, Fact, Signature
from kiosk.model.source import Source
from kiosk.rules.snapshot import take


def resume(turn: Turn, done: Unparked) -> None:
    """Go on where it stood; what was still awaited is asked for again."""
    state = done.state and done.state.model_copy(update={"returned": done.returned})
    if turn.state.case is not None and turn.state.step is not Step.DONE:
        turn.tell(warning(PARKED_OPEN))
    elif done.asks is not None:
        turn.tell(Notice(kind="warning", message=done.asks))
    elif done.elsewhere:
        turn.tell(parked_elsewhere(done.elsewhere))
    elif state is None or state.case is None:
        turn.tell(warning(PARKED_GONE))
    elif state.case.state.accepted:
        _show_accepted(turn, state, state.case)
        if done.overtaken:
            turn.tell(warning(PARKED_OVERTAKEN))
    elif state.catalogue != turn.outside.catalogue:
        _on_other_forms(turn, state, state.case)
    else:
        _take_up(turn, state, state.case)


def _take_up(turn: Turn, state: VisitState, case: Case) -> None:
    """Whoever takes it up has it from now on."""
    case = case.model_copy(update={"clerk": turn.outside.clerk()})
    turn.state = state.model_copy(update={"confirming": False, "case": case})
    turn.snapshot = take(case, book=turn.outside.book, planner=turn.outside.planner)
    if not case.slip:
        turn.jobs.append(TakeSlip(case.id))
    turn.jobs += awaited(case, state.splitting)


def _show_accepted(turn: Turn, state: VisitState, case: Case) -> None:
    """It was accepted before anybody was told: its papers can be printed, nothing of it can be changed."""
    turn.state = state.model_copy(update={"confirming": False, "step": Step.DONE, "changed": frozenset()})
    turn.snapshot = take(case, book=turn.outside.book, planner=turn.outside.planner)
    turn.jobs.append(DropParked(case.id))


def correct(turn: Turn, given: str) -> None:
    """The next revision of an accepted case begins as the last one stood: a signature holds while nothing changes."""
    case = turn.state.case
    if case is None or turn.state.step is not Step.DONE:
        return
    if case.state is CaseState.WITHDRAWN:
        turn.tell(warning(WITHDRAWN_ALREADY))
        return
    why = reason(given)
    if isinstance(why, Issue):
        turn.tell(warning(NO_REASON))
        return
    case = turn.revised(CaseState.OPEN, reason=why)
    step = Step.CHECK if still_wanted(turn.state) else Step.INTERVIEW  # what is wanted, one jump each
    again = {"case": case, "step": step, "reviewed": True, "changed": frozenset(), "handed_in": False}
    again |= {"accepted": len(case.ledger.facts), "settled": frozenset()}
    turn.state = turn.state.model_copy(update=again)
    turn.snapshot = take(case, book=turn.outside.book, planner=turn.outside.planner)
    turn.tell(correcting(case.revision))


def close_answers(turn: Turn, given: str) -> None:
    """Nothing more is to be done about what was sent back of the accepted case; that is written outside."""
    if turn.state.case is None or turn.state.step is not Step.DONE or not still_wanted(turn.state):
        return
    why = reason(given)
    if isinstance(why, Issue):
        turn.tell(warning(NO_REASON))
    else:
        turn.jobs.append(EndAnswers(turn.state.case.id, why))


def awaited(case: Case, splitting: frozenset[str]) -> Iterator[SplitAddress]:
    """The addresses that are still to be divided."""
    current = case.ledger.current
    for path in sorted(splitting & current.keys()):
        fact = current[path]
        if isinstance(fact.value, Address):
            yield SplitAddress(case.id, path, fact.value.text, fact.source, fact.value.postal)


def _on_other_forms(turn: Turn, state: VisitState, case: Case) -> None:
    """Rules or forms are others than those it began with: everything is looked through and signed once more."""
    signed = [path for path, fact in case.ledger.current.items() if isinstance(fact.value, Signature)]
    taken_back = [_unsigned(turn, path) for path in signed]
    templates = newest_versions(turn.outside.book, case.today)
    renewed = case.model_copy(update={"templates": templates, "ledger": case.ledger.add(taken_back)})
    again = {"catalogue": turn.outside.catalogue, "reviewed": False, "changed": frozenset(), "step": Step.INTERVIEW}
    _take_up(turn, state.model_copy(update=again), renewed)
    turn.tell(warning(PARKED_OTHER_FORMS))


def _unsigned(turn: Turn, path: str) -> Fact:
    return turn.fact(path, Cleared(), source=Source.RESIDENT)
