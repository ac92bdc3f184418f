"""How many addresses of the country keep all their words when they fall into town, number and building."""

import re
from collections.abc import Iterator

from kiosk.bench.row import Row, at_least
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.catalogue.postal import Postal
from kiosk.model.address import Address
from kiosk.model.message import Refused
from kiosk.store.places import PostalList

_LOTS = ("１番６号", "５番地の４", "1-2-3", "123", "甲12番地", "一番六号")
_BUILDINGS = ("架空ハイツ１０１", "　見本荘２０３号室", " メゾン見本 3F", "")
_KANJI = "〇一二三四五六七八九"
EVERY, QUICK = 20, 4000
"""Every which postal code is taken; 1 takes all 120,000 and six minutes."""


def addresses(subject: Subject, effort: Effort, *, every: int = EVERY) -> list[Row]:
    """The share whose parts are right, in figures and in kanji; 0 where words are lost and nobody is asked."""
    data = PostalList(subject.place.cache)
    postal = Postal(data)
    tried = right = silent = 0
    for number, code in enumerate(data.codes()[:: QUICK if effort.quick else every]):
        for town in _towns(postal, code):
            for figures in (True, False):
                address, wanted = _split(postal, town, number + figures, figures=figures)
                tried, right = tried + 1, right + (address == wanted)
                silent += address != wanted and not address.left_over and _words(address) != _words(wanted)
    with_ = f"{tried} addresses of every {every}th postal code with a lot and a building; {silent} lost words unasked"
    share = 0.0 if silent else 100 * right / max(tried, 1)
    row = Row(name="addresses_whole", label="住所の区分が正しい割合", value=share, unit="%", compared_with=with_)
    return [at_least(99.9, row)]


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
