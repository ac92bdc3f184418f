"""One cell of a 転出証明書 CSV as a fact's value, by the reading the mapping file names."""

import datetime as dt
import enum
import re
from collections.abc import Mapping
from typing import assert_never

from pydantic import Field as Setting
from pydantic import ValidationError

from kiosk.exchange.records.columns import broken, read_toml
from kiosk.exchange.records.days import no_day, read_day, read_unknown
from kiosk.exchange.records.encodings import Encoding
from kiosk.exchange.records.widths import zenkaku
from kiosk.model.address import Address
from kiosk.model.base import Frozen, Issue
from kiosk.model.fact import Value
from kiosk.model.letters import hankaku
from kiosk.model.names import kana_name, tidy_name
from kiosk.model.relations import CODES, FURTHER, registered_relation
from kiosk.model.wareki import PartialDate

Row = Mapping[str, str]

RELATION_WORDS = "世帯主、夫、妻、子、父、母、兄、姉、弟、妹などを「の」で4つまで"
_NOTHING = re.compile(
    "[-*_/・ー―─━]+|[(<]?(?:NULL|NIL|NONE|#?N/A|無し?|[なナ][しシ]|該当(?:なし|無し)|(?:記載)?省略|未記載|未入力|空白)[)>]?",
    re.IGNORECASE,
)
"""What programs and clerks write into a cell of which there is nothing to say."""
_BEGINS = frozenset("-‐‑‒–—―−─━－ー*＊_＿/／・(（<＜NnＮｎ#＃無なナﾅ該記省未空")
_RELATIONS = {code: relation for relation, code in CODES.items()}


class As(enum.Enum):
    """How a column is read."""

    TEXT = "text"
    NAME = "name"
    KANA = "kana"
    DATE = "date"
    RELATION = "relation"
    CHOICE = "choice"
    ADDRESS = "address"


class Field(Frozen):
    """One column and the fact it becomes. `choices` is code → value, other codes are not stated; `codes` are the
    columns of 続柄コード1–4 to fall back on, `instead` a column that is read where this one is empty; `tail` are
    columns whose text follows; an address names its prefix; a `past` date is never after today.
    """

    column: str
    key: str
    reading: As = Setting(alias="as")
    required: bool = False
    past: bool = False
    choices: dict[str, bool | str] = {}
    codes: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    instead: str = ""


class Latest(Frozen):
    """The column and value of rows that are current."""

    column: str
    value: str


class Leave(Frozen):
    """Rows of people who no longer live there: `column` says something else than `keep`; `why` by what it says."""

    column: str
    keep: tuple[str, ...]
    why: dict[str, str] = {}
    otherwise: str


class Mapped(Frozen):
    """forms/exchange/extract.toml; `encoding` is how its files are written."""

    encoding: Encoding = Encoding.ANY
    order: str
    household: str
    since: str
    latest: Latest
    leave: tuple[Leave, ...] = ()
    person: tuple[Field, ...]
    case: tuple[Field, ...]
    fixed: dict[str, str] = {}


def load_extract(content: bytes) -> Mapped:
    """Read extract.toml. Raises SiteError X01."""
    try:
        return Mapped.model_validate(read_toml(content, "extract.toml"))
    except ValidationError as error:
        raise broken("extract.toml", str(error.errors()[0]["loc"])) from None


def names(field: Field, column: str) -> bool:
    """Whether a column of the file is the field's; an address has one column per part."""
    return (
        column.startswith(f"{field.column}_")
        if field.reading is As.ADDRESS
        else column in {field.column, field.instead or field.column}
    )


def stated(row: Row, column: str) -> str:
    """What a cell says; nothing where it only says that there is nothing to say."""
    said = row.get(column, "")
    return "" if said[:1] in _BEGINS and _NOTHING.fullmatch(hankaku(said)) else said


def read(row: Row, field: Field, *, where: str, on: dt.date) -> Value | Issue | None:
    """The value of a field in a row, None when it is not stated, or what is wrong with it; `on` is today."""
    value = _read(row, field, stated(row, field.column) or stated(row, field.instead), where, on)
    if value is None and field.required:
        return Issue(where=where, message="値がありません。")
    return value


_MARKS = dict.fromkeys(
    ["1", "true", "t", "yes", "y", "on", "はい", "有", "有り", "あり", "該当", "○", "〇", "◯", "✓", "レ"], "1"
) | dict.fromkeys(["0", "false", "f", "no", "n", "off", "いいえ", "否", "非該当", "×", "x", "✕"], "0")
_NO_WORDS = frozenset(word for word, mark in _MARKS.items() if mark == "0") - {"f"}  # F is a sex as well
_WHOLE = re.compile(r"0*([0-9]+)(?:[.]0*)?")


