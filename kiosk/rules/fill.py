"""様式への転記: one set of facts fills every box of every form that the plan needs; nothing is written twice."""

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.fact import Fact, Signature
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.model.numbers import holds_my_number
from kiosk.model.path import parse, person_path
from kiosk.model.plan import Plan
from kiosk.model.template import Box, Kind, Repeat, Template
from kiosk.rules.calendars import form_of
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts, Group
from kiosk.rules.keys import ROLE_FACTS, tells_calendar
from kiosk.rules.open_questions import askable, open_facts
from kiosk.rules.transforms import date_parts, fill_in, holes, marks, words

_ROLE_PATHS = frozenset({*ROLE_FACTS.values(), "jido.spouse"})
_OPEN = (BoxState.MISSING, BoxState.HELD)  # what they wait for may be known now, wherever it stands
ROLE_LETTERS = {"A": "case.applicant", "H": "household.head", "S": "household.spouse"}


def fill(facts: Facts, plan: Plan, previous: tuple[FilledForm, ...] = ()) -> tuple[FilledForm, ...]:
    """Every form of every procedure that is filed, in plan order; a form that several procedures need is filled once.

    Boxes of `previous` that depend on nothing that changed are taken over.
    """
    before = {form.key: form for form in previous}
    return tuple(form for template in needed_templates(facts, plan) for form in fill_form(facts, template, before))


def needed_templates(facts: Facts, plan: Plan) -> tuple[Template, ...]:
    """The templates of every form that a filed procedure names, each once, in plan order."""
    names = dict.fromkeys(form for outcome in plan.filed for form in outcome.forms)
    return tuple(template for name in names if (template := template_of(facts, name)) is not None)


def fill_form(facts: Facts, template: Template, before: Mapping[str, FilledForm]) -> Iterator[FilledForm]:
    """The copies of one form: one for the case, or one per member of its group."""
    name = template.id
    untouched = facts.untouched(facts.book.form_closure(template))
    subjects = ("",) if template.copies == "case" else members(facts, template.copies)[0]
    for subject in subjects:
        old = before.get(f"{name}-{subject}" if subject else name)
        same = untouched and old is not None and old.digest == template.digest
        yield old if old is not None and same else _Filling(facts, template, subject, old).form


def template_of(facts: Facts, name: str) -> Template | None:
    """The version that the case began with, or the newest valid one."""
    version = facts.case.templates.get(name)
    if version is not None:
        return facts.book.templates.get((name, version))
    return facts.book.template(name, facts.case.today)


def members(facts: Facts, group: str) -> Group:
    """The members of a group (P, C, SC, K, AD), the facts that are missing to be sure, and whether it is sure.

    What was decided for everybody stands while nothing that it looks at changes. What was not is asked again: an answer
    that was held may be open now, and that alone changes no value.
    """
    if group not in facts.groups:
        condition = facts.book.language.rule(facts.book.groups.get(group, ""))
        before = facts.groups_before.get(group)
        stands = before is not None and before[2] and not facts.touched(condition)
        found = before if before is not None and stands else _members(facts, condition)
        facts.groups[group] = before if before is not None and found == before else found
    return facts.groups[group]


def _members(facts: Facts, condition: Expression) -> Group:
    inside, missing, sure = [], dict[str, None](), True
    for person, answer in facts.ask_all(condition).items():
        if answer is True:
            inside.append(person)
        elif isinstance(answer, Unknown):
            sure = False
            missing |= dict.fromkeys(open_facts(facts, condition, person=person))
    return tuple(inside), tuple(missing), sure


def _nobody(facts: Mapping[str, Fact | None], who: frozenset[str]) -> bool:
    """Whether a box is about somebody who is no member of the visit (配偶者が来庁の世帯にいない): staff complete it."""
    return any(path in who and fact is not None and fact.value == "" for path, fact in facts.items())


