"""Which questions would decide what is still open: from an undecided expression back to facts a person can say.

The same way leads to the facts that were asked and answered わからない: what is held for want of them says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.model.path import key_of, person_of
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.found import CHOICE

Seen = frozenset[str]


def open_facts(facts: Facts, expression: Expression, *, person: str = "", every: bool = False) -> tuple[str, ...]:
    """Askable paths behind an undecided expression: those of its first undecided operand, or of `every` one."""
    key = (expression.text, person, every)
    if key not in facts.behind:
        found = facts.behind_before.get(key)
        if found is None or facts.shaken(facts.book.around(expression, far=True)):
            found = tuple(_Search(facts, every=every).behind(expression, person))
        facts.behind[key] = found
    return facts.behind[key]


def held_facts(facts: Facts, expression: Expression, *, person: str = "") -> tuple[str, ...]:
    """The paths behind an undecided expression that were answered わからない."""
    return tuple(_Search(facts, every=True, held=True).behind(expression, person))


def askable(facts: Facts, path: str, *, every: bool = False) -> tuple[str, ...]:
    """The questions that would give this fact: itself, or the inputs of what it is derived from; empty when known.

    `every` as in open_facts, in every derivation on the way.
    """
    return _Search(facts, every=every).at(path)


def held_behind(facts: Facts, path: str) -> tuple[str, ...]:
    """The paths that were answered わからない and for want of which a fact is not known; itself, where it was asked."""
    return _Search(facts, every=True, held=True).at(path)


@dataclass(frozen=True)
class _Search:
    """Looks for facts that were never said (or, with `held`, for those that were answered わからない).

    Many rules lead to the same fact, so what was found there is remembered with the facts; but not what was found on a
    way that came back to where it had been (`back`): from elsewhere more may be found there.
    """

    facts: Facts
    every: bool
    held: bool = False
    back: set[str] = field(default_factory=set)

    def at(self, path: str, seen: Seen = frozenset()) -> tuple[str, ...]:
        """What is missing at a path."""
        key = (path, self.every, self.held)
        known = self.facts.lacking.get(key)
        if known is not None:
            return known
        if path in seen:
            self.back.add(path)
            return ()
        found = self._at(path, seen)
        self.back.discard(path)
        if self.back.isdisjoint(seen):
            self.facts.lacking[key] = found
        return found

    def _at(self, path: str, seen: Seen) -> tuple[str, ...]:
        facts = self.facts
        item = facts.book.vocabulary.item(path)
        if item is None:
            return ()
        if path in facts.by_path:
            return (path,) if self.held and _not_enough(facts, path) else ()
        derived = facts.book.derivation.get(item.key)
        if item.ask and not item.ask_when and derived is None:
            return self._itself(path)
        found: dict[str, None] = {}
        if item.ask_when:
            condition = facts.book.language.rule(item.ask_when)
            answer = facts.ask(condition, person_of(path))
            if answer is True:
                return self._itself(path)
            if isinstance(answer, Unknown):
                found |= self.behind(condition, person_of(path), seen | {path})
        if derived is not None:
            taken = derived.rule.taken(facts.ask(derived.value, person_of(path)))
            found |= dict.fromkeys(self.at(taken, seen | {path})) if taken else {}
            found |= self.behind(derived.value, person_of(path), seen | {path})
        return tuple(found)

    def _itself(self, path: str) -> tuple[str, ...]:
        return () if self.held else (path,)

    def behind(self, expression: Expression, person: str, seen: Seen = frozenset()) -> dict[str, None]:
        """What is missing behind an undecided expression."""
        found: dict[str, None] = {}
        for operand, key in _undecided(self.facts, expression, person):
            found |= self._through(operand.refs, person, key, seen)
            if not self.every:
                break
        return found

    def _through(self, refs: tuple[str, ...], person: str, key: str, seen: Seen) -> dict[str, None]:
        """What is missing behind the references of an operand; what CEL stumbled over narrows the choice."""
        facts = self.facts
        paths: list[str] = []
        stumbled: list[str] = []
        for ref in refs:
            here = list(facts.paths(ref, person))
            paths += here
            if key:
                named = key in ref.split(".")
                stumbled += [
                    path for path in here if (named or key in key_of(path).split(".")) and facts.value(path) is None
                ]
        found: dict[str, None] = {}
        for path in stumbled or paths:
            found |= dict.fromkeys(self.at(path, seen))
        return found


def _not_enough(facts: Facts, path: str) -> bool:
    """Whether somebody answered わからない, or gave a date with which rules cannot count as it stands (不詳, 頃)."""
    value = facts.value(path)
    return facts.held(path) or (isinstance(value, PartialDate) and calendar_day(value) is None)


def _undecided(facts: Facts, expression: Expression, person: str) -> Iterator[tuple[Expression, str]]:
    """The operands that keep an expression undecided, from left to right, with the name that CEL stumbled over.

    What no longer matters is left out: decided operands, and the branches of a conditional that are not taken.
    """
    answer = facts.ask(expression, person)
    if not isinstance(answer, Unknown):
        return
    sign, parts = facts.book.language.operands(expression)
    if not sign:
        yield expression, answer.key
        return
    if sign == CHOICE:
        condition = facts.ask(parts[0], person)
        parts = parts[:1] if isinstance(condition, Unknown) else parts[1:2] if condition is True else parts[2:]
    for part in parts:
        yield from _undecided(facts, part, person)
