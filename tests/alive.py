"""A visit in a process of its own: `python -m tests.alive` prints which of its words are alive in it, and after it.

In a process that has run many tests, everything alive is so much that listing it takes half a minute.
"""

import datetime as dt
import gc
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.flow.actions import AddPerson, Answer, End, GoTo, Put, Step, UseCard
from kiosk.model.card import CardFace
from kiosk.model.wareki import PartialDate
from tests.visits import MOVE, Desk

BACKWARDS = (
    "郎太去消",
    "ウロタョキウョシ",
    "71-30-8891",
    "日71月3年36和昭",
    "7654-3210-080",
    "５０３荘きえ消",
    "子花去消",
)
"""Words that only this visit says, written backwards, so that the test itself does not hold them."""


def visit_of_somebody() -> Desk:
    """A whole visit: read from a card, typed, asked for, shown on every page, signed."""
    name, kana, birth, wareki, phone, house, child = (word[::-1] for word in BACKWARDS)
    lives = f"見本県架空市緑ケ丘二丁目7番12号{house}"
    face = CardFace(name=name, address=lives, birth=PartialDate(iso=birth), sex="1", expired=False)
    desk = Desk().act(UseCard(person="p1", face=face), AddPerson())
    desk.say(MOVE | {"addr.new.text": lives, "person[p1].phone": phone})
    desk.say({"person[p1].name.full": name, "person[p1].kana": kana, "person[p1].birth.date": wareki})
    desk.say({"person[p2].name.full": child, "person[p2].birth.date": "R6.2.29", "person[p2].relation_new": "子"})
    desk.act(Put(path="household.foreigners", value=("p2",)), Answer(path="person[p1].birth.date", text=wareki))
    return desk.act(*(GoTo(step=step) for step in (Step.CHECK, Step.SIGN, Step.INTERVIEW))).sign()


def texts() -> Iterator[str]:
    """Every text and day that anything alive can reach: containers, objects, caches of functions, frames."""
    near, seen = gc.get_objects(), set[int]()
    while near:
        fresh = {id(thing): thing for thing in near}
        for known in fresh.keys() & seen:
            del fresh[known]
        seen |= fresh.keys()
        near = []
        for kind, things in _by_kind(fresh.values()).items():
            if issubclass(kind, str):
                yield from things
            elif issubclass(kind, bytes | bytearray):
                yield from (thing.decode(errors="replace") for thing in things)
            elif issubclass(kind, dt.date):
                yield from (thing.isoformat() for thing in things)
            else:
                near += gc.get_referents(*things)


def _by_kind(things: Iterable[Any]) -> dict[type, list[Any]]:
    kinds: dict[type, list[Any]] = {}
    for thing in things:
        kinds.setdefault(type(thing), []).append(thing)
    return kinds


def found() -> set[str]:
    """Which of the words are alive; each is put together only after everything alive has been listed."""
    gc.collect()
    alive = "\n".join(texts())
    return {backwards for backwards in BACKWARDS if backwards[::-1] in alive}


def main() -> None:
    """While the visit lasts, and after its end."""
    desk = visit_of_somebody()
    during = sorted(found())
    desk.act(End())
    json.dump([during, sorted(found())], sys.stdout)


if __name__ == "__main__":
    main()
