"""What searches for a way to yes came to and whose types are right, so that an edit looks at what it changed only.

A search is told by everything that it depends on: the words of the rule, its event, the facts that it can lead to
with their derivations, questions and codes, those of the city's settings that it names, the day, and how long it may
take. So an edit of a fee or of one question searches for what it concerns alone. What is not asked any more is
forgotten.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date

from kiosk.model.base import Issue
from kiosk.model.life_event import LifeEvent
from kiosk.rules.book import RuleBook


class Tried:
    """The searches of one check of a book; what it knows lies in `RuleBook.tried`."""

    def __init__(self, book: RuleBook) -> None:
        self._book, self._now = book, dict[str, bool | None]()
        days = [sorted(days) for days in (book.days.year_end, book.days.also_closed, book.days.also_open)]
        self._ground = _name(repr((book.city.get("prefecture", ""), book.identity, days)))  # what any rule can look at
        self._facts, self._rules = dict[str, str](), dict[str, str]()
        self._events = {name: _name(repr(event)) for name, event in book.events.items()}

    def ask(
        self,
        rule: str,
        event: LifeEvent,
        *,
        scope: str,
        day: date,
        budget: int,
        search: Callable[[], bool | None],
    ) -> bool | None:
        """What the search came to, from the last time where nothing of it has changed.

        Of one that was not decided nothing is known the next time: other rules may have taken its steps.
        """
        whole = (self._ground, self._events[event.id], self._led(rule), rule, scope, day.isoformat(), str(budget))
        name = _name("\0".join(whole))
        if name not in self._now:
            known = self._book.tried
            self._now[name] = known[name] if name in known else search()
        return self._now[name]

    def _led(self, rule: str) -> str:
        """The state of every fact and setting that a rule can lead to."""
        if rule not in self._rules:
            keys = sorted(self._book.closure(self._book.keys_in(rule)))
            self._rules[rule] = _name("\0".join(self._fact(key) for key in keys))
        return self._rules[rule]

    def _fact(self, key: str) -> str:
        """What is said about a fact, how it is derived, and which codes it has; of a setting its value."""
        if key not in self._facts:
            vocabulary, root = self._book.vocabulary, key.partition(".")[0]
            item, derived = vocabulary.by_key.get(key), self._book.derivation.get(key)
            codes = vocabulary.codes.get(item.codes, ()) if item is not None else ()
            setting = self._book.city.get(key.removeprefix("city.")) if root == "city" else None
            self._facts[key] = _name(repr((key, item, derived and derived.rule, codes, setting)))
        return self._facts[key]

    def sound(self, *state: str, look: Callable[[], Iterable[Issue]]) -> tuple[Issue, ...]:
        """What is wrong, which is told every time; where nothing was of the same state, nothing is looked at again."""
        name = _name("\0".join(("sound", *state)))
        found = () if self._book.tried.get(name) else tuple(look())
        if not found:
            self._now[name] = True
        return found

    def keep(self) -> None:
        """What was asked is known the next time, and nothing else."""
        self._book.tried.clear()
        self._book.tried.update({name: answer for name, answer in self._now.items() if answer is not None})


def _name(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
