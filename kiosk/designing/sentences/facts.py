"""How facts, people and days are called in a sentence, and what such words stand for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.vocabulary import Vocabulary
from kiosk.rules.keys import ROLES
from kiosk.rules.syntax import Call, Literal, Name, Node, Select

ME, OTHER = "この方", "その方"
CALLED = {"applicant": "届出人", "head": "世帯主", "spouse": "配偶者", "claimant": "児童手当の請求者"}
CITY, TODAY, USUAL = "市の", "今日", "p"
_MARKS = re.compile(r"[「」『』〔〕\n]")
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NAMED = re.compile(r"(?:「([^」]*)」)?(?:〔([A-Za-z0-9_.]+)〕)?")
_OWNER = re.compile(rf"{OTHER}(?:（([A-Za-z_][A-Za-z0-9_]*)）)?|{ME}|{'|'.join(CALLED.values())}")
_ISO, _DAY = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_COUNT = r"(\d+|市の〔[A-Za-z0-9_]+〕)"
_LATER = (
    ("days_after", re.compile(rf"の{_COUNT}日後"), "の{}日後"),
    ("months_after", re.compile(rf"の{_COUNT}か月後"), "の{}か月後"),
    ("fy_end", re.compile(rf"から{_COUNT}歳になる年度の末日"), "から{}歳になる年度の末日"),
)
_NEW_YEAR = "の年の1月1日"
Read = tuple[Node, str]


@dataclass(frozen=True)
class Facts:
    """The words of a vocabulary; `roots` are the variables of facts that are nobody's."""

    vocabulary: Vocabulary
    roots: frozenset[str]

    @cached_property
    def _keys(self) -> Mapping[tuple[bool, str], tuple[str, ...]]:
        """The keys that a label stands for, of people and of the case."""
        found: dict[tuple[bool, str], tuple[str, ...]] = {}
        for item in self.vocabulary.items:
            place = item.key.startswith("person."), item.label
            found[place] = (*found.get(place, ()), item.key)
        return found

    # ---- saying --------------------------------------------------------------------------------------------------
    def said(self, node: Node) -> str:
        """The words for a fact, a person or a day; empty where there are none."""
        match node:
            case Name(name="today"):
                return TODAY
            case Literal(value=str() as text) if _ISO.fullmatch(text):
                return _written_day(text)
            case Call(function="jan1", args=(day,), member=False):
                return self._after(day, _NEW_YEAR)
            case Call(function=function, args=(day, count), member=False):
                form = next((words for name, _, words in _LATER if name == function), "")
                said = self._count(count)
                return self._after(day, form.format(said)) if form and said else ""
            case Select():
                return self._fact(node)
            case _:
                return ""

    def _after(self, day: Node, words: str) -> str:
        said = self.said(day)
        return said + words if said else ""

    def _count(self, node: Node) -> str:
        match node:
            case Literal(value=bool()):
                return ""
            case Literal(value=int() as number, unsigned=False) if number >= 0:
                return str(number)
            case Select(of=Name(name="city"), field=field):
                return f"{CITY}〔{field}〕"
            case _:
                return ""

    def _fact(self, node: Select) -> str:
        root, way = _chain(node)
        if root == "city" and way and "." not in way:
            return f"{CITY}〔{way}〕"
        if not way or root == "persons":
            return ""
        if root in self.roots:
            return self._name(f"{root}.{way}", of_person=False)
        owner = _owner(root)
        if way == "ref" or not owner:
            return owner
        return f"{owner}の{self._name(f'person.{way}', of_person=True)}"

    def _name(self, key: str, *, of_person: bool) -> str:
        item = self.vocabulary.by_key.get(key)
        short = key.removeprefix("person.") if of_person else key
        if item is None or not item.label or _MARKS.search(item.label):
            return f"〔{short}〕"
        alone = len(self._keys[of_person, item.label]) == 1
        return f"「{item.label}」" if alone else f"「{item.label}」〔{short}〕"

    # ---- reading -------------------------------------------------------------------------------------------------
    def read(self, text: str) -> Read | None:
        """The fact, person or day that a text begins with, and what is left of it."""
        found = self._first(text)
        while found is not None:
            node, rest = found
            later = self._later(node, rest)
            if later is None:
                return found
            found = later
        return None

    def _first(self, text: str) -> Read | None:
        if text.startswith(TODAY):
            return Name("today"), text.removeprefix(TODAY)
        day = _DAY.match(text)
        if day:
            iso = _iso(day)
            return (Literal(iso), text[day.end() :]) if iso else None
        if text.startswith(f"{CITY}〔"):
            named = _NAMED.match(text, len(CITY))
            return (_select(f"city.{named[2]}"), text[named.end() :]) if named and named[2] else None
        owner = _OWNER.match(text)
        if owner:
            return self._of_person(owner, text[owner.end() :])
        named = _NAMED.match(text)
        key = self._key(named, of_person=False) if named else ""
        return (_select(key), text[named.end() :]) if named and key else None

    def _of_person(self, owner: re.Match[str], rest: str) -> Read | None:
        root = _root(owner)
        named = _NAMED.match(rest, 1) if rest.startswith("の") else None
        if named is None or not named[0]:
            return Select(Name(root), "ref"), rest
        key = self._key(named, of_person=True)
        return (_select(f"{root}.{key.removeprefix('person.')}"), rest[named.end() :]) if key else None

    def _key(self, named: re.Match[str], *, of_person: bool) -> str:
        """The key that a name stands for: what stands in 〔〕, else the one fact with the label."""
        label, short = named[1], named[2]
        if short:
            return f"person.{short}" if of_person else short
        keys = self._keys.get((of_person, label or ""), ())
        return keys[0] if len(keys) == 1 else ""

    def candidates(self, text: str) -> tuple[str, ...]:
        """The keys that share the label a text names, where it could be several facts'."""
        label = re.search(r"「([^」]*)」(?!〔)", text)
        keys = (
            () if label is None else tuple(key for own in (False, True) for key in self._keys.get((own, label[1]), ()))
        )
        return keys if len(keys) > 1 else ()

    @staticmethod
    def _later(node: Node, rest: str) -> Read | None:
        if rest.startswith(_NEW_YEAR):
            return Call("jan1", (node,)), rest.removeprefix(_NEW_YEAR)
        for function, pattern, _ in _LATER:
            found = pattern.match(rest)
            if found:
                return Call(function, (node, number(found[1]))), rest[found.end() :]
        return None


