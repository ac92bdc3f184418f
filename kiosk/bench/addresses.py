"""How many addresses of the country keep all their words when they fall into town, number and building."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any

from kiosk.bench.row import Row, at_least
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.catalogue.postal import Postal
from kiosk.model.address import Address
from kiosk.model.message import Refused
from kiosk.store.places import City, PostalList

_LOTS = ("１番６号", "５番地の４", "1-2-3", "123", "甲12番地", "一番六号")
_BUILDINGS = ("架空ハイツ１０１", "　見本荘２０３号室", " メゾン見本 3F", "")
_KANJI = "〇一二三四五六七八九"
SAMPLE, QUICK = 6000, 30
"""How many postal codes are taken of all 120,000, which have 273,000 such addresses."""
SEED = "kiosk/addresses/1"


@dataclass(frozen=True)
class _Once:
    """The list, with what was asked of it last kept beside it: codes next to each other lie in one city."""

    data: PostalList

    @property
    def cities(self) -> tuple[City, ...]:
        return self.data.cities

    @cached_property
    def towns(self) -> Callable[[str, str], tuple[str, ...]]:
        return lru_cache(maxsize=16)(self.data.towns)

    @cached_property
    def areas(self) -> Callable[[str], list[dict[str, Any]]]:
        return self.data.areas


def addresses(subject: Subject, effort: Effort) -> list[Row]:
    """The share whose parts are right, in figures and in kanji; 0 where words are lost and nobody is asked."""
    data = PostalList(subject.place.cache)
    postal = Postal(_Once(data))
    tried = right = silent = 0
    codes = data.codes() if effort.whole else drawn(data.codes(), QUICK if effort.quick else SAMPLE)
    for number, code in enumerate(codes):
        for town in _towns(postal, code):
            for figures in (True, False):
                address, wanted = _split(postal, town, number + figures, figures=figures)
                tried, right = tried + 1, right + (address == wanted)
                silent += address != wanted and not address.left_over and _words(address) != _words(wanted)
    with_ = f"{tried} addresses of {len(codes)} postal codes with a lot and a building; {silent} lost words unasked"
    share = 0.0 if silent else 100 * right / max(tried, 1)
    row = Row(name="addresses_whole", label="住所の区分が正しい割合", value=share, unit="%", compared_with=with_)
    return [at_least(99.9, row)]


def drawn(codes: Sequence[str], many: int, *, seed: str = SEED) -> tuple[str, ...]:
    """So many of the codes by lot, in order; the same ones for a seed in every run and, but for new codes, edition."""
    by_lot = sorted(codes, key=lambda code: sha256(f"{seed}/{code}".encode()).digest())
    return tuple(sorted(by_lot[:many]))


def _towns(postal: Postal, code: str) -> Iterator[Address]:
    found = postal.lookup(code)
    return iter(()) if isinstance(found, Refused) else (area for area in found if area.town)


def _split(postal: Postal, area: Address, turn: int, *, figures: bool) -> tuple[Address, Address]:
    """An invented address in a town as it is split, and as it should be."""
    town = area.town if figures else re.sub(r"[0-9０-９]+", lambda run: in_kanji(int(run[0])), area.town)
    lot, building = _LOTS[turn % len(_LOTS)], _BUILDINGS[turn % len(_BUILDINGS)]
    text = area.prefecture + area.city + town + lot + building
    parts = {"text": text, "postal": "", "town": town, "number": lot, "building": building.strip()}
    return postal.split(text), area.model_copy(update=parts)


def in_kanji(number: int) -> str:
    """24 → 二十四; from a thousand on figure by figure, 1200 → 一二〇〇."""
    if number >= 1000:
        return "".join(_KANJI[int(figure)] for figure in str(number))
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    parts = [("" if many == 1 else _KANJI[many]) + unit for many, unit in ((hundreds, "百"), (tens, "十")) if many]
    return "".join(parts) + (_KANJI[ones] if ones or not parts else "")


def _words(address: Address) -> str:
    return "".join((address.area + address.number + address.building).split())
