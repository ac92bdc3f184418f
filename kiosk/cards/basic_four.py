"""基本4情報: the file with name, address, birth and sex, taken apart with every check and put together for samples.

Layout: FF20 { DF21 four big-endian offsets · DF22 氏名 · DF23 住所 · DF24 生年月日 YYYYMMDD · DF25 性別 }, UTF-8,
filler behind; some cards are said to carry up to two bytes before FF20.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from kiosk.cards.staff_codes import StaffCode
from kiosk.cards.tlv import Head, Tlv, TlvError, encode, read_children, read_head, read_one

Sex = Literal["0", "1", "2", "3", "9"]

TAG = 0xFF20
OFFSETS, NAME, ADDRESS, BIRTH, SEX = range(0xDF21, 0xDF26)
MAX_LEAD = 2
EARLIEST_BIRTH = date(1868, 1, 1)

_GETA, _REPLACEMENT = "\u3013", "\ufffd"


class FileFault(Exception):
    """The file failed a check; carries the staff code and nothing of the content."""

    def __init__(self, code: StaffCode) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, kw_only=True, repr=False)
class BasicFour:
    """The four, every code point as the card has it; no repr, so that no log can show them."""

    name: str
    address: str
    birth: date
    sex: Sex


def find_head(data: bytes) -> Head:
    """The head of the FF20 object behind at most two leading bytes. Raises FileFault."""
    for lead in range(MAX_LEAD + 1):
        try:
            head = read_head(data, lead)
        except TlvError:
            continue
        if head.tag == TAG:
            return head
    raise FileFault(StaffCode.TAG)


def parse(data: bytes, *, today: date) -> BasicFour:
    """Take the file apart; raises FileFault for anything that is not exactly as laid out above."""
    head = find_head(data)
    fields = _fields(data, head)
    _check_offsets(fields, lead=head.offset)
    name, address = _text(fields[NAME].value), _text(fields[ADDRESS].value)
    if not name.strip():
        raise FileFault(StaffCode.TEXT)
    birth = _birth(fields[BIRTH].value, today=today)
    return BasicFour(name=name, address=address, birth=birth, sex=_sex(fields[SEX].value))


def build(*, name: str, address: str, birth: date, sex: str) -> bytes:
    """The object without filler, as a card would hold it."""
    parts = [
        encode(NAME, name.encode()),
        encode(ADDRESS, address.encode()),
        encode(BIRTH, f"{birth:%Y%m%d}".encode()),
        encode(SEX, sex.encode()),
    ]
    table = len(encode(OFFSETS, bytes(8)))
    body = table + sum(map(len, parts))
    at = len(encode(TAG, bytes(body))) - body + table
    offsets = b""
    for part in parts:
        offsets += at.to_bytes(2, "big")
        at += len(part)
    return encode(TAG, encode(OFFSETS, offsets) + b"".join(parts))


def doubtful(*texts: str) -> tuple[str, ...]:
    """Characters a person must compare with the printed card: 〓, private use, unassigned, replacement or invisible.

    "Unassigned" is measured by the Unicode version of this Python, so a very new 漢字 is asked about, never changed.
    """
    return tuple(dict.fromkeys(sign for text in texts for sign in text if _is_doubtful(sign)))


def _is_doubtful(sign: str) -> bool:
    return sign in {_GETA, _REPLACEMENT} or unicodedata.category(sign) in {"Co", "Cn", "Cf"}


def _fields(data: bytes, head: Head) -> dict[int, Tlv]:
    if head.end > len(data):
        raise FileFault(StaffCode.SHORT)
    try:
        children = read_children(data, read_one(data, head.offset))
    except TlvError:
        raise FileFault(StaffCode.TLV) from None
    tags = [child.tag for child in children]
    if any(tags.count(tag) != 1 for tag in range(OFFSETS, SEX + 1)):
        raise FileFault(StaffCode.MISSING)
    return {child.tag: child for child in children}


def _check_offsets(fields: dict[int, Tlv], *, lead: int) -> None:
    """The table counts from the object or, where bytes precede it, perhaps from the file; both are consistent."""
    table = fields[OFFSETS].value
    said = [int.from_bytes(table[at : at + 2], "big") for at in range(0, len(table), 2)]
    real = [fields[tag].offset for tag in range(NAME, SEX + 1)]
    if len(table) != 8 or said not in (real, [offset - lead for offset in real]):
        raise FileFault(StaffCode.OFFSETS)


def _text(value: bytes) -> str:
    # Raised outside the handler: a UnicodeDecodeError carries the bytes, and must not travel along as context.
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None:
        raise FileFault(StaffCode.UTF8)
    if any(unicodedata.category(sign) in {"Cc", "Zl", "Zp"} for sign in text):
        raise FileFault(StaffCode.TEXT)
    return text


def _birth(value: bytes, *, today: date) -> date:
    birth = compact_date(value)
    if birth is None or not EARLIEST_BIRTH <= birth <= today:
        raise FileFault(StaffCode.BIRTH)
    return birth


def compact_date(value: bytes) -> date | None:
    """YYYYMMDD in ASCII as a day, or None when it is no day of the calendar."""
    if len(value) != 8 or not value.isdigit():
        return None
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        return None


def _sex(value: bytes) -> Sex:
    known: tuple[Sex, ...] = get_args(Sex)
    for code in known:
        if value == code.encode():
            return code
    raise FileFault(StaffCode.SEX)
