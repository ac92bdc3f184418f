"""What waits for what: every gap in a case, the question that would help to close it, and whether it is unavoidable."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.model.address import Address
from kiosk.model.address_parts import lacks_lot, lacks_prefecture
from kiosk.model.filled import FilledBox, FilledForm
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.plan import Outcome, Plan
from kiosk.model.source import Source
from kiosk.model.template import Box
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.fill import members, template_of
from kiosk.rules.lying import lies_inside, lies_outside
from kiosk.rules.open_questions import askable, open_facts
from kiosk.rules.plan import turn_of
from kiosk.rules.provenance import origins


@dataclass(frozen=True)
class Want:
    """One gap that an answer helps to close: `who` is the event, procedure or form that waits for it.

    `gaps` is for how many members; `certain`: the gap cannot be closed without this answer, whatever else is said;
    `first`: without it nothing else is worth asking - an opening fact, or who may file.
    """

    path: str
    who: str
    gaps: int = 1
    certain: bool = False
    first: bool = False


def wants(facts: Facts, plan: Plan, forms: Iterable[FilledForm]) -> Iterator[Want]:
    """Every gap: of the event's opening, of undecided rules and conditions, of boxes, of who gets a row or a sheet."""
    event = facts.book.purpose(facts.case)
    for path in _openings(facts, event.opening):
        yield from (Want(found, event.id, first=True) for found in askable(facts, path))
    for outcome in plan.outcomes:
        yield from _of_rule(facts, outcome)
    for outcome in plan.asked:
        yield from _of_conditions(facts, outcome)
    for outcome in plan.offered:
        yield from _of_wish(facts, outcome)
    for form in forms:
        yield from _of_form(facts, form)
    for name in dict.fromkeys(form for outcome in plan.asked for form in outcome.forms):
        yield from _of_groups(facts, name)
    yield from _beside(facts, forms)
    yield from _unfinished(facts, forms)


def _openings(facts: Facts, keys: Iterable[str]) -> Iterator[str]:
    """The paths of an event's opening facts; one about a person is asked of every member."""
    for key in keys:
        yield from [person_path(each, key) for each in facts.case.persons] if key.startswith("person.") else [key]


def _of_rule(facts: Facts, outcome: Outcome) -> Iterator[Want]:
    procedure = facts.book.procedures[outcome.procedure]
    version = procedure.at(facts.case.today)
    if outcome.missing and version:
        rule = facts.book.language.rule(version.when)
        certain = unavoidable(facts, rule, outcome.missing, person=outcome.undecided[0])
        for path in outcome.missing:
            yield Want(path, procedure.id, gaps=1 if person_of(path) else len(outcome.undecided), certain=certain)
    who_files = outcome.filing.missing if outcome.filing else ()
    yield from (Want(path, procedure.id, first=True) for path in who_files)


def _of_conditions(facts: Facts, outcome: Outcome) -> Iterator[Want]:
    """Facts that decide what a needed procedure becomes (its variants) and which of its forms it uses (form_when)."""
    version = facts.book.procedures[outcome.procedure].at(facts.case.today)
    if version is None:
        return
    yield from (Want(path, outcome.procedure) for path in turn_of(facts, version).missing)
    for text in version.form_when.values():
        rule = facts.book.language.rule(text)
        answer = facts.ask(rule)
        if isinstance(answer, Unknown):
            missing = open_facts(facts, rule)
            certain = unavoidable(facts, rule, missing, person="")
            yield from (Want(path, outcome.procedure, certain=certain) for path in missing)


def _of_wish(facts: Facts, outcome: Outcome) -> Iterator[Want]:
    """Facts that tell whether somebody wants what nobody has to have."""
    version = facts.book.procedures[outcome.procedure].taken(facts.case.today, outcome.variant)
    if version is not None and version.wish:
        rule = facts.book.language.rule(version.wish)
        yield from (Want(path, outcome.procedure) for path in open_facts(facts, rule))


def _of_form(facts: Facts, form: FilledForm) -> Iterator[Want]:
    boxes = {box.id: box for box in facts.book.templates[(form.template, form.version)].boxes}
    for filled in form.boxes:
        if filled.needs:
            certain = _of_box(facts, boxes[filled.box], filled)
            yield from (Want(path, form.template, certain=path in certain) for path in filled.needs)