@dataclass(frozen=True)
class _Filling:
    """One copy of one template being filled; `subject` is the member it is for, if it is one member's."""

    facts: Facts
    template: Template
    subject: str
    before: FilledForm | None = None

    @property
    def form(self) -> FilledForm:
        boxes = tuple(self._boxes() if self._again is None else self._refilled(self._again))
        if self._again is not None and all(map(operator.is_, boxes, self._again.boxes)):
            return self._again
        return FilledForm.quick(
            template=self.template.id,
            version=self.template.version,
            digest=self.template.digest,
            subject=self.subject,
            sheets=self._sheets,
            boxes=boxes,
        )

    @cached_property
    def _again(self) -> FilledForm | None:
        """The form a keystroke ago, when it has the same rows for the same people and everybody has the same role."""
        facts, before = self.facts, self.before
        if before is None or facts.changed is None or before.digest != self.template.digest:
            return None
        groups = [repeat.group for repeat in self.template.repeats]
        same = all(members(facts, group) is facts.groups_before.get(group) for group in groups)
        return before if same and facts.changed.isdisjoint(self._who) else None

    @cached_property
    def _who(self) -> frozenset[str]:
        """The facts that say who the people of the form are, its own roles included."""
        return _ROLE_PATHS.union(self.template.roles.values())

    def _refilled(self, before: FilledForm) -> Iterator[FilledBox]:
        """The same boxes; those that look at what has changed, or were open, are filled afresh."""
        by_key = self.facts.book.boxes_by_key(self.template)
        touched = frozenset[str]().union(*(by_key.get(key, ()) for key in self.facts.changed_keys))
        first, once = None, None
        for old in before.boxes:
            if old.box not in touched and old.state not in _OPEN:
                yield old
                continue
            box = self._by_id[old.box]
            if old.sheet and not box.repeat and first is not None and once is not None:
                yield old if once is first else once.model_copy(update={"sheet": old.sheet, "counts": False})
                continue
            first, once = old, self._filled(box, old.person, row=old.row, sheet=old.sheet, old=old)
            yield once

    @cached_property
    def _by_id(self) -> dict[str, Box]:
        return {box.id: box for box in self.template.boxes}

    @cached_property
    def _repeats(self) -> dict[str, tuple[Repeat, tuple[str, ...]]]:
        return {repeat.id: (repeat, members(self.facts, repeat.group)[0]) for repeat in self.template.repeats}

    @cached_property
    def _sheets(self) -> int:
        return max([1, *(-(-len(people) // repeat.rows) for repeat, people in self._repeats.values())])

    def _boxes(self) -> Iterator[FilledBox]:
        old = iter(self.before.boxes if self.before and self.before.digest == self.template.digest else ())
        for box in self.template.boxes:
            if not box.repeat:
                once = self._filled(box, self.subject, row=0, sheet=0, old=next(old, None))
                yield once
                for sheet in range(1, self._sheets):
                    next(old, None)
                    yield once.model_copy(update={"sheet": sheet, "counts": False})
                continue
            repeat, people = self._repeats[box.repeat]
            for index, person in enumerate(people):
                row, sheet = index % repeat.rows, index // repeat.rows
                yield self._filled(box, person, row=row, sheet=sheet, old=next(old, None))

    def _filled(self, box: Box, person: str, *, row: int, sheet: int, old: FilledBox | None) -> FilledBox:
        """The box a keystroke ago where it still stands, or a fresh one."""
        place = (box.id, person, row, sheet)
        here = old is not None and (old.box, old.person, old.row, old.sheet) == place
        return (
            old if old is not None and here and self._same(box, old) else self._fresh(box, person, row=row, sheet=sheet)
        )

    def _same(self, box: Box, old: FilledBox) -> bool:
        """Whether a box filled a keystroke ago still stands as it is."""
        changed = self.facts.changed
        if changed is None or old.state in _OPEN or not changed.isdisjoint(old.paths):
            return False
        if not changed.isdisjoint(self._who) or any(map(tells_calendar, self.facts.changed_keys)):
            return False
        return not box.when or not self.facts.touched(self.facts.book.language.rule(box.when))

    def _fresh(self, box: Box, person: str, *, row: int, sheet: int) -> FilledBox:
        state, needs = self._applies(box, person)
        paths = self._paths(box, person) if state is None else ()
        said = {path: self.facts.by_path.get(path) for path in paths}
        fixed = state is None and box.given
        if state is None:
            state, needs = (BoxState.FILLED, ()) if fixed else self._judge(box, said)
        filled = FilledBox.quick(
            box=box.id, no=box.no, person=person, row=row, sheet=sheet, state=state, paths=paths, needs=needs,
            counts=box.counts and box.required != "optional" and not fixed,
            text=box.fixed if fixed else "", marks=(), parts=None, signature=None, source=None,
        )  # fmt: skip
        return self._written(box, filled, said) if state is BoxState.FILLED and not fixed else filled

    def _applies(self, box: Box, person: str) -> tuple[BoxState | None, tuple[str, ...]]:
        """NOT_APPLICABLE, MISSING with what would decide it, HELD, BLANK, or None: the box applies."""
        if box.when:
            condition = self.facts.book.language.rule(box.when)
            answer = self.facts.ask(condition, person or self._role("A"))
            if isinstance(answer, Unknown):
                needs = open_facts(self.facts, condition, person=person or self._role("A"))
                return (BoxState.MISSING if needs else BoxState.HELD), needs
            if answer is not True:
                return BoxState.NOT_APPLICABLE, ()
        return (BoxState.BLANK, ()) if box.kind is Kind.BLANK or not (box.fact or box.given) else (None, ())

    def _judge(self, box: Box, said: dict[str, Fact | None]) -> tuple[BoxState, tuple[str, ...]]:
        facts = self.facts
        if any(facts.held(path) for path in said) or _nobody(said, self._who):
            return BoxState.HELD, ()
        if said and None not in said.values():
            return BoxState.FILLED, ()
        if box.required == "optional":
            return BoxState.NOT_APPLICABLE, ()
        needs = dict.fromkeys(need for path, fact in said.items() if fact is None for need in askable(facts, path))
        waits = needs or box.kind is Kind.SIGNATURE
        return (BoxState.MISSING if waits else BoxState.HELD), tuple(needs)

    def _written(self, box: Box, filled: FilledBox, found: dict[str, Fact | None]) -> FilledBox:
        said = {path: fact for path, fact in found.items() if fact is not None}
        first = next(iter(said.values()))
        value = first.value
        texts = {hole: self._words(box, said[self._path(hole, filled.person)]) for hole in holes(box.fact)}
        text = fill_in(box.fact, texts) if "{" in box.fact else next(iter(texts.values()))
        if holds_my_number(text):  # however it came in: it is on no paper
            return filled.model_copy(update={"state": BoxState.BLANK})
        return filled.model_copy(
            update={
                "text": text,
                "marks": marks(box, value),
                "parts": date_parts(box, value, form=form_of(self.facts, box, first.path)),
                "signature": value if isinstance(value, Signature) else None,
                "source": first.source,
            }
        )

    def _words(self, box: Box, fact: Fact) -> str:
        return words(fact.value, form=form_of(self.facts, box, fact.path))

    def _paths(self, box: Box, person: str) -> tuple[str, ...]:
        return tuple(self._path(hole, person) for hole in holes(box.fact))

    def _path(self, hole: str, person: str) -> str:
        """person[A].kana → person[p1].kana; an unknown role stands for the fact that would name it."""
        letter, key = parse(hole)
        if not letter:
            return hole
        holder = self._role(letter) if letter in ROLE_LETTERS else person
        return person_path(holder, key) if holder else self._role_path(letter)

    def _role_path(self, letter: str) -> str:
        return self.template.roles.get(letter, ROLE_LETTERS.get(letter, ""))

    def _role(self, letter: str) -> str:
        return self.facts.person(self._role_path(letter))
