"""郵便番号 and 住所: which places a postal code stands for, and where an address string divides, without a network."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from kiosk.model.address import Address, composed
from kiosk.model.address_text import AddressText, all_folded, folded
from kiosk.model.letters import DASHES
from kiosk.model.message import Code, Refused, Said
from kiosk.model.numbers import POSTAL, lg_code, parse_postal, show_postal

_NOT_FOUND, _OR_ADDRESS = Code("postal-not-found", "postal"), Code("postal-or-address")
_ANY_PREFECTURE = re.compile("東京都|北海道|(?:京都|大阪)府|[^市区町村]{2,4}県")
_ANY_CITY = re.compile(
    "[^0-9０-９]+?郡[^0-9０-９]+?[町村]|[^0-9０-９]+?市(?:[^0-9０-９]{1,4}?区)?|[^0-9０-９]+?[区町村]"
)
_FIVE = 5  # digits of a 団体コード without the one that checks them
_CUT_OFF = re.compile("[^第0-9０-９ァ-ヴー][0-9０-９]+$")  # 甲子５: the list has cut off the 地割 after it
_REMARK = re.compile("(?:[〜（]|の次に).*")
_LEADING_POSTAL = re.compile(rf"^〒?\s*([0-9０-９]{{3}}[{DASHES}]?[0-9０-９]{{4}})(?![0-9０-９])\s*")


class Place(NamedTuple):
    """A prefix of an address: what to compare (folded) and the parts it stands for.

    `code` is a 団体コード, or its first five digits, or empty.
    """

    folded: str
    prefecture: str
    city: str
    code: str

    @property
    def lg_code(self) -> str:
        """The 団体コード of six digits; its last one is worked out only for a place that was asked for."""
        return lg_code(self.code) if len(self.code) == _FIVE else self.code


City = tuple[str, str, str, str, str]
"""A municipality of the list: prefecture, name, five-digit code, first and last postal code."""


class PostalData(Protocol):
    """The list of the postal service (kiosk.store.places). Every question may raise SiteError."""

    def areas(self, postal: str) -> Sequence[Mapping[str, Any]]:
        """The rows of a code of seven digits."""
        ...

    @property
    def cities(self) -> Sequence[City]:
        """Every municipality."""
        ...

    def towns(self, prefecture: str, city: str) -> Sequence[str]:
        """The names of a municipality's towns, the longest first."""
        ...


def _county_end(city: str) -> int:
    found = re.match(r".+?郡(?=.{2})", city) if city[-1:] in {"町", "村"} else None
    return found.end() if found else 0


def _town(row: Mapping[str, Any], data: PostalData) -> str:
    """町域 without the list's remarks; empty where the list repeats the municipality for "番地 follows at once"."""
    listed: str = row["neighborhood"]
    first, *others = re.split("[、〜（]|の次に", listed)
    divided = others or "地割" in f"{listed}{row.get('note')}"
    town = re.sub(r"第?[0-9０-９]+(?:地割)?$", "", first) if divided else first
    prefecture, city = row["prefecture"], row["city"]
    if town != city[_county_end(city) :]:
        return town
    alone = town.endswith("市") or "の次に" in listed or set(data.towns(prefecture, city)) == {listed}
    return "" if alone else town


def _areas(first: Mapping[str, Any], data: PostalData) -> Iterator[Address]:
    for row in (first, *first.get("alternates", ())):
        code = lg_code(row.get("jisx0402") or row["jis"])
        prefecture, city, postal = row["prefecture"], row["city"], row["postal_code"]
        yield composed(prefecture=prefecture, city=city, town=_town(row, data), postal=postal, lg_code=code)


def _listed(cities: Iterable[City]) -> tuple[Place, ...]:
    """Municipalities as places, the longest name first; a town of a county also without its county."""
    named = [(*city[:3], name) for city in cities for name in dict.fromkeys((city[1], city[1][_county_end(city[1]) :]))]
    alike = all_folded(name for *_, name in named)
    places = (Place(name, *city[:3]) for name, city in zip(alike, named, strict=True))
    return tuple(sorted(places, key=lambda place: -len(place.folded)))


def _begun(text: str, cities: Iterable[City]) -> Iterator[City]:
    """The municipalities whose name, or name without its county, an address begins with."""
    every = tuple(cities)
    whole = all_folded(city[1] for city in every)
    short = all_folded(city[1][_county_end(city[1]) :] for city in every)
    return (city for city, *names in zip(every, whole, short, strict=True) if text.startswith(tuple(names)))


def _own_places(extra: Sequence[Address]) -> tuple[Place, ...]:
    return tuple(Place(folded(area.city), area.prefecture, area.city, area.lg_code) for area in extra)


def _place_in_prefecture(text: str, places: Iterable[Place]) -> tuple[Place, str] | None:
    """The city an address begins with, its prefecture before it, and the rest."""
    rests: dict[str, str] = {}
    for place in places:
        if place.prefecture not in rests:
            prefecture = folded(place.prefecture)
            rests[place.prefecture] = text.removeprefix(prefecture).lstrip() if text.startswith(prefecture) else ""
        rest = rests[place.prefecture]
        if rest.startswith(place.folded):
            return place, rest[len(place.folded) :]
    return None


