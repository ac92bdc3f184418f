"""What must come to its end before something else is done: a confirmation, a decision, the purpose of a visit."""

from kiosk.flow.actions import (
    Action,
    Came,
    ChoosePurposes,
    Decide,
    End,
    HandOff,
    RemovePerson,
    ReportCard,
    StartVisit,
    UseCard,
    UseExtract,
    UsePreentry,
)
from kiosk.flow.case_actions import SetAside
from kiosk.flow.jobs import Done, Unparked
from kiosk.flow.notices import CONFIRMING, DECIDE_FIRST, PURPOSE_FIRST
from kiosk.flow.turn import Turn
from kiosk.model.message import Code

_ANY_TIME = (Decide, HandOff, StartVisit, SetAside, End, Unparked)
_WITHOUT_PURPOSE = (UseCard, UseExtract, UsePreentry, ReportCard, RemovePerson, Came)


def first(turn: Turn, action: Action | Done) -> Code | None:
    """What must come to its end before this action: a confirmation, or the decision whose a card or a paper is."""
    if turn.state.confirming:
        return CONFIRMING
    if isinstance(action, (*_ANY_TIME, ChoosePurposes)):
        return None
    if turn.state.proposal is not None:
        return DECIDE_FIRST
    case = turn.state.case
    return PURPOSE_FIRST if case is not None and not case.event and not isinstance(action, _WITHOUT_PURPOSE) else None
