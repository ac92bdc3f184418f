"""Numbers people and offices carry: their shapes and check digits, each with its own rule for the remainder.

"Modulus 11" is three different rules: 個人番号 takes 0 for remainders 0 and 1, 団体コード and 運転免許証 take the last
digit of 11 − r (1 and 0), 宛名番号 takes 0 for 0 and leaves 1 open. No function here returns or keeps a 個人番号.
The library of check digits is imported with the first number that needs it: it brings half of the network with it.
"""

import re
import unicodedata
from collections.abc import Iterator

from kiosk.model.letters import DASHES, WAVES, to_digits, to_hankaku
from kiosk.model.message import Code, Refused, Where

_NUMBER, _RESIDENCE_CARD = Code("word-number"), Code("word-residence-card")
POSTAL, _PHONE = Code("word-postal"), Code("word-phone")
_WRONG_COUNT, _COUNT_NOW = Code("digits-wrong-count", "count"), Code("digits-now", "count")
_MY_NUMBER, _NOT_HERE = Code("my-number-seen"), Code("my-number-not-here")
_CARD_WRONG, _CARD_SHAPE = Code("residence-card-wrong"), Code("residence-card-shape")
_NO_PHONE, _PHONE_SHAPES = Code("phone-unreadable"), Code("phone-shapes")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHENS = re.compile(f"[{DASHES[1:]}{WAVES}]")
_UNSEEN = {"Cf", "Cc", "Mn", "Me", "Co", "Cn"}  # kinds of characters that leave no gap between two digits
_RUNS = re.compile(r"[0-9]+|[^0-9]+")
_GAP = 4  # as many letters may stand between two groups of one number: 1234 年 5678
_DAY = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:年(?:1[0-2]|0?[1-9])月(?:3[01]|[12][0-9]|0?[1-9])日"
    r"|([-/.])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12][0-9]|0?[1-9])(?![-/.]?[0-9]))"
)
_CALLED = re.compile(
    r"(?<![0-9])(?<![0-9][- ])(?:(?=(?:[0-9]-?){10,11}(?![0-9]))\(?0[0-9]{1,4}[-)][0-9]{1,4}-[0-9]{4}"
    r"|\+[1-9][0-9 ()\-]{6,18}[0-9])(?!-?[0-9])"
)
_GROUPED = re.compile(r"(0[5-9]0)[- ](\d{4})[- ](\d{4})$")
_MOBILE = re.compile(r"(0[5-9]0)(\d{4})(\d{4})$")
_LENGTH = re.compile(r"0[5-9]0\d{8}$|0(?!0|[5-9]0)\d{9}$")
_GROUP_SIGNS = re.compile(r" *[-.・･/]+ *")
_SPECIAL = re.compile(r"(0120|0570|0990|0180)(\d{3})(\d{3})$|(0800)(\d{3})(\d{4})$")
_UNDIVIDED = {"0120", "0570", "0990", "0180"}
_TWO_DIGIT_AREA = re.compile(r"(0[36])(\d{4})(\d{4})$")
_DIVIDED = re.compile(r"\(?(0\d{1,4})[-) (]{1,2}(\d{1,4})[-) ](\d{4})$")
_OURS = re.compile(r"(?<![0-9A-Za-z-])(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9A-Za-z-])")
_ABROAD = re.compile(r"\+(\d[\d ()\-]{6,18}\d)$")


def _narrow(text: str) -> str:
    return _HYPHENS.sub("-", _INVISIBLE.sub("", to_hankaku(text))).strip()


def _compact(text: str) -> str:
    return re.sub(r"[\s\-]", "", _narrow(text))


def digits(text: str, *, count: int, where: Where | None = None) -> str | Refused:
    """Exactly `count` digits after width is folded and spaces and hyphens are dropped."""
    found = _compact(text)
    if re.fullmatch(rf"[0-9]{{{count}}}", found):
        return found
    return Refused(where or _NUMBER(), _WRONG_COUNT(count=count), _COUNT_NOW(count=len(found)))


def my_number_ok(twelve: str) -> bool:
    """Whether twelve ASCII digits pass the check of 個人番号 (総務省令85号5条), so that they can be refused."""
    if not re.fullmatch(r"[0-9]{12}", twelve):
        return False
    from stdnum.jp import in_

    return bool(in_.is_valid(twelve))


def holds_my_number(text: str) -> bool:
    """Whether free text contains twelve digits that pass the check of 個人番号; by chance one in eleven does.

    In any script (full width, kanji, circled, Arabic-Indic …), whole or in groups with hyphens, blanks, marks or a few
    letters between them. A day or a telephone number beside other digits is not taken for a part of one, and a digest
    or an id that the program itself made (that of what was signed, say) is none. Used only to refuse such text.
    """
    plain = _as_digits(_OURS.sub("……", text))
    if sum(map(str.isdigit, plain)) < 12:
        return False
    return any(map(my_number_ok, _twelves(_CALLED.sub("電話……", _DAY.sub("日付……", plain)))))


