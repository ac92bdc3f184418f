"""The procedure list as `kiosk plan --json` gives it: ids, ISO dates, the counting rule, and the words for people."""

from collections.abc import Mapping
from typing import Any

from kiosk.flow.pages import OutcomeView
from kiosk.flow.plan_views import plan_views
from kiosk.flow.views import Viewer
from kiosk.model.plan import Deadline, Filing, Outcome
from kiosk.rules.contradictions import Contradicting


def plan_document(viewer: Viewer) -> dict[str, Any]:
    """The day, the members and one entry a procedure in counter order; its texts are those that people read."""
    snapshot = viewer.snapshot
    views = {view.id: view for view in plan_views(viewer)}
    return {
        "on": snapshot.plan.on.isoformat(),
        "event": snapshot.case.event,
        "persons": [{"id": person, "name": name} for person, name in viewer.names.items()],
        "procedures": [_procedure(viewer, outcome, views) for outcome in snapshot.plan.outcomes],
        "contradictions": [_contradiction(viewer, each) for each in snapshot.contradictions],
    }


def _procedure(viewer: Viewer, outcome: Outcome, views: Mapping[str, OutcomeView]) -> dict[str, Any]:
    view = views[outcome.procedure]
    return {
        "id": view.id,
        "name": view.name,
        "need": outcome.need.value,
        "wished": outcome.wished,
        "leaves": outcome.leaves,
        "later": outcome.later,
        "reason": view.reason,
        "variant": outcome.variant,
        "persons": list(outcome.persons),
        "names": list(view.persons),
        "undecided_persons": [person for person in outcome.undecided if person],
        "deadline": _deadline(outcome.deadline, view.deadline),
        "department": view.department,
        "fee": view.fee,
        "who": view.who,
        "bring": list(view.bring),
        "forms": list(outcome.forms),
        "form_titles": list(view.forms),
        "missing": [_question(viewer, path) for path in outcome.missing],
        "lacks": [_question(viewer, path) for path in outcome.lacks],
        "filing": _filing(outcome.filing),
        "guide": view.guide,
        "law": view.law,
        "confidence": view.confidence,
    }


def _contradiction(viewer: Viewer, found: Contradicting) -> dict[str, Any]:
    """Answers that cannot be true together or, if `unusual`, seldom are."""
    return {
        "id": found.rule.id,
        "unusual": found.rule.unusual,
        "says": viewer.wording.labels.said(found.rule.says),
        "law": found.rule.basis,
        "answers": [_question(viewer, path) for path in found.paths],
    }


def _question(viewer: Viewer, path: str) -> dict[str, str]:
    return {"path": path, "label": viewer.label(path), "ask": viewer.lack(path)}


def _deadline(deadline: Deadline | None, text: str) -> dict[str, Any] | None:
    """`unrolled` is the last day as counted, before closed days move it; the days are None while none is known."""
    if deadline is None:
        return None
    days = {"due": deadline.due, "unrolled": deadline.raw, "start": deadline.start}
    return {
        "text": text,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "count": deadline.count or None,
        "unit": deadline.unit.value if deadline.count else None,
        "counted_from": deadline.counted_from,
        "first_day_included": deadline.first_day_included,
        "rolls": deadline.rolls,
        "late": deadline.late,
        "law": deadline.law,
        "note": deadline.note,
    }


def _filing(filing: Filing | None) -> dict[str, Any] | None:
    if filing is None:
        return None
    return {
        "may": filing.may,
        "papers": list(filing.papers),
        "identity": filing.identity.value,
        "wait": filing.wait.value,
    }
