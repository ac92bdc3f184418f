"""Kinds of facts: those that rules treat in their own way, and those that an event, a procedure or a form looks at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from kiosk.model.identity import IdPapers
from kiosk.model.life_event import LifeEvent
from kiosk.model.path import key_of
from kiosk.model.procedure import Procedure, Version
from kiosk.model.template import Box, Template
from kiosk.model.vocabulary import Calendar, Vocabulary
from kiosk.rules.transforms import holes

ROLE = "case.applicant_role"
CHECKED = ("case.id_papers", "case.id_expiry", "case.id_check")  # what the identity check looks at and finds
ROLE_FACTS = {
    "applicant": "case.applicant",
    "head": "household.head",
    "spouse": "household.spouse",
    "claimant": "jido.claimant",
}
ROLES = tuple(ROLE_FACTS)
FOREIGNER = "person.is_foreigner"  # whose births are printed in 西暦


def with_maps(keys: Iterable[str]) -> frozenset[str]:
    """Keys and the maps in which they stand: person.birth.date stands in person.birth. First words are always there."""
    found: set[str] = set()
    for key in keys:
        while "." in key:
            found.add(key)
            key = key.rpartition(".")[0]  # noqa: PLW2901 - from the inside out
    return frozenset(found)


# ---- what is looked at: nothing else need be derived or asked --------------------------------------------------------
class Rules(Protocol):
    """What a rule book says about its rules."""

    @property
    def procedures(self) -> Mapping[str, Procedure]:
        """Procedures by id."""

    @property
    def identity(self) -> IdPapers:
        """The city's identity papers and its exceptions."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Every fact there is."""

    @property
    def groups(self) -> Mapping[str, str]:
        """The condition of each group of members."""

    def keys_in(self, text: str) -> frozenset[str]:
        """The keys that an expression looks at."""


def event_keys(book: Rules, found: LifeEvent) -> frozenset[str]:
    """What the rules of an event look at, and what it opens with."""
    if not found.id:
        return frozenset(CHECKED)
    procedures = (book.procedures[name] for name in found.procedures if name in book.procedures)
    versions = [version for procedure in procedures for version in procedure.versions]
    starts = {start for version in versions for start in version.starts}
    return (
        _of(book, (text for version in versions for text in conditions_of(version)))
        | {
            *starts,
            *CHECKED,
            *found.opening,
        }
        | _of(book, book.identity.conditions)
    )


def version_keys(book: Rules, version: Version) -> frozenset[str]:
    """What an outcome depends on: the rule, its deadline's first day, who files, who has come, papers to bring."""
    texts = (*conditions_of(version), *book.identity.conditions)
    return _of(book, texts) | version.facts | {ROLE, *CHECKED}


def form_keys(book: Rules, template: Template) -> frozenset[str]:
    """What a form looks at: its boxes, their conditions, and who gets a row or a sheet."""
    texts = [box.when for box in template.boxes if box.when]
    texts += [book.groups[group] for group in template.groups if group in book.groups]
    bound = {key for box in template.boxes for key in _shown(book, box)}
    return _of(book, texts) | bound | {*ROLE_FACTS.values(), *template.roles.values()}


def boxes_by_key(book: Rules, template: Template) -> Mapping[str, frozenset[str]]:
    """The boxes of a form by the keys that they show or whose condition looks at them."""
    found: dict[str, set[str]] = {}
    for box in template.boxes:
        condition = _of(book, (box.when,) if box.when else ())
        for key in condition.union(_shown(book, box)):
            found.setdefault(key, set()).add(box.id)
    return {key: frozenset(boxes) for key, boxes in found.items()}


def _shown(book: Rules, box: Box) -> Iterator[str]:
    """What a box shows, and what its calendar follows from."""
    for key in map(key_of, holes(box.fact)):
        yield key
        item = book.vocabulary.by_key.get(key)
        if item is not None and item.calendar is Calendar.FOREIGNERS_WESTERN:
            yield from {FOREIGNER, foreigner_key(key)} & {FOREIGNER, *book.vocabulary.by_key}


def foreigner_key(key: str) -> str:
    """The key that says whether a birth is a foreign resident's: a member's, or one beside it (death.person.birth)."""
    owner = key.rpartition(".")[0]
    return FOREIGNER if key.startswith("person.") else f"{owner}.is_foreigner"


def tells_calendar(key: str) -> bool:
    """Whether a fact decides in which calendar somebody's birth is printed."""
    return key.endswith(".is_foreigner")


def conditions_of(version: Version) -> tuple[str, ...]:
    """Every CEL text of a version and its variants, and who files."""
    return (*version.conditions, ROLE)


def _of(book: Rules, texts: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(book.keys_in(text) for text in texts))
