"""補正・却下 in a visit: what a receiver sent back, the question behind each thing, and whether it has been seen to.

Context: an answer comes days after the visit; whoever opens the case then must see what is asked for, change exactly
that, and may not send it again with a point forgotten.
Decision: the open points travel with the visit (`VisitState.returned`), read anew from the store whenever it is opened.
A point is settled when one of the answers behind it has been said anew in the correction, or when somebody has said
that it stays as it is (a document that was handed in, a misunderstanding); until all are, nobody signs.
What was refused (却下) is not settled by another answer: it leaves again only where somebody files it again, with a
reason (`FileAgain`), also long after its answer was closed; otherwise it stays refused, whatever else is corrected.
Consequence: what the correction changes leaves as the next revision, which ends the receiver's answer; what it does not
change stays open at the case until somebody says that nothing more is to be done (`CloseAnswers`).
"""

from collections.abc import Iterator, Sequence

from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.state import VisitState
from kiosk.flow.views import Viewer
from kiosk.model.answer import Returned
from kiosk.model.case import Case
from kiosk.model.path import person_of
from kiosk.model.verdict import Verdict
from kiosk.rules.snapshot import Snapshot


def unsettled(state: VisitState) -> tuple[Returned, ...]:
    """What nobody has seen to yet."""
    case = state.case
    return () if case is None else tuple(each for each in state.returned if not _settled(state, case, each))


def still_wanted(state: VisitState) -> tuple[Returned, ...]:
    """What receivers still wait for: not what is over and merely stands refused."""
    return tuple(each for each in state.returned if not each.over)


def returned_views(viewer: Viewer, state: VisitState, *, only: Sequence[Returned] | None = None) -> Iterator[GateEntry]:
    """An entry for each thing that was sent back, or for those `only`: a jump to its question, where it is one."""
    open_ones, again = unsettled(state), refused(state, viewer.snapshot)
    for each in state.returned if only is None else only:
        name, path = _called(viewer, each), next((path for path in each.paths if viewer.is_asked(path)), "")
        yield GateEntry(
            kind=Gate.RETURNED,
            path=path,
            id=each.id,
            who=viewer.names.get(person_of(path), "") if path else "",
            what="　".join(filter(None, (name, each.item))),
            filing=name,
            why=each.reason,
            settled=each not in open_ones,
            refused=each.procedure if _rejected(each) and each.procedure in again else "",
            reason=viewer.snapshot.case.filed_again.get(each.procedure, ""),
        )


def stand_refused(state: VisitState) -> tuple[Returned, ...]:
    """What is left of it when nothing more is to be done: what was refused stays refused."""
    return tuple(each.model_copy(update={"over": True}) for each in state.returned if _rejected(each))


def refused(state: VisitState, snapshot: Snapshot) -> frozenset[str]:
    """The procedures that stand refused and could be filed again: they are still among what this visit sends."""
    return frozenset(each.procedure for each in state.returned if _rejected(each)) & {
        outcome.procedure for outcome in snapshot.sent
    }


def _called(viewer: Viewer, each: Returned) -> str:
    """The application, and whether it was refused."""
    labels, procedure = viewer.wording.labels, viewer.snapshot.facts.book.procedures.get(each.procedure)
    name = each.procedure if procedure is None else procedure.labels.get(labels.language, procedure.name)
    return viewer.wording.words("returned-refused", filing=name) if _rejected(each) else name


def _settled(state: VisitState, case: Case, each: Returned) -> bool:
    if each.over or each.id in state.settled:
        return True
    if case.state.accepted:
        return False
    if _rejected(each):
        return each.procedure in case.filed_again
    return any(fact.path in each.paths for fact in case.ledger.facts[state.accepted :])


def _rejected(each: Returned) -> bool:
    return each.result is Verdict.REJECTED
