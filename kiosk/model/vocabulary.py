"""事実の語彙: every fact the counter knows - key, type, labels, codes, sensitivity, legal basis, how it is asked."""

import enum
from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from kiosk.model.accounts import Account
from kiosk.model.base import Frozen
from kiosk.model.path import key_of, person_path


class Type(enum.Enum):
    """The closed list of value types."""

    TEXT = "text"
    NAME = "name"
    KANA = "kana"
    DATE = "date"
    CODE = "code"
    CODES = "codes"
    BOOL = "bool"
    INT = "int"
    PHONE = "phone"
    ADDRESS = "address"
    DIGITS = "digits"
    PERSON = "person"  # one member's id
    PERSONS = "persons"  # members' ids
    RELATION = "relation"
    SIGNATURE = "signature"


class Calendar(enum.Enum):
    """Which calendar a date is printed in where a form leaves it open.

    標準仕様 1.1: births of foreign residents and 在留期間の満了の日 are shown in 西暦, everything else in 和暦.
    """

    ERA = "wareki"
    FOREIGNERS_WESTERN = "seireki_if_foreign"
    WESTERN = "seireki"


class Sensitivity(enum.Enum):
    """N none, P personal, S number or special care. X (safety-critical) has no place here at all."""

    NONE = "N"
    PERSONAL = "P"
    SPECIAL = "S"


class Item(Frozen):
    """One kind of fact. `key` is the path with a bare person, e.g. person.birth.date.

    `section` and `order` place its question; `ask` is what the clerk says; `plain` what a resident reads; `why` the
    reason or law; an item without `ask` is never asked (it is derived, read or signed). `ask_when` is a CEL condition:
    when it does not hold, the inputs of the derivation are asked instead. `digits` limits a DIGITS value;
    `none` says that なし is an answer and is kept as an empty text. `off_calendar` lets a date be a day outside the
    calendar, which a register may hold of a birth (標準仕様 1.1, 暦上日以外). `among` is a CEL condition over m: which
    members a PERSON or PERSONS can be; who is not known to be out of it can be chosen.
    `near` says that a date is near the visit: its year may be left out (4.12), even its month (12).
    `calendar` is the one a date is printed in; `month` says that year and month are all that is asked for and kept.
    `account` says which number of a bank account the digits are.

    `beside` is the fact that this one completes (where a name divides) and those that are made of it: wherever a form
    shows one of them, this one is asked for and leaves with it, unless the CEL condition `beside_when` says no.
    `self_ask` is the question where nobody sits opposite (a terminal, the page at home) and `ask` would not do. What is
    `staff` only a clerk can answer (which papers were shown): without one it stays open for the counter. `together`
    names the fact that is given on the same board of a terminal: a name with its reading, an address with its building.
    `about` is the fact that says whose answer it is (the head from whom a 続柄 is seen): when that becomes another, the
    answer is asked for again.
    """

    key: str
    type: Type
    label: str
    en: str = ""
    plain: str = ""
    codes: str = ""
    sensitivity: Sensitivity = Sensitivity.PERSONAL
    basis: str = ""
    section: str = ""
    order: int = Field(default=999, ge=0, le=9999)
    ask: str = ""
    self_ask: str = ""
    staff: bool = False
    ask_when: str = ""
    why: str = ""
    digits: int = Field(default=0, ge=0, le=40)
    not_future: bool = False
    off_calendar: bool = False
    near: bool = False
    calendar: Calendar = Calendar.ERA
    month: bool = False
    account: Account | None = None
    none: bool = False
    beside: tuple[str, ...] = ()
    beside_when: str = ""
    together: str = ""
    among: str = ""
    about: str = ""


RELATIONS = "relation"
"""The code list of 続柄 that are offered where nobody types them; any other that is right can still be said."""


class Derivation(Frozen):
    """A fact that follows from others: `value` is CEL; per person when the key starts with person.

    With `of`, the value names a person and that person's fact `of` is taken over as it is (imprecise dates, IVS);
    where the value names nobody, the fact `otherwise` is. Where the CEL condition `assumed` holds it is only what
    anybody would assume: it stands, is shown with the questions, and is confirmed or said otherwise by a person.
    """

    fact: str
    value: str
    of: str = ""
    otherwise: str = ""
    why: str = ""
    assumed: str = ""

    def taken(self, named: object) -> str:
        """The path of the fact taken over, given what the value named; empty for a derivation without `of`."""
        if not self.of or not isinstance(named, str):
            return ""
        return person_path(named, self.of) if named else self.otherwise


class Contradiction(Frozen):
    """食い違い of answers: what cannot be true together, by law or by logic, or (`unusual`) seldom is.

    Where the CEL condition `when` holds (of a member, if it looks at m) and all `facts` are known, `says` is told
    beside the questions of these facts: in plain words, because a resident reads it too. What is `unusual` may leave
    once somebody has confirmed that it is so; nothing else leaves while it stands. `same` names two addresses: it
    stands only while both mean one place, however they are written. `before` names two dates: it stands only while the
    first lies before the second whatever an imprecise one may be. `basis` is the law.
    """

    id: str = Field(min_length=1)
    when: str = Field(default="true", min_length=1)
    facts: tuple[str, ...] = Field(min_length=1)
    says: str = Field(min_length=1)
    same: tuple[str, str] | None = None
    before: tuple[str, str] | None = None
    unusual: bool = False
    basis: str = ""


class Section(Frozen):
    """A heading of the interview; `grid` sections show one row per person."""

    id: str
    label: str
    grid: bool = False


class Vocabulary(Frozen):
    """All items, code lists, sections, derivations and contradictions, in file order."""

    items: tuple[Item, ...]
    codes: Mapping[str, tuple[str, ...]]
    sections: tuple[Section, ...]
    derivations: tuple[Derivation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Item]:
        """Items by key."""
        return {item.key: item for item in self.items}

    @cached_property
    def beside(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that complete a fact, by its key."""
        keys = dict.fromkeys(key for item in self.items for key in item.beside)
        return {key: tuple(item for item in self.items if key in item.beside) for key in keys}

    @cached_property
    def together(self) -> Mapping[str, Item]:
        """The item that is given on the same board as another, by the key of that one."""
        return {item.together: item for item in self.items if item.together}

    @cached_property
    def about(self) -> Mapping[str, tuple[Item, ...]]:
        """The items whose answers are about somebody or something that another fact names, by its key."""
        keys = dict.fromkeys(item.about for item in self.items if item.about)
        return {key: tuple(item for item in self.items if item.about == key) for key in keys}

    @cached_property
    def following(self) -> tuple[Item, ...]:
        """The items that are asked under a condition only, and otherwise follow; not what a clerk has seen."""
        derived = {rule.fact for rule in self.derivations}
        return tuple(item for item in self.items if item.ask_when and not item.staff and item.key in derived)

    @cached_property
    def topics(self) -> Mapping[str, int]:
        """The place of every key's section among the sections; a key without a section comes last."""
        places = {section.id: index for index, section in enumerate(self.sections)}
        return {item.key: places.get(item.section, len(places)) for item in self.items}

    def item(self, path: str) -> Item | None:
        """The item a path is an instance of, or None when the vocabulary does not know it."""
        return self.by_key.get(key_of(path))
