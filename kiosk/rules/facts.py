"""What is known about a case at this moment: everything said plus everything that follows from it."""

from collections.abc import Iterator
from typing import Any

from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Held, Signature, Source, Value
from kiosk.model.path import key_of, parse, person_of, person_path
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.rules.book import ROLE_FACTS, Derived, RuleBook
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.looks import EACH


class Facts:
    """The facts of a case by path, derived ones included, and CEL's view of them.

    Given what was known a keystroke ago, only what depends on the change is worked out again; `changed` are the paths
    whose fact is another one now (None: everything).
    """

    def __init__(
        self, case: Case, book: RuleBook, previous: "Facts | None" = None, *, only: frozenset[str] | None = None
    ) -> None:
        """With `only`, nothing is derived but what these keys need; `extend` derives more."""
        self.case, self.book = case, book
        self._before = previous if previous is not None and previous.case.persons == case.persons else None
        self.changed: set[str] | None = None if self._before is None else set()
        self._changed_keys: set[str] = set()
        self.by_path: dict[str, Fact] = {}
        self.unknown: set[str] = set()
        self.groups: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._persons: dict[str, dict[str, Any]] = {person: {"ref": person} for person in case.persons}
        self._tree: dict[str, Any] = {root: {} for root in book.roots}
        self._activations: dict[str, Any] = {}
        self._asked: dict[tuple[str, str], object] = {}
        self.behind: dict[tuple[str, str, bool], tuple[str, ...]] = {}
        self._together: dict[str, dict[str, object]] = {}
        for path, fact in case.ledger.current.items():
            standing = self._standing(path, fact)
            if standing is not None:
                self._learn(path, standing)
        self._system("case.filed_on", PartialDate(iso=case.today.isoformat()))
        event = book.events.get(case.event)
        for path, text in event.presets.items() if event else ():
            if path not in self.by_path:
                self._system(path, text)
        self._system("case.applicant", case.persons[0] if case.persons else "")
        self._notice_removed()
        self._worked: set[str] = set()
        self.extend(only)

    def extend(self, keys: frozenset[str] | None) -> None:
        """Derive what these keys need and is not derived yet; None derives everything."""
        for level in self.book.levels if keys is None else self.book.levels_for(keys):
            fresh = tuple(derived for derived in level if derived.rule.fact not in self._worked)
            if fresh:
                self._derive(fresh)
                self._worked.update(derived.rule.fact for derived in fresh)

    def settle(self) -> None:
        """Nothing more will be derived: what was known before is no longer needed."""
        self._before = None

    # ---- reading -----------------------------------------------------------------------------------------------
    def value(self, path: str) -> Value | None:
        """The value, or None when unknown or held."""
        fact = self.by_path.get(path)
        return None if fact is None or isinstance(fact.value, Held) else fact.value

    def held(self, path: str) -> bool:
        """Whether somebody answered わからない."""
        fact = self.by_path.get(path)
        return fact is not None and isinstance(fact.value, Held)

    def person(self, role: str) -> str:
        """The id behind a role's fact path (case.applicant, household.head …); empty when nobody or unknown."""
        value = self.value(role)
        return value if isinstance(value, str) and value in self._persons else ""

    def ask(self, expression: Expression, person: str = "") -> object:
        """Evaluate with m bound to a person; Unknown when a fact is missing."""
        key = (expression.text, person)
        if key not in self._asked:
            self._asked[key] = expression.evaluate(self._activation(person))
        return self._asked[key]

    def ask_all(self, expression: Expression) -> dict[str, object]:
        """Evaluate for every member: all at once where everything is known, else one by one."""
        together = self.ask(self.book.language.for_all(expression))
        if isinstance(together, list):
            return dict(zip(self.case.persons, together, strict=True))
        return {person: self.ask(expression, person) for person in self.case.persons}

    def touched(self, expression: Expression) -> bool:
        """Whether anything an expression looks at has changed since the previous look."""
        return self.changed is None or not self._changed_keys.isdisjoint(self.book.depends(expression))

    def untouched(self, keys: frozenset[str]) -> bool:
        """Whether nothing about these keys has changed since the previous look."""
        return self.changed is not None and self._changed_keys.isdisjoint(keys)

    # ---- building ----------------------------------------------------------------------------------------------
    def _system(self, path: str, value: Value) -> None:
        self._learn(path, self._fact(path, value, Source.SYSTEM, by="system"))

    def _fact(self, path: str, value: Value, source: Source, *, by: str, reason: str = "") -> Fact:
        """A fact nobody said; the same one as before when it says the same."""
        before = self._before.by_path.get(path) if self._before else None
        if before is not None and before.source is source and before.value == value:
            return before
        return Fact.quick(path=path, value=value, source=source, by=by, at=self.case.opened_at, reason=reason)

    def _standing(self, path: str, fact: Fact) -> Fact | None:
        """The fact without members who have been removed; None when it was about one of them, or named only them."""
        if self._before is not None and self._before.by_path.get(path) is fact:
            return fact
        item, holder = self.book.vocabulary.item(path), person_of(path)
        if holder and holder not in self._persons:
            return None
        if item is not None and item.type is Type.PERSON:
            return None if isinstance(fact.value, str) and fact.value and fact.value not in self._persons else fact
        if item is None or item.type is not Type.PERSONS or not isinstance(fact.value, tuple):
            return fact
        left = tuple(ref for ref in fact.value if ref in self._persons)
        return fact if left == fact.value else fact.model_copy(update={"value": left})

    def _mark(self, path: str) -> None:
        if self.changed is not None:
            key = key_of(path)
            self.changed.add(path)
            self._changed_keys.add(key)
            while key not in self.book.vocabulary.by_key and "." in key:  # a rule can only have meant what holds it
                key = key.rpartition(".")[0]
                self._changed_keys.add(key)

    def _notice_removed(self) -> None:
        """A fact that somebody took back is a change too."""
        if self._before is not None:
            for path, fact in self._before.by_path.items():
                if fact.source is not Source.DERIVED and path not in self.by_path:
                    self._mark(path)

    def _learn(self, path: str, fact: Fact) -> None:
        self.by_path[path] = fact
        if self._before is not None and self._before.by_path.get(path) is not fact:
            self._mark(path)
        plain = _plain(fact.value)
        if plain is None:
            return
        node, keys = self._place(path)
        if node is None:
            return
        for key in keys[:-1]:
            node = node.setdefault(key, {})
        node[keys[-1]] = plain

    def _place(self, path: str) -> tuple[dict[str, Any] | None, list[str]]:
        person, key = parse(path)
        words = key.split(".")
        return (self._persons.get(person), words[1:]) if person else (self._tree, words)

    def _derive(self, level: tuple[Derived, ...]) -> None:
        self._together = {}
        self._forget()
        found: list[tuple[str, Fact]] = []
        for derived in level:
            again = self.touched(derived.value) or not self._changed_keys.isdisjoint(derived.taken_keys)
            for person in self.case.persons if derived.per_person else ("",):
                path = person_path(person, derived.rule.fact)
                if path not in self.by_path:
                    fact = self._worked_out(derived, path, person) if again else self._kept(derived, path, person)
                    if fact is not None:
                        found.append((path, fact))
                    elif self._before is not None and path in self._before.by_path:
                        self._mark(path)
        for path, fact in found:
            self._learn(path, fact)
        self._forget()

    def _forget(self) -> None:
        """More is known now: what was asked before is asked afresh."""
        self._activations, self._asked, self.behind = {}, {}, {}

    def _kept(self, derived: Derived, path: str, person: str) -> Fact | None:
        """What was derived a keystroke ago, when nothing it depends on has changed."""
        before = self._before
        fact = before.by_path.get(path) if before else None
        if fact is not None and fact.source is Source.DERIVED:
            return fact
        if before is None or path not in before.unknown:
            return self._worked_out(derived, path, person)
        self.unknown.add(path)
        return None

    def _worked_out(self, derived: Derived, path: str, person: str) -> Fact | None:
        value = self._result(derived, person)
        if value is None:
            self.unknown.add(path)
            return None
        return self._fact(path, value, Source.DERIVED, by=derived.rule.value, reason=derived.rule.why)

    def _result(self, derived: Derived, person: str) -> Value | None:
        if derived.copies:
            return self.value(self._real(derived.copies, person))
        result = self._answer(derived, person)
        if isinstance(result, Unknown):
            return None
        if derived.rule.of:
            return self.value(derived.rule.taken(result))
        return self._typed(derived.rule.fact, result)

    def _answer(self, derived: Derived, person: str) -> object:
        """One member's answer, out of one evaluation for all of them."""
        if not derived.per_person:
            return self.ask(derived.value)
        if derived.rule.fact not in self._together:
            self._together[derived.rule.fact] = self.ask_all(derived.value)
        return self._together[derived.rule.fact][person]

    def _real(self, ref: str, person: str) -> str:
        return next(self.paths(ref, person), ref)

    def _typed(self, key: str, result: object) -> Value | None:
        item = self.book.vocabulary.by_key.get(key)
        if item is not None and item.type is Type.DATE and isinstance(result, str):
            return PartialDate(iso=result)
        if isinstance(result, list):
            return tuple(str(entry) for entry in result)
        return result if isinstance(result, bool | int | str) else None

    def _activation(self, person: str) -> Any:
        if person not in self._activations:
            data: dict[str, Any] = {
                **self._tree,
                "persons": list(self._persons.values()),
                "today": self.case.today.isoformat(),
                "city": self.book.city,
            }
            if person in self._persons:
                data["m"] = self._persons[person]
            for role, path in ROLE_FACTS.items():
                data[role] = self._persons.get(self.person(path), {})
            self._activations[person] = self.book.language.activation(data)
        return self._activations[person]

    # ---- references --------------------------------------------------------------------------------------------
    def paths(self, ref: str, person: str) -> Iterator[str]:
        """The fact paths behind a reference of an expression: m.x, each.x, head.x, case.x."""
        root, _, rest = ref.partition(".")
        if rest == "ref" or root == "city":
            return
        key = self.book.key(ref)
        keys = self.book.below(key) or (key,)
        if root == EACH:
            yield from (person_path(member, key) for key in keys for member in self.case.persons)
        elif root in ROLE_FACTS:
            holder = self.person(ROLE_FACTS[root])
            yield from (person_path(holder, key) for key in keys) if holder else (ROLE_FACTS[root],)
        else:
            yield from (person_path(person, key) for key in keys)


def _plain(value: Value) -> Any:
    """A value as CEL sees it; None when CEL must not count with it (held, imprecise dates)."""
    match value:
        case PartialDate():
            day = calendar_day(value)
            return None if day is None else day.isoformat()
        case Address():
            return value.text
        case Signature():
            return "signed"
        case Held():
            return None
        case tuple():
            return list(value)
        case _:
            return value
