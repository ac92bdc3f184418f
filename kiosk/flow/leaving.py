"""What a visit does not finish: filings left for another day, and that the resident knows by name what is held."""

from typing import assert_never

from kiosk.flow.case_actions import AcceptHeld, AcceptPrint, Answering, FileAgain, Later, SettleReturned, Waive
from kiosk.flow.notices import FREE_NEEDS_REASON, HELD_NEEDS_REASON, NO_REASON, warning
from kiosk.flow.returned import refused
from kiosk.flow.turn import Turn
from kiosk.model.audit import reason
from kiosk.model.base import Issue
from kiosk.rules.snapshot import Snapshot


def leave(turn: Turn, action: Later | AcceptHeld | Waive | AcceptPrint | Answering) -> None:
    """A procedure of the event is left for another day or taken back; what is held, or will be printed otherwise than
    it was said, is accepted; a fee is not charged; what a receiver sent back stays as it was said, or what it refused
    is filed again.
    """
    match action:
        case Later():
            _later(turn, action)
        case AcceptHeld():
            _accept(turn, action)
        case Waive():
            _waive(turn, action)
        case AcceptPrint():
            turn.change(cautioned=turn.state.cautioned | frozenset(action.cautions))
        case SettleReturned():
            turn.change(settled=turn.state.settled | frozenset(action.points))
        case FileAgain():
            _file_again(turn, action)
        case _:
            assert_never(action)


def _later(turn: Turn, action: Later) -> None:
    case = turn.case
    if action.procedure not in turn.outside.book.purpose(case).procedures:
        return
    rest = tuple(name for name in case.later if name != action.procedure)
    known = {name: why for name, why in case.held_for.items() if name != action.procedure}
    turn.retake(case.model_copy(update={"later": (*rest, action.procedure) if action.on else rest, "held_for": known}))


def _accept(turn: Turn, action: AcceptHeld) -> None:
    """Only what is held, and only with a reason: both are printed."""
    said, held = reason(action.reason), {each.procedure for each in turn.now.plan.held}
    if isinstance(said, Issue):
        turn.tell(warning(HELD_NEEDS_REASON))
        return
    known = turn.case.held_for | {name: said for name in action.procedures if name in held}
    turn.keep(turn.case.model_copy(update={"held_for": known}))


def _waive(turn: Turn, action: Waive) -> None:
    """The fee of a procedure of the visit is taken away, or part of it, for a reason that can be kept, or charged
    again.
    """
    said = reason(action.reason) if action.reason else ""
    if isinstance(said, Issue):
        turn.tell(warning(FREE_NEEDS_REASON))
        return
    case, name = turn.case, action.procedure
    free = {each: why for each, why in case.free_for.items() if each != name}
    left = {each: yen for each, yen in case.fee_left.items() if each != name}
    if said and any(each.procedure == name for each in turn.now.plan.outcomes):
        free[name] = said
        left |= {name: action.left} if action.left > 0 else {}
    turn.keep(case.model_copy(update={"free_for": free, "fee_left": left}))


def _file_again(turn: Turn, action: FileAgain) -> None:
    """What stands refused and is still filed, for a reason that the receiver hears; or not, after all."""
    said = reason(action.reason) if action.reason else ""
    if isinstance(said, Issue):
        turn.tell(warning(NO_REASON))
        return
    rest = {name: why for name, why in turn.case.filed_again.items() if name != action.procedure}
    known = {action.procedure} & refused(turn.state, turn.now)
    turn.keep(turn.case.model_copy(update={"filed_again": rest | (dict.fromkeys(known, said) if said else {})}))


def unaccepted(snapshot: Snapshot) -> tuple[str, ...]:
    """What is held and nobody has accepted by name yet; while a question is open nothing is held for good."""
    if snapshot.interview.open:
        return ()
    return tuple(each.procedure for each in snapshot.plan.held if each.procedure not in snapshot.case.held_for)
