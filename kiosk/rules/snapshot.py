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
from kiosk.model.plan import Outcome, Plan
from kiosk.rules.book import RuleBook
from kiosk.rules.contradictions import Contradicting, contradicting, of_use
from kiosk.rules.facts import Facts
from kiosk.rules.filing import identified
from kiosk.rules.fill import fill, needed_templates
from kiosk.rules.holding import held_back
from kiosk.rules.interview import Interview, interview
from kiosk.rules.keys import CHECKED
from kiosk.rules.plan import Planner
from kiosk.rules.provenance import repeated, taken_over
from kiosk.rules.wants import completing_paths


@dataclass(frozen=True)
class Snapshot:
    """Everything that follows from a case's ledger.

    `judged` is the plan by the rules alone, `plan` what it comes to once the forms are filled: what lacks an essential
    fact does not leave. `forms` are those of everything that is filed, held or not, but what is left for another day;
    `leaving` those that leave.
    """

    facts: Facts
    judged: Plan
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

    def apart(self) -> "Snapshot":
        """The same for another thread: what it finds out is remembered there alone."""
        facts = copy(self.facts)
        facts.asked, facts.behind, facts.groups = dict(facts.asked), dict(facts.behind), dict(facts.groups)
        facts.lacking = dict(facts.lacking)
        facts.activations = {}
        return replace(self, facts=facts)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Open conflicts about people who still belong to the case."""
        members = {"", *self.case.persons}
        return tuple(conflict for conflict in self.case.ledger.conflicts if person_of(conflict.path) in members)

    @cached_property
    def contradictions(self) -> tuple[Contradicting, ...]:
        """Answers in use that contradict each other."""
        found = tuple(contradicting(self.facts))
        return of_use(found, self.used()) if found else ()

    def signatures(self) -> dict[str, list[FilledForm]]:
        """Signature paths that the forms need, with the forms each stands on."""
        return self._signatures

    @cached_property
    def _signatures(self) -> dict[str, list[FilledForm]]:
        found: dict[str, list[FilledForm]] = {}
        for form in self.leaving:
            kinds = self.facts.book.templates[(form.template, form.version)].signature_boxes
            for path in (path for box in form.boxes if box.box in kinds for path in box.paths):
                found.setdefault(path, []).append(form)
        return found

    @property
    def sent(self) -> tuple[Outcome, ...]:
        """The procedures that leave and have forms: a confirmation sends one application for each."""
        return tuple(outcome for outcome in self.plan.leaving if outcome.forms)

    @cached_property
    def leaving(self) -> tuple[FilledForm, ...]:
        """The forms of what is sent: they are printed and signed; those of a held filing are on the screen alone."""
        names = {form for outcome in self.sent for form in outcome.forms}
        return (
            self.forms
            if all(form.template in names for form in self.forms)
            else tuple(form for form in self.forms if form.template in names)
        )

    def missing(self) -> int:
        """Boxes that must be filled before anything may leave; a held answer and a signature are not among them."""
        return sum(box.state is BoxState.MISSING and bool(box.needs) for form in self.forms for box in form.boxes)

    def content_digest(self) -> str:
        """SHA-256 of everything that is printed but the signatures; a signature is bound to it."""
        signed = set(self.signatures())
        lines = [
            (form.key, form.version, form.digest, [_line(box) for box in form.boxes if not signed & set(box.paths)])
            for form in self.leaving
        ]
        return hashlib.sha256(json.dumps(lines, ensure_ascii=False).encode()).hexdigest()

    def used(self) -> frozenset[str]:
        """Paths that active boxes and rules use, and those they took over: nothing else ever leaves the counter."""
        return self._used

    @cached_property
    def _used(self) -> frozenset[str]:
        printed = {path for form in self.forms for box in form.boxes for path in box.paths}
        boxes = printed | {taken_over(self.facts, path) for path in printed}
        boxes |= {answer for path in printed for answer in repeated(self.facts, path)}
        boxes |= {completing for path in printed for completing in completing_paths(self.facts, path)}
        checked = {*CHECKED} if any(identified(outcome) for outcome in self.plan.filed) else set[str]()
        return frozenset(boxes | checked | {path for outcome in self.plan.outcomes for path in outcome.facts})


def opened(case: Case, *, book: RuleBook) -> Snapshot:
    """A case of which nothing was worked out yet: what whoever knows many answers at once begins with."""
    plan = Plan.model_construct(on=case.today, outcomes=())
    return Snapshot(Facts(case, book, only=frozenset()), plan, plan, (), Interview((), {}))


def take(case: Case, *, book: RuleBook, planner: Planner, previous: Snapshot | None = None) -> Snapshot:
    """Compute everything from the ledger; with the previous snapshot of the same case, only what has changed."""
    before = previous if previous is not None and previous.case.id == case.id else None
    facts = Facts(case, book, before.facts if before else None, only=book.rule_keys(case))
    judged = planner.plan(facts, before.judged if before else None)
    for template in needed_templates(facts, judged):
        facts.extend(book.form_keys(template))
    facts.settle()
    forms = fill(facts, judged, before.forms if before else ())
    plan, forms = held_back(facts, judged, forms), _of_today(judged, forms)
    return Snapshot(facts, judged, plan, forms, interview(facts, judged, forms))


def _of_today(judged: Plan, forms: tuple[FilledForm, ...]) -> tuple[FilledForm, ...]:
    """Without the forms that only what is left for another day has: nothing is asked, shown or sent for them."""
    if judged.filed == judged.asked:
        return forms
    names = {form for outcome in judged.asked for form in outcome.forms}
    return tuple(form for form in forms if form.template in names)


def _line(box: FilledBox) -> tuple[object, ...]:
    return (box.box, box.person, box.row, box.sheet, box.text, box.marks, box.parts)
