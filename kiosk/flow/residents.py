"""住民記録の照会: the city's own register as a source at the counter, behind one small port.

Context: who lives here stands in the city's register already; whoever asks for it must say what for, and whoever is
protected must not be found by it. Decision: a desk knows two questions only, `find` and `household`, both with the
purpose of the visit; a source answers them (an extract that is kept here, see kiosk.store.residents). Words of the
search are those of past cases (kiosk.flow.finding) and the address, of this whole words only.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kiosk.flow.finding import NOTHING, SEARCH, meant, words_about
from kiosk.flow.matching import mover
from kiosk.model.address import Address, same_place
from kiosk.model.base import Frozen
from kiosk.model.building_name import building_name
from kiosk.model.fact import Value
from kiosk.model.letters import looked_for
from kiosk.model.message import Code, Refused
from kiosk.model.resident import RegisterState, Resident
from kiosk.model.wareki import to_wareki

_ALLOWED = Code("register-search-allowed")
_HOME = "addr.old.text"
_CHOME = re.compile("[0-9０-９一二三四五六七八九十]+丁目$")


class Face(Frozen):
    """What tells one resident from another in a list. `address` is empty where it is withheld."""

    name: str
    kana: str = ""
    birth: str = ""
    relation: str = ""
    address: str = ""
    withheld: bool = False


class Candidate(Frozen):
    """Somebody whom a search found; `number` is theirs in this `edition` of the register and in no other."""

    number: int
    edition: str
    face: Face


class Household(Frozen):
    """The people of a household in the order of the register; `chosen` is the place of the one who was chosen.

    `day` is that of the data; `lacks`: a row of this household could not be read in, so that somebody may be missing.
    """

    people: tuple[Resident, ...]
    day: date
    chosen: int = 0
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class FoundResidents:
    """The first of those who were found, `more` where there are others; `refused` where it cannot be looked for."""

    candidates: tuple[Candidate, ...] = ()
    more: bool = False
    refused: Refused | None = None


class Residents(Protocol):
    """The port. Every method may take a moment, and raises SiteError.

    `why` is what a look-up is for: the occasions of the visit by their ids. It stands in the audit record with who
    looked and how many were found, and nothing of who was looked for.
    """

    def state(self) -> RegisterState | None:
        """How the register stands; None where there is none."""
        ...

    def find(self, text: str, why: str) -> FoundResidents:
        """Who fits the words."""
        ...

    def household(self, candidate: Candidate, why: str) -> Household | None:
        """The household of somebody who was found; None where the register has changed since."""
        ...


# ---- words -----------------------------------------------------------------------------------------------------------
def wanted(text: str, *, today: date) -> tuple[frozenset[str], ...] | Refused:
    """What somebody typed: names, readings, a birth and parts of an address, divided by spaces."""
    typed = looked_for(text).split()
    if not typed:
        return Refused(SEARCH(), NOTHING(), _ALLOWED())
    return tuple(meant(word, today) | {_place(word)} for word in typed)


def words_of(facts: Mapping[str, Value]) -> frozenset[str]:
    """What somebody is found by."""
    home = facts.get(_HOME)
    places = _places(home) if isinstance(home, Address) else ()
    return frozenset((*words_about(mover(facts)), *places))


def building_of(facts: Mapping[str, Value]) -> tuple[str, str]:
    """Where somebody lives, as `lot_of` writes it, and the name of the building; empty where there is none."""
    home = facts.get(_HOME)
    name = building_name(home.building) if isinstance(home, Address) else ""
    return (lot_of(home), name) if isinstance(home, Address) and name else ("", "")


def lot_of(home: Address) -> str:
    """A key for the town and number of an address, in whatever way they are written; empty without a number."""
    return same_place(f"{home.city}{home.town}{home.number}") if home.town and home.number else ""


def _places(home: Address) -> Iterator[str]:
    """The town (with and without its 丁目), the number, both with or without the city, the building, the whole."""
    spot = home.town + home.number
    whole = (home.city + spot, home.prefecture + home.city + spot)
    for text in (home.town, _CHOME.sub("", home.town), home.number, spot, *whole, home.building, home.text):
        if text:
            yield _place(text)


def _place(text: str) -> str:
    return f"place {same_place(text)}"


def face(resident: Resident) -> Face:
    """What a list shows of somebody."""
    who, facts = mover(resident.facts), resident.facts
    home, relation = facts.get(_HOME), facts.get("person.relation_old")
    return Face(
        name=who.name,
        kana=who.kana,
        birth=to_wareki(who.birth) if who.birth else "",
        relation=relation if isinstance(relation, str) else "",
        address=home.text if isinstance(home, Address) else "",
        withheld=resident.withheld,
    )
