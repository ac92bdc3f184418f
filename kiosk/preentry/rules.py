"""The rules that the page needs: every expression as JavaScript, and what it is put to, as one module of plain data."""

import json
from dataclasses import dataclass, field
from typing import Any

from kiosk.model.life_event import LifeEvent
from kiosk.model.procedure import Filer, Procedure, Version
from kiosk.model.template import Box, Kind, Template
from kiosk.model.vocabulary import Type, Vocabulary
from kiosk.preentry.script import definitions, function_of
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Expression
from kiosk.rules.derived import Derived
from kiosk.rules.transforms import holes

_SIGNS = {"_&&_": "and", "_||_": "or", "_?_:_": "choose", "!_": "not"}
_YEARS = range(2024, 2040)  # of whose closed days the page knows; after them it knows the weekdays


def rules_module(book: RuleBook) -> str:
    """A JavaScript module that exports `book`: as JSON what is no rule, and a function for each rule.

    Raises Defect for a rule that the page cannot judge.
    """
    rules = _Rules(book)
    data = _data(book, rules)
    judges = ",\n".join(f"({judge})" for judge in rules.judges)
    return "\n".join(
        (
            'import { language } from "./cel.js";',
            f"export const book = {plain_json(data)};",
            "const L = language(book.papers, book.dayExceptions);",
            "const D = {};",
            definitions(book.language.bodies),
            f"const R = [\n{judges}\n];",
            "book.derived = Object.fromEntries(book.levels.flat().map((rule) => [rule.fact, rule]));",
            "book.rules.forEach((rule, index) => { rule.judge = R[index]; });",
            "",
        )
    )


