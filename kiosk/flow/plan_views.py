"""The procedure list in words: what is needed, for whom, by when, where, and what to bring."""

from kiosk.flow.billing import free_for
from kiosk.flow.pages import OutcomeView
from kiosk.flow.views import Viewer
from kiosk.model.held_for import HeldFor
from kiosk.model.message import Code, Label, Said
from kiosk.model.path import key_of, person_of
from kiosk.model.plan import Deadline, Outcome
from kiosk.model.procedure import Unit
from kiosk.model.remarks import for_residents
from kiosk.model.wareki import to_wareki

LATER, LEFT_OUT = Code("plan-later-reason"), Code("plan-left-out", "people", "why")
CLOSED, ROLLED = Code("deadline-closed"), Code("deadline-rolled", "date")
_PAPERS, _ASK = Code("held-for-papers"), Code("held-for-ask")
_OFFICE, _WISH = Code("held-for-office"), Code("held-for-wish")
USUAL = {
    HeldFor.PAPERS.value: _PAPERS,
    HeldFor.ASK.value: _ASK,
    HeldFor.OFFICE.value: _OFFICE,
    HeldFor.WISH.value: _WISH,
}
"""What stands for the usual reasons why a filing waits."""
UNTIL = Code("deadline-until", "date", "year", "month", "day")
DAYS_AFTER = Code("deadline-days-after", "start", "n")
DAYS_FROM = Code("deadline-days-from", "start", "n")
MONTHS_AFTER = Code("deadline-months-after", "start", "n")
MONTHS_FROM = Code("deadline-months-from", "start", "n")
YEARS_AFTER = Code("deadline-years-after", "start", "n")
YEARS_FROM = Code("deadline-years-from", "start", "n")
_WITHIN = {
    (Unit.DAY, False): DAYS_AFTER,
    (Unit.DAY, True): DAYS_FROM,
    (Unit.MONTH, False): MONTHS_AFTER,
    (Unit.MONTH, True): MONTHS_FROM,
    (Unit.YEAR, False): YEARS_AFTER,
    (Unit.YEAR, True): YEARS_FROM,
}


def plan_views(viewer: Viewer) -> tuple[OutcomeView, ...]:
    """The rows of the list; one that has not changed is the same object as in the page before."""
    return tuple(_kept(viewer, outcome) for outcome in viewer.snapshot.plan.outcomes)


def held_views(viewer: Viewer) -> tuple[OutcomeView, ...]:
    """What this visit cannot finish, with what is missing, until when, and what to bring."""
    return tuple(_kept(viewer, outcome) for outcome in viewer.snapshot.plan.held)


def _kept(viewer: Viewer, outcome: Outcome) -> OutcomeView:
    case, memo, name = viewer.snapshot.case, viewer.memo.outcomes, outcome.procedure
    why = case.held_for.get(name, ""), case.free_for.get(name, ""), case.fee_left.get(name, 0)
    lacks = tuple(viewer.lack(path) for path in outcome.lacks)
    named = tuple(viewer.names.get(each, "") for each in (*outcome.persons, *map(person_of, outcome.missing)))
    seen = (outcome, named, _left_out(viewer, outcome), why, lacks)
    kept = memo.get(outcome.procedure)
    if kept is None or kept[0] != seen:
        kept = memo[outcome.procedure] = (seen, _outcome(viewer, outcome))
    return kept[1]


