"""What people type, read by the type of the fact: a value, or an issue that says what is allowed."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from kiosk.flow.fits import impossible, too_much, unseen
from kiosk.model.accounts import read_account
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.letters import check_kana, to_digits, without_widthless
from kiosk.model.life_event import LifeEvent
from kiosk.model.limits import BOUNDLESS, Limit
from kiosk.model.message import Code, Label, Message, Refused
from kiosk.model.names import check_name, kana_name, trimmed
from kiosk.model.numbers import digits, parse_phone, refuse_my_number
from kiosk.model.relations import parse_relation
from kiosk.model.said_dates import parse_date, parse_month, parse_near
from kiosk.model.vocabulary import Item, Type, Vocabulary
from kiosk.model.wareki import PartialDate, begins_after

_YES = {"はい", "true", "有", "いる", "ある", "y", "1"}
_NO = {"いいえ", "false", "無", "いない", "ない", "なし", "n", "0"}
_MY_NUMBER_DIGITS = 12
_WHOLE = re.compile("0*([0-9]{1,9})")  # a rule counts in 64 bits, and nobody has a billion of anything
_EVERYBODY = "全員"
_NOBODY = {"", "なし", "いない", "該当なし"}
_NOTHING = _NOBODY | {"0", "０"}
"""Where nothing can be an answer to an item of words: a clerk's key for it, too."""

_FUTURE, _TODAY_OR_BEFORE = Code("answer-future"), Code("answer-today-or-before")
_NO_YES_NO, _YES_OR_NO = Code("answer-no-yes-no"), Code("answer-yes-or-no")
_NO_NUMBER, _WHOLE_NUMBER = Code("answer-no-number"), Code("answer-whole-number")
_EMPTY, _MAY_BE_HELD = Code("answer-empty"), Code("answer-may-be-held")
_NOT_LISTED, _LISTED, _MEMBER = Code("answer-not-listed"), Code("answer-listed", "options"), Code("answer-member")
_NOT_OF_THEM, _OF_THEM = Code("answer-not-of-them"), Code("answer-of-them")
_EVERYBODY_OR = Code("answer-members")
_NO_ADDRESS, _WHOLE_ADDRESS = Code("answer-no-address"), Code("answer-whole-address")
_DRAWN = Code("answer-signature")