def _place_alone(whole: AddressText, every: Sequence[Place]) -> tuple[Place, str] | None:
    """The city an address begins with and the rest; two prefectures with a city of the same name leave both open."""
    text = whole.folded
    named = [place for place in every if text.startswith(place.folded)]
    longest = [place for place in named if len(place.folded) == len(named[0].folded)]
    if not longest:
        return None
    one = len({place.lg_code for place in longest}) == 1
    first = longest[0].folded
    place = longest[0] if one else Place(first, "", whole.cut(0, len(first)), "")
    return place, text[len(place.folded) :]


def _guessed_place(whole: AddressText) -> tuple[Place, str] | None:
    """A city that is not listed (abolished, fictional) is read by its ending, if a prefecture stands before it."""
    text = whole.folded
    prefecture = _ANY_PREFECTURE.match(text)
    start = len(text) - len(text[prefecture.end() :].lstrip()) if prefecture else 0
    city = _ANY_CITY.match(text, start)
    if prefecture is None or city is None:
        return None
    return Place(city[0], whole.cut(0, prefecture.end()), whole.cut(start, city.end()), ""), text[city.end() :]


@dataclass(frozen=True)
class Postal:
    """Answers about addresses: `data` is the whole country's list, `own` are places that a city knows besides.

    It remembers nothing that anybody asked.
    """

    data: PostalData
    own: tuple[Address, ...] = ()

    def _place(self, whole: AddressText) -> tuple[Place, str] | None:
        """Most addresses name their prefecture: then the cities of the others are not looked at."""
        text, cities, own = whole.folded, self.data.cities, _own_places(self.own)
        prefectures = tuple({city[0] for city in cities})
        near = {prefectures[at] for at, name in enumerate(all_folded(prefectures)) if text.startswith(name)}
        named = _place_in_prefecture(text, (*own, *_listed(city for city in cities if city[0] in near)))
        return named or _place_alone(whole, (*own, *_listed(_begun(text, cities)))) or _guessed_place(whole)

    def lookup(self, code: str) -> tuple[Address, ...] | Refused:
        """The places of a postal code (町域 without 番地), the city's own first; unknown: Refused.

        A refusal is no dead end: new codes appear every month, so the address can always be typed. Raises SiteError
        when the data cannot be read.
        """
        postal = parse_postal(code)
        if isinstance(postal, Refused):
            return postal
        own = tuple(area for area in self.own if area.postal == postal)
        found = own or tuple(dict.fromkeys(area for row in self.data.areas(postal) for area in _areas(row, self.data)))
        return found or Refused(POSTAL(), _NOT_FOUND(postal=Said(show_postal(postal))), _OR_ADDRESS())

    def contradicts(self, address: Address) -> bool:
        """Whether its postal code is another place's: of another city, or of another listed town.

        A code or a town that the list does not know contradicts nothing.
        """
        found = self.lookup(address.postal) if address.postal and address.lg_code else ()
        if isinstance(found, Refused) or not found:
            return False
        here = [area for area in found if area.lg_code == address.lg_code]
        town = AddressText(address.town)
        if not here or not town.text:
            return not here
        fits = any(not area.town or town.town_end((area.town,)) for area in here)
        place = Place("", address.prefecture, address.city, address.lg_code)
        return not fits and town.town_end(self._towns(place)) > 0

    def split(self, text: str, *, postal: str = "") -> Address:
        """An address string in its parts, each as it was declared; what no rule could place is `left_over`.

        A postal code is kept that stands before the text or was said beside it. ヶ/ケ/が, kanji or figures, glyph
        selectors and a left-out 郡 or prefecture are understood; what is not found stays empty, nothing is corrected.
        Cards give one unsplit string, so a clerk confirms the parts.
        """
        declared = text.strip()
        lead = _LEADING_POSTAL.match(declared)
        whole = AddressText(declared[lead.end() :] if lead else declared)
        found = self._place(whole)
        if found is None:
            return Address(text=declared, postal=postal)
        code = postal or (parse_postal(lead[1]) if lead else "")
        place, remainder = found
        rest = whole.after(len(whole.folded) - len(remainder))
        parts = rest.parts(self._towns(place))
        return Address(
            text=declared,
            postal=code if isinstance(code, str) else "",
            lg_code=place.lg_code,
            prefecture=place.prefecture,
            city=place.city,
            town=parts.town,
            number=parts.number,
            building=parts.building,
            left_over=parts.open,
        )

    def _towns(self, place: Place) -> tuple[str, ...]:
        """The towns that a city has, the longest name first; without the list's remarks, which no address repeats."""
        own = [area.town for area in self.own if (area.prefecture, area.city) == (place.prefecture, place.city)]
        listed = self.data.towns(place.prefecture, place.city) if place.lg_code else ()
        names = _REMARK.sub("", "\n".join(listed)).replace("、", "\n").split("\n")
        whole = (name for name in (*own, *names) if not _CUT_OFF.search(name))
        return tuple(sorted(filter(None, dict.fromkeys(whole)), key=len, reverse=True))
