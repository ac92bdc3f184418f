"""Whether a procedure can ever be needed: an interview played in every direction until its rule says yes.

An open rule names the facts that would decide it; each answer worth trying (see `domains`) is given in turn, and what
CEL decides early cuts the rest off. Dates and texts are represented, not exhausted: "never" is a finding to look at.
Past the budget the answer is None: not decided.

One wrong answer near the beginning can hide every way to yes behind thousands of steps that all say no. So there are
short searches first, each with the answers in another order, and a long one only where none of them ended (restarts
against heavy tails: Gomes, Selman, Crato and Kautz, Journal of Automated Reasoning 24, 2000).
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.designing.rule_check.domains import Domains
from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Value
from kiosk.model.life_event import LifeEvent
from kiosk.model.path import person_path
from kiosk.model.procedure import Procedure, Version
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.open_questions import open_facts

BUDGET = 4000
"""Interview steps per rule and household, and for everything that is tried of one procedure: seven times what the
largest here needs; a step is one answer (a tenth of a millisecond to some, where a rule has no value)."""

_SHORT = 50
"""Interview steps of a short search."""

_TURNS = 6
"""Short searches per household, each beginning with another answer."""

_HOUSEHOLDS = (("p1",), ("p1", "p2"))
_START = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass
class Purse:
    """The interview steps that are left for everything that is tried of one procedure.

    A rule that cannot be worked out (a division by nought) is open whatever is answered, and would lead through every
    interview there is, for each of its occasions and for every variant that comes after it.
    """

    left: int = BUDGET


class _SpentError(Exception):
    """The budget is used up."""


def reachable(
    book: RuleBook,
    event: LifeEvent,
    procedure: Procedure,
    version: Version,
    *,
    day: dt.date,
    budget: int = BUDGET,
    purse: Purse | None = None,
) -> bool | None:
    """Whether the rule can say yes for some household in an event; None when the budget ends before that is sure, or
    the purse that it shares with other rules.
    """
    purse = purse or Purse(budget * _TURNS)
    rule = book.language.rule(version.when)
    closure = _closure(book, rule)
    domains = Domains(book, event, day, closure)
    open_ways = [
        (_case(event, day, persons), seen) for persons in _HOUSEHOLDS for seen in _seen(book, closure, persons)
    ]
    for turn, steps in [*((turn, min(_SHORT, budget)) for turn in range(_TURNS)), (0, budget)]:
        left = []
        for case, seen in open_ways:
            by_person = procedure.scope == "person"
            search = _Search(book, rule, domains, purse, person_rule=by_person, turn=turn, left=steps)
            try:
                if search.found(case, seen):
                    return True
            except _SpentError:
                left.append((case, seen))
        open_ways = left
    return None if open_ways else False


def by_presets(book: RuleBook, event: LifeEvent, rule: Expression, *, day: dt.date) -> object:
    """What a rule says of a single person of whom nothing is known but the event."""
    return Facts(_case(event, day, ("p1",)), book, only=frozenset()).ask(rule, "p1")


def _case(event: LifeEvent, day: dt.date, persons: tuple[str, ...]) -> Case:
    return Case(id=uuid.UUID(int=1), slip="", event=event.id, today=day, opened_at=_START, persons=persons)


def _closure(book: RuleBook, rule: Expression) -> tuple[str, ...]:
    """The rule's text and those of every derivation and question condition that it can lead to."""
    waiting, texts, keys = [rule], dict[str, None](), set[str]()
    while waiting:
        expression = waiting.pop()
        texts[expression.text] = None
        for key in book.depends(expression) - keys:
            keys.add(key)
            derived, item = book.derivation.get(key), book.vocabulary.by_key.get(key)
            waiting += [derived.value] if derived else []
            waiting += [book.language.rule(item.ask_when)] if item and item.ask_when else []
    return tuple(texts)


def _seen(
    book: RuleBook, closure: tuple[str, ...], persons: tuple[str, ...]
) -> Iterator[tuple[tuple[str, Value], ...]]:
    """What a card, a paper or somebody may have said before: nothing, or each fact that a rule asks for with has."""
    yield ()
    keys = {book.key(ref) for text in closure for ref in book.language.rule(text).looks.present}
    items = [
        item
        for item in book.vocabulary.items
        if (not item.ask or item.type in _SAID) and item.key not in book.derivation and _under(item.key, keys)
    ]
    for value in (True, False):
        said = [(item.key, _said_before(item, persons, value=value)) for item in items]
        if said:
            yield tuple((person_path(person, key), word) for person in persons for key, word in said)


