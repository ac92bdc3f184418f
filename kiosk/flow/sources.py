"""What a card or a 転出証明書 extract says becomes facts of the right member; differences are told, not hidden."""

from collections.abc import Callable, Iterable, Mapping

from kiosk.flow.actions import UseCard, UseExtract
from kiosk.flow.pages import Notice
from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.fact import Value, comparable
from kiosk.model.vocabulary import Vocabulary, person_of

_SEX = {"1": "男", "2": "女"}
Found = tuple[Case, dict[str, Value], tuple[Notice, ...]]


def card_facts(case: Case, action: UseCard, *, split: Callable[[str], Address]) -> Found:
    """The basic four of a card. Only the card of the person who came gives an address (支援措置: nobody else's)."""
    person, face = action.person, action.face
    if person not in case.persons:
        case = case.model_copy(update={"persons": (*case.persons, person)})
    facts: dict[str, Value] = {
        f"person[{person}].name.full": face.name,
        f"person[{person}].birth.date": face.birth,
        f"person[{person}].sex": _SEX.get(face.sex, "記載なし"),
        f"person[{person}].has_mynumber_card": True,
        f"person[{person}].card.expired": face.expired,
    }
    notices = tuple(
        Notice(kind="warning", text="", code=code)
        for code, shown in (("card-expired", face.expired), ("card-doubtful", bool(face.doubtful)))
        if shown
    )
    address = split(face.address)
    if person == case.persons[0]:
        facts["addr.old.text"] = address
    elif _differs(case, address):
        notices += (Notice(kind="info", text="", code="card-other-address"),)
    return case, facts, notices


def _differs(case: Case, address: Address) -> bool:
    said = case.ledger.value("addr.old.text")
    return said is not None and comparable(said) != comparable(address)


def extract_facts(case: Case, action: UseExtract, vocabulary: Vocabulary) -> Found:
    """Facts of an extract; rows go to the member with the same name and birth, else to the next free place."""
    places = _places(case, action)
    people = (*case.persons, *(person for person in places if person not in case.persons))
    facts: dict[str, Value] = dict(action.case)
    for person, row in zip(places, action.persons, strict=True):
        facts |= {f"person[{person}]{key.removeprefix('person')}": value for key, value in row.items()}
    known = {path: value for path, value in facts.items() if vocabulary.item(path) is not None}
    return case.model_copy(update={"persons": people}), known, ()


def _places(case: Case, action: UseExtract) -> list[str]:
    taken: list[str] = []
    for row in action.persons:
        same = [person for person in case.persons if person not in taken and _same(case, person, row)]
        free = [person for person in case.persons if person not in taken and not _named(case, person)]
        taken.append((same or free or [new_person(case, taken)])[0])
    return taken


def _named(case: Case, person: str) -> bool:
    return case.ledger.value(f"person[{person}].name.full") is not None


def _same(case: Case, person: str, row: Mapping[str, Value]) -> bool:
    keys = ("name.full", "birth.date")
    said = [case.ledger.value(f"person[{person}].{key}") for key in keys]
    rows = [row.get(f"person.{key}") for key in keys]
    return None not in said and [comparable(v) for v in said if v is not None] == [
        comparable(v) for v in rows if v is not None
    ]


def new_person(case: Case, taken: Iterable[str] = ()) -> str:
    """An id that no member has or had: facts about somebody who was removed stay in the ledger."""
    had = (person_of(fact.path) for fact in case.ledger.facts)
    return f"p{max(int(person[1:]) for person in (*case.persons, *taken, *had) if person) + 1}"
