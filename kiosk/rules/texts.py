"""Every expression of the catalogue with the place where it is written and the kind of value it must give."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.model.procedure import Version
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.found import Read

_KINDS = {Type.BOOL: "bool", Type.INT: "int", Type.CODES: "strings", Type.PERSONS: "strings"}


@dataclass(frozen=True)
class Text:
    """`where` is file and path; `gives` is bool, int, string, strings or dyn; `fact` is what a derivation gives."""

    where: str
    text: str
    gives: str = "bool"
    fact: str = ""


def kind_of(item: Item) -> str:
    """The compiler's type for a fact; a date, a name and a code are texts there."""
    return _KINDS.get(item.type, "string")


def version_place(procedure: str, version: Version) -> str:
    """procedures/P20.toml 2024-10-01."""
    return f"procedures/{procedure}.toml {version.valid_from}"


def texts(book: RuleBook) -> Iterator[Text]:
    """All of them, in the order vocabulary, groups, procedures, templates."""
    yield from _vocabulary(book)
    yield from (Text(f"groups.toml {group}", condition) for group, condition in book.groups.items())
    yield from _identity(book)
    for procedure in book.procedures.values():
        for version in procedure.versions:
            yield from version_texts(version_place(procedure.id, version), version)
    for template in book.templates.values():
        where = f"templates/{template.id}/{template.version}"
        yield from (Text(f"{where} box {box.id} when", box.when) for box in template.boxes if box.when)


def read_all(book: RuleBook) -> dict[str, Read]:
    """What is worth keeping of every expression: of itself and of its parts."""
    found: dict[str, Read] = {}
    waiting = [book.language.rule(text.text) for text in texts(book)]
    while waiting:
        rule = waiting.pop()
        if rule.text not in found and rule.compiles:
            found[rule.text] = rule.read()
            waiting += book.language.operands(rule)[1]
    return found


def places(where: str, version: Version) -> Iterator[tuple[str, Version]]:
    """A version and each of its variants, with where they are written."""
    yield where, version
    yield from ((f"{where} variant[{index}]", turned) for index, turned in enumerate(version.turned))


def version_texts(where: str, version: Version) -> Iterator[Text]:
    """The rule of a version and the conditions of its variants, papers, forms, filers and whom it leaves out."""
    yield Text(f"{where} when", version.when)
    for index, variant in enumerate(version.variants):
        yield Text(f"{where} variant[{index}] when", variant.when)
    yield from (Text(f"{where} form_when {form}", text) for form, text in version.form_when.items())
    if version.photo_when:
        yield Text(f"{where} photo_when", version.photo_when)
    yield from _charges(where, version)
    for place, each in places(where, version):
        if each.left_out:
            yield Text(f"{place} left_out.when", each.left_out.when)
        if each.wish:
            yield Text(f"{place} wish", each.wish)
        yield from (Text(f"{place} bring {item.what}", item.when) for item in each.bring if item.when)
        yield from (Text(f"{place} filers {filer.role}", filer.when) for filer in each.filers if filer.when)


def _charges(where: str, version: Version) -> Iterator[Text]:
    """When something is charged, and when it is free."""
    for index, charge in enumerate(version.charges):
        for name, text in (("when", charge.when), ("free_when", charge.free_when)):
            if text:
                yield Text(f"{where} charge[{index}] {name}", text)


def variant_rule(version: Version, index: int) -> str:
    """The condition under which a variant is taken: its own holds, the rule too, and no earlier variant's.

    Its own comes first: mostly it names an occasion, which leaves nothing to try in any other event.
    """
    own, *conditions = (version.variants[index].when, version.when)
    conditions += (f"!({variant.when}\n)" for variant in version.variants[:index])  # a remark may end each: a // b
    return " && ".join(f"({text}\n)" for text in (own, *conditions))


def _identity(book: RuleBook) -> Iterator[Text]:
    for index, accepted in enumerate(book.identity.accept):
        yield Text(f"identity.toml accept[{index}] when", accepted.when)
    for index, notice in enumerate(book.identity.notice):
        for name, text in (("when", notice.when), ("also", notice.also)):
            if text:
                yield Text(f"identity.toml notice[{index}] {name}", text)


def _vocabulary(book: RuleBook) -> Iterator[Text]:
    for item in book.vocabulary.items:
        if item.ask_when:
            yield Text(f"{book.file(item.key)}.ask_when", item.ask_when)
        if item.beside_when:
            yield Text(f"{book.file(item.key)}.beside_when", item.beside_when)
        if item.among:
            yield Text(f"{book.file(item.key)}.among", item.among)
    for rule in book.vocabulary.derivations:
        given = book.vocabulary.by_key.get(rule.fact)
        gives = "string" if rule.of else kind_of(given) if given else "dyn"
        yield Text(book.file(f"derive {rule.fact}"), rule.value, gives, "" if rule.of else rule.fact)
        if rule.assumed:
            yield Text(book.file(f"derive {rule.fact} assumed"), rule.assumed, "bool", "")
    for against in book.vocabulary.contradictions:
        yield Text(book.file(f"contradiction {against.id}"), against.when)
