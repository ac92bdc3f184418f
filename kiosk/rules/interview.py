"""聞き取り: what to ask next - only what an undecided rule or an unfilled required box still needs, most useful first.

Asking first what must be asked in any case costs nothing, and its answer often makes other questions needless; only
then comes what may turn out to be needless, what decides most first, without jumping between topics.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.filled import FilledForm
from kiosk.model.path import key_of, person_of
from kiosk.model.plan import Plan
from kiosk.rules.facts import Facts
from kiosk.rules.keys import CHECKED
from kiosk.rules.wants import Want, wants


@dataclass(frozen=True)
class Interview:
    """The open questions in asking order, and for each the procedures and forms that need its answer."""

    open: tuple[str, ...]
    needed_by: dict[str, tuple[str, ...]]


def interview(facts: Facts, plan: Plan, forms: Iterable[FilledForm]) -> Interview:
    """What is still to be asked, the next question first."""
    found = tuple(wants(facts, plan, forms))
    needs: dict[str, dict[str, None]] = {}
    for want in found:
        needs.setdefault(want.path, {})[want.who] = None
    return Interview(_in_order(facts, found), {path: tuple(who) for path, who in needs.items()})


def _in_order(facts: Facts, found: Iterable[Want]) -> tuple[str, ...]:
    """Every wanted path once, the next question first.

    The event's opening facts, who may file, and who has come; then what is certain to be asked, topic by topic as the
    vocabulary lists them; then the rest, beginning with the topic that decides most. Within a topic the question that
    closes most gaps comes first, put to every member in turn.
    """
    order = _Order(facts, tuple(found))
    return tuple(sorted(dict.fromkeys(want.path for want in order.wants), key=order.rank))


def place(facts: Facts, path: str) -> tuple[int, int, int]:
    """Where a question stands on the page: its section, its order, its person."""
    vocabulary, persons, person = facts.book.vocabulary, facts.case.persons, person_of(path)
    key = key_of(path)
    return topic(facts, key), vocabulary.by_key[key].order, persons.index(person) if person in persons else 0


def topic(facts: Facts, key: str) -> int:
    """The place of a fact's section; the one that the event puts first comes before all."""
    vocabulary, first = facts.book.vocabulary, facts.book.purpose(facts.case).first_section
    return -1 if first and vocabulary.by_key[key].section == first else vocabulary.topics[key]


@dataclass(frozen=True)
class _Order:
    facts: Facts
    wants: tuple[Want, ...]

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(want.path for want in self.wants if want.first)

    @cached_property
    def _certain(self) -> frozenset[str]:
        return frozenset(want.path for want in self.wants if want.certain)

    @cached_property
    def _gaps(self) -> Counter[tuple[bool, str]]:
        """How many gaps a question closes, all members together, apart for what is certain and what is not."""
        found: Counter[tuple[bool, str]] = Counter()
        for want in self.wants:
            found[want.path in self._certain, key_of(want.path)] += want.gaps
        return found

    @cached_property
    def _topics(self) -> Mapping[int, int]:
        """The most gaps that one uncertain question of a topic closes."""
        found: dict[int, int] = {}
        for (certain, key), gaps in self._gaps.items():
            if not certain:
                here = topic(self.facts, key)
                found[here] = max(found.get(here, 0), gaps)
        return found

    def rank(self, path: str) -> tuple[int, ...]:
        """Sorts the next question first."""
        here, order, person = place(self.facts, path)
        if path in self._first:
            return 0, path in CHECKED, here, order, person
        certain = path in self._certain
        gaps = self._gaps[certain, key_of(path)]
        if certain:
            return 1, here, -gaps, order, person
        # whoever is written last is likeliest the child that a rule about "anybody" looks for
        return 2, -self._topics[here], here, -gaps, order, -person
