"""Answers that another answer has overtaken: what was seen from somebody else, and what is asked no more but follows.

A 続柄 is said as seen from the head of the household, an account is one claimant's (`about` in the vocabulary): when
the head or the claimant becomes another, the answer was about somebody else. A branch is asked for at any bank but the
one whose symbol tells it (`ask_when`): once it follows, what was said before is no answer. Both are taken back, so that
they are asked again or follow anew, and the desk is told; nothing of it is kept in silence.
"""

from collections.abc import Iterator, Mapping

from kiosk.model.fact import Held, Value, comparable
from kiosk.model.path import person_of, person_path
from kiosk.model.source import SPOKEN, Source
from kiosk.model.vocabulary import Item
from kiosk.rules.facts import Facts

_SAID = SPOKEN | {Source.PREENTRY}


def seen_from(facts: Facts, before: Mapping[str, str]) -> dict[str, str]:
    """Whom answers of now are about, by the key that says it; what is not known any more is remembered."""
    known = ((key, facts.value(key)) for key in facts.book.vocabulary.about)
    return {**before, **{key: _told(value) for key, value in known if value is not None}}


def overtaken(before: Facts, now: Facts, remembered: Mapping[str, str]) -> tuple[str, ...]:
    """The paths of what was said before and does not stand now, `remembered` being whom it was about.

    Nothing while the visit becomes one about other things: those answers wait for their purpose.
    """
    if before.case.purposes != now.case.purposes:
        return ()
    return tuple(dict.fromkeys((*_about_another(before, now, remembered), *_following(before, now))))


def told_otherwise(before: Facts, now: Facts, paths: tuple[str, ...]) -> frozenset[str]:
    """Those of the paths that say something else now, without anybody having said it."""
    known = ((path, before.value(path), now.value(path)) for path in paths)
    return frozenset(
        path for path, was, given in known if was is not None and given is not None and _told(was) != _told(given)
    )


def _about_another(before: Facts, now: Facts, remembered: Mapping[str, str]) -> Iterator[str]:
    for key, items in now.book.vocabulary.about.items():
        value = now.value(key)
        if value is not None and remembered.get(key, _told(value)) != _told(value):
            yield from (path for item in items for path in _kept(before, now, item))


def _following(before: Facts, now: Facts) -> Iterator[str]:
    """Answers to what was a question before, is none now, and follows from something else."""
    for item in now.book.vocabulary.following:
        condition = now.book.language.rule(item.ask_when)
        if now.touched(condition):
            for path in _kept(before, now, item):
                person = person_of(path)
                if now.ask(condition, person) is False and before.ask(condition, person) is not False:
                    yield path


def _kept(before: Facts, now: Facts, item: Item) -> Iterator[str]:
    """The paths of an item that was answered before, here or at home, and not again; a settled one is settled."""
    holders = now.case.persons if item.key.startswith("person.") else ("",)
    for path in (person_path(person, item.key) for person in holders):
        fact = now.said.get(path)
        same = fact is not None and before.said.get(path) == fact and not isinstance(fact.value, Held)
        if fact is not None and same and not fact.reason and fact.source in _SAID:
            yield path


def _told(value: Value) -> str:
    return repr(comparable(value))
