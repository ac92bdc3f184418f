"""Whether the entries of the vocabulary and the boxes of the forms fit what they name: lists, facts, kinds, words."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.codes import encodable
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden, forbidden_item, holds_digits
from kiosk.model.path import key_of
from kiosk.model.spelling import listed, nearest
from kiosk.model.template import Box, Kind, Template
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.transforms import holes

_LISTED = {Type.CODE, Type.CODES}
_BOOL = ("true", "false")


def check_vocabulary(book: RuleBook) -> Iterator[Issue]:
    """Code lists and sections that there are not, facts of a type that do not say what the type needs."""
    vocabulary = book.vocabulary
    for item in vocabulary.items:
        where = book.file(item.key)
        number = forbidden_item(item)
        if number:
            yield Issue(where=where, message=f"{number}は、どの名前でも扱いません。", allowed="この項目を消します")
        yield from _listed(item, vocabulary.codes, where)
        yield from _headed(item, [section.id for section in vocabulary.sections], where)
    for rule in vocabulary.derivations:
        where = book.file(f"derive {rule.fact}")
        for field, key in (("fact", rule.fact), ("of", rule.of), ("otherwise", rule.otherwise)):
            if key and key not in vocabulary.by_key:
                yield book.unknown(key, where=f"{where}.{field}")


def _listed(item: Item, lists: Mapping[str, tuple[str, ...]], where: str) -> Iterator[Issue]:
    if item.codes and item.codes not in lists:
        allowed = nearest(item.codes, lists)
        yield Issue(where=f"{where}.codes", message=f"コード表 {item.codes} がありません。", allowed=allowed)
    if item.type in _LISTED and not item.codes:
        yield Issue(where=f"{where}.codes", message="選ぶ答えのコード表が決められていません。", allowed="codes = …")


def _headed(item: Item, sections: list[str], where: str) -> Iterator[Issue]:
    if item.section and item.section not in sections:
        allowed = nearest(item.section, sections)
        yield Issue(where=f"{where}.section", message=f"見出し {item.section} がありません。", allowed=allowed)
    if item.ask and not item.section:
        yield Issue(where=f"{where}.section", message="聞く事実には見出しが要ります。", allowed=listed(sections))


def check_form(book: RuleBook, template: Template) -> Iterator[Issue]:
    """Boxes whose facts nobody knows, whose kind does not fit the fact, or whose printed words no answer has."""
    where = f"templates/{template.id}/{template.version}/template.toml"
    for letter, path in template.roles.items():
        if book.vocabulary.item(path) is None:
            yield book.unknown(path, where=f"{where} roles.{letter}")
    for box in template.boxes:
        place = f"{where} box {box.id}"
        if box.when:
            book.compile(box.when, where=f"{place}.when")
        yield from _facts(book, box, place)
        yield from _forbidden(book, box, place)
        yield from encodable(box, facts=book.vocabulary.by_key, place=place)
        item = book.vocabulary.item(box.fact)
        if item is not None:
            yield from _kind(item, box, place)
            yield from _options(book, item, box, place)


def _facts(book: RuleBook, box: Box, place: str) -> Iterator[Issue]:
    for hole in holes(box.fact):
        if key_of(hole) not in book.vocabulary.by_key:
            yield book.unknown(key_of(hole), where=f"{place}.fact")


def _forbidden(book: RuleBook, box: Box, place: str) -> Iterator[Issue]:
    """A box for a number that has no place here stays blank; whether a certificate shows it may be chosen."""
    items = [book.vocabulary.by_key.get(key_of(hole)) for hole in holes(box.fact)]
    number = forbidden(box.fact) or (forbidden(box.label) if any(item and holds_digits(item) for item in items) else "")
    if number and box.kind is not Kind.BLANK:
        message = f"「{box.label}」: {number}の欄には何も割り当てられません。"
        yield Issue(where=f"{place}.fact", message=message, allowed='kind = "blank" とし、fact を書きません')


def _kind(item: Item, box: Box, place: str) -> Iterator[Issue]:
    """What is drawn in the box, and what the fact is."""
    fits = {Kind.DATE: {Type.DATE}, Kind.SIGNATURE: {Type.SIGNATURE}}.get(box.kind)
    if fits is not None and item.type not in fits:
        message = f"「{box.label}」の kind は {box.kind.value} ですが、{item.key} は {item.type.value} です。"
        yield Issue(where=f"{place}.kind", message=message, allowed="、".join(kind.value for kind in fits))
    if item.type is Type.SIGNATURE and box.kind is not Kind.SIGNATURE:
        yield Issue(where=f"{place}.kind", message=f"「{box.label}」は署名の欄です。", allowed="signature")
    if box.kind is Kind.DATE and box.parts is None:
        yield Issue(where=f"{place}.parts", message=f"「{box.label}」の年月日の位置がありません。", allowed="parts = …")


def _options(book: RuleBook, item: Item, box: Box, place: str) -> Iterator[Issue]:
    """Printed choices that no answer has, while an answer has no printed choice: it would never be circled.

    A choice that is printed for the pen alone (公用) stands beside answers that all have their own.
    """
    if box.kind is Kind.CHOICE and not box.options:
        yield Issue(where=f"{place}.options", message=f"「{box.label}」に丸を付ける選択肢がありません。")
    codes = _answers(book, item) if box.kind in {Kind.CHOICE, Kind.TICK} else ()
    words = [(index, word) for index, option in enumerate(box.options) for word in option.code.split("|")]
    left = [code for code in codes if code not in {word for _, word in words}]
    for index, word in words:
        if codes and left and word not in codes:
            message = f"「{word}」は {item.key} の答えにないので、どの答えでも印が付きません。"
            yield Issue(where=f"{place}.options[{index}]", message=message, allowed=nearest(word, left))


def _answers(book: RuleBook, item: Item) -> tuple[str, ...]:
    if item.type is Type.BOOL:
        return _BOOL
    return book.vocabulary.codes.get(item.codes, ()) if item.type in _LISTED else ()
