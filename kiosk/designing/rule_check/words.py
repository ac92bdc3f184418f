"""What a rule says about values: codes that are on no list, and values of the wrong type."""

import re
from collections.abc import Iterator, Mapping

from kiosk.model.base import Issue
from kiosk.model.vocabulary import Type
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Language, compile_issue
from kiosk.rules.functions import functions
from kiosk.rules.looks import chains, given
from kiosk.rules.syntax import Has, Literal, Name, Node, every, replaced
from kiosk.rules.texts import Text, kind_of, texts
from kiosk.rules.written import written

_COLUMN = re.compile(r"\d+行目\d+文字目: ")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PRESET = {Type.CODE, Type.TEXT}
_CITY = {bool: "bool", int: "int", str: "string"}
_SAID = {"bool": "はい・いいえ", "int": "数", "string": "文字（日付・コードも）", "strings": "並び", "dyn": "値"}


def wrong_codes(book: RuleBook) -> Iterator[Issue]:
    """Quoted words that a fact is compared with, given or preset to, but that its code list does not have."""
    for text in texts(book):
        rule = book.language.rule(text.text)
        pairs = [(book.key(ref), word) for ref, word in rule.looks.compared]
        pairs += [(text.fact, word) for word in given(rule.tree)] if text.fact else []
        yield from (issue for key, word in pairs for issue in _off_list(book, text.where, key, word))
    for event in book.events.values():
        where = f"events/{event.id}.toml"
        for key, word in event.presets.items():
            yield from _off_list(book, f"{where} presets {key}", key, word)
            item = book.vocabulary.by_key.get(key)
            if item and item.type not in _PRESET:
                message = f"{key} は {item.type.value} です。きっかけが決めておけるのは、選ぶ答えと文字だけです。"
                yield Issue(where=f"{where} presets {key}", message=message, allowed="code、text")
        for key, words in event.codes.items():
            yield from (issue for word in words for issue in _off_list(book, f"{where} codes {key}", key, word))


def _off_list(book: RuleBook, where: str, key: str, word: str) -> Iterator[Issue]:
    item = book.vocabulary.by_key.get(key)
    codes = book.vocabulary.codes.get(item.codes, ()) if item else ()
    if item and item.type is Type.DATE and word and not _DAY.fullmatch(word):
        message = f"{key} は日付です。「{word}」と同じになる日はありません。"
        yield Issue(where=where, message=message, allowed="2026-04-01 の形")
    if item and codes and word and word not in codes:
        message = f"「{word}」は {key} のコード表 {item.codes} にありません。"
        yield Issue(where=where, message=message, allowed="、".join(codes))


def wrong_types(book: RuleBook) -> Iterator[Issue]:
    """Expressions that compare, combine or pass on values of types that do not fit, or give the wrong type."""
    names = _names(book)
    kinds = {names[item.key]: kind_of(item) for item in book.vocabulary.items}
    kinds |= {names[f"city.{key}"]: _CITY[type(value)] for key, value in book.city.items()}
    language = Language((), functions(), typed={**kinds, "ref_of_member": "string"})
    for text in texts(book):
        if book.language.rule(text.text).compiles:
            yield from _typed(book, language, names, text)


def _names(book: RuleBook) -> dict[str, str]:
    """A plain variable name for every fact and setting."""
    keys = [*(item.key for item in book.vocabulary.items), *(f"city.{name}" for name in book.city)]
    return {key: f"fact_{number}" for number, key in enumerate(keys)} | {"person.ref": "ref_of_member"}


def _typed(book: RuleBook, language: Language, names: Mapping[str, str], text: Text) -> Iterator[Issue]:
    flat = _flat(book, names, text.text)
    if flat is None:
        return
    try:
        expression = language.compile(flat)
    except ValueError as error:
        told = compile_issue(text.where, str(error))
        yield Issue(where=told.where, message=_COLUMN.sub("", told.message), allowed=text.text)
        return
    if not any(expression.gives(kind) for kind in {text.gives, "dyn"}):
        message = f"式の結果の型が違います。{_SAID[text.gives]}になる式が必要です。"
        yield Issue(where=text.where, message=message, allowed=text.text)


def _flat(book: RuleBook, names: Mapping[str, str], text: str) -> str | None:
    """The expression over plain variables of known type; None when it names a fact that nobody declared."""
    rule = book.language.rule(text)
    places = chains(rule.tree, book.language.roots)

    def named(node: Node) -> Node | None:
        if isinstance(node, Has):
            return Literal(value=True)
        found = {names.get(book.key(place)) for place in places.get(id(node), ())}
        return Name(found.pop() or "") if len(found) == 1 else None

    flat = replaced(rule.tree, named)
    left = {node.name for node in every(flat) if isinstance(node, Name)}
    return None if "" in left or left & book.language.roots else written(flat)
