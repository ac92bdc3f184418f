"""Who is here, each member in a few words: name, birth, address, where that was read, and the part in the visit."""

from collections.abc import Iterator

from kiosk.flow.matching import member
from kiosk.flow.pages import TileView
from kiosk.flow.people import BIRTH, NAME
from kiosk.flow.sources import by_agent
from kiosk.flow.views import Viewer
from kiosk.model.address import Address
from kiosk.model.message import Code
from kiosk.model.path import person_path
from kiosk.model.wareki import PartialDate, era_parts, to_wareki, written_in_parts

_PART, _HOME = "person.part", "person.address"
_SAME_HOME = Code("tile-same-home")


def tiles(viewer: Viewer) -> tuple[TileView, ...]:
    """The members in order."""
    return tuple(_tiles(viewer))


def _tiles(viewer: Viewer) -> Iterator[TileView]:
    facts, first = viewer.snapshot.facts, viewer.snapshot.case.persons[0]
    homes = {person: _home(viewer, person) for person in viewer.names}
    case = viewer.snapshot.case
    for person, name in viewer.names.items():
        if not case.event and not member(case, person).tells:
            continue  # a paper waits for who has come
        born = facts.value(person_path(person, BIRTH))
        said = facts.by_path.get(person_path(person, NAME)) or facts.by_path.get(person_path(person, BIRTH))
        same = person != first and homes[person] == homes[first] != ""
        yield TileView(
            id=person,
            name=name,
            birth=_short(born) if isinstance(born, PartialDate) else "",
            address=viewer.wording.say(_SAME_HOME()) if same else homes[person],
            source=said.source if said is not None else None,
            part=_part(viewer, person),
            came=person == first and not by_agent(case),
        )


def _short(born: PartialDate) -> str:
    """The era's first letter and numbers; what is no whole day stays in the register's words."""
    if not written_in_parts(born):
        return to_wareki(born)
    parts = era_parts(born)
    return f"{parts.era[:1]}{parts.year}.{parts.month}.{parts.day}"


def _home(viewer: Viewer, person: str) -> str:
    """Where a member lives as far as it is known; of who came also what a card says before anything else is."""
    facts = viewer.snapshot.facts
    paths = [person_path(person, _HOME)]
    paths += ["addr.old.text"] if person == viewer.snapshot.case.persons[0] else []
    found = (facts.value(path) for path in paths)
    return next((each.text if isinstance(each, Address) else str(each) for each in found if each), "")


def _part(viewer: Viewer, person: str) -> str:
    vocabulary, part = viewer.snapshot.facts.book.vocabulary, viewer.snapshot.facts.value(person_path(person, _PART))
    item = vocabulary.by_key.get(_PART)
    return viewer.say(part, item) if item is not None and isinstance(part, str) and part else ""
