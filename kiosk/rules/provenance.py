"""What a value comes from: the answers behind a fact that follows from others."""

from kiosk.model.path import person_of
from kiosk.model.source import Source
from kiosk.rules.facts import Facts


def taken_over(facts: Facts, path: str) -> str:
    """The fact that a derivation with `of` took over as it is (visitor.name → agent.name); else the path itself."""
    item = facts.book.vocabulary.item(path)
    derived = facts.book.derivation.get(item.key) if item else None
    return (derived.rule.taken(facts.ask(derived.value, person_of(path))) if derived else "") or path


def origins(facts: Facts, path: str, _seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Paths of the said facts behind a fact; the path itself when it was said."""
    fact = facts.by_path.get(path)
    if fact is None or path in _seen:
        return ()
    item = facts.book.vocabulary.item(path)
    derived = facts.book.derivation.get(item.key) if item and fact.source is Source.DERIVED else None
    if derived is None:
        return (path,)
    taken = derived.rule.taken(facts.ask(derived.value, person_of(path)))
    inputs = [source for ref in derived.value.looks.values for source in facts.paths(ref, person_of(path))]
    found = (origin for source in (taken, *inputs) for origin in origins(facts, source, _seen | {path}))
    return tuple(dict.fromkeys(found))
