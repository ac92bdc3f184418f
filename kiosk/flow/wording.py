"""One language at a desk: sentences from its word file, labels of the vocabulary, and values in words.

Context: a page shows what was said (a date, a code, members of the household) and what the vocabulary calls it; the
clerk's screen and the resident's show the same visit at the same time in two languages.
Decision: state, facts and answers hold codes only. Whoever makes a page for a screen has a `Wording` and puts labels
and values into that one language; an answer comes back as the code of its choice, whatever the choice was called.
Consequence: another language is another `Wording` over the same snapshot.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.model.fact import Held, Signature, Value
from kiosk.model.labels import ItemLabels, Labels
from kiosk.model.message import Code, Label, Message, Refused, Said
from kiosk.model.path import key_of
from kiosk.model.vocabulary import RELATIONS, Item, Type, Vocabulary
from kiosk.model.wareki import PartialDate, echo, to_wareki
from kiosk.rules.transforms import words as on_paper
from kiosk.words import Words

_YES, _NO, _NONE = Code("value-yes"), Code("value-no"), Code("value-none")
_HELD, _SIGNED = Code("value-held"), Code("value-signed")
_EVERYBODY, _SEVERAL = Code("value-everybody"), Code("value-several", "each")
_BORN, _UNBORN = Code("person-born", "name", "day"), Code("person-born-unknown", "name", "n")
_NTH, _ABOUT = Code("person-nth", "n"), Code("label-about", "label", "person")


@dataclass(frozen=True)
class Wording:
    """The words, the vocabulary and the labels of one language; `alone`: nobody sits opposite the resident."""

    words: Words
    vocabulary: Vocabulary
    labels: Labels = field(default_factory=Labels)
    alone: bool = False

    def say(self, message: Message, *, hide: bool = False) -> str:
        """A message in this language; with `hide` without what somebody typed."""
        return self.words.say(message, label=self.name, hide=hide)

    def refusal(self, refused: Refused, *, hide: bool = False) -> str:
        """What is wrong with an answer and what is allowed instead."""
        allowed = self.say(refused.allowed, hide=hide) if refused.allowed else ""
        return f"{self.say(refused.message, hide=hide)}{allowed}"

    def name(self, what: Label) -> str:
        """What a fact or a code is called."""
        return self.labels.find(what, self.vocabulary)

    def item(self, item: Item, *, ask: str = "") -> ItemLabels:
        """What a fact is called and how it is asked for; `ask` is an event's own Japanese for the question."""
        own = (self.alone and item.self_ask) or ask
        return self.labels.of(item, ask=own) if own else self._items[item.key]

    @cached_property
    def _items(self) -> Mapping[str, ItemLabels]:
        return {item.key: self.labels.of(item) for item in self.vocabulary.items}

    def about(self, path: str, person: str = "") -> str:
        """氏名（架空　太郎）: a path with the name of the member it is about."""
        label = self.name(Label(key_of(path)))
        return self.say(_ABOUT(label=label, person=person)) if person else label

    def nth(self, n: int) -> str:
        """A member without a name yet."""
        return self.say(_NTH(n=n))

    def namesake(self, name: str, *, born: PartialDate | None, n: int) -> str:
        """架空　太郎（昭和63年6月15日生）: a member who shares the name; without a birth they are counted."""
        if born is None:
            return self.say(_UNBORN(name=Said(name), n=n))
        return self.say(_BORN(name=Said(name), day=Said(to_wareki(born))))

    def value(self, value: Value, *, item: Item | None = None, names: Mapping[str, str]) -> str:
        """A value in words: dates in both calendars, members by name, codes by their labels."""
        kind = item.type if item else None
        if kind is Type.PERSON:
            return names.get(str(value), "")
        if value in ((), ""):
            return self.say(_NONE())
        if isinstance(value, tuple):
            return self._members(value, names) if kind is Type.PERSONS else self._several(value, item)
        return self._code(value, item) if isinstance(value, str) else self._one(value)

    def _one(self, value: Value) -> str:
        match value:
            case bool():
                return self.say(_YES() if value else _NO())
            case PartialDate():
                return self.say(echo(value))
            case Held():
                return self.say(_HELD())
            case Signature():
                return self.say(_SIGNED())
            case _:
                return on_paper(value)

    def _code(self, code: str, item: Item | None) -> str:
        """What an answer is called; where nobody sits opposite a relation is one of those that were offered."""
        if item is None:
            return code
        listed = RELATIONS if item.type is Type.RELATION and self.alone else item.codes
        return self.labels.code(listed, code) if listed else code

    def _several(self, codes: tuple[str, ...], item: Item | None) -> str:
        return self.say(_SEVERAL(each=tuple(self._code(code, item) for code in codes)))

    def _members(self, members: tuple[str, ...], names: Mapping[str, str]) -> str:
        if len(members) == len(names) > 1:
            return self.say(_EVERYBODY())
        return self.say(_SEVERAL(each=tuple(names.get(member, "") for member in members)))
