"""Checks what forms/ says for a terminal: answers that are taken as usual, and boards that give two answers at once."""

from collections.abc import Iterator

from kiosk.model.base import Issue
from kiosk.model.life_event import LifeEvent
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook

_TOGETHER = {Type.KANA: (Type.NAME, "氏名（name）"), Type.TEXT: (Type.ADDRESS, "住所（address）")}
_YES_NO = ("はい", "いいえ")
_NONE = "なし"


def check_usual(book: RuleBook, event: LifeEvent) -> Iterator[Issue]:
    """Usual answers are chosen, counted or yes and no, and can be given here."""
    for key, words in event.usual.items():
        item, where = book.vocabulary.by_key.get(key), f"events/{event.id}.toml usual {key}"
        if item is not None:
            yield from _of_usual(book, event, item, words=words, where=where)


def _of_usual(book: RuleBook, event: LifeEvent, item: Item, *, words: str, where: str) -> Iterator[Issue]:
    if not item.ask or item.staff or item.key.startswith("person."):
        message = f"{item.key} は、記載台で住民に聞く、全員に共通のことではありません。"
        yield Issue(where=where, message=message, allowed="ask があり、staff でも person. でもない事実")
        return
    said, allowed = _sayable(book, event, item, words)
    if not said:
        yield Issue(where=where, message=f"「{words}」は {item.key} の答えになりません。", allowed=allowed)


def _sayable(book: RuleBook, event: LifeEvent, item: Item, words: str) -> tuple[bool, str]:
    codes = event.codes.get(item.key) or book.vocabulary.codes.get(item.codes, ())
    match item.type:
        case Type.CODE:
            return words in codes, "、".join(codes)
        case Type.CODES:
            return words == _NONE or set(words.split("、")) <= set(codes), "、".join((_NONE, *codes))
        case Type.BOOL:
            return words in _YES_NO, "、".join(_YES_NO)
        case Type.INT:
            return words.isascii() and words.isdigit(), "数字"
        case _:
            return False, "選ぶ答え（code、codes、bool）と数（int）"


def check_together(book: RuleBook) -> Iterator[Issue]:
    """A reading is given with its name, a building with its address."""
    for item in book.vocabulary.items:
        other = book.vocabulary.by_key.get(item.together)
        where = f"{book.file(item.key)}.together"
        if item.together and other is None:
            yield book.unknown(item.together, where=where)
        elif other is not None:
            wanted, name = _TOGETHER.get(item.type, (None, ""))
            if other.type is not wanted:
                message = f"{item.key} は、{item.together} の画面では一緒に答えられません。"
                yield Issue(where=where, message=message, allowed=name or "フリガナ（kana）か文字（text）に付ける")
