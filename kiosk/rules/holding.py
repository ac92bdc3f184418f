"""届出の保留: a filing one of whose essential boxes is open or held does not leave, and says what it waits for."""

from collections.abc import Iterator, Mapping, Sequence

from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.model.plan import Outcome, Plan
from kiosk.model.template import Template
from kiosk.rules.facts import Facts
from kiosk.rules.fill import members, template_of
from kiosk.rules.open_questions import held_behind, held_facts
from kiosk.rules.waiting import put_off

_LACKING = (BoxState.MISSING, BoxState.HELD)


def held_back(facts: Facts, plan: Plan, forms: tuple[FilledForm, ...]) -> Plan:
    """The plan as it stands once its forms are filled.

    What lacks an essential fact is HELD when nothing that could still be asked would give it; while a question is open
    it is merely unfinished, and `lacks` says so. What is left for another day is HELD whatever is known.
    """
    by_form: dict[str, list[FilledForm]] = {}
    for form in forms:
        by_form.setdefault(form.template, []).append(form)
    outcomes = tuple(
        _finished(facts, outcome, by_form) if outcome.forms or outcome.later else outcome for outcome in plan.outcomes
    )
    return Plan.model_construct(on=plan.on, outcomes=outcomes)


def _finished(facts: Facts, outcome: Outcome, forms: Mapping[str, list[FilledForm]]) -> Outcome:
    asked, lacks = False, dict[str, None]()
    for name in outcome.forms:
        template = template_of(facts, name)
        if template is not None:
            for still_open, paths in _gaps(facts, template, forms.get(name, ())):
                asked |= still_open
                lacks |= dict.fromkeys(paths)
    if not lacks and not outcome.lacks and not outcome.later:
        return outcome
    return put_off(outcome, lacks, still_asked=asked)


def _gaps(facts: Facts, template: Template, copies: Sequence[FilledForm]) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """What keeps a form from leaving: whether a question is open, and the facts; also who gets a row or a sheet."""
    spared = facts.book.purpose(facts.case).spared
    spares = {box.id for box in template.boxes if spared and box.fact.replace("[P]", "") in spared}
    essential = frozenset(template.essential) - spares
    for copy in copies:
        for box in copy.boxes:
            if box.state in _LACKING and box.box in essential:
                yield bool(box.needs), box.needs or _held(facts, template, box)
    for group in _groups(template, essential):
        _, missing, sure = members(facts, group)
        if not sure:
            condition = facts.book.language.rule(facts.book.groups.get(group, ""))
            held = (path for person in facts.case.persons for path in held_facts(facts, condition, person=person))
            yield bool(missing), missing or tuple(dict.fromkeys(held))


def _groups(template: Template, essential: frozenset[str]) -> Iterator[str]:
    """The groups whose members the form cannot do without: of its sheets, and of its essential rows."""
    if template.copies != "case":
        yield template.copies
    rows = {box.repeat for box in template.boxes if box.repeat and box.id in essential}
    yield from (repeat.group for repeat in template.repeats if repeat.id in rows)


def _held(facts: Facts, template: Template, box: FilledBox) -> tuple[str, ...]:
    """The facts of a held box that were answered わからない; where it is about nobody here, the facts themselves."""
    found = dict.fromkeys(held for path in box.paths for held in held_behind(facts, path))
    if not found and not box.paths:  # whether the box applies is what was not known
        source = next(each for each in template.boxes if each.id == box.box)
        person = box.person or facts.person("case.applicant")
        found = dict.fromkeys(held_facts(facts, facts.book.language.rule(source.when), person=person))
    return tuple(found) or tuple(path for path in box.paths if facts.value(path) is None) or box.paths
