"""What a visit does not finish: filings left for another day, and that the resident knows by name what is held."""

from kiosk.flow.actions import AcceptHeld, Later
from kiosk.flow.state import VisitState
from kiosk.flow.turn import Turn
from kiosk.rules.snapshot import Snapshot


def leave(turn: Turn, action: Later | AcceptHeld) -> None:
    """A procedure of the event is left for another day or taken back, or what is held is accepted."""
    if isinstance(action, AcceptHeld):
        turn.change(accepted=turn.state.accepted | frozenset(action.procedures))
        return
    case = turn.case
    if action.procedure not in turn.outside.book.purpose(case).procedures:
        return
    rest = tuple(name for name in case.later if name != action.procedure)
    turn.change(accepted=turn.state.accepted - {action.procedure})
    turn.retake(case.model_copy(update={"later": (*rest, action.procedure) if action.on else rest}))


def unaccepted(state: VisitState, snapshot: Snapshot) -> tuple[str, ...]:
    """What is held and nobody has accepted by name yet; while a question is open nothing is held for good."""
    if snapshot.interview.open:
        return ()
    return tuple(each.procedure for each in snapshot.plan.held if each.procedure not in state.accepted)
