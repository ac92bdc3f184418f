"""窓口: the visit as the clerk's window shows it."""

from kiosk.flow.about import purpose_names
from kiosk.flow.case_checks import asked
from kiosk.flow.check_views import conflict_views, row_groups
from kiosk.flow.foresight import Foresight
from kiosk.flow.gate import gate
from kiosk.flow.leaving import unaccepted
from kiosk.flow.memo import Memo
from kiosk.flow.obstacles import LOOKED_THROUGH, ready
from kiosk.flow.pages import CounterPage, Notice
from kiosk.flow.plan_views import held_views, plan_views
from kiosk.flow.proposal_views import proposal_view
from kiosk.flow.returned import returned_views, still_wanted
from kiosk.flow.signing import seconded
from kiosk.flow.sources import by_agent
from kiosk.flow.state import VisitState
from kiosk.flow.tiles import tiles
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.case import CaseState
from kiosk.rules.snapshot import Snapshot


def _suggested(snapshot: Snapshot) -> str:
    """What the people who stand here are likely here for, while nobody has said it."""
    read = {fact.source.value for fact in snapshot.case.ledger.facts} if not snapshot.case.event else frozenset[str]()
    return next((name for name, event in snapshot.facts.book.events.items() if event.suggested_by in read), "")


def _joining(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(name for name, event in snapshot.facts.book.events.items() if event.joins is not None)


def counter_page(
    state: VisitState,
    snapshot: Snapshot | None,
    *,
    wording: Wording,
    notices: tuple[Notice, ...],
    memo: Memo,
    ahead: Foresight,
    second_check: frozenset[str] = frozenset(),
) -> CounterPage:
    """The page of this moment; a question that has not changed is the same object as in the page before (`memo`).

    From the check of the answers on, it says what would go wrong later (`ahead`).
    """
    if snapshot is None:
        return CounterPage(step=state.step, notices=notices)
    viewer = Viewer(snapshot, wording, state.typed, state.approved, state.changed, state.silent, memo, state.cautioned)
    event = snapshot.facts.book.purpose(snapshot.case)
    checked = state.step in LOOKED_THROUGH
    found = ahead.known(snapshot) if checked else ()
    sections, conflicts, held = viewer.sections(), conflict_views(viewer), held_views(viewer)
    groups = row_groups(viewer) if checked else ()
    return CounterPage(
        step=state.step,
        event=event.id,
        event_name=wording.labels.said(event.name) if event.name else "",
        purposes=snapshot.case.purposes,
        purpose_names=purpose_names(snapshot, wording),
        suggested=_suggested(snapshot),
        slip=snapshot.case.slip,
        revision=snapshot.case.revision,
        language=str(snapshot.facts.value("case.language") or ""),
        persons=viewer.people(),
        tiles=tiles(viewer),
        joining=_joining(snapshot),
        sections=sections,
        asked=asked(snapshot.case),
        left=len(snapshot.interview.open),
        outcomes=plan_views(viewer),
        forms=snapshot.forms,
        conflicts=conflicts,
        groups=groups,
        signers=viewer.signers(),
        notices=notices,
        sent=len(snapshot.sent),
        held=held,
        gate=gate(viewer, state, ahead=ahead, sections=sections, groups=groups) if checked else (),
        returned=tuple(returned_views(viewer, state, only=still_wanted(state))),
        second=_named(viewer, seconded(snapshot, second_check)),
        unaccepted=unaccepted(snapshot),
        issues=found or (),
        examining=found is None,
        can_confirm=ready(state, snapshot, ahead),
        confirming=state.confirming,
        proposal=proposal_view(viewer, state.proposal),
        by_agent=by_agent(snapshot.case),
        withdrawn=snapshot.case.corrected_for if snapshot.case.state is CaseState.WITHDRAWN else None,
    )


def _named(viewer: Viewer, procedures: tuple[str, ...]) -> tuple[str, ...]:
    """The names of procedures, as the list has them."""
    return tuple(view.name for view in plan_views(viewer) if view.id in procedures) if procedures else ()
