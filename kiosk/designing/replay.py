"""What residents would get on another day: two runs of the same written visit, compared outcome by outcome."""

import datetime as dt
from collections.abc import Iterator

from kiosk.model.base import Frozen, Issue
from kiosk.model.wareki import to_wareki
from kiosk.rules.snapshot import Snapshot


class Grant(Frozen):
    """One needed procedure: for whom, and until when (a day or words)."""

    name: str
    persons: tuple[str, ...] = ()
    deadline: str = ""


class Result(Frozen):
    """What one run of a visit came to: needed procedures by id, and form versions by form."""

    on: dt.date
    grants: dict[str, Grant]
    forms: dict[str, str]


class Change(Frozen):
    """One difference. `kind` is procedure_added, procedure_removed, variant, persons, deadline, form_added,
    form_removed or form_version; `what` is the procedure or form; `before` and `after` are words."""

    kind: str
    what: str
    name: str = ""
    before: str = ""
    after: str = ""


class Replayed(Frozen):
    """One persona under two days; `issues` are answers that could not be read on one of them."""

    persona: str
    title: str
    against: dt.date
    at: dt.date
    changes: tuple[Change, ...]
    issues: tuple[Issue, ...] = ()


def result(snapshot: Snapshot) -> Result:
    """What a visit came to."""
    grants = {}
    for outcome in snapshot.plan.needed:
        procedure = snapshot.facts.book.procedures[outcome.procedure].turned(snapshot.plan.on, outcome.variant)
        deadline = outcome.deadline
        until = (f"{to_wareki(deadline.due)}まで" if deadline.due else deadline.note) if deadline else ""
        grants[procedure.id] = Grant(name=procedure.name, persons=outcome.persons, deadline=until)
    forms = {form.template: form.version for form in snapshot.forms}
    return Result(on=snapshot.plan.on, grants=grants, forms=forms)


def changes(before: Result, after: Result) -> tuple[Change, ...]:
    """What a resident would get otherwise: procedures, whom they are for, deadlines, forms and their versions."""
    return (*_procedures(before, after), *_kept(before, after), *_forms(before, after))


def _procedures(before: Result, after: Result) -> Iterator[Change]:
    for name in sorted(after.grants.keys() - before.grants.keys()):
        yield Change(kind="procedure_added", what=name, name=after.grants[name].name)
    for name in sorted(before.grants.keys() - after.grants.keys()):
        yield Change(kind="procedure_removed", what=name, name=before.grants[name].name)


def _kept(before: Result, after: Result) -> Iterator[Change]:
    for name, old in before.grants.items():
        new = after.grants.get(name)
        if new is None:
            continue
        if old.name != new.name:
            yield Change(kind="variant", what=name, before=old.name, after=new.name)
        if old.persons != new.persons:
            yield Change(kind="persons", what=name, name=new.name, before=_all(old.persons), after=_all(new.persons))
        if old.deadline != new.deadline:
            yield Change(kind="deadline", what=name, name=new.name, before=old.deadline, after=new.deadline)


def _forms(before: Result, after: Result) -> Iterator[Change]:
    for form in sorted(before.forms.keys() | after.forms.keys()):
        old, new = before.forms.get(form, ""), after.forms.get(form, "")
        if old != new:
            kind = "form_version" if old and new else "form_added" if new else "form_removed"
            yield Change(kind=kind, what=form, before=old, after=new)


def _all(persons: tuple[str, ...]) -> str:
    return "、".join(persons)


_KINDS = {
    "procedure_added": "手続が増える",
    "procedure_removed": "手続がなくなる",
    "variant": "届出の種類が変わる",
    "persons": "対象の方が変わる",
    "deadline": "期限が変わる",
    "form_added": "様式が増える",
    "form_removed": "様式がなくなる",
    "form_version": "様式の版が変わる",
}


def told(change: Change) -> str:
    """A change in words."""
    what = f"{change.what} {change.name}".strip()
    turned = f": {change.before or 'なし'} → {change.after or 'なし'}" if change.before or change.after else ""
    return f"{_KINDS[change.kind]}　{what}{turned}"