def _outcome(viewer: Viewer, outcome: Outcome) -> OutcomeView:
    plan, wording = viewer.snapshot.plan, viewer.wording
    procedure = viewer.snapshot.facts.book.procedures[outcome.procedure].turned(plan.on, outcome.variant)
    version = procedure.taken(plan.on, outcome.variant)
    deadline, said = outcome.deadline, wording.labels.said
    return OutcomeView(
        id=procedure.id,
        name=procedure.labels.get(wording.labels.language, procedure.name),
        need=outcome.need,
        reason=_reason(viewer, outcome),
        persons=tuple(viewer.names[person] for person in outcome.persons),
        deadline=told_deadline(viewer, deadline),
        dated=deadline is not None and (deadline.due is not None or bool(deadline.count and deadline.counted_from)),
        late=deadline is not None and deadline.late,
        department=said(procedure.department),
        fee=said(procedure.fee),
        who=said(version.who) if version else "",
        bring=tuple(map(said, outcome.bring)),
        forms=tuple(title for form in outcome.forms if (title := viewer.title(form))),
        missing=tuple(viewer.label(path) for path in outcome.missing),
        lacks=tuple(viewer.lack(path) for path in outcome.lacks),
        wished=outcome.wished,
        guide=said(version.guide) if version else "",
        confidence=procedure.confidence,
        law=procedure.law,
        may_file=outcome.filing.may if outcome.filing else None,
        papers=tuple(map(said, outcome.filing.papers)) if outcome.filing else (),
        identity=outcome.filing.identity.value if outcome.filing else "",
        later=outcome.later,
        waitable=outcome.waitable,
        held_for=held_for(viewer, outcome.procedure),
        charged=outcome.leaves and bool(version and version.charges),
        free_for=free_for(viewer.snapshot.case.free_for.get(outcome.procedure, ""), viewer.wording.say),
        fee_left=viewer.snapshot.case.fee_left.get(outcome.procedure, 0),
    )


def held_for(viewer: Viewer, procedure: str) -> str:
    """Why a filing was accepted as held: a usual reason in words, or what was said; empty while it was not."""
    why = viewer.snapshot.case.held_for.get(procedure, "")
    return viewer.wording.say(USUAL[why]()) if why in USUAL else why


def _reason(viewer: Viewer, outcome: Outcome) -> str:
    """Why it is needed or not; who is not on it, and why."""
    if outcome.later:
        return viewer.wording.say(LATER())
    left = _left_out(viewer, outcome)
    return "　".join(part for part in (viewer.wording.labels.said(outcome.reason), left) if part)


def _left_out(viewer: Viewer, outcome: Outcome) -> str:
    """A sentence about the people whom the filing leaves out; empty where it leaves out nobody."""
    plan, facts = viewer.snapshot.plan, viewer.snapshot.facts
    version = facts.book.procedures[outcome.procedure].taken(plan.on, outcome.variant)
    rule = version.left_out if version else None
    if rule is None or not outcome.need.applies:
        return ""
    found = facts.ask_all(facts.book.language.rule(rule.when))
    named = "、".join(viewer.names[person] for person, left in found.items() if left is True)
    return viewer.wording.say(LEFT_OUT(people=Said(named), why=viewer.wording.labels.said(rule.why))) if named else ""


def told_deadline(viewer: Viewer, deadline: Deadline | None, *, residents: bool = False) -> str:
    """The last day and the remark; for residents whether the office is closed then, without the office's words."""
    if deadline is None:
        return ""
    due, note = deadline.due, viewer.wording.labels.said(deadline.note)
    day = UNTIL(date=to_wareki(due), year=str(due.year), month=due.month, day=due.day) if due else None
    if day is None and deadline.count and deadline.counted_from:  # the first day is not known: the law's clock in words
        label = viewer.wording.name(Label(key_of(deadline.counted_from)))
        day = _WITHIN[deadline.unit, deadline.first_day_included](start=label, n=deadline.count)
    said = viewer.wording.say(day) if day else ""
    if not residents:
        return "　".join(part for part in (said, note) if part)
    return "　".join(part for part in (said + _closed(viewer, deadline), for_residents(note)) if part)


def _closed(viewer: Viewer, deadline: Deadline) -> str:
    """That the period ends on a day on which the office is closed."""
    if not deadline.closed or deadline.raw is None:
        return ""
    raw = deadline.raw
    return viewer.wording.say(CLOSED() if raw == deadline.due else ROLLED(date=to_wareki(raw)))
