"""控えの検索: the words under which a confirmed case is kept, and those that somebody looks for.

A name is found however it is spelt (space, width, 髙 for 高), by the whole or by 氏 or 名 alone where a space shows
them; a reading in either kana; a birth however the date is written. Every word of a question must be true of the case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.flow.matching import member
from kiosk.model.case import Case
from kiosk.model.kept import Face
from kiosk.model.letters import search_key
from kiosk.model.likeness import Described, name_key
from kiosk.model.message import Code, Refused
from kiosk.model.said_dates import parse_date
from kiosk.model.slip_number import slip_number
from kiosk.model.wareki import PartialDate, calendar_day, to_wareki

SEARCH, NOTHING, _ALLOWED = Code("word-search"), Code("search-nothing"), Code("search-allowed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a number on a slip, or words of which each may be meant in several ways."""

    slip: str = ""
    words: tuple[frozenset[str], ...] = ()


def words_of(case: Case) -> frozenset[str]:
    """Names, readings and births of everybody in a case."""
    return frozenset(word for person in case.persons for word in _of(case, person))


def _of(case: Case, person: str) -> Iterator[str]:
    return words_about(member(case, person))


def words_about(who: Described) -> Iterator[str]:
    """Names, readings and the birth of one person."""
    for name in (who.name, *who.others):
        yield from (_name(part) for part in _parts(name))
    yield from (_kana(part) for part in _parts(who.kana))
    day = calendar_day(who.birth) if who.birth else None
    if day:
        yield _birth(day)


def face(case: Case) -> Face:
    """Who filed it."""
    who = member(case, case.persons[0])
    return Face(name=who.name, birth=to_wareki(who.birth) if who.birth else "", others=len(case.persons) - 1)


def wanted(text: str, *, today: date) -> Wanted | Refused:
    """What somebody typed: a number (260420-001), or names, readings and a birth divided by spaces."""
    typed = text.split()
    if not typed:
        return Refused(SEARCH(), NOTHING(), _ALLOWED())
    if number := slip_number(text):
        return Wanted(slip=number)
    return Wanted(words=tuple(meant(word, today) for word in typed))


def meant(word: str, today: date) -> frozenset[str]:
    """What a word that somebody typed may mean: a birth, else a name or a reading."""
    read = parse_date(word, today=today)
    day = calendar_day(read) if isinstance(read, PartialDate) else None
    return frozenset({_birth(day)} if day else {_name(word), _kana(word)})


def _parts(name: str) -> Iterator[str]:
    """The whole, and each part that a space shows."""
    parts = name.split()
    yield from ("".join(parts), *parts) if parts else ()


def _name(text: str) -> str:
    return f"name {name_key(text)}"


def _kana(text: str) -> str:
    return f"kana {search_key(text)}"


def _birth(day: date) -> str:
    return f"birth {day.isoformat()}"
