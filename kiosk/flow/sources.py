"""What a card or a 転出証明書 extract says becomes facts of the right member; differences are told, not hidden."""

from collections.abc import Iterable, Mapping

from kiosk.flow.actions import UseCard, UseExtract
from kiosk.flow.notices import APPLICANT_FIRST, CARD_DOUBTFUL, CARD_EXPIRED, EXTRACT_UNUSED, information, warning
from kiosk.flow.pages import Notice
from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.fact import Source, Value, comparable
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.vocabulary import Type, Vocabulary
from kiosk.model.wareki import PartialDate

_SEX = {"1": "男", "2": "女"}
_AGENTS = frozenset({"法定代理人", "任意代理人", "使者"})
_PLACES = frozenset({"person.address", "person.addr_jan1", "koseki.honseki"})
_GIVEN = frozenset({Source.CARD, Source.EXTRACT})
Found = tuple[Case, dict[str, Value], tuple[Notice, ...]]


def given(case: Case, action: UseCard | UseExtract, *, vocabulary: Vocabulary) -> Found:
    """What a card or a paper gives: the case with new members, facts by path, and what the clerk is told."""
    if isinstance(action, UseCard):
        return card_facts(case, action)
    return extract_facts(case, action, vocabulary)


def asked_again(before: Case, case: Case, vocabulary: Vocabulary) -> tuple[tuple[str, Source], ...]:
    """Who in the household something is true of was said without a new member: the answers that no longer stand."""
    if len(case.persons) <= len(before.persons):
        return ()
    said = case.ledger.current.items()
    found = ((path, fact.source, vocabulary.item(path)) for path, fact in said)
    return tuple((path, source) for path, source, item in found if item is not None and item.type is Type.PERSONS)


def card_facts(case: Case, action: UseCard) -> Found:
    """The basic four of a card. Only the card of the person who came gives an address, nobody else's.

    With an agent at the counter nobody's does: the agent came, not the holder of the card. Nor is it told whether the
    address on another card is the one that was said: that would be an answer too.
    """
    person, face = action.person, action.face
    if person not in case.persons:
        case = case.model_copy(update={"persons": (*case.persons, person)})
    facts: dict[str, Value] = {
        person_path(person, "person.name.full"): face.name,
        person_path(person, "person.birth.date"): face.birth,
        person_path(person, "person.sex"): _SEX.get(face.sex, "記載なし"),
        person_path(person, "person.has_mynumber_card"): True,
        person_path(person, "person.card.expired"): face.expired,
    }
    if face.expires_on:
        facts[person_path(person, "person.card.expires_on")] = PartialDate(iso=face.expires_on)
    notices = tuple(
        warning(code) for code, shown in ((CARD_EXPIRED, face.expired), (CARD_DOUBTFUL, bool(face.doubtful))) if shown
    )
    if person == case.persons[0] and not by_agent(case):
        facts["addr.old.text"] = Address(text=face.address)
    return case, facts, notices


def by_agent(case: Case) -> bool:
    """Whether somebody else came for the applicant, as far as it has been said."""
    role = case.ledger.value("case.applicant_role")
    return isinstance(role, str) and role in _AGENTS


def tells_where(path: str) -> bool:
    """Whether a fact tells where somebody lives, lived or is registered."""
    return path.startswith("addr.") or key_of(path) in _PLACES


def withdrawn(case: Case) -> tuple[tuple[str, Source], ...]:
    """Addresses that a card or a paper gave before it was said that an agent has come: (path, source)."""
    given = {(fact.path, fact.source) for fact in case.ledger.facts if fact.source in _GIVEN and tells_where(fact.path)}
    return tuple(sorted(given, key=str)) if by_agent(case) else ()


def extract_facts(case: Case, action: UseExtract, vocabulary: Vocabulary) -> Found:
    """Facts of an extract; rows go to the member with the same name and birth, else to the next free place.

    Nothing is taken of a paper on which the applicant does not stand, and no address for an agent. A member's own
    address on 1 January is never taken: it follows from what the applicant says.
    """
    applicant = case.persons[0]
    if not all(case.ledger.value(person_path(applicant, f"person.{key}")) for key in ("name.full", "birth.date")):
        return case, {}, (information(APPLICANT_FIRST),)
    if not any(_same(case, applicant, row) for row in action.persons):
        return case, {}, (information(EXTRACT_UNUSED),)
    places = _places(case, action)
    people = (*case.persons, *(person for person in places if person not in case.persons))
    facts: dict[str, Value] = dict(action.case)
    for person, row in zip(places, action.persons, strict=True):
        facts |= {person_path(person, key): value for key, value in row.items()}
    hidden = {
        path for path in facts if tells_where(path) and (by_agent(case) or person_of(path) not in {"", applicant})
    }
    known = {path: value for path, value in facts.items() if vocabulary.item(path) is not None and path not in hidden}
    return case.model_copy(update={"persons": people}), known, ()


def _places(case: Case, action: UseExtract) -> list[str]:
    taken: list[str] = []
    for row in action.persons:
        same = [person for person in case.persons if person not in taken and _same(case, person, row)]
        free = [person for person in case.persons if person not in taken and not _named(case, person)]
        taken.append((same or free or [new_person(case, taken)])[0])
    return taken


def _named(case: Case, person: str) -> bool:
    return case.ledger.value(person_path(person, "person.name.full")) is not None


def _same(case: Case, person: str, row: Mapping[str, Value]) -> bool:
    keys = ("name.full", "birth.date")
    said = [case.ledger.value(person_path(person, f"person.{key}")) for key in keys]
    rows = [row.get(f"person.{key}") for key in keys]
    return None not in said and [comparable(v) for v in said if v is not None] == [
        comparable(v) for v in rows if v is not None
    ]


def new_person(case: Case, taken: Iterable[str] = ()) -> str:
    """An id that no member has or had: facts about somebody who was removed stay in the ledger."""
    had = (person_of(fact.path) for fact in case.ledger.facts)
    return f"p{max(int(person[1:]) for person in (*case.persons, *taken, *had) if person) + 1}"
