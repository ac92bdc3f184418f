"""Numbers of bank accounts as people read them from a book: seven digits, or ゆうちょ with its 記号 and 番号.

The shapes of 記号・番号 and how they become 店番 and 口座番号 are from memory (M): the bank's own page says the same.
"""

import enum
import re

from kiosk.model.letters import hankaku
from kiosk.model.message import Code, Refused, Said, Where
from kiosk.model.numbers import digits

_SHORT, _OFFERED = Code("account-short", "count"), Code("account-offered", "offer")
_LONG, _YUCHO = Code("account-long", "count"), Code("account-yucho")
_NO_SYMBOL, _SYMBOL_SHAPE = Code("yucho-no-symbol"), Code("yucho-symbol-shape")
_NO_NUMBER, _NUMBER_SHAPE = Code("yucho-no-number"), Code("yucho-number-shape")
_SEVEN, _EIGHT = 7, 8
_SYMBOL_BEFORE = re.compile("1[0-9]{3}0(?: |-|の)+[0-9]")  # 14010-1 is the 記号 with the figure after it, no 番号


class Account(enum.Enum):
    """Which number of an account an item of digits is."""

    NUMBER = "number"
    YUCHO_SYMBOL = "yucho_symbol"
    YUCHO_NUMBER = "yucho_number"


def read_account(text: str, *, kind: Account, where: Where) -> str | Refused:
    """The digits of one of the numbers; one that is too short is offered with its noughts, never filled in silently."""
    bare = "".join(letter for letter in _narrow(text) if letter.isascii() and letter.isdigit())
    match kind:
        case Account.NUMBER:
            return _number(text, bare, where)
        case Account.YUCHO_SYMBOL:
            sound = len(bare) == 5 and bare[0] == "1" and bare[-1] == "0"
            return bare if sound else Refused(where, _NO_SYMBOL(), _SYMBOL_SHAPE())
        case Account.YUCHO_NUMBER:
            sound = 2 <= len(bare) <= _EIGHT and bare[-1] == "1" and not _SYMBOL_BEFORE.match(_narrow(text))
            return bare.zfill(_EIGHT) if sound else Refused(where, _NO_NUMBER(), _NUMBER_SHAPE())


def _narrow(text: str) -> str:
    return hankaku(text).strip()


def _number(text: str, bare: str, where: Where) -> str | Refused:
    read = digits(text, count=_SEVEN, where=where)
    if isinstance(read, str) or len(bare) in {0, _SEVEN}:
        return read
    if len(bare) < _SEVEN:
        return Refused(where, _SHORT(count=len(bare)), _OFFERED(offer=Said(bare.zfill(_SEVEN))))
    return Refused(where, _LONG(count=len(bare)), _YUCHO())
