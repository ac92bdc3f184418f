"""確定までに残っていること: everything that still stands between the answers and the signatures, one line each.

It is read off what the page shows anyway, so that the list and the page can never say different things.
"""

from collections.abc import Iterator, Sequence

from kiosk.flow.check_views import conflict_views
from kiosk.flow.contradicted import confirmed
from kiosk.flow.foresight import Foreseen, Foresight
from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.pages import QuestionState, RowGroup, SectionView
from kiosk.flow.plan_views import held_views
from kiosk.flow.returned import returned_views
from kiosk.flow.state import VisitState
from kiosk.flow.views import Viewer
from kiosk.model.path import person_of
from kiosk.rules.contradictions import Contradicting
from kiosk.rules.provenance import origins, repeated

_ASKED = {
    QuestionState.OPEN: Gate.OPEN,
    QuestionState.WRONG: Gate.OPEN,
    QuestionState.HELD: Gate.HELD,
}


def gate(
    viewer: Viewer, state: VisitState, *, ahead: Foresight, sections: Sequence[SectionView], groups: Sequence[RowGroup]
) -> tuple[GateEntry, ...]:
    """The entries by kind, in the order of the interview; held filings by name before the questions they wait for."""
    refused = ahead.known(viewer.snapshot) or ()
    found = (
        *returned_views(viewer, state),
        *_of_filings(viewer),
        *_of_questions(sections, viewer),
        *(GateEntry(kind=Gate.CONFLICT, path=each.path, what=each.label) for each in conflict_views(viewer)),
        *(_contradiction(viewer, each) for each in viewer.snapshot.contradictions),
        *_of_rows(groups),
        *(GateEntry(kind=Gate.PRINT, path=each.where, what=each.message, why=each.allowed) for each in refused),
        *(_caution(viewer, state, each) for each in ahead.cautions(viewer.snapshot)),
    )
    order = list(Gate)
    return tuple(sorted(found, key=lambda entry: order.index(entry.kind)))


def _of_filings(viewer: Viewer) -> Iterator[GateEntry]:
    for view in held_views(viewer):
        why = "　".join(view.lacks or view.missing)
        known = view.held_for
        yield GateEntry(kind=Gate.HELD, id=view.id, what=view.name, why=why, settled=bool(known), reason=known)


def _of_questions(sections: Sequence[SectionView], viewer: Viewer) -> Iterator[GateEntry]:
    """A held question is settled with the filings that wait for it."""
    known = viewer.snapshot.case.held_for
    held = (each for each in viewer.snapshot.plan.held if each.procedure not in known)
    lacking = {path for outcome in held for path in (*outcome.lacks, *outcome.missing)}
    for section in sections:
        for each in section.questions:
            kind = _ASKED.get(each.state)
            if kind is not None:
                settled = kind is Gate.HELD and each.path not in lacking
                who = viewer.names.get(each.person, "")
                yield GateEntry(kind=kind, path=each.path, who=who, what=each.label, settled=settled)


def _of_rows(groups: Sequence[RowGroup]) -> Iterator[GateEntry]:
    """What a card or a paper says and nobody has confirmed yet, or has changed, under the heading of its group."""
    for group in groups:
        for row in group.rows:
            if row.unconfirmed:
                yield GateEntry(kind=Gate.SAID, path=row.path, who=group.label, what=row.label)


def _contradiction(viewer: Viewer, found: Contradicting) -> GateEntry:
    """It leads to the first of its answers that can be asked; only what is unusual can be confirmed."""
    return GateEntry(
        kind=Gate.CONFLICT,
        path=next((path for path in found.paths if viewer.is_asked(path)), ""),
        id=found.id if found.rule.unusual else "",
        what="、".join(viewer.label(path) for path in found.paths),
        why=viewer.wording.labels.said(found.rule.says),
        settled=confirmed(found, viewer.cautioned),
    )


def _caution(viewer: Viewer, state: VisitState, foreseen: Foreseen) -> GateEntry:
    """A caution leads to the answer of its box."""
    issue = foreseen.caution.issue
    path = next(_asked(viewer, foreseen.caution.paths), "")
    return GateEntry(
        kind=Gate.PRINT,
        path=path,
        id=foreseen.id,
        who=viewer.names.get(person_of(path), ""),
        what=f"{viewer.title(foreseen.form.template)} {issue.where}",
        why="　".join(part for part in (issue.message, issue.allowed) if part),
        settled=foreseen.id in state.cautioned,
    )


def _asked(viewer: Viewer, paths: Sequence[str]) -> Iterator[str]:
    """The questions behind the facts of a box, first those whose answer is what it says."""
    facts = viewer.snapshot.facts
    for path in paths:
        behind = (path, *repeated(facts, path), *origins(facts, path))
        yield from (each for each in behind if each in facts.by_path and viewer.is_asked(each))
