"""What a field of the forms' files can name, with the words that staff know it by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.designing.tables.refers import Names
from kiosk.exchange.records.columns import SOURCES
from kiosk.model.languages import ANSWERS
from kiosk.model.vocabulary import Type
from kiosk.settings import GUIDE_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kiosk.catalogue.catalogue import Catalogue

Choice = tuple[str, str]
_PERSON = "person."
_FEE = "fee."


@dataclass(frozen=True)
class Choices:
    """All that there is in a catalogue; each a code and its words."""

    catalogue: Catalogue
    _known: dict[Names, tuple[Choice, ...]] = field(default_factory=dict)
    _words: dict[Names, Mapping[str, str]] = field(default_factory=dict)

    def of(self, names: Names) -> tuple[Choice, ...]:
        """Everything of one kind; nothing for what is only words."""
        if names not in self._known:
            self._known[names] = self._made[names]() if names in self._made else ()
        return self._known[names]

    def words(self, names: Names) -> Mapping[str, str]:
        """The same, by code."""
        if names not in self._words:
            self._words[names] = dict(self.of(names))
        return self._words[names]

    @cached_property
    def _made(self) -> Mapping[Names, Callable[[], tuple[Choice, ...]]]:
        book, city = self.catalogue.book.whole, self.catalogue.city
        items = book.vocabulary.items
        return {
            Names.DEPARTMENT: lambda: tuple((name, name) for name in city.plan.departments),
            Names.FORM: lambda: _told(sorted((key[0], form.title) for key, form in book.templates.items())),
            Names.PROCEDURE: lambda: _told((each.id, each.name) for each in book.procedures.values()),
            Names.SERVICE: lambda: tuple((key, each.label) for key, each in city.services.items()),
            Names.ROLE: lambda: tuple((code, code) for code in book.vocabulary.codes.get("applicant_role", ())),
            Names.FACT: lambda: tuple((each.key, f"{each.label}　{each.key}") for each in items),
            Names.DATE: lambda: tuple(
                (each.key, f"{each.label}　{each.key}") for each in items if each.type is Type.DATE
            ),
            Names.MEMBER: lambda: tuple(
                (each.key.removeprefix(_PERSON), f"{each.label}　{each.key.removeprefix(_PERSON)}")
                for each in items
                if each.key.startswith(_PERSON)
            ),
            Names.CODES: lambda: tuple(
                (name, f"{name}（{'、'.join(codes[:3])}…）") for name, codes in book.vocabulary.codes.items()
            ),
            Names.SECTION: lambda: tuple((each.id, each.label) for each in book.vocabulary.sections),
            Names.EVENT: lambda: tuple((each.id, each.name) for each in self.catalogue.events),
            Names.FEE: lambda: tuple(
                (f"city.fee_{place.removeprefix(_FEE)}", each.label)
                for place, each in city.settings.items()
                if place.startswith(_FEE)
            ),
            Names.SOURCE: lambda: tuple((each, each) for each in sorted(SOURCES)),
            Names.LANGUAGE: lambda: tuple((code, ANSWERS[code]) for code in GUIDE_LANGUAGES),
        }

    def settings(self, kind: type) -> tuple[Choice, ...]:
        """The settings of the city that hold a yes or no (bool) or a number (int), as a file names them."""
        return tuple(
            (f"city.{place.replace('.', '_')}", each.label)
            for place, each in self.catalogue.city.settings.items()
            if type(each.value) is kind
        )


def _told(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """The number stands before the name; of several versions the last one's name is taken."""
    return tuple((code, f"{code} {name}") for code, name in dict(pairs).items())
