"""Papers of a few boxes for the tests of forms: a procedure that everybody needs, and whose rows they have."""

from collections.abc import Sequence
from typing import Any

from kiosk.model.template import Box, Repeat, Template
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.rules.book import RuleBook
from tests.rules_book import RECT, form, procedure, rule_book, version

ITEMS = (
    Item(key="household.head", type=Type.PERSON, label="世帯主", section="all", ask="どなたですか。"),
    Item(key="household.spouse", type=Type.PERSON, label="配偶者", section="all", ask="どなたですか。"),
    Item(key="person.signature", type=Type.SIGNATURE, label="署名"),
)
GROUPS = {"P": "m.works", "C": 'm.name.full != ""'}
KIND, NAME, CHILDREN = "case.kind", "person[p1].name.full", "household.children"


def box(fact: str = KIND, **changes: Any) -> Box:
    """A box for one fact, with changes."""
    return Box(**{"id": "b1", "no": 1, "label": "欄", "fact": fact, "rect": RECT, **changes})


def rows(number: int, *, group: str = "P", name: str = "r") -> Repeat:
    """So many rows on a sheet for the members of a group."""
    return Repeat(id=name, group=group, rows=number, dy=5.0)


def paper(*boxes: Box, **changes: Any) -> RuleBook:
    """A book whose only form has these boxes."""
    return town(form(boxes=boxes, **changes))


def town(*forms: Template, names: tuple[str, ...] = ("F1",), derivations: Sequence[Derivation] = ()) -> RuleBook:
    """A book in which everybody needs the forms of these names."""
    made = procedure(version(when="true", deadline=None, forms=names), scope="case")
    return rule_book(made, templates=forms, items=ITEMS, groups=GROUPS, derivations=derivations)