def _as_digits(text: str) -> str:
    """The text with every character that stands for a digit as that digit, without what nobody sees."""
    if text.isascii():
        return " ".join(text.split())
    seen = (_as_digit(char) for char in text if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    return " ".join(_HYPHENS.sub("-", to_hankaku("".join(seen))).split())


def _as_digit(char: str) -> str:
    worth = 0.0 if char in "○◯" else unicodedata.numeric(char, -1.0)
    whole = worth.is_integer() and (0 <= worth < 10 or (worth > 0 and unicodedata.category(char) == "No"))
    return str(int(worth)) if whole else char


def _twelves(plain: str) -> Iterator[str]:
    """Every twelve digits made of whole groups that stand near one another."""
    runs = _RUNS.findall(plain)
    for start, first in enumerate(runs):
        found = ""
        for run in runs[start:] if first.isdigit() else ():
            if run.isdigit():
                found += run
            elif len(found) >= 12 or sum(not mark.isspace() for mark in run) > _GAP:
                break
            if len(found) == 12:
                yield found


def refuse_my_number(text: str, *, where: Where) -> Refused | None:
    """Refused, without the digits, when the text seems to hold a 個人番号; None otherwise."""
    return Refused(where, _MY_NUMBER(), _NOT_HERE()) if holds_my_number(text) else None


def corporate_number_ok(text: str) -> bool:
    """法人番号: 13 digits, the first is 9 − (Σ mod 9)."""
    found = _compact(text)
    if not re.fullmatch(r"[0-9]{13}", found):
        return False
    from stdnum.jp import cn

    return bool(cn.is_valid(found))


def lg_check_digit(five: str) -> str:
    """Check digit of 全国地方公共団体コード: weights 6 5 4 3 2, the last digit of 11 − r."""
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


def lg_code(five: str) -> str:
    """The six-digit 団体コード of a five-digit JIS X 0402 code: 13101 → 131016."""
    return five + lg_check_digit(five)


def lg_code_ok(text: str) -> bool:
    """Six ASCII digits, the last one right."""
    return re.fullmatch(r"[0-9]{6}", text) is not None and lg_check_digit(text[:5]) == text[5]


def atena_ok(text: str) -> bool:
    """宛名番号 and 世帯番号: up to 15 digits, modulus 11 with weights 2–7 from the right (M11W2-7, 標準仕様1.1.13).

    Remainder 0 → 0. The standard does not say what remainder 1 gives, so 0 (of 11 − 1) and 1 are both taken.
    Numbers given before the standard may fail: ask only where the core system says so.
    """
    if not re.fullmatch(r"[0-9]{2,15}", text):
        return False
    remainder = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(text[:-1]))) % 11
    right = {0: "0", 1: "01"}.get(remainder, str(11 - remainder))
    return text[-1] in right


def licence_ok(text: str) -> bool:
    """運転免許証番号: 12 digits, the 11th checks the first ten (weights 5 4 3 2 7 6 5 4 3 2, last digit of 11 − r)."""
    if not re.fullmatch(r"[0-9]{12}", text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    return text[10] == str((11 - total % 11) % 10)


def insurer_ok(text: str) -> bool:
    """保険者番号: 6 (国保) or 8 digits, the last by modulus 10 with weights 2, 1 from the right and digit sums."""
    if not re.fullmatch(r"[0-9]{6}|[0-9]{8}", text):
        return False
    from stdnum.luhn import is_valid

    return bool(is_valid(text))


def parse_residence_card(text: str, *, where: Where | None = None) -> str | Refused:
    """在留カード番号 or 特別永住者証明書番号, AB12345678CD; no public check digit is known."""
    found = _compact(text).upper()
    if re.fullmatch(r"[A-Z]{2}[0-9]{8}[A-Z]{2}", found):
        return found
    return Refused(where or _RESIDENCE_CARD(), _CARD_WRONG(), _CARD_SHAPE())


def parse_postal(text: str, *, where: Where | None = None) -> str | Refused:
    """Seven digits without a hyphen (GIF DS-443) from 〒100-0013, １００－００１３ or 1000013."""
    return digits(text.replace("〒", ""), count=7, where=where or POSTAL())


def show_postal(postal: str) -> str:
    """1000013 → 100-0013; anything else as it is."""
    return f"{postal[:3]}-{postal[3:]}" if len(postal) == 7 else postal


def _divided(text: str) -> tuple[str, ...] | None:
    bare = re.sub(r"[ ()\-]", "", text)
    shapes = ((_GROUPED, text), (_SPECIAL, bare), (_MOBILE, bare), (_TWO_DIGIT_AREA, bare), (_DIVIDED, text))
    found = next((match for shape, source in shapes if (match := shape.match(source))), None)
    return None if found is None else tuple(group for group in found.groups() if group)


def parse_phone(text: str, *, where: Where | None = None) -> str | Refused:
    """A number with hyphens: 03-5253-5111, 090-1234-5678, 0120-123456, +81 90-1234-5678.

    Area codes differ in length, so a landline typed without both its separators stays undivided outside 03 and 06.
    """
    typed = _GROUP_SIGNS.sub("-", _narrow(to_digits(text)))
    bare = re.sub(r"[ ()\-]", "", typed)
    if _ABROAD.match(typed):
        return " ".join(typed.split())
    if _LENGTH.match(bare):
        parts = _divided(typed) or (bare,)
        return "-".join((parts[0], "".join(parts[1:])) if parts[0] in _UNDIVIDED else parts)
    return Refused(where or _PHONE(), _NO_PHONE(), _PHONE_SHAPES())


def gif_phone(phone: str) -> str:
    """A parsed number as GIF DS-445 writes it: (03)5253-5111 for a landline, others with hyphens."""
    parts = phone.split("-")
    landline = len(parts) == 3 and len("".join(parts)) == 10
    return f"({parts[0]}){parts[1]}-{parts[2]}" if landline else phone
