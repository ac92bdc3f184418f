"""取下げ: a whole accepted case is taken back, once, and stays to be read. 消去: nothing of it can be read any more."""

from kiosk.flow.actions import Step
from kiosk.flow.case_actions import Erase, Withdraw
from kiosk.flow.notices import ERASED, NO_REASON, WITHDRAWN_ALREADY, information, warning
from kiosk.flow.pages import Notice
from kiosk.flow.starting import end
from kiosk.flow.turn import Turn
from kiosk.flow.writing import EraseCase, Erased, NotErased, NotWithdrawn, Withdrawn, WriteWithdrawal
from kiosk.model.audit import reason
from kiosk.model.base import Issue
from kiosk.model.case import CaseState


def withdraw(turn: Turn, action: Withdraw) -> None:
    """Hand it out to be written; until that is done the case stands as it was accepted."""
    if turn.snapshot is None or turn.state.step is not Step.DONE:
        return
    if turn.case.state is CaseState.WITHDRAWN:
        turn.tell(warning(WITHDRAWN_ALREADY))
        return
    why = reason(action.reason)
    if isinstance(why, Issue):
        turn.tell(warning(NO_REASON))
        return
    case = turn.revised(CaseState.WITHDRAWN, reason=why)
    state = turn.state.model_copy(update={"case": case, "confirming": False})
    turn.change(confirming=True)
    turn.jobs.append(WriteWithdrawal(turn.now.with_case(case), state))


def erase(turn: Turn, action: Erase) -> None:
    """Hand it out to be done; until then the case stands as it was accepted."""
    if turn.snapshot is None or turn.state.step is not Step.DONE:
        return
    why = reason(action.reason)
    if isinstance(why, Issue):
        turn.tell(warning(NO_REASON))
    else:
        turn.jobs.append(EraseCase(turn.case.id, why))


def erased(turn: Turn, done: Erased | NotErased) -> None:
    """Nothing of it stays at the desk either; or why it stands as it was."""
    if isinstance(done, Erased):
        end(turn)
        turn.tell(information(ERASED))
    else:
        turn.tell(Notice(kind="warning", message=done.why))


def told(turn: Turn, done: Withdrawn | NotWithdrawn) -> None:
    """It is written, and the case stands so; or it stands as it was, and why is told."""
    turn.change(confirming=False)
    if isinstance(done, Withdrawn):
        turn.keep(done.written)
        turn.change(returned=())
    else:
        turn.tell(Notice(kind="warning", message=done.why))
