"""Questions that nothing needs: no rule, form, group or opening ever comes to them."""

from collections.abc import Iterator

from kiosk.model.base import Issue
from kiosk.model.path import key_of
from kiosk.model.procedure import Version
from kiosk.model.template import Template
from kiosk.rules.book import RuleBook
from kiosk.rules.keys import CHECKED, ROLE, ROLE_FACTS
from kiosk.rules.texts import version_texts
from kiosk.rules.transforms import holes


def idle_questions(book: RuleBook) -> Iterator[Issue]:
    """One issue per item with `ask` that is out of reach of every rule and box, derivations followed."""
    needed = needed_keys(book)
    for item in book.vocabulary.items:
        if item.ask and item.key not in needed:
            message = f"質問「{item.label}」は、どの規則・記入欄・導出からも使われません。"
            yield Issue(where=book.file(item.key), message=message, allowed="ask を消すか、使う先を決めます")


def needed_keys(book: RuleBook) -> frozenset[str]:
    """Every key that a case of some event can come to look at."""
    derivations = {rule.fact: rule for rule in book.vocabulary.derivations}
    waiting, found = list(_first(book)), set[str]()
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        waiting += [item.key for item in book.vocabulary.beside.get(key, ())]
        item, rule = book.vocabulary.by_key.get(key), derivations.get(key)
        waiting += _looked_at(book, item.ask_when) if item and item.ask_when else ()
        waiting += _looked_at(book, item.beside_when) if item and item.beside_when else ()
        waiting += [*_looked_at(book, rule.value), *filter(None, (rule.of, rule.otherwise))] if rule else ()
    return frozenset(found)


def _first(book: RuleBook) -> Iterator[str]:
    """What rules, forms, groups and openings look at themselves, and what the counter always needs."""
    yield from (*ROLE_FACTS.values(), ROLE, *CHECKED, "person.name.full")
    for event in book.events.values():
        yield from (key_of(path) for path in (*event.opening, *event.presets, *event.future))
    for condition in book.groups.values():
        yield from _looked_at(book, condition)
    for procedure in book.procedures.values():
        for version in procedure.versions:
            yield from _of_version(book, version)
    for template in book.templates.values():
        yield from _of_template(book, template)


def _of_version(book: RuleBook, version: Version) -> Iterator[str]:
    for text in version_texts("", version):
        yield from _looked_at(book, text.text)
    yield from (book.key(fact) for fact in version.facts)


def _of_template(book: RuleBook, template: Template) -> Iterator[str]:
    yield from template.roles.values()
    for box in template.boxes:
        yield from (key_of(hole) for hole in holes(box.fact))
        yield from _looked_at(book, box.when) if box.when else ()


def _looked_at(book: RuleBook, text: str) -> frozenset[str]:
    return book.depends(book.language.rule(text))