def code(said: str) -> str:
    """A code without its width, noughts and decimals; other words as they are."""
    plain = hankaku(said)
    number = _WHOLE.fullmatch(plain)
    return number[1] if number else plain


def mark(said: str) -> str:
    """What a yes or a no says, 1 or 0 in whatever word; else its code."""
    return said if said in {"", "0", "1"} else _MARKS.get(hankaku(said).casefold(), code(said))


def _read(row: Row, field: Field, text: str, where: str, on: dt.date) -> Value | Issue | None:
    match field.reading:
        case As.TEXT:
            return text + "".join(stated(row, column) for column in field.tail) if text else None
        case As.NAME:
            return tidy_name(text) or None
        case As.KANA:
            return kana_name(text) or None
        case As.DATE:
            return date(row, field.column, where=where, on=on, past=field.past)
        case As.RELATION:
            return _relation(row, field, text)
        case As.CHOICE:
            return field.choices.get(code(text))
        case As.ADDRESS:
            return address(row, field.column)
    assert_never(field.reading)


def date(row: Row, column: str, *, where: str, on: dt.date, past: bool = False) -> PartialDate | Issue | None:
    """A date with its 不詳フラグ and 不詳表記; days outside the calendar stay as they are (標準仕様 1.1).

    `on` is today; `past` as in read_day. None where it is not stated, in whatever way a program says so.
    """
    text, wording = hankaku(stated(row, column)), stated(row, f"{column}_不詳表記")
    if mark(row.get(f"{column}_不詳フラグ", "")) == "1":
        return read_unknown(text, wording, on=on)
    if not text:
        return None
    return read_unknown(text, wording, on=on) if no_day(text) else read_day(text, where=where, on=on, past=past)


def address(row: Row, prefix: str) -> Address | None:
    """The parts under a prefix (住所_…) as one address; 方書 follows the text after a full-width space."""

    def part(name: str) -> str:
        return stated(row, f"{prefix}_{name}")

    place = (part("都道府県"), part("市区郡町村名"), part("町字"), part("番地号表記"))
    if not any(place):
        return None
    postal = re.sub(r"\D", "", hankaku(part("郵便番号")))
    code = hankaku(part("市区町村コード"))
    return Address(
        text="\u3000".join(filter(None, ("".join(place), part("方書")))),
        postal=postal.zfill(7) if postal else "",
        lg_code=code.zfill(6) if code else "",
        prefecture=place[0],
        city=place[1],
        town=place[2],
        number=place[3],
        building=part("方書"),
    )


def _relation(row: Row, field: Field, text: str) -> str | None:
    """続柄表記 in the words of today, else the chain of its codes ("2" is 02 without its zero); None for neither.

    A word for who is further away (祖母, おば) is not told by one code alone: then the two contradict one another.
    """
    codes = [hankaku(stated(row, column)).zfill(2) for column in field.codes if stated(row, column)]
    coded = "の".join(_RELATIONS.get(code, "") for code in codes)
    said, by_code = zenkaku(text), registered_relation(coded)
    contradicts = said in FURTHER and by_code is not None and "の" not in by_code
    return registered_relation(said) or (None if contradicts else by_code)


def reworded(row: Row, field: Field, value: Value) -> str:
    """The word that a register wrote for a relation, where today's is another; else nothing."""
    said = zenkaku(stated(row, field.column)) if field.reading is As.RELATION else ""
    return said if "".join(said.split()) != value else ""


def unheard(row: Row, field: Field) -> str:
    """Why what a cell states is no value: a date that is none, a word that no list has; nothing where it has none.

    A code that no list has says that nothing is the case (0, 9, 99).
    """
    said = stated(row, field.column)
    match field.reading:
        case As.DATE:
            return _NO_DATE if said else ""
        case As.RELATION:
            return _NO_RELATION if said or any(stated(row, column) for column in field.codes) else ""
        case As.CHOICE:
            known = code(said).isdecimal() or code(said) in field.choices or hankaku(said).casefold() in _NO_WORDS
            return _NO_CHOICE if said and not known else ""
        case _:
            return ""


_NO_DATE, _NO_RELATION, _NO_CHOICE = "日付の記載なし", "住民票の続柄として知られていない言葉", "読み取り表にない言葉"
