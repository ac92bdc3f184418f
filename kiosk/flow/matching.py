"""Who of the visit a card or the rows of a paper are about: asked before a single fact of them is taken."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.flow.proposal import Pair
from kiosk.model.card import CardFace
from kiosk.model.case import Case
from kiosk.model.doubt import Doubt
from kiosk.model.fact import Value, comparable
from kiosk.model.letters import has_private, turns_direction, without_widthless
from kiosk.model.likeness import Compared, Described, Likeness, compare, perhaps_miswritten, read_alike
from kiosk.model.names import given_name
from kiosk.model.path import person_of, person_path
from kiosk.model.wareki import PartialDate

_SPELLING = frozenset({Doubt.WIDTH, Doubt.LETTERS, Doubt.CUT, Doubt.ORDER, Doubt.ALIAS, Doubt.BIRTH_SPELLING})
"""Doubts that show the applicant nothing of a paper that they did not say themselves."""


@dataclass(frozen=True)
class Whose:
    """The member a card is about; OPEN: a free place takes it, OTHER: it is nobody's here."""

    likeness: Likeness
    person: str = ""
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Rows:
    """For every row its member, known or new; the pairs that a person must decide first."""

    places: tuple[str, ...]
    doubts: tuple[Pair, ...] = ()


# ---- who is described ------------------------------------------------------------------------------------------------
def member(case: Case, person: str) -> Described:
    """A member, by everything that was said of them."""
    value = case.ledger.value
    return _described({key: value(person_path(person, key)) for key in _KEYS})


def holder(face: CardFace) -> Described:
    """Whose card it is."""
    return Described(_usable(face.name), face.birth)


def agent(case: Case) -> Described:
    """Who came for the applicant, as far as it was said."""
    name, birth = case.ledger.value("agent.name"), case.ledger.value("agent.birth_date")
    return Described(_usable(name), birth if isinstance(birth, PartialDate) else None)


def mover(row: Mapping[str, Value]) -> Described:
    """Who stands in a row of a paper."""
    return _described({key: row.get(key) for key in _KEYS})


_NAME, _BIRTH, _KANA = "person.name.full", "person.birth.date", "person.kana"
_ALIAS, _ALPHA, _FORMER = "person.alias_name", "person.name.alpha", "person.former_family_name"
_KEYS = (_NAME, _BIRTH, _KANA, _ALIAS, _ALPHA, _FORMER)


def _described(said: Mapping[str, Value | None]) -> Described:
    name, birth = _usable(said[_NAME]), said[_BIRTH]
    former, given = _usable(said[_FORMER]), given_name(name)
    others = (_usable(said[_ALIAS]), _usable(said[_ALPHA]), f"{former}\u3000{given}" if former and given else "")
    return Described(
        name, birth if isinstance(birth, PartialDate) else None, _usable(said[_KANA]), tuple(filter(None, others))
    )


def _usable(value: Value | None) -> str:
    """The text less signs without width; nothing where it does not say what it shows."""
    if not isinstance(value, str) or turns_direction(value) or has_private(value):
        return ""
    return without_widthless(value)


def free_places(case: Case) -> tuple[str, ...]:
    """Members of whom nothing is known yet that tells them from others."""
    return tuple(person for person in case.persons if not member(case, person).tells)


def namesakes(case: Case) -> frozenset[str]:
    """Names that two members or more share; a typing mistake can make two of one person."""
    found = Counter("".join(name.split()) for person in case.persons if (name := member(case, person).name))
    return frozenset(name for name, n in found.items() if n > 1)


# ---- a card ----------------------------------------------------------------------------------------------------------
def whose_card(case: Case, chosen: str, face: CardFace, *, declined: Collection[str] = ()) -> Whose:
    """The member it surely is, else may be; else the free place that was chosen or is there; else nobody.

    It is nobody's who was `declined`.
    """
    left = [person for person in case.persons if person not in declined]
    card, order = holder(face), sorted(left, key=lambda person: person != chosen)
    found = {person: _decided(case, person, card) or compare(member(case, person), card) for person in order}
    for likeness in (Likeness.SAME, Likeness.UNSURE):
        for person, compared in found.items():
            if compared.likeness is likeness:
                return Whose(likeness, person, compared.doubt)
    free = [person for person, compared in found.items() if compared.likeness is Likeness.OPEN]
    if free and (not chosen or chosen in free):
        first = chosen or min(free, key=lambda person: _fitness(member(case, person), card))
        return Whose(Likeness.OPEN, first)
    return Whose(Likeness.OTHER)


def _decided(case: Case, person: str, card: Described) -> Compared | None:
    """SAME where the name is one that a person has decided to be this member's already, and the birth is theirs."""
    known = member(case, person)
    found = compare(known, Described(known.name, card.birth)) if settled_name(case, person, card.name) else None
    return found if found is not None and found.likeness is Likeness.SAME else None


