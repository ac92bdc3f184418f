"""What people type, read by the type of the fact: a value, or an issue that says what is allowed."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.model.address import Address
from kiosk.model.base import Issue
from kiosk.model.fact import Value
from kiosk.model.letters import check_kana, to_digits
from kiosk.model.names import check_name, kana_name
from kiosk.model.numbers import digits, parse_phone, refuse_my_number
from kiosk.model.procedure import LifeEvent
from kiosk.model.relations import parse_relation
from kiosk.model.vocabulary import Item, Type, Vocabulary
from kiosk.model.wareki import PartialDate, calendar_day, caution, parse_date

_YES = {"はい", "true", "有", "いる", "ある", "y", "1"}
_NO = {"いいえ", "false", "無", "いない", "ない", "なし", "n", "0"}
_FREE = {Type.TEXT, Type.NAME, Type.ADDRESS}
_MEMBER = "この世帯の方の名前か番号（p1、p2 …）"
_NOBODY = {"", "なし", "いない", "該当なし"}


@dataclass(frozen=True)
class Reader:
    """Reads words for a case: today's date, the members' names and the code lists."""

    vocabulary: Vocabulary
    today: dt.date
    members: Mapping[str, str]
    event: LifeEvent

    def read(self, item: Item, text: str) -> Value | Issue:
        """The value of the words for an item. Names are kept byte for byte; only kana, digits and dates are folded."""
        words = text.strip()
        refused = refuse_my_number(words, where=item.label) if item.type in _FREE else None
        return refused or _READERS[item.type](self, item, words)

    def text(self, item: Item, words: str) -> Value | Issue:
        """Free text; なし is an answer where the vocabulary says so."""
        if item.none and words in _NOBODY:
            return ""
        return words or _empty(item)

    def name(self, item: Item, words: str) -> Value | Issue:
        """A name as written; family and given name may be separated by a space, never have to be."""
        return check_name(words, where=item.label) or words

    def kana(self, item: Item, words: str) -> Value | Issue:
        """A reading in full-width katakana."""
        reading = kana_name(words)
        return (check_kana(reading, where=item.label) if reading else _empty(item)) or reading

    def date(self, item: Item, words: str) -> Value | Issue:
        """A date in any of the counter's spellings."""
        read = parse_date(words, today=self.today)
        if isinstance(read, Issue):
            return read.model_copy(update={"where": item.label})
        return _impossible(item, read) or self._future(item, read) or read

    def _future(self, item: Item, read: PartialDate) -> Issue | None:
        day = calendar_day(read)
        if item.not_future and item.key not in self.event.future and day is not None and day > self.today:
            return Issue(where=item.label, message="未来の日付は入れられません。", allowed="今日かそれより前の日")
        return None

    def code(self, item: Item, words: str) -> Value | Issue:
        """One of the closed list."""
        return words if words in self._codes(item) else _not_listed(item, *self._codes(item))

    def codes(self, item: Item, words: str) -> Value | Issue:
        """Some of the closed list, separated by 、; なし is none of them."""
        chosen = () if words in _NOBODY else tuple(dict.fromkeys(_parts(words)))
        return chosen if set(chosen) <= set(self._codes(item)) else _not_listed(item, *self._codes(item))

    def yes_no(self, item: Item, words: str) -> Value | Issue:
        """はい or いいえ."""
        if words.lower() in _YES | _NO:
            return words.lower() in _YES
        return Issue(where=item.label, message="はい・いいえのどちらかで答えてください。", allowed="はい、いいえ")

    def number(self, item: Item, words: str) -> Value | Issue:
        """A whole number, none negative."""
        narrow = to_digits(words)
        return (
            int(narrow)
            if narrow.isascii() and narrow.isdigit()
            else Issue(where=item.label, message="数字で入れてください。", allowed="0以上の整数")
        )

    def phone(self, item: Item, words: str) -> Value | Issue:
        """A telephone number in the GIF spelling."""
        return parse_phone(words, where=item.label)

    def address(self, item: Item, words: str) -> Value | Issue:
        """An address as it was said; its parts come from the postal data (see SplitAddress)."""
        return Address(text=words) if words else _empty(item)

    def digits(self, item: Item, words: str) -> Value | Issue:
        """A number of a fixed count of digits."""
        return digits(words, count=item.digits, where=item.label)

    def person(self, item: Item, words: str) -> Value | Issue:
        """One member, by id or by name."""
        found = self._member(words)
        return found or _not_listed(item, _MEMBER)

    def persons(self, item: Item, words: str) -> Value | Issue:
        """Members by id or name; 全員 and なし are answers."""
        if words in _NOBODY:
            return ()
        if words == "全員":
            return tuple(self.members)
        found = tuple(self._member(entry) for entry in _parts(words))
        return found if all(found) else _not_listed(item, "全員", "なし", _MEMBER)

    def relation(self, item: Item, words: str) -> Value | Issue:
        """続柄 of the closed vocabulary, chained by の up to four times."""
        read = parse_relation(words)
        return read.model_copy(update={"where": item.label}) if isinstance(read, Issue) else read

    def unreadable(self, item: Item, _: str) -> Value | Issue:
        """A signature is drawn, not typed."""
        return Issue(where=item.label, message="署名は署名欄に書きます。")

    def _codes(self, item: Item) -> tuple[str, ...]:
        return self.event.codes.get(item.key) or self.vocabulary.codes.get(item.codes, ())

    def _member(self, words: str) -> str:
        spaceless = "".join(words.split())
        return next((ref for ref, name in self.members.items() if spaceless in {ref, "".join(name.split())}), "")


_READERS: Mapping[Type, Callable[[Reader, Item, str], Value | Issue]] = {
    Type.TEXT: Reader.text,
    Type.NAME: Reader.name,
    Type.KANA: Reader.kana,
    Type.DATE: Reader.date,
    Type.CODE: Reader.code,
    Type.CODES: Reader.codes,
    Type.BOOL: Reader.yes_no,
    Type.INT: Reader.number,
    Type.PHONE: Reader.phone,
    Type.ADDRESS: Reader.address,
    Type.DIGITS: Reader.digits,
    Type.PERSON: Reader.person,
    Type.PERSONS: Reader.persons,
    Type.RELATION: Reader.relation,
    Type.SIGNATURE: Reader.unreadable,
}


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.replace(",", "、").replace("，", "、").split("、") if part.strip()]


def _impossible(item: Item, read: PartialDate) -> Issue | None:
    found = None if item.off_calendar else caution(read)
    return found and Issue(where=item.label, message=found.message, allowed="暦にある日を入れます")


def _empty(item: Item) -> Issue:
    return Issue(where=item.label, message="まだ入っていません。", allowed="わからないときは「わからない（保留）」")


def _not_listed(item: Item, *allowed: str) -> Issue:
    """Never the words themselves: what somebody typed into the wrong place may be a name."""
    return Issue(where=item.label, message="選択肢にありません。", allowed="、".join(allowed))
