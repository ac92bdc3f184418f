"""Which fact a label asks for: learnt from the labels of the city's other forms and from the vocabulary itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kiosk.designing.labels import ROLE_WORDS, plain, role_of
from kiosk.model.forbidden import forbidden
from kiosk.model.path import key_of
from kiosk.model.template import Kind
from kiosk.model.vocabulary import Type

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kiosk.model.template import Box, Form, Template
    from kiosk.model.vocabulary import Item, Vocabulary

SURE = 0.75
"""A match that is less sure is not bound: the box stays for the pen until somebody says what goes there."""

_USUAL = "P"
_HEARD = 0.55
"""A known label that is less like this one has no voice."""

_BEFORE_AND_AFTER = "前旧新後"
_PERSON = re.compile(r"person\[(\w+)\]\.(.+)")
_EVERYWHERE = ("person[", "case.")
"""Facts of people and of the case, which every form asks for; those of one topic (国保, 水道) stand behind them."""

_SAME = (
    ("ふりがな", "フリガナ"),
    ("かな", "フリガナ"),
    ("カナ", "フリガナ"),
    ("お名前", "氏名"),
    ("ご住所", "住所"),
    ("現住所", "住所"),
)
_YES, _NO = (
    frozenset(["有", "あり", "はい", "する", "希望する", "利用する", "該当"]),
    frozenset(["無", "なし", "いいえ", "しない", "希望しない", "利用しない", "非該当"]),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A label whose fact is known: the side heading's role, the label itself, the fact and how it is written."""

    role: str
    label: str
    fact: str
    form: Form = "as_is"


@dataclass(frozen=True, slots=True)
class Match:
    """A fact for a box, and how sure that is (0 to 1)."""

    fact: str
    sure: float
    form: Form = "as_is"


class Matcher:
    """Finds facts for labels with what a city's own forms call them; `but` names a form that is not asked.

    `groups` are those whose members rows can be for; none: whichever is meant.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        templates: Mapping[tuple[str, str], Template],
        *,
        but: str = "",
        groups: Collection[str] = (),
    ) -> None:
        self._vocabulary, self._groups = vocabulary, groups
        forms = [template for (form, _), template in templates.items() if form != but]
        self._known = tuple(dict.fromkeys([*self._learnt(forms), *self._listed()]))
        self._letters = {known.label: frozenset(known.label) for known in self._known}

    @property
    def words(self) -> frozenset[str]:
        """The words that choices have, from the code lists."""
        codes = (code for codes in self._vocabulary.codes.values() for code in codes)
        return frozenset({*codes, *_YES, *_NO})

    def group(self, meant: str) -> str:
        """The group whose members the rows of a table are for: the one that is meant, where the city has it."""
        if not self._groups or meant in self._groups:
            return meant
        return _USUAL if _USUAL in self._groups else min(self._groups)

    def find(self, name: str, kind: Kind) -> Match | None:
        """The likeliest fact for a box of a kind with this name; None for one of nobody's business here."""
        if not name or forbidden(name):
            return None
        heading, _, label = name.rpartition(" ")
        role = role_of(heading) or role_of(label)
        label = core(label)
        like = {each: _like(each, label) for each, letters in self._letters.items() if _alike(letters, label)}
        heard = [
            (score, known)
            for known in self._known
            if known.label in like
            and self._suits(known.fact, kind)
            and (score := _score(known, like[known.label], role, label, headed=bool(heading))) >= _HEARD
        ]
        if any(known.fact.startswith(_EVERYWHERE) for _, known in heard):
            heard = [(score, known) for score, known in heard if known.fact.startswith(_EVERYWHERE)]
        if not heard:
            return None
        return _elected(heard, role)

    def offered(self, words: Sequence[str]) -> str:
        """What is asked where just these are printed to choose from (男・女): the label of the one item that has them.

        Of several items those of a person count.
        """
        wanted = frozenset(map(plain, words))
        lists = {name for name, codes in self._vocabulary.codes.items() if wanted <= frozenset(map(plain, codes))}
        items = [item for item in self._vocabulary.items if item.codes in lists]
        told = {core(item.label) for item in [each for each in items if each.key.startswith("person.")] or items}
        return told.pop() if len(told) == 1 and len(wanted) > 1 else ""

    def item(self, fact: str) -> Item | None:
        """What is known of the fact of a box."""
        return self._vocabulary.item(key_of(fact)) if fact and "{" not in fact else None

    def code(self, fact: str, word: str) -> str:
        """The code of a printed choice; empty where it is none of the fact's."""
        item = self.item(fact)
        if item is None:
            return ""
        if item.type is Type.BOOL:
            return "true" if word in _YES else "false" if word in _NO else ""
        codes = self._vocabulary.codes.get(item.codes, ())
        wanted = plain(word)
        same = [code for code in codes if plain(code) == wanted]
        close = [code for code in codes if plain(code).startswith(wanted) or wanted.startswith(plain(code))]
        return (same or close or [""])[0]

    def _learnt(self, forms: Sequence[Template]) -> Iterator[Known]:
        for template in forms:
            for box in template.boxes:
                if box.fact and "{" not in box.fact:
                    yield _known(box)

    def _listed(self) -> Iterator[Known]:
        for item in self._vocabulary.items:
            key = item.key
            fact = f"person[A].{key.removeprefix('person.')}" if key.startswith("person.") else key
            yield Known("", core(item.label), fact, "wareki" if item.type is Type.DATE else "as_is")

    def _suits(self, fact: str, kind: Kind) -> bool:
        """Whether a fact can stand in a box of a kind."""
        item = self.item(fact)
        if item is None:
            return False
        if kind is Kind.DATE:
            return item.type is Type.DATE
        if kind in {Kind.CHOICE, Kind.TICK}:
            return item.type in {Type.CODE, Type.CODES, Type.BOOL}
        return item.type not in {Type.BOOL, Type.PERSON, Type.PERSONS, Type.SIGNATURE}


