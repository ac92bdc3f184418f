"""What nobody has said yes to yet: values of cards and papers, usual answers, and what changed after the last look."""

from kiosk.flow.state import VisitState
from kiosk.model.address import Address
from kiosk.model.fact import Fact, Held, Value
from kiosk.model.path import key_of, person_of
from kiosk.model.source import READ, Source
from kiosk.model.vocabulary import Type
from kiosk.rules.facts import Facts
from kiosk.rules.snapshot import Snapshot

SILENT = frozenset({Source.DERIVED, Source.SYSTEM})
"""Sources of what nobody said."""


def unconfirmed(state: VisitState, snapshot: Snapshot) -> tuple[str, ...]:
    """The paths of what leaves the counter and waits for a yes, sorted; a difference is settled, not confirmed."""
    facts, differing = snapshot.facts, {conflict.path for conflict in snapshot.conflicts}
    said = (path for path, fact in facts.by_path.items() if _waits(state, facts, path, fact))
    found = [path for path in said if path not in differing and path not in state.typed and checkable(facts, path)]
    used = snapshot.used() if found else frozenset()
    return tuple(sorted(path for path in found if path in used))


def _waits(state: VisitState, facts: Facts, path: str, fact: Fact) -> bool:
    if path in state.changed:
        return True
    return path not in state.approved and not isinstance(fact.value, Held) and only_said(facts, path, fact)


def checkable(facts: Facts, path: str) -> bool:
    """Whether a fact stands among the answers to check."""
    item = facts.book.vocabulary.item(path)
    return path in facts.by_path and item is not None and item.type is not Type.SIGNATURE and item.section != ""


def only_said(facts: Facts, path: str, fact: Fact) -> bool:
    """Whether a fact is what a card, a paper or custom says, and no person has decided that it is so."""
    return (fact.source in READ and not fact.reason) or assumed(facts, path, fact)


def assumed(facts: Facts, path: str, fact: Fact) -> bool:
    """Whether a fact is a usual answer that stands until somebody says otherwise."""
    derived = facts.book.derivation.get(key_of(path)) if fact.source is Source.DERIVED else None
    if derived is None or not derived.rule.assumed:
        return False
    return facts.ask(facts.book.language.rule(derived.rule.assumed), person_of(path)) is True


def still_said(before: Facts, after: Facts, paths: frozenset[str]) -> frozenset[str]:
    """Those of these paths that say the same as before: a yes is to a value; an address in parts says the same."""
    return frozenset(path for path in paths if _same(before.value(path), after.value(path)))


def _same(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, Address) and isinstance(other, Address):
        return one.text == other.text
    return one == other
