"""Which questions would decide what is still open: from an undecided expression back to facts a person can say."""

from collections.abc import Iterator

from kiosk.model.path import key_of, person_of
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.found import CHOICE

Seen = frozenset[str]


def open_facts(facts: Facts, expression: Expression, *, person: str = "", every: bool = False) -> tuple[str, ...]:
    """Askable paths behind an undecided expression: those of its first undecided operand, or of `every` one."""
    key = (expression.text, person, every)
    if key not in facts.behind:
        facts.behind[key] = tuple(_behind(facts, expression, person, frozenset(), every=every))
    return facts.behind[key]


def askable(facts: Facts, path: str, seen: Seen = frozenset(), *, every: bool = False) -> tuple[str, ...]:
    """The questions that would give this fact: itself, or the inputs of what it is derived from; empty when known.

    `every` as in open_facts, in every derivation on the way.
    """
    item = facts.book.vocabulary.item(path)
    if item is None or path in seen or path in facts.by_path:
        return ()
    derived = facts.book.derivation.get(item.key)
    if item.ask and not item.ask_when and derived is None:
        return (path,)
    found: dict[str, None] = {}
    if item.ask_when:
        condition = facts.book.language.rule(item.ask_when)
        answer = facts.ask(condition, person_of(path))
        if answer is True:
            return (path,)
        if isinstance(answer, Unknown):
            found |= _behind(facts, condition, person_of(path), seen | {path}, every=every)
    if derived is not None:
        taken = derived.rule.taken(facts.ask(derived.value, person_of(path)))
        found |= dict.fromkeys(askable(facts, taken, seen | {path}, every=every)) if taken else {}
        found |= _behind(facts, derived.value, person_of(path), seen | {path}, every=every)
    return tuple(found)


def _behind(facts: Facts, expression: Expression, person: str, seen: Seen, *, every: bool = False) -> dict[str, None]:
    found: dict[str, None] = {}
    for operand, key in _undecided(facts, expression, person):
        found |= _through(facts, operand.refs, person, key, seen, every=every)
        if not every:
            break
    return found


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


def _through(facts: Facts, refs: tuple[str, ...], person: str, key: str, seen: Seen, *, every: bool) -> dict[str, None]:
    """The questions behind the references of an operand; what CEL stumbled over narrows the choice."""
    paths = [(path, f"{ref}.{key_of(path)}".split(".")) for ref in refs for path in facts.paths(ref, person)]
    stumbled = [path for path, words in paths if key in words and facts.value(path) is None]
    found: dict[str, None] = {}
    for path in stumbled or [path for path, _ in paths]:
        found |= dict.fromkeys(askable(facts, path, seen, every=every))
    return found
