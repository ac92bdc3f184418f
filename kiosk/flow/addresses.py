"""住所の点検: what cannot be an address, what lies in the wrong city, and what of it stands in no part."""

import re
from collections.abc import Iterator, Mapping

from kiosk.flow.wording import Wording
from kiosk.model.address import Address
from kiosk.model.address_parts import lacks_lot, lacks_prefecture, unplaced
from kiosk.model.address_text import folded
from kiosk.model.base import Issue
from kiosk.model.fact import Fact, Value
from kiosk.model.life_event import LifeEvent
from kiosk.model.message import Code, Label, Refused
from kiosk.model.path import key_of
from kiosk.rules.lying import lies_inside, lies_outside
from kiosk.rules.provenance import origins
from kiosk.rules.snapshot import Snapshot

_NO_POSTAL, _POSTAL_SHAPE = Code("address-no-postal"), Code("address-postal-shape")
_NO_CITY, _CITY_SHAPE = Code("address-no-city"), Code("address-city-shape")
_OUTSIDE, _INSIDE_ONLY = Code("address-outside"), Code("address-inside-only", "city")
_INSIDE, _OUTSIDE_ONLY = Code("address-inside"), Code("address-outside-only", "city")
_OPEN, _PLACE_IT = Code("address-open"), Code("address-place-it")
_POSTAL_ELSEWHERE, _POSTAL_OR_PLACE = Code("address-postal-elsewhere"), Code("address-postal-or-place")
_NO_PREFECTURE, _PREFECTURE_FIRST = Code("address-no-prefecture"), Code("address-prefecture-first")
_NO_LOT, _LOT_OR_NONE = Code("address-no-lot"), Code("address-lot-or-none")
_ENDS = re.compile(r"[市区町村]$")


def unlike(key: str, address: Address) -> Refused | None:
    """Why the parts that somebody typed are no address: words for a postal code, a lot in the place of the city."""
    if address.postal and not re.fullmatch("[0-9]{7}", address.postal):
        return Refused(Label(key), _NO_POSTAL(), _POSTAL_SHAPE())
    city = folded(address.city)
    wrong = re.search("[0-9]", city) or (address.prefecture and city and not _ENDS.search(city))
    return Refused(Label(key), _NO_CITY(), _CITY_SHAPE()) if wrong else None


def lacking(snapshot: Snapshot, wording: Wording, fact: Fact | None) -> str:
    """What an address still lacks that is asked for: its prefecture, its 番地 (or that there is none); or that it does
    not lie where it should, whoever said it and whatever was meant then. Nothing where it is as it should be.
    """
    if fact is None or not isinstance(fact.value, Address) or fact.path not in snapshot.interview.needed_by:
        return ""
    refused = _lacking(snapshot, key_of(fact.path), fact.value)
    return wording.refusal(refused) if refused else ""


def _lacking(snapshot: Snapshot, key: str, value: Address) -> Refused | None:
    if lacks_prefecture(value):
        return Refused(Label(key), _NO_PREFECTURE(), _PREFECTURE_FIRST())
    book = snapshot.facts.book
    elsewhere = misplaced(key, value, event=book.purpose(snapshot.case), city=book.city) if value.city else None
    return elsewhere or (Refused(Label(key), _NO_LOT(), _LOT_OR_NONE()) if lacks_lot(value) else None)


def wrong_postal(path: str) -> Refused:
    """The postal code is another place's: one of the two is wrong, and only who said them knows which."""
    return Refused(Label(key_of(path)), _POSTAL_ELSEWHERE(), _POSTAL_OR_PLACE())


def misplaced(key: str, value: Value, *, event: LifeEvent, city: Mapping[str, object]) -> Refused | None:
    """Why an address cannot be the one that is asked for: 転入 leads into this city, 転出 out of it."""
    if not isinstance(value, Address):
        return None
    name = f"{city['prefecture']}{city['name']}"
    if lies_outside(key, value, event=event, city=city):
        return Refused(Label(key), _OUTSIDE(), _INSIDE_ONLY(city=name))
    if lies_inside(key, value, event=event, city=city):
        return Refused(Label(key), _INSIDE(), _OUTSIDE_ONLY(city=name))
    return None


def open_parts(snapshot: Snapshot, wording: Wording) -> tuple[Issue, ...]:
    """Addresses on the papers of a visit of which something stands in no part, by their path.

    Seldom there are any: what the papers use is looked through only then.
    """
    unfinished = {
        path
        for path, fact in snapshot.facts.by_path.items()
        if isinstance(value := fact.value, Address) and unplaced(value)
    }
    return tuple(
        Issue(where=path, message=wording.say(_OPEN()), allowed=wording.say(_PLACE_IT()))
        for path in dict.fromkeys(_used(snapshot) if unfinished else ())
        if path in unfinished
    )


def _used(snapshot: Snapshot) -> Iterator[str]:
    """What was said and stands in some box, as it is or in another fact."""
    for path in {path: None for form in snapshot.forms for box in form.boxes for path in box.paths}:
        yield from origins(snapshot.facts, path)
