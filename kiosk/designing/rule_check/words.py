"""What a rule says about values: codes that are on no list, and values of the wrong type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256

from kiosk.designing.rule_check.tried import Tried
from kiosk.model.base import Issue
from kiosk.model.vocabulary import Type
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Language
from kiosk.rules.complaints import compile_issue
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


def wrong_types(book: RuleBook, tried: Tried) -> Iterator[Issue]:
    """Expressions that compare, combine or pass on values of types that do not fit, or give the wrong type.

    The compiler is asked again where a text or the type of any fact is another than before.
    """
    kinds = {item.key: kind_of(item) for item in book.vocabulary.items}
    kinds |= {f"city.{key}": _CITY[type(value)] for key, value in book.city.items()}
    ground = sha256(repr((sorted(kinds.items()), sorted(book.language.roots))).encode()).hexdigest()
    typed = _Typed(book, kinds)
    for text in texts(book):
        if book.language.rule(text.text).compiles:
            yield from tried.sound(ground, text.text, text.gives, look=partial(typed.issues, text))


@dataclass(frozen=True)
class _Typed:
    """The compiler over plain variables, made when it is first asked; `kinds` are the types of facts and settings."""

    book: RuleBook
    kinds: Mapping[str, str]

    @cached_property
    def names(self) -> dict[str, str]:
        """A plain variable name for every fact and setting."""
        return {key: f"fact_{number}" for number, key in enumerate(self.kinds)} | {"person.ref": "ref_of_member"}

    @cached_property
    def language(self) -> Language:
        """Each variable with its type."""
        typed = {self.names[key]: kind for key, kind in self.kinds.items()}
        return Language((), functions(), typed={**typed, "ref_of_member": "string"})

    def issues(self, text: Text) -> Iterator[Issue]:
        """What the compiler says of one expression."""
        return _typed(self.book, self.language, self.names, text)


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