def _beside(facts: Facts, forms: Iterable[FilledForm]) -> Iterator[Want]:
    """What completes a fact that a form shows: where a name divides."""
    beside = facts.book.vocabulary.beside
    shown = {path: form for form in forms for box in form.boxes for path in box.paths if key_of(path) in beside}
    for path, form in shown.items():
        if facts.value(path):
            for completing in completing_paths(facts, path):
                yield from (Want(found, form.template, certain=True) for found in askable(facts, completing))


def _unfinished(facts: Facts, forms: Iterable[FilledForm]) -> Iterator[Want]:
    """Addresses of a form that say no prefecture, end before their 番地 (who moves out may tell a city alone), or do
    not lie where the purpose wants them.
    """
    event, city = facts.book.purpose(facts.case), facts.book.city
    found = ((path, fact) for path, fact in facts.by_path.items() if fact.source is not Source.DERIVED)
    places = {path: fact.value for path, fact in found if isinstance(fact.value, Address)}
    short = {
        path
        for path, place in places.items()
        if lacks_prefecture(place)
        or (key_of(path) not in event.outside and lacks_lot(place))
        or (place.city and lies_outside(key_of(path), place, event=event, city=city))
        or lies_inside(key_of(path), place, event=event, city=city)
    }
    shown = {path: form for form in forms for box in form.boxes for path in box.paths} if short else {}
    for path, form in shown.items():
        yield from (Want(each, form.template, certain=True) for each in origins(facts, path) if each in short)


def completing_paths(facts: Facts, path: str) -> Iterator[str]:
    """The paths that complete a fact, where their condition does not say no; not what follows of it by itself."""
    for item in facts.book.vocabulary.beside.get(key_of(path), ()):
        own = person_path(person_of(path), item.key)
        known = facts.by_path.get(own)
        if known is not None and known.source is Source.DERIVED:
            continue
        condition = facts.book.language.rule(item.beside_when or "true")
        if facts.ask(condition, person_of(path)) is not False:
            yield own


def _of_box(facts: Facts, box: Box, filled: FilledBox) -> frozenset[str]:
    """The needs of a missing box that are certain: the box applies and nothing else gives its fact."""
    if not filled.paths:
        condition = facts.book.language.rule(box.when)
        person = filled.person or facts.person("case.applicant")
        return frozenset(filled.needs if unavoidable(facts, condition, filled.needs, person=person) else ())
    direct = {path for path in filled.paths if path in filled.needs and not _may_follow(facts, path)}
    behind = [path for path in filled.paths if path not in filled.needs and path not in facts.by_path]
    others = [path for path in filled.needs if path not in filled.paths]
    if len(behind) == 1 and len(others) == 1:
        derived = facts.book.derivation.get(key_of(behind[0]))
        direct |= set(others) if derived and facts.book.strict(derived.value) else set()
    return frozenset(direct)


def _may_follow(facts: Facts, path: str) -> bool:
    """Whether a fact that can be asked may still follow from other answers."""
    derived = facts.book.derivation.get(key_of(path))
    return derived is not None and bool(open_facts(facts, derived.value, person=person_of(path), every=True))


def _of_groups(facts: Facts, form: str) -> Iterator[Want]:
    """Facts that decide who gets a row or a sheet of a form."""
    template = template_of(facts, form)
    if template is None:
        return
    for group in template.groups:
        missing = members(facts, group)[1]
        if missing:
            condition = facts.book.language.rule(facts.book.groups[group])
            person = person_of(missing[0]) or facts.case.persons[0]
            certain = unavoidable(facts, condition, missing, person=person)
            yield from (Want(path, form, certain=certain) for path in missing)


# ---- certainty -----------------------------------------------------------------------------------------------------
def unavoidable(facts: Facts, rule: Expression, missing: tuple[str, ...], *, person: str) -> bool:
    """Whether an undecided rule, put to a person or to the case, cannot do without what it stumbled over.

    One kind of fact is missing, and either the rule never skips an operand or no other fact is open in it.
    """
    if len({key_of(path) for path in missing}) != 1:
        return False
    if facts.book.strict(rule):
        return True
    anything = open_facts(facts, rule, person=person, every=True)
    return len(anything) == 1 and anything[0] in missing
