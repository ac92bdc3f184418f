"""Who of the model visit a member of the trainee's visit is: by name, else by birth, else by the order of the rest."""

from collections import Counter
from collections.abc import Collection, Iterator

from kiosk.flow.people import BIRTH, NAME
from kiosk.model.fact import comparable
from kiosk.model.path import parse, person_path
from kiosk.rules.snapshot import Snapshot


def members(mine: Snapshot, model: Snapshot) -> dict[str, str]:
    """Members of the model by those of the trainee's visit; who is nobody there has no entry."""
    found: dict[str, str] = {}
    for key in (NAME, BIRTH):
        found |= dict(_same(mine, model, key, found))
    rest = [person for person in model.case.persons if person not in found.values()]
    unknown = [person for person in mine.case.persons if person not in found]
    return found | dict(zip(unknown, rest, strict=False))


def _same(mine: Snapshot, model: Snapshot, key: str, found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Those of whom both visits say the same, and say it of nobody else."""
    theirs = {said: person for person, said in _said(model, key, found.values()).items()}
    for person, said in _said(mine, key, found.keys()).items():
        if said in theirs:
            yield person, theirs[said]


def _said(snapshot: Snapshot, key: str, known: Collection[str]) -> dict[str, object]:
    """What is said of each member who is not known yet, where it is said of one alone."""
    values = {person: snapshot.facts.value(person_path(person, key)) for person in snapshot.case.persons}
    said = {person: comparable(value) for person, value in values.items() if value is not None and person not in known}
    times = Counter(said.values())
    return {person: value for person, value in said.items() if times[value] == 1}


def turned(path: str, people: dict[str, str]) -> str:
    """A path of the trainee's visit as the model has it; empty where it is about nobody there."""
    person, key = parse(path)
    if not person:
        return path
    return person_path(people[person], key) if person in people else ""
