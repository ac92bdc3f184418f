"""Everything the city's rules say, compiled: vocabulary, derivations, procedures, events, groups and templates."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kiosk.model.base import Issue
from kiosk.model.case import Case
from kiosk.model.identity import IdPapers
from kiosk.model.life_event import LifeEvent
from kiosk.model.navigator import Navigator
from kiosk.model.procedure import Procedure, Version
from kiosk.model.spelling import likely
from kiosk.model.template import Template
from kiosk.model.vocabulary import Derivation, Type, Vocabulary
from kiosk.rules.calendar import OpenDays
from kiosk.rules.cel import Expression, Language
from kiosk.rules.complaints import compile_issue
from kiosk.rules.derived import Derived, Level, layers
from kiosk.rules.found import EACH, Read
from kiosk.rules.functions import DEFINITIONS, functions
from kiosk.rules.keys import ROLE_FACTS, ROLES, boxes_by_key, event_keys, form_keys, version_keys, with_maps
from kiosk.rules.purposes import together

_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class RuleBook:
    """The catalogue as flow uses it. `city` is the municipality's settings, `issues` what could not be compiled.

    `not_run` are procedures of services that the city does not run, with the service's name; `complete` is then the
    book as if the city ran everything, which `kiosk check` looks at; `read` is what is kept of the rules' texts, and
    `earlier` what was read of the same texts in another state of the files (see `language`), `tried` what was found
    when somebody searched for a way to yes (see designing.rule_check.tried). `navigator` finds the event of somebody
    who does not know which it is.
    """

    vocabulary: Vocabulary
    procedures: Mapping[str, Procedure]
    events: Mapping[str, LifeEvent]
    templates: Mapping[tuple[str, str], Template]
    groups: Mapping[str, str]
    city: Mapping[str, Any]
    issues: list[Issue] = field(default_factory=list)
    files: Mapping[str, str] = field(default_factory=dict)
    identity: IdPapers = field(default_factory=IdPapers)
    navigator: Navigator = field(default_factory=Navigator)
    days: OpenDays = field(default_factory=OpenDays)
    not_run: Mapping[str, str] = field(default_factory=dict)
    complete: "RuleBook | None" = None
    read: Mapping[str, Read] = field(default_factory=dict)
    earlier: Mapping[str, Read] = field(default_factory=dict, repr=False)
    tried: dict[str, bool | None] = field(default_factory=dict, repr=False)
    _depends: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    _spread: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict, init=False, repr=False)
    _found: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def whole(self) -> "RuleBook":
        """The book with the services that the city does not run."""
        return self.complete or self

    def file(self, key: str) -> str:
        """The file below forms/ in which a vocabulary entry stands: a key, or "derive" and a key."""
        return f"{self.files.get(key, 'vocabulary.toml')} {key}"

    @cached_property
    def language(self) -> Language:
        """The CEL environment: one variable per first word of the vocabulary, the roles, the city and the member."""
        kept = {**self.earlier, **self.read}
        return Language(sorted({*self.roots, "m", "city", *ROLES}), functions(self.identity, self.days), kept=kept)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The first words of the vocabulary's keys but person: case, addr, household …"""
        return frozenset(item.key.split(".")[0] for item in self.vocabulary.items) - {"person"}

    def compile(self, text: str, *, where: str) -> Expression | None:
        """Compile, or note an Issue with the place and CEL's own words and return None."""
        try:
            expression = self.language.compile(text)
        except ValueError as error:
            known = sorted({*self.language.roots, *self.language.told, *DEFINITIONS, "persons"})
            self.issues.append(compile_issue(where, str(error), known=known))
            return None
        for ref in expression.refs:
            key = self.key(ref)
            if key in self.inexact:
                message = f"どの事実を見るのかが決まらない式です（{ref}）。"
                self.issues.append(Issue(where=where, message=message, allowed="事実の名前を書きます"))
            elif key not in self._known_keys:
                self.issues.append(self.unknown(key, where=where))
        return expression

    def unknown(self, key: str, *, where: str) -> Issue:
        """A fact that nobody declared, with the one that was probably meant."""
        close = likely(key, self._known_keys)
        place = "municipality.toml" if key.startswith("city.") else "vocabulary.toml"
        allowed = f"「{close}」の書き間違いではありませんか" if close else place
        return Issue(where=where, message=f"事実 {key} は語彙にありません。", allowed=allowed)

    def compiles(self, version: Version) -> bool:
        """Whether a version's rule compiles; one that does not is named by `kiosk check` and left out of every plan."""
        return self.language.rule(version.when).compiles

    @cached_property
    def _known_keys(self) -> frozenset[str]:
        keys = {item.key for item in self.vocabulary.items} | {"person.ref"} | {f"city.{name}" for name in self.city}
        return frozenset(keys | {key.rsplit(".", 1)[0] for key in keys if key.count(".") > 1})

    @staticmethod
    def key(ref: str) -> str:
        """m.birth.date, each.birth.date, head.birth.date → person.birth.date; other references unchanged."""
        root, dot, rest = ref.partition(".")
        return f"person{dot}{rest}" if root in {"m", "each", *ROLES} else ref

    @cached_property
    def inexact(self) -> frozenset[str]:
        """What a rule refers to that takes a fact by a computed name, or a person as a whole."""
        return self.roots | {"person", "city"}

    def depends(self, expression: Expression) -> frozenset[str]:
        """The keys an expression looks at, the facts that say who a role is included."""
        found = self._depends.get(expression.text)
        if found is None:
            roles = {ROLE_FACTS[name] for name in expression.looks.named if name in ROLES}
            keys = {key for ref in expression.refs for key in (self.key(ref), *self.below(self.key(ref)))}
            found = self._depends[expression.text] = frozenset(keys | roles)
        return found

    def around(self, expression: Expression, *, far: bool = False) -> frozenset[str]:
        """The keys an expression looks at (`far`: also those behind them), and the maps in which they stand."""
        keys = self.depends(expression)
        return self._once("around", far, expression.text, find=lambda: with_maps(self.closure(keys) if far else keys))

    def keys_in(self, text: str) -> frozenset[str]:
        """As depends, of a written expression."""
        return self.depends(self.language.rule(text))

    def spread(self, ref: str) -> tuple[str, tuple[str, ...]]:
        """The first word of a reference and the keys of the facts that it means; none for settings and m.ref."""
        found = self._spread.get(ref)
        if found is None:
            root, _, rest = ref.partition(".")
            key = self.key(ref)
            keys = () if rest == "ref" or root == "city" else self.below(key) or (key,)
            found = self._spread[ref] = root, keys
        return found

    @cached_property
    def naming(self) -> Mapping[str, Type]:
        """The keys of facts that name members, with their type."""
        return {item.key: item.type for item in self.vocabulary.items if item.type in {Type.PERSON, Type.PERSONS}}

    def below(self, key: str) -> tuple[str, ...]:
        """The keys of the facts below one that is no fact itself: person.card, case, person."""
        if key in self.vocabulary.by_key:
            return ()
        return tuple(each for each in self._facts if each.startswith(f"{key}."))

    @cached_property
    def _facts(self) -> tuple[str, ...]:
        derived = (rule.fact for rule in self.vocabulary.derivations)
        return tuple(dict.fromkeys((*(item.key for item in self.vocabulary.items), *derived)))

    def strict(self, expression: Expression) -> bool:
        """Whether an expression and all that it is derived from need every fact that they stumble over."""
        return self._once("strict", expression.text, find=lambda: not any(rule.skips for rule in self._all(expression)))

    def _all(self, expression: Expression) -> Iterator[Expression]:
        yield expression
        for key in self.closure(self.depends(expression)):
            if key in self.derivation:
                yield self.derivation[key].value

    def closure(self, keys: Iterable[str]) -> frozenset[str]:
        """The keys and everything that they are derived from or asked by."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting.extend(self._behind(key))
        return frozenset(found)

    def _behind(self, key: str) -> Iterator[str]:
        derived, item = self.derivation.get(key), self.vocabulary.by_key.get(key)
        if derived is not None:
            yield from derived.inputs
        if item is not None and item.ask_when:
            yield from self.depends(self.language.rule(item.ask_when))

    def _once(self, *key: object, find: Callable[[], _T]) -> _T:
        """What does not change as long as the book lives, found when it is first needed."""
        if key not in self._found:
            self._found[key] = find()
        found: _T = self._found[key]
        return found

    def levels_for(self, keys: frozenset[str]) -> tuple[Level, ...]:
        """The derivations that matter for some keys, layer by layer."""
        return self._once("levels", keys, find=lambda: self._levels_for(self.closure(keys)))

    def _levels_for(self, wanted: frozenset[str]) -> tuple[Level, ...]:
        levels = (tuple(derived for derived in level if derived.rule.fact in wanted) for level in self.levels)
        return tuple(level for level in levels if level)

    def purpose(self, case: Case) -> LifeEvent:
        """What a visit is about: its event with what is taken together with it."""
        return self._once("purpose", *case.purposes, find=lambda: together(self.events, case.purposes))

    def rule_keys(self, case: Case) -> frozenset[str]:
        """The keys that the rules of a visit look at."""
        return self._once("event", *case.purposes, find=lambda: event_keys(self, self.purpose(case)))

    def version_keys(self, procedure: str, version: Version) -> frozenset[str]:
        """The keys that an outcome depends on: its conditions, first days, who files and who has come."""
        return self._once("version", procedure, version.valid_from, find=lambda: version_keys(self, version))

    def form_keys(self, template: Template) -> frozenset[str]:
        """The keys that a form looks at: boxes, their conditions, who gets a row or a sheet, what completes a fact."""
        return self._once(
            "form", template.id, template.version, find=lambda: self._completed(form_keys(self, template))
        )

    def _completed(self, keys: frozenset[str]) -> frozenset[str]:
        beside = (item for key, items in self.vocabulary.beside.items() if key in keys for item in items)
        looked = ((item.key, self.depends(self.language.rule(item.beside_when))) for item in beside if item.beside_when)
        return keys.union(*({key, *conditions} for key, conditions in looked))

    def form_closure(self, template: Template) -> frozenset[str]:
        """The keys of a form and everything behind them: while none of these changes, the form stays as it is."""
        return self._once("closure", template.id, template.version, find=lambda: self.closure(self.form_keys(template)))

    def boxes_by_key(self, template: Template) -> Mapping[str, frozenset[str]]:
        """The boxes of a form that look at each key: what they show, and the condition under which they do."""
        return self._once("boxes", template.id, template.version, find=lambda: boxes_by_key(self, template))

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """Derivations in layers: each layer uses only what the layers before it gave."""
        rules = {rule.fact: rule for rule in self.vocabulary.derivations}
        found, circle = layers(filter(None, map(self._derived, rules.values())))
        if circle:
            self.issues.append(Issue(where="vocabulary.toml", message=f"導出が循環しています: {list(circle)}"))
        return found

    def _derived(self, rule: Derivation) -> Derived | None:
        value = self.compile(rule.value, where=self.file(f"derive {rule.fact}"))
        if value is None:
            return None
        place = value.looks.place
        copied = not rule.of and self.key(place) in self.vocabulary.by_key and not place.startswith(f"{EACH}.")
        inputs = self.depends(value) | {key for key in (rule.of, rule.otherwise) if key}
        item = self.vocabulary.by_key.get(rule.fact)
        dated = item is not None and item.type is Type.DATE
        return Derived(rule, value, rule.fact.startswith("person."), inputs, place if copied else "", dated)

    @cached_property
    def derivation(self) -> Mapping[str, Derived]:
        """Derivations by the key of the fact they give."""
        return {derived.rule.fact: derived for level in self.levels for derived in level}

    def template(self, form: str, on: dt.date) -> Template | None:
        """The newest version of a form that is valid on a day."""
        named = (template for (name, _), template in self.templates.items() if name == form)
        valid = [each for each in named if each.valid_from <= on and (each.valid_to is None or on <= each.valid_to)]
        return max(valid, key=lambda template: (template.valid_from, template.version), default=None)
