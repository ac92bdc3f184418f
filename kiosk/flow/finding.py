"""控えの検索: the words under which a confirmed case is kept, and those that somebody looks for.

A name is found however it is spelt (space, width, 髙 for 高), by the whole or by 氏 or 名 alone where a space shows
them, or by how one of these begins, from two letters on; a reading in either kana, in the same ways; a birth however
the date is written. Every word of a question must be true of the case.

What the beginnings leak: an index of keyed tokens shows to who can open its file which cases share a token, and how
many do, never a word (the key of the tokens is another). With whole words alone these are the cases of one 氏; the
beginnings add which names begin alike, and, as their cases lie in one another, how long they go on alike. Whoever
knows how common names are may so guess the commonest beginnings, as they could guess the commonest names before; a
rare name stays one among all rare ones. A single letter would part everybody into a few large, telling classes and
find too many to be of use: none is kept, nor more than ten letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.flow.matching import member
from kiosk.model.case import Case
from kiosk.model.kept import Face
from kiosk.model.letters import looked_for, search_key
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
        for part in _parts(name):
            yield _name(part)
            yield from beginnings("name", name_key(part))
    for part in _parts(who.kana):
        yield _kana(part)
        yield from beginnings("kana", search_key(part))
    day = calendar_day(who.birth) if who.birth else None
    if day:
        yield _birth(day)


def face(case: Case) -> Face:
    """Who filed it."""
    who = member(case, case.persons[0])
    return Face(name=who.name, birth=to_wareki(who.birth) if who.birth else "", others=len(case.persons) - 1)


def wanted(text: str, *, today: date) -> Wanted | Refused:
    """What somebody typed: a number (260420-001), or names, readings and a birth divided by spaces."""
    typed = looked_for(text).split()
    if not typed:
        return Refused(SEARCH(), NOTHING(), _ALLOWED())
    if number := slip_number(text):
        return Wanted(slip=number)
    return Wanted(words=tuple(meant(word, today) for word in typed))


def meant(word: str, today: date) -> frozenset[str]:
    """What a word that somebody typed may mean: a birth, else a name or a reading."""
    read = parse_date(word, today=today)
    day = calendar_day(read) if isinstance(read, PartialDate) else None
    if day:
        return frozenset({_birth(day)})
    begun = (_begun("name", name_key(word)), _begun("kana", search_key(word)))
    return frozenset({_name(word), _kana(word), *filter(None, begun)})


_LEAST, _MOST = 2, 10


def beginnings(kind: str, text: str) -> Iterator[str]:
    """How a name or a reading begins, in every length that is looked for, less the whole."""
    return (f"{kind}^ {text[:end]}" for end in range(_LEAST, min(len(text), _MOST + 1)))


def _begun(kind: str, text: str) -> str:
    """What somebody typed as a beginning; empty for what is too short or too long for one."""
    return f"{kind}^ {text}" if _LEAST <= len(text) <= _MOST else ""


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
