"""What a value comes from: the answers behind a fact that follows from others."""

from kiosk.model.address import Address
from kiosk.model.path import person_of
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from kiosk.rules.derived import Derived
from kiosk.rules.facts import Facts


def taken_over(facts: Facts, path: str) -> str:
    """The fact that a derivation with `of` took over as it is (visitor.name → agent.name); else the path itself."""
    item = facts.book.vocabulary.item(path)
    derived = facts.book.derivation.get(item.key) if item else None
    return (derived.rule.taken(facts.ask(derived.value, person_of(path))) if derived else "") or path


def repeated(facts: Facts, path: str) -> frozenset[str]:
    """The answers that a fact repeats as they are, however many rules lie between (new head → new name → name).

    Only words, days and addresses: that two yeses are alike tells nothing.
    """
    value = facts.value(path)
    if not isinstance(value, str | PartialDate | Address):
        return frozenset()
    seen, left = {path}, [path]
    while left:
        alike = [each for each in _inputs(facts, left.pop()) if each not in seen and facts.value(each) == value]
        seen.update(alike)
        left += alike
    return frozenset(each for each in seen if each != path)


def origins(facts: Facts, path: str) -> tuple[str, ...]:
    """Paths of the said facts behind a fact, in the order in which they come up; the path itself when it was said.

    Each fact is looked into once, however many ways lead to it: there are thousands.
    """
    said, seen, left = list[str](), set[str](), [path]
    while left:
        here = left.pop()
        if here in seen or here not in facts.by_path:
            continue
        seen.add(here)
        inputs = _inputs(facts, here)
        left += reversed(inputs)
        if not inputs and _derived(facts, here) is None:
            said.append(here)
    return tuple(said)


def _derived(facts: Facts, path: str) -> Derived | None:
    """The rule that a fact follows by; None for one that was said."""
    fact, item = facts.by_path.get(path), facts.book.vocabulary.item(path)
    return facts.book.derivation.get(item.key) if fact is not None and item and fact.source is Source.DERIVED else None


def _inputs(facts: Facts, path: str) -> list[str]:
    """What a fact that follows was taken from."""
    derived = _derived(facts, path)
    if derived is None:
        return []
    taken = derived.rule.taken(facts.ask(derived.value, person_of(path)))
    return [taken, *(source for ref in derived.value.looks.values for source in facts.paths(ref, person_of(path)))]
