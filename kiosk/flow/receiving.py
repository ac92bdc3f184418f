"""Who is here, before anybody has said what for: a card or a paper begins a visit that has no purpose yet."""

from kiosk.flow.actions import ReportCard, StartVisit, UseCard, UseExtract, UsePreentry
from kiosk.flow.bringing import use_source
from kiosk.flow.jobs import TakeSlip
from kiosk.flow.starting import begin, end, start
from kiosk.flow.turn import Turn


def receive(turn: Turn, action: UseCard | UseExtract | UsePreentry | ReportCard) -> None:
    """Read it into a visit of its own; what gave nobody leaves the desk as it was. Answers from home say what for."""
    match action:
        case ReportCard():
            use_source(turn, action)
        case UsePreentry():
            from kiosk.flow.from_home import use_preentry

            start(turn, StartVisit(event=action.event, people=len(action.persons)))
            if turn.snapshot is not None:
                use_preentry(turn, action)
        case UseExtract() if not action.persons:
            return
        case UseCard() | UseExtract():
            begin(turn)
            use_source(turn, action)
            leave_empty(turn)


def leave_empty(turn: Turn) -> None:
    """A visit without a purpose that nobody stands in is none."""
    if turn.snapshot is None or turn.case.event or turn.case.ledger.facts or turn.state.proposal is not None:
        return
    notices = turn.notices
    end(turn)
    turn.jobs[:] = [job for job in turn.jobs if not isinstance(job, TakeSlip)]
    turn.notices = notices