@dataclass
class _Rules:
    """Every expression once, by its number; what joins it at its top is put together from its parts."""

    book: RuleBook
    judges: list[str] = field(default_factory=list)
    entries: list[dict[str, Any]] = field(default_factory=list)
    refs: dict[str, list[str]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        """The number of an expression."""
        rule = self.book.language.rule(text)
        if rule.text not in self._numbers:
            sign, parts = self.book.language.operands(rule)
            below = [self.number(part.text) for part in parts]
            self._numbers[rule.text] = len(self.judges)
            self.judges.append(_joined(sign, below) if sign else function_of(rule.tree))
            self.entries.append(self._entry(rule, sign, below))
        return self._numbers[rule.text]

    def _entry(self, rule: Expression, sign: str, parts: list[int]) -> dict[str, Any]:
        for ref in rule.refs:
            root, keys = self.book.spread(ref)
            self.refs[ref] = [root, *keys]
        found: dict[str, Any] = {"refs": rule.refs, "member": rule.of_member, "strict": self.book.strict(rule)}
        return found | ({"sign": "?" if _SIGNS[sign] == "choose" else sign, "parts": parts} if sign else {})

    def given(self, **texts: str) -> dict[str, int]:
        """The numbers of those conditions that there are."""
        return {name: self.number(text) for name, text in texts.items() if text}


def _joined(sign: str, parts: list[int]) -> str:
    first, *rest = (f"R[{part}](c)" for part in parts)
    return f"c=>L.{_SIGNS[sign]}({','.join([first, *(f'()=>{part}' for part in rest)])})"


def _data(book: RuleBook, rules: _Rules) -> dict[str, Any]:
    found = {
        "roots": sorted(book.roots),
        "city": dict(book.city),
        "codes": {name: list(codes) for name, codes in book.vocabulary.codes.items()},
        "papers": _papers(book, rules),
        "dayExceptions": [day.isoformat() for day in book.days.exceptions(_YEARS)],
        "items": _items(book, rules),
        "completes": _completes(book, rules),
        "levels": [[_derivation(book, derived, rules) for derived in level] for level in book.levels],
        "events": _events(book),
        "procedures": {name: _procedure(book, each, rules) for name, each in book.procedures.items()},
        "forms": _forms(book, rules),
        "groups": rules.given(**book.groups),
    }
    return {**found, "refs": rules.refs, "rules": rules.entries}


# ---- the vocabulary --------------------------------------------------------------------------------------------------
def _items(book: RuleBook, rules: _Rules) -> dict[str, Any]:
    vocabulary = book.vocabulary
    return {
        item.key: {"type": item.type.value, "topic": vocabulary.topics[item.key], "order": item.order}
        | _told(
            {
                "codes": item.codes,
                "ask": bool(item.ask),
                "digits": item.digits,
                "notFuture": item.not_future,
                "offCalendar": item.off_calendar,
                "staff": item.staff,
                "own": bool(item.self_ask),
                "month": item.month,
                "none": item.none,
                "about": item.about,
            }
        )
        | rules.given(askWhen=item.ask_when)
        | (rules.given(among=item.among) if item.type in {Type.PERSON, Type.PERSONS} else {})
        for item in vocabulary.items
    }


def _completes(book: RuleBook, rules: _Rules) -> dict[str, Any]:
    return {
        key: [{"key": item.key, **rules.given(when=item.beside_when)} for item in items]
        for key, items in book.vocabulary.beside.items()
    }


def _derivation(book: RuleBook, derived: Derived, rules: _Rules) -> dict[str, Any]:
    rule = derived.rule
    told = _told({"of": rule.of, "otherwise": rule.otherwise, "copies": derived.copies})
    copied = {"copied": book.key(derived.copies)} if derived.copies else {}
    return {"fact": rule.fact, "value": rules.number(rule.value), "otherwise": "", **told, **copied}


def _papers(book: RuleBook, rules: _Rules) -> dict[str, Any]:
    papers = book.identity
    return {
        "photo": papers.photo,
        "a": papers.a,
        "b": papers.b,
        "accept": [
            {"papers": each.papers, "counts": each.counts, "expired": each.expired, "when": rules.number(each.when)}
            for each in papers.accept
        ],
        "notice": [{"procedures": each.procedures, **rules.given(when=each.when)} for each in papers.notice],
    }


# ---- events, procedures and forms ------------------------------------------------------------------------------------
def _events(book: RuleBook) -> dict[str, Any]:
    return {
        event.id: {
            "name": event.name,
            "opening": event.opening,
            "procedures": event.procedures,
            "presets": event.presets,
            "codes": event.codes,
            "future": event.future,
            "outside": event.outside,
            "spared": event.spared,
            "asks": event.asks,
            "words": event.words,
            "firstTopic": _first_topic(book.vocabulary, event),
            "persons": event.persons,
            "order": event.order,
        }
        for event in book.events.values()
    }


def _first_topic(vocabulary: Vocabulary, event: LifeEvent) -> int:
    """The place of the section that stands first at an event; -1 where none does."""
    found = (vocabulary.topics[item.key] for item in vocabulary.items if item.section == event.first_section != "")
    return next(found, -1)


def _procedure(book: RuleBook, procedure: Procedure, rules: _Rules) -> dict[str, Any]:
    versions = [_version(version, rules) for version in procedure.versions if book.compiles(version)]
    return {
        "name": procedure.name,
        "scope": procedure.scope,
        "staffOnly": procedure.staff_only,
        "versions": versions,
    }


def _version(version: Version, rules: _Rules) -> dict[str, Any]:
    variants = zip(version.variants, version.turned, strict=True)
    return {
        "from": version.valid_from.isoformat(),
        "to": version.valid_to.isoformat() if version.valid_to else "",
        "when": rules.number(version.when),
        **_turned(version, rules),
        "variants": [{"when": rules.number(each.when), "version": _turned(turned, rules)} for each, turned in variants],
    }


def _turned(version: Version, rules: _Rules) -> dict[str, Any]:
    """What a variant can give of its own."""
    return {
        "name": version.name,
        "filers": [_filer(filer, rules) for filer in version.filers],
        "identity": version.identity.value,
        "optional": version.optional,
        "forms": version.forms,
        "formWhen": {form: rules.number(text) for form, text in version.form_when.items()},
        "bring": [{"what": paper.what, **rules.given(when=paper.when)} for paper in version.bring],
        **rules.given(photoWhen=version.photo_when, wish=version.wish),
    }


def _filer(filer: Filer, rules: _Rules) -> dict[str, Any]:
    return {"role": filer.role, "papers": filer.papers, "proof": filer.proof, **rules.given(when=filer.when)}


def _forms(book: RuleBook, rules: _Rules) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = {}
    for template in book.templates.values():
        found.setdefault(template.id, []).append(_form(template, rules))
    return found


def _form(template: Template, rules: _Rules) -> dict[str, Any]:
    return {
        "from": template.valid_from.isoformat(),
        "to": template.valid_to.isoformat() if template.valid_to else "",
        "version": template.version,
        "copies": template.copies,
        "roles": template.roles,
        "essential": template.essential,
        "repeats": [{"id": each.id, "group": each.group, "rows": each.rows} for each in template.repeats],
        "boxes": [_box(box, rules) for box in template.boxes],
    }


def _box(box: Box, rules: _Rules) -> dict[str, Any]:
    told = {
        "repeat": box.repeat,
        "optional": box.required == "optional",
        "blank": box.kind is Kind.BLANK or box.given,
        "signature": box.kind is Kind.SIGNATURE,
    }
    return {"id": box.id, "holes": holes(box.fact), **_told(told), **rules.given(when=box.when)}


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """Only what says something: a page is carried by a telephone."""
    return {name: value for name, value in fields.items() if value}


def plain_json(data: object) -> str:
    """JSON that is JavaScript inside a page as well."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