@dataclass(frozen=True)
class Reader:
    """Reads words for a case: today's date, the members' names, the code lists, and what the record takes by key.

    `among` are the members that an item can name; all of them where nothing is said.
    """

    vocabulary: Vocabulary
    today: dt.date
    members: Mapping[str, str]
    event: LifeEvent
    limits: Mapping[str, Limit] = field(default_factory=dict)
    among: Callable[[Item], Collection[str]] | None = None

    def read(self, item: Item, text: str) -> Value | Refused:
        """The value of the words for an item, less signs without width.

        Names keep their letters; only kana, digits and dates are folded.
        """
        words = without_widthless(text).strip()
        refused = refuse_my_number(words, where=Label(item.key)) if _may_hold(item) else None
        refused = refused or unseen(item.key, words)
        return refused or self._within(item, _READERS[item.type](self, item, words))

    def _within(self, item: Item, read: Value | Refused) -> Value | Refused:
        limit = self.limits.get(item.key, BOUNDLESS)
        return read if isinstance(read, Refused) else too_much(item.key, read, limit) or read

    def text(self, item: Item, words: str) -> Value | Refused:
        """Free text; なし (or the key 0) is an answer where the vocabulary says so."""
        if item.none and words in _NOTHING:
            return ""
        return words or _empty(item)

    def name(self, item: Item, words: str) -> Value | Refused:
        """A name as written; family and given name may be separated by a space, never have to be."""
        return check_name(words, where=Label(item.key)) or trimmed(words)

    def kana(self, item: Item, words: str) -> Value | Refused:
        """A reading in full-width katakana."""
        reading = kana_name(words)
        return (check_kana(reading, where=Label(item.key)) if reading else _empty(item)) or reading

    def date(self, item: Item, words: str) -> Value | Refused:
        """A date in any of the counter's spellings; its month where no more is asked for, no year where it is near."""
        past = item.not_future and item.key not in self.event.future
        near = parse_near(words, today=self.today, past=past) if item.near else None
        if near is not None:
            return near
        read = (parse_month if item.month else parse_date)(words, today=self.today)
        if isinstance(read, Refused):
            return replace(read, where=Label(item.key))
        return impossible(item, read) or self._future(item, read) or read

    def _future(self, item: Item, read: PartialDate) -> Refused | None:
        if item.not_future and item.key not in self.event.future and begins_after(read, self.today):
            return Refused(Label(item.key), _FUTURE(), _TODAY_OR_BEFORE())
        return None

    def code(self, item: Item, words: str) -> Value | Refused:
        """One of the closed list."""
        return words if words in self._codes(item) else self._off_list(item)

    def codes(self, item: Item, words: str) -> Value | Refused:
        """Some of the closed list, separated by 、; なし is none of them."""
        chosen = () if words in _NOBODY else tuple(dict.fromkeys(_parts(words)))
        return chosen if set(chosen) <= set(self._codes(item)) else self._off_list(item)

    def yes_no(self, item: Item, words: str) -> Value | Refused:
        """はい or いいえ."""
        if words.lower() in _YES | _NO:
            return words.lower() in _YES
        return Refused(Label(item.key), _NO_YES_NO(), _YES_OR_NO())

    def number(self, item: Item, words: str) -> Value | Refused:
        """A whole number, none negative."""
        found = _WHOLE.fullmatch(to_digits(words))
        if found:
            return int(found[1])
        return Refused(Label(item.key), _NO_NUMBER(), _WHOLE_NUMBER())

    def phone(self, item: Item, words: str) -> Value | Refused:
        """A telephone number in the GIF spelling."""
        return parse_phone(words, where=Label(item.key))

    def address(self, item: Item, words: str) -> Value | Refused:
        """An address as it was said; its parts come from the postal data (see SplitAddress)."""
        if words and not any(map(str.isalpha, words)):  # figures alone: a postal code or a lot
            return Refused(Label(item.key), _NO_ADDRESS(), _WHOLE_ADDRESS())
        return Address(text=words) if words else _empty(item)

    def digits(self, item: Item, words: str) -> Value | Refused:
        """A number of a fixed count of digits, or one of a bank account."""
        if item.account is not None:
            return read_account(words, kind=item.account, where=Label(item.key))
        return digits(words, count=item.digits, where=Label(item.key))

    def person(self, item: Item, words: str) -> Value | Refused:
        """One member, by id or by name."""
        found = self._member(words)
        return self._of_them(item, (found,)) or found if found else _not_listed(item, _MEMBER())

    def persons(self, item: Item, words: str) -> Value | Refused:
        """Members by id or name; 全員 (everybody who can be chosen) and なし are answers."""
        if words in _NOBODY:
            return ()
        if words == _EVERYBODY:
            return tuple(ref for ref in self.members if self._can_be(item, ref))
        found = tuple(self._member(entry) for entry in _parts(words))
        return self._of_them(item, found) or found if all(found) else _not_listed(item, _EVERYBODY_OR())

    def _can_be(self, item: Item, ref: str) -> bool:
        return self.among is None or ref in self.among(item)

    def _of_them(self, item: Item, found: tuple[str, ...]) -> Refused | None:
        """Somebody of the visit who has no part in this."""
        out = not all(self._can_be(item, ref) for ref in found)
        return Refused(Label(item.key), _NOT_OF_THEM(), _OF_THEM()) if out else None

    def relation(self, item: Item, words: str) -> Value | Refused:
        """続柄 of the closed vocabulary, chained by の up to four times."""
        read = parse_relation(words)
        return replace(read, where=Label(item.key)) if isinstance(read, Refused) else read

    def unreadable(self, item: Item, _: str) -> Value | Refused:
        """A signature is drawn, not typed."""
        return Refused(Label(item.key), _DRAWN())

    def _off_list(self, item: Item) -> Refused:
        options = tuple(Label(item.key, code) for code in self._codes(item))
        return _not_listed(item, _LISTED(options=options))

    def _codes(self, item: Item) -> tuple[str, ...]:
        return self.event.codes.get(item.key) or self.vocabulary.codes.get(item.codes, ())

    def _member(self, words: str) -> str:
        spaceless = "".join(words.split())
        return next((ref for ref, name in self.members.items() if spaceless in {ref, "".join(name.split())}), "")


_READERS: Mapping[Type, Callable[[Reader, Item, str], Value | Refused]] = {
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


def _may_hold(item: Item) -> bool:
    """Whether twelve digits in an answer may be a 個人番号: not in a telephone number or a count of other digits."""
    return item.type is not Type.PHONE and (item.type is not Type.DIGITS or item.digits == _MY_NUMBER_DIGITS)


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.replace(",", "、").replace("，", "、").split("、") if part.strip()]


def _empty(item: Item) -> Refused:
    return Refused(Label(item.key), _EMPTY(), _MAY_BE_HELD())


def _not_listed(item: Item, allowed: Message) -> Refused:
    """Never the words themselves: what somebody typed into the wrong place may be a name."""
    return Refused(Label(item.key), _NOT_LISTED(), allowed)
