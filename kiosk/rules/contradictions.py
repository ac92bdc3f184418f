"""Answers that contradict each other: which rules of the vocabulary a case breaks, and by which of its answers.

Dates and addresses are compared here where a rule asks for it: a rule cannot count with a month or with 頃, and what a
function in Python is told may outlive the visit (see `functions`).
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kiosk.model.address import Address, same_place
from kiosk.model.fact import Value
from kiosk.model.path import person_path
from kiosk.model.source import Source
from kiosk.model.vocabulary import Contradiction
from kiosk.model.wareki import PartialDate, span
from kiosk.rules.facts import Facts
from kiosk.rules.provenance import origins, repeated

_FOLLOWS = frozenset({Source.DERIVED, Source.SYSTEM})


@dataclass(frozen=True)
class Contradicting:
    """A rule that is broken: about which member ("" for the case), by which facts, and by the answers behind them.

    `id` names it for as long as the same is said: another answer has to be confirmed anew.
    """

    rule: Contradiction
    person: str
    facts: tuple[str, ...]
    paths: tuple[str, ...]
    id: str


def contradicting(facts: Facts) -> Iterator[Contradicting]:
    """The broken rules in the order of the vocabulary, member by member; those for which nobody said anything are none.

    A rule is looked at once everything that it is told beside is known.
    """
    language = facts.book.language
    for rule in facts.book.vocabulary.contradictions:
        when = language.rule(rule.when)
        if not when.compiles:
            continue
        about_member = when.of_member or any(key.startswith("person.") for key in _keys(rule))
        for person in facts.case.persons if about_member else ("",):
            here = tuple(person_path(person, key) for key in rule.facts)
            if all(facts.value(path) is not None for path in here) and _broken(facts, rule, person):
                yield from _found(facts, rule, person, here)


def of_use(found: tuple[Contradicting, ...], used: Collection[str]) -> tuple[Contradicting, ...]:
    """Those of which anything leaves: what is hidden contradicts nothing."""
    return tuple(each for each in found if not {*each.facts, *each.paths}.isdisjoint(used))


def _keys(rule: Contradiction) -> tuple[str, ...]:
    return (*rule.facts, *(rule.same or ()), *(rule.before or ()))


def _broken(facts: Facts, rule: Contradiction, person: str) -> bool:
    if facts.ask(facts.book.language.rule(rule.when), person) is not True:
        return False
    values = [[facts.value(person_path(person, key)) for key in keys] for keys in (rule.same or (), rule.before or ())]
    return _same(values[0]) and _before(values[1])


def _same(values: list[Value | None]) -> bool:
    places = {same_place(value.text if isinstance(value, Address) else str(value or "")) for value in values}
    return not values or (len(places) == 1 and "" not in places)


def _before(values: list[Value | None]) -> bool:
    """Whether the first date lies before the second for sure."""
    if not values:
        return True
    first, second = (span(value) if isinstance(value, PartialDate) else None for value in values)
    return first is not None and second is not None and first[1] < second[0]


def _found(facts: Facts, rule: Contradiction, person: str, here: tuple[str, ...]) -> Iterator[Contradicting]:
    paths = tuple(dict.fromkeys(answer for path in here for answer in _answers(facts, path)))
    if not paths:
        return
    values = "\n".join(f"{path} {facts.by_path[path].value!r}" for path in here)
    digest = hashlib.sha256(values.encode()).hexdigest()[:16]
    yield Contradicting(rule, person, here, paths, " ".join(part for part in (rule.id, person, digest) if part))


def _answers(facts: Facts, path: str) -> Iterable[str]:
    """The answers that give a fact: itself, those that it repeats, or all that it follows from."""
    if facts.by_path[path].source not in _FOLLOWS:
        return (path,)
    alike = sorted(each for each in repeated(facts, path) if facts.by_path[each].source not in _FOLLOWS)
    return alike or [each for each in origins(facts, path) if facts.by_path[each].source not in _FOLLOWS]
