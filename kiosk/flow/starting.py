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
from kiosk.rules.purposes import arranged
from kiosk.rules.snapshot import opened


def start(turn: Turn, action: StartVisit) -> None:
    """A new case on the forms of today, with everything that was said together with its beginning."""
    events = turn.outside.book.events
    names = arranged(events, (action.event, *action.also)) if action.event in events else ()
    if not names:
        return
    begin(turn, names, people=max(events[names[0]].persons, min(action.people, MAX_PERSONS)))
    turn.change(step=Step.INTERVIEW)
    if action.people > MAX_PERSONS:
        turn.tell(people_limit())
    say_more(turn, SayAll(said=action.said))


def begin(turn: Turn, names: tuple[str, ...] = (), *, people: int = 1) -> None:
    """A new case about these events, or about none yet."""
    outside = turn.outside
    case = Case(
        id=outside.clock.new_id(),
        event=names[0] if names else "",
        also=names[1:],
        today=outside.clock.today(),
        persons=tuple(f"p{number}" for number in range(1, people + 1)),
        opened_at=outside.clock.now(),
        clerk=outside.clerk(),
        templates=newest_versions(outside.book, outside.clock.today()),
    )
    end(turn)
    turn.change(case=case, catalogue=outside.catalogue)
    turn.jobs.append(TakeSlip(case.id))
    turn.snapshot = opened(case, book=outside.book)


def end(turn: Turn) -> None:
    """Nobody sits at the desk."""
    turn.state, turn.snapshot = NOBODY, None
