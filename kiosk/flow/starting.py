"""How a visit begins, and that it is over."""

from kiosk.flow.actions import SayAll, StartVisit, Step
from kiosk.flow.case_checks import newest_versions
from kiosk.flow.jobs import TakeSlip
from kiosk.flow.notices import people_limit
from kiosk.flow.saying import say_more
from kiosk.flow.state import NOBODY
from kiosk.flow.turn import Turn
from kiosk.model.case import Case
from kiosk.model.limits import MAX_PERSONS
from kiosk.rules.snapshot import opened


def start(turn: Turn, action: StartVisit) -> None:
    """A new case on the forms of today, with everything that was said together with its beginning."""
    outside, event = turn.outside, turn.outside.book.events.get(action.event)
    if event is None:
        return
    people = max(event.persons, min(action.people, MAX_PERSONS))
    case = Case(
        id=outside.clock.new_id(),
        event=event.id,
        today=outside.clock.today(),
        persons=tuple(f"p{number}" for number in range(1, people + 1)),
        opened_at=outside.clock.now(),
        clerk=outside.clerk(),
        templates=newest_versions(outside.book, outside.clock.today()),
    )
    end(turn)
    turn.change(case=case, step=Step.INTERVIEW, catalogue=outside.catalogue)
    turn.jobs.append(TakeSlip(case.id))
    turn.snapshot = opened(case, book=outside.book)
    if action.people > MAX_PERSONS:
        turn.tell(people_limit())
    say_more(turn, SayAll(said=action.said))


def end(turn: Turn) -> None:
    """Nobody sits at the desk."""
    turn.state, turn.snapshot = NOBODY, None
