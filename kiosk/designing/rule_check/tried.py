"""What searches for a way to yes came to and whose types are right, so that an edit looks at what it changed only.

A search is told by everything that it depends on: the words of the rule, its event, the vocabulary with its
derivations, the city's settings, the day, and how long it may take. What is not asked any more is forgotten.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date

from kiosk.model.base import Issue
from kiosk.model.procedure import LifeEvent
from kiosk.rules.book import RuleBook


class Tried:
    """The searches of one check of a book; what it knows lies in `RuleBook.tried`."""

    def __init__(self, book: RuleBook) -> None:
        self._book, self._now = book, dict[str, bool | None]()
        days = [sorted(days) for days in (book.days.year_end, book.days.also_closed, book.days.also_open)]
        self._ground = _name(repr((book.vocabulary, sorted(book.city.items()), book.identity, days)))
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
        """What the search came to, from the last time where nothing of it has changed."""
        name = _name("\0".join((self._ground, self._events[event.id], rule, scope, day.isoformat(), str(budget))))
        if name not in self._now:
            known = self._book.tried
            self._now[name] = known[name] if name in known else search()
        return self._now[name]

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
        self._book.tried.update(self._now)


def _name(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
