"""What the members of a visit are called wherever they are shown or chosen: by name, by birth as well, or counted."""

from collections import Counter
from collections.abc import Mapping

from kiosk.flow.pages import PersonView
from kiosk.flow.wording import Wording
from kiosk.model.fact import comparable
from kiosk.model.path import person_path
from kiosk.model.source import FROM_CARDS
from kiosk.model.wareki import PartialDate
from kiosk.rules.facts import Facts

NAME, BIRTH = "person.name.full", "person.birth.date"


def names(facts: Facts, wording: Wording) -> dict[str, str]:
    """Members by id; before a name is known they are counted (2人目), and who shares a name is told by the birth."""
    called = {person: facts.value(person_path(person, NAME)) for person in facts.case.persons}
    keys = Counter(comparable(name) for name in called.values() if isinstance(name, str))
    shown: dict[str, str] = {}
    for index, (person, name) in enumerate(called.items(), start=1):
        text = str(name or wording.nth(index))
        if isinstance(name, str) and keys[comparable(name)] > 1:
            born = facts.value(person_path(person, BIRTH))
            text = wording.namesake(text, born=born if isinstance(born, PartialDate) else None, n=index)
        shown[person] = text
    return shown


def people(facts: Facts, names: Mapping[str, str]) -> tuple[PersonView, ...]:
    """The household as a desk shows it; `names` are what they are called."""
    told = {person: facts.case.ledger.told(person_path(person, BIRTH)) for person in names}
    return tuple(
        PersonView(
            id=person,
            name=name,
            role=str(facts.value(person_path(person, "person.relation_new")) or ""),
            from_card=any(fact.source in FROM_CARDS for fact in told[person]),
            apart=name.removeprefix(str(facts.value(person_path(person, NAME)) or name)),
        )
        for person, name in names.items()
    )
