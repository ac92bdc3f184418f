"""The facts as the rule language reads them: nested maps, one for each first word of a key and one for each member."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from kiosk.model.address import Address
from kiosk.model.fact import Signature, Value
from kiosk.model.path import parse
from kiosk.model.wareki import PartialDate, calendar_day, span
from kiosk.rules.found import EARLIEST, LATEST

Map = dict[str, Any]
_AS_IT_IS = frozenset({str, bool, int})  # most values; looked for first


class Tree:
    """A rule reads m.card.expired in `persons`, case.kind in `roots`; what is not known is not there.

    A branch begins as what it was taken from and copies a map before it changes it. `today` is the last day that an
    imprecise date can be: only births are looked at so. `bounded` are the paths of those that are known so.
    """

    def __init__(
        self, roots: dict[str, Map], persons: dict[str, Map], today: dt.date, bounded: Iterable[str] = ()
    ) -> None:
        self.roots, self.persons, self._today = roots, persons, today
        self.bounded = set(bounded)
        self._own: set[str] = set()

    @classmethod
    def empty(cls, roots: Iterable[str], persons: Iterable[str], *, today: dt.date) -> "Tree":
        """Nothing is known yet but who the members are."""
        return cls({root: {} for root in roots}, {person: {"ref": person} for person in persons}, today)

    def branch(self) -> "Tree":
        """The same facts, to be changed apart."""
        return Tree(dict(self.roots), dict(self.persons), self._today, self.bounded)

    def put(self, path: str, value: Value | None) -> None:
        """Make a fact known, or (None, or a value that rules must not count with) unknown."""
        person, key = parse(path)
        if person and person not in self.persons:
            return
        first, words = _split(key)
        holders, name = (self.persons, person) if person else (self.roots, first)
        if name not in self._own:
            self._own.add(name)
            holders[name] = _copied(holders.get(name, {}))
        if isinstance(value, PartialDate):
            self._put_date(path, holders[name], words, value)
        else:
            _put(holders[name], words, _plain(value))
            if path in self.bounded:
                self._bound(path, holders[name], words, None)

    def _put_date(self, path: str, node: Map, words: Sequence[str], date: PartialDate) -> None:
        day = calendar_day(date)
        _put(node, words, None if day is None else day.isoformat())
        ends = span(date) if day is None else None
        if ends or path in self.bounded:
            self._bound(path, node, words, ends)

    def _bound(self, path: str, node: Map, words: Sequence[str], ends: tuple[dt.date, dt.date] | None) -> None:
        """Beside an imprecise date stand the days between which it lies (see expansion)."""
        *above, last = words
        first_last = [min(day, self._today).isoformat() for day in ends] if ends else [None, None]
        for end, day in zip((EARLIEST, LATEST), first_last, strict=True):
            _put(node, [*above, f"{last}{end}"], day)
        (self.bounded.add if ends else self.bounded.discard)(path)


@lru_cache(maxsize=4096)
def _split(key: str) -> tuple[str, tuple[str, ...]]:
    """The first word of a kind of fact, and those below it: names of the vocabulary, nothing about anybody."""
    first, *words = key.split(".")
    return first, tuple(words)


def _copied(node: Map) -> Map:
    return {word: _copied(below) if isinstance(below, dict) else below for word, below in node.items()}


def _put(node: Map, words: Sequence[str], plain: object) -> None:
    if plain is None:
        _remove(node, words)
        return
    for word in words[:-1]:
        node = node.setdefault(word, {})
    node[words[-1]] = plain


def _remove(node: Map, words: Sequence[str]) -> None:
    """Take a value out, and the maps that would be left empty: has(m.card) is about a card that was read."""
    word, *rest = words
    below = node.get(word)
    if rest and isinstance(below, dict):
        _remove(below, rest)
    if not rest or not below:
        node.pop(word, None)


def _plain(value: Value | None) -> object:
    """A value that is no date as rules see it; None when they must not count with it (nothing there, or held)."""
    if type(value) in _AS_IT_IS:
        return value
    match value:
        case bool() | int() | str():
            return value
        case Address():
            return value.text
        case Signature():
            return "signed"
        case tuple():
            return list(value)
        case _:
            return None
