"""補正・却下 in a visit: what a receiver sent back, the question behind each thing, and whether it has been seen to.

Context: an answer comes days after the visit; whoever opens the case then must see what is asked for, change exactly
that, and may not send it again with a point forgotten.
Decision: the open points travel with the visit (`VisitState.returned`), read anew from the store whenever it is opened.
A point is settled when one of the answers behind it has been said anew in the correction, or when somebody has said
that it stays as it is (a document that was handed in, a misunderstanding); until all are, nobody signs.
Consequence: what the correction changes leaves as the next revision, which ends the receiver's answer; what it does not
change stays open at the case until somebody says that nothing more is to be done (`CloseAnswers`).
"""

from collections.abc import Iterator

from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.state import VisitState
from kiosk.flow.views import Viewer
from kiosk.model.answer import Returned
from kiosk.model.case import Case
from kiosk.model.path import person_of
from kiosk.model.verdict import Verdict


def unsettled(state: VisitState) -> tuple[Returned, ...]:
    """What nobody has seen to yet."""
    case = state.case
    return () if case is None else tuple(each for each in state.returned if not _settled(state, case, each))


def returned_views(viewer: Viewer, state: VisitState) -> Iterator[GateEntry]:
    """An entry for each thing that was sent back: a jump to its question, where it is one."""
    open_ones = unsettled(state)
    for each in state.returned:
        path = next((path for path in each.paths if viewer.is_asked(path)), "")
        yield GateEntry(
            kind=Gate.RETURNED,
            path=path,
            id=each.id,
            who=viewer.names.get(person_of(path), "") if path else "",
            what=_called(viewer, each),
            why=each.reason,
            settled=each not in open_ones,
        )


def _called(viewer: Viewer, each: Returned) -> str:
    """The application, whether it was refused, and the item as the receiver knows it."""
    labels, procedure = viewer.wording.labels, viewer.snapshot.facts.book.procedures.get(each.procedure)
    name = each.procedure if procedure is None else procedure.labels.get(labels.language, procedure.name)
    name = viewer.wording.words("returned-refused", filing=name) if each.result is Verdict.REJECTED else name
    return "　".join(filter(None, (name, each.item)))


def _settled(state: VisitState, case: Case, each: Returned) -> bool:
    anew = case.ledger.facts[state.accepted :] if not case.state.accepted else ()
    return each.id in state.settled or any(fact.path in each.paths for fact in anew)
