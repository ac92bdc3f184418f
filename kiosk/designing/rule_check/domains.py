"""The answers worth trying for a fact: every code, both sides of every number a rule names, a few usual days."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from kiosk.model.address import Address
from kiosk.model.fact import Signature, Value
from kiosk.model.life_event import LifeEvent
from kiosk.model.vocabulary import Item, Type
from kiosk.model.wareki import PartialDate
from kiosk.rules.book import RuleBook
from kiosk.rules.cel import Expression
from kiosk.rules.looks import numbers

_AGES = (0, 3, 7, 10, 13, 16, 20, 25, 35, 45, 55, 62, 67, 72, 80)
_OLDEST = 110
_ALL_SUBSETS = 4
_MANY_CODES = 12
_YEAR = 365.2425


@dataclass(frozen=True)
class Domains:
    """Representative values for one event on one day; `texts` are the expressions that look at the facts."""

    book: RuleBook
    event: LifeEvent
    day: dt.date
    texts: tuple[str, ...]

    def of(self, item: Item, members: Sequence[str]) -> tuple[Value, ...]:
        """Values to try for a fact, those that a rule names first."""
        return tuple(_VALUES[item.type](self, item, members))

    def codes(self, item: Item) -> Sequence[Value]:
        """What the event leaves of a code list: all of a short one, of a long one those that rules name and another."""
        codes = self._list(item)
        named = tuple(word for word in self._words(item) if word in codes)
        others = tuple(code for code in codes if code not in named)
        return (*named, *(others if len(codes) <= _MANY_CODES else others[:1]))

    def choices(self, item: Item) -> Sequence[Value]:
        """Combinations of the codes that rules name."""
        return tuple(_subsets(tuple(word for word in self._words(item) if word in self._list(item))))

    def counts(self) -> Sequence[Value]:
        """Small numbers, and both sides of every number that rules name."""
        return tuple(sorted({0, 1, 2, 3, *_around(self.numbers)}))

    def days(self, item: Item) -> Sequence[Value]:
        """Births for every age that matters, or the usual days of an event."""
        return tuple(PartialDate(iso=day.isoformat()) for day in self._days(item))

    def texts_for(self, item: Item) -> Sequence[Value]:
        """The words that rules compare with, two others, and nothing."""
        return tuple(dict.fromkeys((*self._words(item), "見本", "別の見本", "")))

    def addresses(self, item: Item) -> Sequence[Value]:
        """In the city's prefecture, as rules name it, and elsewhere."""
        inside = f"{self.book.city.get('prefecture', '見本県')}見本市１番地"
        return tuple(Address(text=text) for text in (inside, *self._words(item), "別の見本県別の市１番地"))

    @cached_property
    def _rules(self) -> tuple[Expression, ...]:
        return tuple(self.book.language.rule(text) for text in self.texts)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Whole numbers that the expressions name, and those of the city's settings that they name."""
        named = {number for rule in self._rules for number in numbers(rule.tree)}
        settings = {ref for rule in self._rules for ref in rule.refs if ref.startswith("city.")}
        values = (self.book.city.get(ref.removeprefix("city.")) for ref in settings)
        return (*named, *(value for value in values if isinstance(value, int)))

    def _words(self, item: Item) -> tuple[str, ...]:
        """Quoted words that the expressions compare this fact with."""
        pairs = (pair for rule in self._rules for pair in rule.looks.compared)
        return tuple(dict.fromkeys(word for ref, word in pairs if self.book.key(ref) == item.key))

    def _list(self, item: Item) -> tuple[str, ...]:
        return self.event.codes.get(item.key) or self.book.vocabulary.codes.get(item.codes, ())

    def _days(self, item: Item) -> tuple[dt.date, ...]:
        literals = (_date(word) for word in self._words(item))
        near = {day + dt.timedelta(days=step) for day in literals if day for step in (-1, 0, 1)}
        found = self._births() if "birth" in item.key else self._moves()
        ahead = not item.not_future or item.key in self.event.future
        return tuple(day for day in dict.fromkeys((*sorted(near), *found)) if ahead or day <= self.day)

    def _moves(self) -> Iterable[dt.date]:
        """Usual days of an event: lately, last year, the turn of the year and of the school year, soon."""
        steps = (-3, 0, -20, -100, -400, 10)
        turns = (dt.date(self.day.year, 1, 1), dt.date(self.day.year, 4, 1), dt.date(self.day.year, 4, 2))
        return (*(self.day + dt.timedelta(days=step) for step in steps), *turns)

    def _births(self) -> Iterable[dt.date]:
        """A month and eleven months after each birthday, for the usual ages and around every number of the rules."""
        ages = {*_around(number for number in self.numbers if number <= _OLDEST), *_AGES}
        days = (round(age * _YEAR) + after for age in sorted(ages) for after in (30, 335))
        return (self.day - dt.timedelta(days=back) for back in days)


def _around(numbers: Iterable[int]) -> Iterable[int]:
    return (near for number in numbers for near in (number - 1, number, number + 1) if near >= 0)


def _date(word: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        return None


def _subsets(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Every subset of a few words; of many: each alone, all, and none."""
    if len(words) <= _ALL_SUBSETS:
        return chain.from_iterable(combinations(words, size) for size in range(len(words), -1, -1))
    return (*((word,) for word in words), words, ())


_SIGNED = Signature(strokes=(), width=60.0, height=12.0)
_FREE = (Type.TEXT, Type.NAME, Type.KANA, Type.PHONE, Type.DIGITS, Type.RELATION)
_Choose = Callable[[Domains, Item, Sequence[str]], Sequence[Value]]
_VALUES: Mapping[Type, _Choose] = {
    Type.BOOL: lambda _, __, ___: (True, False),
    Type.CODE: lambda domains, item, _: domains.codes(item),
    Type.CODES: lambda domains, item, _: domains.choices(item),
    Type.PERSON: lambda _, __, members: members,
    Type.PERSONS: lambda _, __, members: tuple(_subsets(tuple(members))),
    Type.INT: lambda domains, _, __: domains.counts(),
    Type.DATE: lambda domains, item, _: domains.days(item),
    Type.ADDRESS: lambda domains, item, _: domains.addresses(item),
    Type.SIGNATURE: lambda _, __, ___: (_SIGNED,),
    **dict.fromkeys(_FREE, lambda domains, item, _: domains.texts_for(item)),
}