def number(words: str) -> Node:
    """A written number, or a setting of the city that is one."""
    return Literal(int(words)) if words.isdecimal() else _select(f"city.{words.removeprefix(CITY)[1:-1]}")


def _chain(node: Node) -> tuple[str, str]:
    """The variable and the way from it; an empty way for anything but plain fields."""
    way: list[str] = []
    while isinstance(node, Select) and _FIELD.fullmatch(node.field):
        way.insert(0, node.field)
        node = node.of
    return (node.name, ".".join(way)) if isinstance(node, Name) and _FIELD.fullmatch(node.name) else ("", "")


def _owner(root: str) -> str:
    if root == "m":
        return ME
    if root in ROLES:
        return CALLED.get(root, "")
    return OTHER if root == USUAL else f"{OTHER}（{root}）" if root else ""


def _root(owner: re.Match[str]) -> str:
    words = owner[0]
    if words == ME:
        return "m"
    role = next((role for role, word in CALLED.items() if word == words), "")
    return role or owner[1] or USUAL


def _select(dotted: str) -> Node:
    root, *way = dotted.split(".")
    node: Node = Name(root)
    for field in way:
        node = Select(node, field)
    return node


def _written_day(iso: str) -> str:
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{day.year:04}年{day.month}月{day.day}日"


def _iso(day: re.Match[str]) -> str:
    try:
        return dt.date(int(day[1]), int(day[2]), int(day[3])).isoformat()
    except ValueError:
        return ""
