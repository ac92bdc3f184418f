"""What a visit is about, said late or said otherwise: the people and all that was said stay, only what follows changes.

Nothing that was said is taken back: an answer that is none for the new purpose does not stand (`kiosk.rules.standing`),
nothing of it is asked, printed or sent, and it stands again with the purpose.
"""

from kiosk.flow.actions import SayAll, StartVisit, Step
from kiosk.flow.bringing import more_people
from kiosk.flow.notices import TWO_VISITS, warning
from kiosk.flow.saying import say_more
from kiosk.flow.turn import Turn
from kiosk.rules.purposes import arranged


def choose(turn: Turn, events: tuple[str, ...]) -> None:
    """A visit about these events; two that are two visits, and none at all, change nothing.

    Nobody signs before what the new purpose asks: the visit goes back to the questions.
    """
    if turn.snapshot is None or turn.state.step is Step.DONE:
        return
    book, case = turn.outside.book, turn.case
    names = arranged(book.events, events)
    if names is None:
        turn.tell(warning(TWO_VISITS))
    elif names and names != case.purposes:
        chosen = case.model_copy(update={"event": names[0], "also": names[1:]})
        procedures = book.purpose(chosen).procedures
        later = tuple(name for name in chosen.later if name in procedures)
        persons = more_people(chosen, book.purpose(chosen).persons)
        turn.change(step=Step.INTERVIEW if turn.state.step is Step.START else turn.state.step)
        turn.retake(chosen.model_copy(update={"later": later, "persons": persons}))
        _forget_unread(turn)
        if turn.state.step is Step.SIGN and turn.now.interview.open:
            turn.change(step=Step.INTERVIEW)


def _forget_unread(turn: Turn) -> None:
    """Words that could not be read are kept only where they are still asked for."""
    asked = {*turn.now.interview.open, *turn.now.facts.by_path}
    turn.change(typed={path: said for path, said in turn.state.typed.items() if path in asked})


def purpose_said(turn: Turn, action: StartVisit) -> None:
    """Those who stand here already sit down."""
    choose(turn, (action.event, *action.also))
    if turn.case.event:
        say_more(turn, SayAll(said=action.said))
