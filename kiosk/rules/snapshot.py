"""A case seen at one moment: what is known, planned, filled and still open - computed together, once per change."""

import hashlib
import json
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

from kiosk.model.case import Case
from kiosk.model.fact import Conflict
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.model.path import person_of
from kiosk.model.procedure import Outcome, Plan
from kiosk.rules.book import RuleBook
from kiosk.rules.facts import Facts
from kiosk.rules.filing import identified
from kiosk.rules.fill import fill, needed_templates
from kiosk.rules.interview import Interview, interview
from kiosk.rules.plan import Planner
from kiosk.rules.provenance import taken_over
from kiosk.rules.roles import CHECKED


@dataclass(frozen=True)
class Snapshot:
    """Everything that follows from a case's ledger."""

    facts: Facts
    plan: Plan
    forms: tuple[FilledForm, ...]
    interview: Interview

    @property
    def case(self) -> Case:
        """The case it was taken of."""
        return self.facts.case

    def with_case(self, case: Case) -> "Snapshot":
        """The same for another state of the case, nothing worked out anew."""
        facts = copy(self.facts)
        facts.case = case
        return replace(self, facts=facts)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Open conflicts about people who still belong to the case."""
        members = {"", *self.case.persons}
        return tuple(conflict for conflict in self.case.ledger.conflicts if person_of(conflict.path) in members)

    def signatures(self) -> dict[str, list[FilledForm]]:
        """Signature paths that the forms need, with the forms each stands on."""
        return self._signatures

    @cached_property
    def _signatures(self) -> dict[str, list[FilledForm]]:
        found: dict[str, list[FilledForm]] = {}
        for form in self.forms:
            kinds = self.facts.book.templates[(form.template, form.version)].signature_boxes
            for path in (path for box in form.boxes if box.box in kinds for path in box.paths):
                found.setdefault(path, []).append(form)
        return found

    @property
    def sent(self) -> tuple[Outcome, ...]:
        """The filed procedures that have forms: a confirmation sends one application for each."""
        return tuple(outcome for outcome in self.plan.filed if outcome.forms)

    def missing(self) -> int:
        """Boxes that must be filled before anything may leave; a held answer and a signature are not among them."""
        signed = set(self.signatures())
        return sum(
            box.state is BoxState.MISSING and not signed & set(box.paths) for form in self.forms for box in form.boxes
        )

    def content_digest(self) -> str:
        """SHA-256 of everything that is printed but the signatures; a signature is bound to it."""
        signed = set(self.signatures())
        lines = [
            (form.key, form.version, form.digest, [_line(box) for box in form.boxes if not signed & set(box.paths)])
            for form in self.forms
        ]
        return hashlib.sha256(json.dumps(lines, ensure_ascii=False).encode()).hexdigest()

    def used(self) -> frozenset[str]:
        """Paths that active boxes and rules use, and those they took over: nothing else ever leaves the counter."""
        printed = {path for form in self.forms for box in form.boxes for path in box.paths}
        boxes = printed | {taken_over(self.facts, path) for path in printed}
        checked = {*CHECKED} if any(identified(outcome) for outcome in self.plan.filed) else set()
        return frozenset(boxes | checked | {path for outcome in self.plan.outcomes for path in outcome.facts})


def take(case: Case, *, book: RuleBook, planner: Planner, previous: Snapshot | None = None) -> Snapshot:
    """Compute everything from the ledger; with the previous snapshot of the same case, only what has changed."""
    before = previous if previous is not None and previous.case.id == case.id else None
    facts = Facts(case, book, before.facts if before else None, only=book.rule_keys(case.event))
    plan = planner.plan(facts, before.plan if before else None)
    for template in needed_templates(facts, plan):
        facts.extend(book.form_keys(template))
    facts.settle()
    forms = fill(facts, plan, before.forms if before else ())
    return Snapshot(facts, plan, forms, interview(facts, plan, forms))


def _line(box: FilledBox) -> tuple[object, ...]:
    return (box.box, box.person, box.row, box.sheet, box.text, box.marks, box.parts)
