"""元に戻す・やり直す: the visit as it stood before, one thing said or done at a time, and forth again.

Context: a clerk presses the wrong key while somebody speaks: a member too many, a card of somebody else, 「なし」 for
「あり」; what she would have to mend by hand she takes back with one key.
Decision: a visit is one frozen value, so what it was is simply kept: the last `MOST` values before something was said,
in memory alone. Letters that are typed into one answer are one thing; turning a page is none. What came from outside
meanwhile (the number, who is at the desk) stays; an address that was still being divided is divided again.
Consequence: everything of a visit can be taken back, also what nobody thought of here; nothing is across a
confirmation, another revision or the end of a visit, with which all of it is forgotten. A visit that is set aside or
taken up by somebody else begins anew.
"""

from dataclasses import dataclass

from kiosk.flow.actions import Action, Answer, Put, Step
from kiosk.flow.case_actions import Rewind
from kiosk.flow.jobs import Done
from kiosk.flow.notices import CONFIRMING, NOTHING_BACK, NOTHING_ONWARD, UNDONE, WENT_ONWARD, information
from kiosk.flow.parking import awaited
from kiosk.flow.state import VisitState
from kiosk.flow.turn import Turn
from kiosk.rules.snapshot import take

MOST = 100
"""How many values are kept; of a large household they share nearly everything (tests/unit/test_flow_rewinding.py)."""

_MEANT = ("typed", "approved", "proposal", "cautioned", "owners", "settled")
_OF_CASE = ("event", "also", "persons", "ledger", "later", "held_for", "free_for", "fee_left")


@dataclass(frozen=True)
class History:
    """The values before (`past`, the oldest first) and those that were taken back (`future`, the next one last);
    `typing` is the answer that is being typed.
    """

    past: tuple[VisitState, ...] = ()
    future: tuple[VisitState, ...] = ()
    typing: str = ""

    def after(self, action: Action | Done, *, before: VisitState, now: VisitState) -> "History":
        """With one more action; what came from outside is none of the clerk's."""
        if not _one_visit(before, now):
            return History()
        if isinstance(action, Done):
            return self
        typing = action.path if isinstance(action, Answer | Put) else ""
        if _same(before, now):
            return self if typing else History(self.past, self.future)
        if typing and typing == self.typing:
            return History(self.past, (), typing)
        return History((*self.past, before)[-MOST:], (), typing)


def rewind(turn: Turn, history: History, action: Rewind) -> History:
    """Let the visit stand as it stood before, or as it stood then; there may be nothing to go to."""
    rest = history.future if action.onward else history.past
    if turn.state.confirming:
        turn.tell(information(CONFIRMING))
    elif not rest or turn.snapshot is None:
        turn.tell(information(NOTHING_ONWARD if action.onward else NOTHING_BACK))
    else:
        here = turn.state
        _restore(turn, rest[-1])
        turn.tell(information(WENT_ONWARD if action.onward else UNDONE))
        past, future = (*history.past, here), (*history.future, here)
        return History(past, rest[:-1]) if action.onward else History(rest[:-1], future)
    return history


def _restore(turn: Turn, state: VisitState) -> None:
    now = turn.state
    if state.case is None or now.case is None:
        return
    case = state.case.model_copy(update={"slip": now.case.slip, "clerk": turn.outside.clerk()})
    elsewhere = Step.START in {now.step, state.step}
    kept = {"case": case, "step": state.step if elsewhere else now.step, "note": "", "to_sign": False}
    turn.state = state.model_copy(update={**kept, "handed_in": now.handed_in})
    outside, before = turn.outside, turn.snapshot
    turn.snapshot = take(case, book=outside.book, planner=outside.planner, previous=before)
    turn.jobs += awaited(case, state.splitting)


def _one_visit(before: VisitState, now: VisitState) -> bool:
    """Whether both are the same revision of one case that is still open."""
    old, new = before.case, now.case
    if old is None or new is None or now.step is Step.DONE or new.state.accepted:
        return False
    return (old.id, old.revision, old.state) == (new.id, new.revision, new.state)


def _same(before: VisitState, now: VisitState) -> bool:
    """Whether nothing was said or decided: only turning a page, or what follows."""
    alike = all(getattr(before, name) == getattr(now, name) for name in _MEANT)
    return alike and all(getattr(before.case, name) == getattr(now.case, name) for name in _OF_CASE)
