"""導出, compiled: what follows from what, in layers of which each uses only what those before it gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.vocabulary import Derivation
from kiosk.rules.cel import Expression


@dataclass(frozen=True)
class Derived:
    """A compiled derivation; `per_person` when its key starts with person.

    `inputs` are the keys it follows from, those of facts that it may take over included; `copies` is the one place
    whose value it is, when it is nothing else; `dated`: what it gives is a date.
    """

    rule: Derivation
    value: Expression
    per_person: bool
    inputs: frozenset[str]
    copies: str = ""
    dated: bool = False

    @cached_property
    def around(self) -> frozenset[str]:
        """What it follows from, and what it gives: what of it is said counts instead."""
        return self.inputs | {self.rule.fact}


Level = tuple[Derived, ...]


def layers(compiled: Iterable[Derived]) -> tuple[tuple[Level, ...], tuple[str, ...]]:
    """The derivations layer by layer, and the facts of those that follow from one another in a circle."""
    waiting = {derived.rule.fact: derived for derived in compiled}
    found: list[Level] = []
    while waiting:
        ready = [fact for fact, derived in waiting.items() if not derived.inputs & (waiting.keys() - {fact})]
        if not ready:
            break
        found.append(tuple(waiting.pop(fact) for fact in ready))
    return tuple(found), tuple(sorted(waiting))
