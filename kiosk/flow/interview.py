"""聞き取り: what to ask next - only what an undecided rule or an unfilled required box still needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.flow.fill import members, template_of
from kiosk.flow.known import Known
from kiosk.flow.missing import askable
from kiosk.model.filled import BoxState, FilledForm
from kiosk.model.procedure import Plan
from kiosk.model.vocabulary import key_of, person_of


@dataclass(frozen=True)
class Interview:
    """The open questions in asking order, and for each the procedures and forms that need its answer."""

    open: tuple[str, ...]
    needed_by: dict[str, tuple[str, ...]]


def interview(known: Known, plan: Plan, forms: Iterable[FilledForm]) -> Interview:
    """Opening facts first, then what the rules miss, then what the boxes miss, sorted as the vocabulary says."""
    needs: dict[str, dict[str, None]] = {}
    for path, who in _needs(known, plan, forms):
        needs.setdefault(path, {})[who] = None
    ordered = sorted(needs, key=lambda path: place(known, path))
    return Interview(tuple(ordered), {path: tuple(who) for path, who in needs.items()})


def _needs(known: Known, plan: Plan, forms: Iterable[FilledForm]) -> Iterator[tuple[str, str]]:
    """Every missing fact with the event, procedure or form that misses it."""
    event = known.case.event
    yield from ((path, event) for opening in known.book.events[event].opening for path in askable(known, opening))
    yield from ((path, outcome.procedure) for outcome in plan.outcomes for path in outcome.missing)
    for form in forms:
        boxes = (box for box in form.boxes if box.state is BoxState.MISSING)
        yield from ((path, form.template) for box in boxes for path in box.needs)
    for name in dict.fromkeys(form for outcome in plan.needed for form in outcome.forms):
        yield from ((path, name) for path in _group_facts(known, name))


def _group_facts(known: Known, form: str) -> Iterable[str]:
    """Facts that decide who gets a row or a sheet of a form."""
    template = template_of(known, form)
    if template is None:
        return ()
    groups = [repeat.group for repeat in template.repeats] + ([] if template.copies == "case" else [template.copies])
    return [path for group in groups for path in members(known, group)[1]]


def place(known: Known, path: str) -> tuple[int, int, int]:
    """Where a question stands: its section, its order, its person."""
    vocabulary = known.book.vocabulary
    item = vocabulary.by_key[key_of(path)]
    section = next((i for i, section in enumerate(vocabulary.sections) if section.id == item.section), 99)
    person = person_of(path)
    index = known.case.persons.index(person) if person in known.case.persons else 0
    return section, item.order, index