def _alike(letters: frozenset[str], label: str) -> bool:
    """Whether two labels share so many letters that they can be alike at all."""
    own = set(label)
    return 2 * len(letters & own) >= min(len(letters), len(own))


def _score(known: Known, likeness: float, role: str, label: str, *, headed: bool) -> float:
    """How much a known label is like this one, when whose box it is counts too (0 to 1)."""
    if known.fact.startswith("person[") and headed and not role:  # whose it is, no form of this city tells
        likeness *= 0.7
    elif known.role != role:
        likeness *= 0.6 if known.role and role else 0.85
    if any((sign in label) is not (sign in known.label) for sign in _BEFORE_AND_AFTER):
        likeness *= 0.7
    return likeness


def _elected(heard: Sequence[tuple[float, Known]], role: str) -> Match:
    """The fact that the known labels agree on; the less they agree, the less sure it is.

    What a sheet asks of the same person in its own words (the name after an event, the filer's own phone) is one voice.
    """
    votes: dict[str, float] = {}
    for score, known in heard:
        votes[_plainly(known.fact)] = votes.get(_plainly(known.fact), 0.0) + (score - _HEARD / 2) ** 2
    best = max(votes, key=lambda fact: votes[fact])
    score, known = max(
        ((score, known) for score, known in heard if _plainly(known.fact) == best), key=lambda each: each[0]
    )
    agreed = votes[best] / sum(votes.values())
    return Match(_for_role(known.fact, role), round(score * agreed**0.33, 2), known.form)


def _plainly(fact: str) -> str:
    found = _PERSON.match(fact)
    bare = found[2] if found else fact
    return bare.replace("filing.", "").replace("name.new", "name.full").replace("kana_new", "kana")


def _known(box: Box) -> Known:
    heading, _, label = box.label.rpartition(" ")
    found = _PERSON.match(box.fact)
    return Known((found[1] if found else "") or role_of(heading), core(label), box.fact, box.form)


def core(label: str) -> str:
    """A label without brackets and role, in the words that forms share."""
    text = re.sub(r"[(（].*?[)）]|の$", "", plain(label))
    for word, same in _SAME:
        text = text.replace(plain(word), same) if text == plain(word) or same not in text else text
    for word in ROLE_WORDS:
        rest = text.removeprefix(word).removeprefix("の")
        text = rest if rest and text.startswith(word) else text
    return text


def _like(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) >= 2 and (one in other or other in one):
        return 0.75 + 0.2 * min(len(one), len(other)) / max(len(one), len(other))
    return SequenceMatcher(None, one, other).ratio() * 0.9


def _for_role(fact: str, role: str) -> str:
    found = _PERSON.match(fact)
    return f"person[{role}].{found[2]}" if found and role else fact