_SAID = frozenset({Type.ADDRESS, Type.PERSONS})
"""Of what is asked, too: it may have been answered before a rule looks whether it is known."""


def _said_before(item: Item, persons: tuple[str, ...], *, value: bool) -> Value:
    match item.type:
        case Type.BOOL:
            return value
        case Type.PERSONS:
            return persons if value else ()
        case Type.ADDRESS:
            return Address(text="見本")
        case _:
            return "見本"


def _under(key: str, keys: set[str]) -> bool:
    return any(key == above or key.startswith(f"{above}.") for above in keys)


@dataclass
class _Search:
    """One household; `left` answers may still be given, `turn` says with which of the answers to begin."""

    book: RuleBook
    rule: Expression
    domains: Domains
    purse: Purse
    person_rule: bool
    turn: int
    left: int
    _facts: dict[tuple[str, str], Fact] = field(default_factory=dict)

    @cached_property
    def _keys(self) -> frozenset[str]:
        """What the rule looks at: nothing else need be derived."""
        return self.book.depends(self.rule)

    def found(self, case: Case, seen: tuple[tuple[str, Value], ...]) -> bool:
        """Whether some way through the interview makes the rule true; raises _SpentError."""
        ledger = case.ledger.add(self._fact(path, value) for path, value in seen)
        return self._down(Facts(case.model_copy(update={"ledger": ledger}), self.book, only=self._keys))

    def _down(self, facts: Facts) -> bool:
        self.left -= 1
        self.purse.left -= 1
        if min(self.left, self.purse.left) < 0:
            raise _SpentError
        members = facts.case.persons if self.person_rule else ("",)
        answers = {person: facts.ask(self.rule, person) for person in members}
        if any(answer is True for answer in answers.values()):
            return True
        path = self._next(facts, answers)
        item = self.book.vocabulary.item(path) if path else None
        if item is None:
            return False
        values = self.domains.of(item, facts.case.persons)
        first = self.turn % len(values) if values else 0
        return any(self._down(self._told(facts, path, value)) for value in (*values[first:], *values[:first]))

    def _next(self, facts: Facts, answers: dict[str, object]) -> str:
        """The question that an open rule asks first; without one, a fact that only a card or a paper says."""
        for person, answer in answers.items():
            if isinstance(answer, Unknown):
                asked = open_facts(facts, self.rule, person=person)
                found = asked or self._unasked(facts, self.rule, person)
                if found:
                    return found[0]
        return ""

    def _unasked(self, facts: Facts, rule: Expression, person: str, depth: int = 0) -> tuple[str, ...]:
        paths = [path for ref in rule.refs for path in facts.paths(ref, person) if path not in facts.by_path]
        found: dict[str, None] = {}
        for path in paths:
            item = self.book.vocabulary.item(path)
            derived = self.book.derivation.get(item.key) if item else None
            if item is not None and derived is None:
                found[path] = None
            elif derived is not None and depth < len(self.book.levels):
                found |= dict.fromkeys(self._unasked(facts, derived.value, person, depth + 1))
        return tuple(found)

    def _told(self, facts: Facts, path: str, value: Value) -> Facts:
        ledger = facts.case.ledger.add([self._fact(path, value)])
        return Facts(facts.case.model_copy(update={"ledger": ledger}), self.book, facts, only=self._keys)

    def _fact(self, path: str, value: Value) -> Fact:
        key = (path, repr(value))
        if key not in self._facts:
            self._facts[key] = Fact(path=path, value=value, source=Source.INTERVIEW, by="check", at=_START)
        return self._facts[key]


def filing_day(version: Version, begin: dt.date) -> dt.date:
    """A day on which a version is in force, at the counter's beginning or later where that is possible."""
    day = max(version.valid_from, begin)
    return min(day, version.valid_to) if version.valid_to and version.valid_to >= version.valid_from else day