def settled_name(case: Case, person: str, name: str) -> bool:
    """Whether a person has decided that somebody of this name is the member."""
    path, said, settled = person_path(person, _NAME), set[object](), set[object]()
    for fact in case.ledger.facts:
        if fact.path == path:
            said = {*said, comparable(fact.value)} if isinstance(fact.value, str) else set()
            settled |= said if fact.reason else set()
    return comparable(name) in settled


def _fitness(place: Described, card: Described) -> int:
    """Which free place a card takes first: who is read as it says, then who is not read at all, then anybody."""
    return 0 if read_alike(place, card) else 2 if place.kana else 1


# ---- a paper ---------------------------------------------------------------------------------------------------------
def whose_rows(
    case: Case,
    rows: Sequence[Mapping[str, Value]],
    decided: Mapping[int, str],
    *,
    declined: Collection[tuple[int, str]] = (),
    seen: bool = False,
) -> Rows | None:
    """The members of the rows: who it surely is, who it was decided to be, who it may be, free places, new members.

    None for a paper on which the applicant does not stand; nothing of it is shown then. What the clerk has `seen` and
    chosen already (people of the register) may be about others than the applicant. A row is not about who was
    `declined` for it.
    """
    found = _Found(case, [mover(row) for row in rows], decided, declined, seen=seen)
    found.sure()
    doubts = found.doubtful()
    if case.persons[0] not in found.places.values() and not seen:
        return None
    found.rest()
    return Rows(tuple(found.places[row] for row in range(len(rows))), tuple(doubts))


class _Found:
    """The places of the rows while they are found, each member once."""

    def __init__(
        self,
        case: Case,
        rows: Sequence[Described],
        decided: Mapping[int, str],
        declined: Collection[tuple[int, str]],
        *,
        seen: bool,
    ) -> None:
        self.case, self.rows, self.decided, self.declined, self.seen = case, rows, decided, declined, seen
        self.people = {person: member(case, person) for person in case.persons}
        self.places: dict[int, str] = {row: person for row, person in decided.items() if person}

    def _free(self) -> list[str]:
        taken = set(self.places.values())
        return [person for person in self.case.persons if person not in taken]

    def sure(self) -> None:
        """Rows that are surely about a member."""
        for row, described in enumerate(self.rows):
            same = [who for who in self._free() if self._likeness(who, described).likeness is Likeness.SAME]
            if same and row not in self.decided:
                self.places[row] = same[0]

    def doubtful(self) -> list[Pair]:
        """Rows that may be about a member; until it is decided they keep that place."""
        pairs = []
        for doubt in (self._spelling, self._given_name):
            for row, described in enumerate(self.rows):
                if row not in self.places and row not in self.decided:
                    left = (who for who in self._free() if (row, who) not in self.declined)
                    found = ((who, doubt(who, described)) for who in left)
                    pair = next((Pair(row=row, person=who, doubt=why) for who, why in found if why), None)
                    if pair is not None:
                        self.places[row] = pair.person
                        pairs.append(pair)
        return sorted(pairs, key=lambda pair: pair.row)

    def _spelling(self, person: str, described: Described) -> Doubt | None:
        return self._likeness(person, described).doubt

    def _given_name(self, person: str, described: Described) -> Doubt | None:
        """Of who is left on either side: one 氏 and one birthday. The applicant is shown nobody by that alone."""
        same = person != self.case.persons[0] and perhaps_miswritten(self.people[person], described)
        return Doubt.GIVEN_NAME if same else None

    def _likeness(self, person: str, described: Described) -> Compared:
        """The applicant is only proposed where name and birth are theirs but for the spelling."""
        found = compare(self.people[person], described)
        if person != self.case.persons[0] or found.doubt is None or self.seen:
            return found
        births = (self.people[person].birth, described.birth)
        shown = found.doubt in _SPELLING and None not in births
        return found if shown else Compared(Likeness.OTHER)

    def rest(self) -> None:
        """Free places in order, then new ones."""
        for row in range(len(self.rows)):
            if row not in self.places:
                fits = (person for person in self._free() if self._open(person, self.rows[row]))
                free = sorted(fits, key=lambda person: not self.people[person].kana)
                self.places[row] = free[0] if free else new_person(self.case, self.places.values())

    def _open(self, person: str, described: Described) -> bool:
        """A place of which nothing is known that tells, nor another reading."""
        mine = self.people[person]
        return not mine.tells and compare(mine, described).likeness is Likeness.OPEN


def new_person(case: Case, taken: Iterable[str] = ()) -> str:
    """An id that no member has or had: facts about somebody who was removed stay in the ledger."""
    had = (person_of(fact.path) for fact in case.ledger.facts)
    return f"p{max(int(person[1:]) for person in (*case.persons, *taken, *had) if person) + 1}"
