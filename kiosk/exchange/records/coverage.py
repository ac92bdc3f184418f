"""項目の対応の度合い: what of somebody else's list of items our record fills, and what is lost.

A list is a CSV file with a heading; its columns are found by the names that the published lists use. An item is found
by its ローマ字 or by its name. One that holds a number which never leaves (個人番号 and the like) is told apart.
"""

import csv
import enum
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.exchange.records.columns import Column, Columns, ColumnType
from kiosk.exchange.records.encodings import Encoding, Written, written
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden
from kiosk.model.letters import hankaku

_ROMAJI = ("name_romaji", "romaji", "param", "name_en", "ローマ字", "項目名（ローマ字）")
_NAMES = ("name_ja", "item", "項目名", "名称")
_TYPES = ("type", "型", "データ型")
_LENGTHS = ("length", "max_len", "桁数", "文字数")
_IMPLEMENTED = {"X": "半角", "N": "全角", "9": "数字"}
_GIF = {
    "familyName": "uji_nihonjin",
    "givenName": "na_nihonjin",
    "familyNameKana": "uji_nihonjin_furigana",
    "givenNameKana": "na_nihonjin_furigana",
    "fullName": "shimei",
    "fullNameKana": "shimei_furigana",
    "nationality": "kokusekimeito",
    "sex": "seibetsu",
    "dateOfBirth": "seinengappi",
    "localGovernmentCode": "jusho_shikuchosonkodo",
    "prefecture": "jusho_todofuken",
    "cityAndCounty": "jusho_shikugunchosonmei",
    "streetAddress": "jusho_choaza",
    "cityBlock": "jusho_banchigohyoki",
    "buildingNameEtc": "jusho_katagaki",
    "fullAddress": "jusho_hyoki",
    "postalCode": "jusho_yubinbango",
}
"""Elements that kiosk.exchange.records.gif writes, by the column with the same content."""

_GIF_LOSES = {
    "nationality": "国コードの一覧にない国名",
    "dateOfBirth": "年月日までわからない生年月日",
    "cityBlock": "番地号の書き方（1-2-3 の形に縮める）",
}


class Fit(enum.Enum):
    """How an item of the list is filled."""

    MAPPED = "対応"
    LOSSY = "欠けることがある"
    FORBIDDEN = "送らない番号"
    UNMAPPED = "対応なし"


@dataclass(frozen=True)
class Covered:
    """One item of the list: its names, how it is filled, by which of our items, and what may be lost."""

    name: str
    romaji: str
    fit: Fit
    ours: str = ""
    lost: str = ""


def cover(data: bytes, columns: Columns) -> tuple[Covered, ...] | Issue:
    """Every item of a list in its order, or why the file is none."""
    text = written(lambda: io.BytesIO(data), Encoding.ANY, name="項目の一覧")
    if not isinstance(text, Written):
        return text[0]
    rows = list(csv.DictReader(text.lines()))
    heading = tuple(rows[0]) if rows else ()
    if not {*_ROMAJI, *_NAMES} & {*heading}:
        allowed = "、".join((*_NAMES[:3], *_ROMAJI[:3]))
        return Issue(where="項目の一覧", message="項目名の列が見つかりません。", allowed=allowed)
    known = dict(_known(columns))
    return tuple(_covered(row, known) for row in rows if _cell(row, _NAMES) or _cell(row, _ROMAJI))


def _known(columns: Columns) -> Iterator[tuple[str, Column]]:
    """Our columns by both names; the first of two is the one that is meant."""
    found: dict[str, Column] = {}
    for group in columns.groups:
        for column in group.columns:
            found.setdefault(column.romaji, column)
            found.setdefault(column.item, column)
    yield from found.items()


def _covered(row: Mapping[str, str | None], known: Mapping[str, Column]) -> Covered:
    name, romaji = _cell(row, _NAMES), _cell(row, _ROMAJI)
    if forbidden(name) or forbidden(romaji):
        return Covered(name, romaji, Fit.FORBIDDEN)
    column = known.get(romaji) or known.get(name) or known.get(_GIF.get(romaji, ""))
    if column is None:
        return Covered(name, romaji, Fit.UNMAPPED)
    lost = "、".join((*_lost(row, column), *filter(None, [_GIF_LOSES.get(romaji)])))
    return Covered(name, romaji, Fit.LOSSY if lost else Fit.MAPPED, column.item, lost)


def _lost(row: Mapping[str, str | None], column: Column) -> Iterator[str]:
    """What theirs cannot hold of ours: letters beyond their length, signs that their type has not."""
    length = hankaku(_cell(row, _LENGTHS))
    if length.isdecimal() and column.length > int(length):
        yield f"{length}文字まで（こちらは{column.length}文字まで）"
    kind = hankaku(_cell(row, _TYPES))
    ours = hankaku(column.type.value)
    text = ColumnType.FULL, ColumnType.ANY
    if kind in _IMPLEMENTED and kind != ours and column.type in text:
        yield f"{_IMPLEMENTED[kind]}だけ（こちらは{column.type.value}）"


def _cell(row: Mapping[str, str | None], names: Sequence[str]) -> str:
    return next((said.strip() for name in names if (said := row.get(name))), "")
