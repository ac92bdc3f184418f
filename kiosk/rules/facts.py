"""What is known about a case at this moment: everything said plus everything that follows from it."""

from collections.abc import Iterable, Iterator, Mapping, Set

from kiosk.model.case import Case
from kiosk.model.fact import Fact, Held, Value
from kiosk.model.path import key_of, person_path
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from kiosk.rules.absorbing import KNOWN, Scope
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.changes import Changes
from kiosk.rules.derived import Derived
from kiosk.rules.found import EACH
from kiosk.rules.keys import ROLE_FACTS
from kiosk.rules.purposes import PURPOSES, occasions
from kiosk.rules.standing import stands
from kiosk.rules.tree import Tree

Group = tuple[tuple[str, ...], tuple[str, ...], bool]
"""Who is in a group, which facts are missing to be sure, and whether it is decided for everybody."""

_OURS = frozenset({"case.filed_on", "case.applicant", PURPOSES})  # whatever anybody says


def _alike(before: Case, case: Case) -> bool:
    """Whether two states of a case are about the same people and purposes: then only what was said can differ."""
    return (before.persons, before.purposes) == (case.persons, case.purposes)


class Facts:
    """The facts of a case by path, derived ones included, and CEL's view of them.

    Given what was known a keystroke ago, only what depends on the change is worked out again. `said`, `tree`, `asked`
    and `worked` are what the next look begins with: the ledger's facts, CEL's view, the answers of rules and the
    derivations that were followed, and in `told` what functions came to; `groups`, `behind`, `lacking` and
    `activations` are what was found out with it.
    """

    def __init__(
        self, case: Case, book: RuleBook, previous: "Facts | None" = None, *, only: frozenset[str] | None = None
    ) -> None:
        """With `only`, nothing is derived but what these keys need; `extend` derives more."""
        self.case, self.book = case, book
        before = previous if previous is not None and previous.book is book and _alike(previous.case, case) else None
        self.by_path: dict[str, Fact] = dict(before.by_path) if before else {}
        self._changes = Changes(book.vocabulary.by_key) if before else None
        self.groups: dict[str, Group] = {}
        self.groups_before: Mapping[str, Group] = before.groups if before else {}
        self.behind: dict[tuple[str, str, bool], tuple[str, ...]] = {}
        self.lacking: dict[tuple[str, bool, bool], tuple[str, ...]] = {}
        self.behind_before: Mapping[tuple[str, str, bool], tuple[str, ...]] = before.behind if before else {}
        self.tree: Tree = before.tree.branch() if before else Tree.empty(book.roots, case.persons, today=case.today)
        self.activations: dict[str, Scope] = {}
        self.places: dict[str, tuple[tuple[str, str], ...]] = before.places if before else {}
        self.asked: dict[tuple[str, str], object] = {}
        self._asked_before: Mapping[tuple[str, str], object] = before.asked if before else {}
        self.worked: set[str] = set()
        self._worked_before: set[str] = before.worked if before else set()
        self.told: dict[tuple[object, ...], object] = before.told if before else {}
        self.said, self._event = case.ledger.current, book.purpose(case)
        self._presets: Mapping[str, str] = self._event.presets
        self._hear(before.said if before else {})
        if before is None:
            self._begin()
        self.extend(only)

    def extend(self, keys: frozenset[str] | None) -> None:
        """Derive what these keys need and is not derived yet; None derives everything."""
        for level in self.book.levels if keys is None else self.book.levels_for(keys):
            self._derive([derived for derived in level if derived.rule.fact not in self.worked])

    def settle(self) -> None:
        """Nothing more will be derived: what was derived before and is not needed any more is forgotten."""
        for key in self._worked_before - self.worked:
            for _, path in self._holders(key):
                fact = self.by_path.get(path)
                if fact is not None and fact.source is Source.DERIVED:
                    self._drop(path)
                    self.behind, self.lacking = {}, {}
        self._worked_before = set()

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
        return value if isinstance(value, str) and value in self.tree.persons else ""

    def ask(self, expression: Expression, person: str = "") -> object:
        """Evaluate with m bound to a person; Unknown when a fact is missing."""
        return self._answer(expression, person if expression.of_member else "")

    def _answer(self, expression: Expression, person: str) -> object:
        key = (expression.text, person)
        answer = self.asked.get(key)
        if answer is None:
            answer = self._asked_before.get(key)
            if answer is None or self._may_differ(expression, answer):
                scope = self.activations.get(person) or self.scope(person)
                answer = expression.evaluate(scope, between=bool(self.tree.bounded))
            self.asked[key] = answer
        return answer

    def _may_differ(self, expression: Expression, before: object) -> bool:
        """Whether another answer may come now; an open one also says what it stumbled over."""
        return self.shaken(self.book.around(expression)) if isinstance(before, Unknown) else self.touched(expression)

    def ask_all(self, expression: Expression) -> dict[str, object]:
        """Evaluate for every member."""
        if expression.of_member:
            return {person: self._answer(expression, person) for person in self.case.persons}
        return dict.fromkeys(self.case.persons, self.ask(expression))

    def touched(self, expression: Expression) -> bool:
        """Whether anything an expression looks at has changed since the previous look."""
        return self._changes is None or self._changes.touch(self.book.depends(expression))

    def shaken(self, places: frozenset[str]) -> bool:
        """Whether an open rule that looks at these places may stumble over something else than at the previous look."""
        return self._changes is None or self._changes.shake(places)

    def untouched(self, keys: frozenset[str]) -> bool:
        """Whether nothing about these keys has changed since the previous look."""
        return self._changes is not None and not self._changes.touch(keys)

    @property
    def changed(self) -> Set[str] | None:
        """The paths whose fact is another one now; None: everything."""
        return None if self._changes is None else self._changes.paths

    @property
    def changed_keys(self) -> frozenset[str]:
        """The keys of the changed paths."""
        return frozenset() if self._changes is None else frozenset(self._changes.keys)

    # ---- what was said -----------------------------------------------------------------------------------------
    def _hear(self, before: Mapping[str, Fact]) -> None:
        """Take over what was said since, and what was taken back."""
        for path, fact in self.said.items():
            if before.get(path) is not fact and path not in _OURS:
                self._say(path, fact)
        for path in before.keys() - self.said.keys() - _OURS:
            self._unsay(path)

    def _begin(self) -> None:
        """What the counter itself knows of a case."""
        self._system("case.filed_on", PartialDate(iso=self.case.today.isoformat()))
        self._system("case.applicant", self.case.persons[0] if self.case.persons else "")
        for path, text in self._presets.items():
            if path not in self.by_path:
                self._system(path, text)
        if self.case.also:
            self._system(PURPOSES, occasions(self.book.events, self.case.purposes))

    def _say(self, path: str, fact: Fact) -> None:
        standing = stands(path, fact, members=self.tree.persons, naming=self.book.naming, fitting=self._event.codes)
        if standing is None:
            self._unsay(path)
        else:
            self._learn(path, standing)

    def _unsay(self, path: str) -> None:
        fact = self.by_path.get(path)
        if fact is None or fact.source is Source.DERIVED:
            return
        if path in self._presets:
            self._system(path, self._presets[path])
        else:
            self._drop(path)

    def _system(self, path: str, value: Value) -> None:
        self._learn(path, self._fact(path, value, Source.SYSTEM, by="system"))

    def _fact(self, path: str, value: Value, source: Source, *, by: str, reason: str = "") -> Fact:
        """A fact nobody said; the same one as before when it says the same."""
        before = self.by_path.get(path)
        if before is not None and before.source is source and before.value == value:
            return before
        return Fact.quick(path=path, value=value, source=source, by=by, at=self.case.opened_at, reason=reason, day=None)

    def _learn(self, path: str, fact: Fact) -> None:
        if self.by_path.get(path) is not fact:
            self.by_path[path] = fact
            self.tree.put(path, fact.value)
            self._mark(path)

    def _drop(self, path: str) -> None:
        del self.by_path[path]
        self.tree.put(path, None)
        self._mark(path)

    def _mark(self, path: str) -> None:
        if self._changes is not None:
            self._changes.mark(path)

    # ---- what follows ------------------------------------------------------------------------------------------
    def _derive(self, level: Iterable[Derived]) -> None:
        """One layer: everything is worked out before anything of it is learned."""
        found: list[tuple[str, Fact | None]] = []
        for derived in level:
            key = derived.rule.fact
            if key not in self._worked_before or not self.untouched(derived.around):
                found += self._followed(derived)
            self.worked.add(key)
        for path, fact in found:
            if fact is not None:
                self._learn(path, fact)
            else:
                self._drop(path)
        if found:  # more is known now: what was asked before is asked afresh
            self.activations, self.asked, self.behind, self.lacking = {}, {}, {}, {}

    def _followed(self, derived: Derived) -> Iterator[tuple[str, Fact | None]]:
        """The facts that a derivation gives, None where it gives none; what somebody said is left alone."""
        rule, known = derived.rule, self.by_path
        holders = self._holders(rule.fact)
        open_to = [each for each in holders if (fact := known.get(each[1])) is None or fact.source is Source.DERIVED]
        answers = self._answers(derived) if open_to and not derived.copies else {}
        for person, path in open_to:
            value = self._copied(derived, person) if derived.copies else self._result(derived, answers[person])
            if value is not None:
                yield path, self._fact(path, value, Source.DERIVED, by=rule.value, reason=rule.why)
            elif path in known:
                yield path, None

    def _holders(self, key: str) -> tuple[tuple[str, str], ...]:
        """Everybody who may have such a fact (the case: an empty id), with its path."""
        found = self.places.get(key)
        if found is None:
            whose = self.case.persons if key.startswith("person.") else ("",)
            found = self.places[key] = tuple((person, person_path(person, key)) for person in whose)
        return found

    def _answers(self, derived: Derived) -> dict[str, object]:
        return self.ask_all(derived.value) if derived.per_person else {"": self.ask(derived.value)}

    def _copied(self, derived: Derived, person: str) -> Value | None:
        path = next(self.paths(derived.copies, person))  # the role itself, when nobody has it
        return self.value(path) if key_of(path) == self.book.key(derived.copies) else None

    def _result(self, derived: Derived, answer: object) -> Value | None:
        if isinstance(answer, Unknown):
            return None
        if derived.rule.of:
            return self.value(derived.rule.taken(answer))
        if isinstance(answer, str):
            return PartialDate(iso=answer) if derived.dated else answer
        if isinstance(answer, list):
            return tuple(map(str, answer))
        return answer if isinstance(answer, bool | int) else None

    def scope(self, person: str) -> Scope:
        """What a rule looks at when it is put to a member."""
        found = self.activations.get("")
        if found is None:
            found = self.activations[""] = self._seen()
        member = self.tree.persons.get(person)
        if member is not None:
            found = self.activations[person] = {**found, "m": member}
        return found

    def _seen(self) -> Scope:
        """Everything that a rule can look at but the member to whom it is put."""
        persons, today = self.tree.persons, self.case.today.isoformat()
        data = {**self.tree.roots, "persons": list(persons.values()), "city": self.book.city, "today": today}
        for role, path in ROLE_FACTS.items():
            data[role] = persons.get(self.person(path), {})
        return self.book.language.activation({**data, KNOWN: self.told})

    # ---- references --------------------------------------------------------------------------------------------
    def paths(self, ref: str, person: str) -> Iterator[str]:
        """The fact paths behind a reference of an expression: m.x, each.x, head.x, case.x."""
        root, keys = self.book.spread(ref)
        if root == EACH:
            yield from (person_path(member, key) for key in keys for member in self.case.persons)
        elif root in ROLE_FACTS:
            holder = self.person(ROLE_FACTS[root])
            yield from (person_path(holder, key) for key in keys) if holder or not keys else (ROLE_FACTS[root],)
        else:
            yield from (person_path(person, key) for key in keys)

    def used_by(self, expression: Expression, persons: Iterable[str]) -> tuple[str, ...]:
        """The paths whose value an expression counts with when it is put to these members (or "" for the case)."""
        found: dict[str, None] = {}
        for ref in expression.looks.values:
            root, keys = self.book.spread(ref)
            paths = (person_path(each, key) for each in persons for key in keys) if root == "m" else self.paths(ref, "")
            found |= dict.fromkeys(paths)
        return tuple(found)
