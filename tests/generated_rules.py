"""Rules and answers that nobody would write but the rule language allows, for what must hold for every rule."""

import datetime as dt
import uuid

from hypothesis import strategies as st

from kiosk.model.case import Case
from kiosk.model.fact import Cleared, Fact, Held, Value
from kiosk.model.source import Source
from kiosk.model.template import Kind, Repeat
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.model.wareki import PartialDate
from kiosk.rules.book import RuleBook
from tests.rules_book import RECT, TODAY, form, rule_book, ruled

AT = dt.datetime(2026, 4, 20, tzinfo=dt.UTC)
PEOPLE = ("p1", "p2", "p3")
ITEMS = (
    Item(key="person.card.expired", type=Type.BOOL, label="期限切れ", section="all", ask="切れていますか。"),
    Item(key="person.card.read", type=Type.BOOL, label="読取り", section="all", ask="読みましたか。"),
    Item(key="person.flag", type=Type.BOOL, label="印"),
    Item(key="person.late", type=Type.BOOL, label="あとの印"),
    Item(key="case.flag", type=Type.BOOL, label="案件の印"),
)
VALUES: dict[str, tuple[Value, ...]] = {
    "case.kind": ("転入", "転出", "persons.exists(p, p.works)"),
    "case.requests": ((), ("印鑑登録",), ("印鑑登録", "住民票")),
    "case.moved_on": (PartialDate(iso="2026-04-04"), PartialDate(iso="2026-03-01")),
    "household.children": (0, 2),
    "person.works": (True, False),
    "person.name.full": ("架空　太郎", "見本"),
    "person.birth.date": (PartialDate(iso="2001-01-01"), PartialDate(iso="2020-05-05")),
    "person.card.expired": (True, False),
    "person.card.read": (True, False),
}
_VARIABLES = ("p", "q", "m", "head", "case")
_SPACES = st.sampled_from(("", " ", "\n ", " // a.b && c\n "))
Scope = tuple[str, ...]
Draw = st.DrawFn


def _place(draw: Draw, holder: str, *fields: str) -> str:
    """A fact of a holder: with dots, indices, line breaks or remarks."""
    text = holder
    for field in fields:
        way = draw(st.integers(0, 4))
        space = draw(_SPACES)
        text += (f".{field}", f"{space}.{space}{field}", f'["{field}"]', f"[{space}'{field}']", f".{field}")[way]
    return text


def _person(draw: Draw, scope: Scope) -> str:
    """Somebody: the member, a role, a loop's variable, the first of the list, or one of two of these."""
    head = () if "head" in scope else ("head",)
    somebody = st.sampled_from((*scope, *head, "persons[0]"))
    if draw(st.integers(0, 5)) == 0:
        return f"({_case(scope)}.kind == '転入' ? {draw(somebody)} : {draw(somebody)})"
    return str(draw(somebody))


def _case(scope: Scope) -> str:
    return ".case" if "case" in scope else "case"


def _fact(draw: Draw, scope: Scope, *, derived: bool = True) -> str:
    """A condition about one fact."""
    case = _case(scope)
    kinds = (
        lambda: _place(draw, _person(draw, scope), "works"),
        lambda: _place(draw, _person(draw, scope), "card", draw(st.sampled_from(("expired", "read")))),
        lambda: f"has({_person(draw, scope)}.card.{draw(st.sampled_from(('expired', 'read')))})",
        lambda: f"has({_person(draw, scope)}.{draw(st.sampled_from(('card', 'works')))})",
        lambda: f'{_place(draw, _person(draw, scope), "name", "full")}.startsWith("架空")',
        lambda: f"{_place(draw, case, 'kind')} == {draw(st.sampled_from(_QUOTED))}",
        lambda: f"{_place(draw, case, 'kind')} in [{', '.join(_QUOTED)}]",
        lambda: f'"印鑑登録" in {_place(draw, case, "requests")}',
        lambda: f"size({_place(draw, case, 'requests')}) > 1",
        lambda: f"household.children < {draw(st.integers(0, 3))}",
        lambda: f"legal_age({_place(draw, _person(draw, scope), 'birth', 'date')}, today) >= 20",
        lambda: f"{_place(draw, case, 'moved_on')} < today",
    )
    late = (  # a computed name may mean anything that is derived of a person: in a derivation it would be a circle
        lambda: f'{_person(draw, scope)}["wor" + "ks"]',
        lambda: _place(draw, _person(draw, scope), "flag"),
        lambda: _place(draw, case, "flag"),
    )
    ways = kinds + late if derived else kinds
    return ways[draw(st.integers(0, len(ways) - 1))]()


_QUOTED = ('"転入"', "'転出'", "'persons.exists(p, p.works)'", '"m.works && head.works"')


def _people(draw: Draw, scope: Scope, depth: int, *, derived: bool) -> str:
    """A list of people: all, some, or the same ones once more."""
    way = draw(st.integers(0, 4))
    if depth <= 0 or way <= 1:
        return "persons"
    name = draw(st.sampled_from(_VARIABLES))
    inner = _people(draw, scope, depth - 1, derived=derived)
    if way == 2:
        return f"{inner}\n.filter({name}, {_condition(draw, (*scope, name), depth - 1, derived=derived)})"
    if way == 3:
        return f"{inner}.map({name}, {name})"
    return f"[{_person(draw, scope)}, {_person(draw, scope)}]"


def _condition(draw: Draw, scope: Scope, depth: int, *, derived: bool) -> str:
    way = draw(st.integers(0, 6)) if depth > 0 else 0

    def part() -> str:
        return _condition(draw, scope, depth - 1, derived=derived)

    if way <= 1:
        return _fact(draw, scope, derived=derived)
    if way == 2:
        return f"!({part()})"
    if way == 3:
        return f"({part()}{draw(_SPACES)} && {part()})"
    if way == 4:
        return f"({part()} ||{draw(_SPACES)} {part()})"
    if way == 5:
        return f"({part()} ? {part()} : {part()})"
    name, macro = draw(st.sampled_from(_VARIABLES)), draw(st.sampled_from(("exists", "all", "exists_one")))
    inside = _condition(draw, (*scope, name), depth - 1, derived=derived)
    return f"{_people(draw, scope, depth - 1, derived=derived)}.{macro}({name}, {inside})"


@st.composite
def conditions(draw: Draw, *, depth: int = 3, member: bool = True, derived: bool = True) -> str:
    """A condition about the case and everybody; with `member` also about one, with `derived` about what follows."""
    return _condition(draw, ("m",) if member else (), depth, derived=derived)


@st.composite
def books(draw: Draw) -> RuleBook:
    """A town whose rule, derivations, group and boxes are generated."""
    each = draw(st.booleans())
    box = {"no": 1, "label": "欄", "rect": RECT, "kind": Kind.TEXT}
    boxes = (
        {"id": "b1", "fact": "case.moved_on", "when": draw(conditions()), **box},
        {"id": "b2", "fact": "person[P].name.full", "repeat": "r", "when": draw(conditions(depth=2)), **box},
    )
    return rule_book(
        ruled(draw(conditions(member=each)), scope="person" if each else "case"),
        items=ITEMS,
        derivations=(
            Derivation(fact="household.head", value="case.applicant", why="来庁された方"),
            Derivation(fact="person.flag", value=draw(conditions(depth=2, derived=False)), why="規則から"),
            Derivation(fact="case.flag", value=draw(conditions(depth=2, member=False, derived=False)), why="規則から"),
            Derivation(fact="person.late", value=draw(conditions(depth=2)), why="規則から"),
        ),
        groups={"P": draw(conditions(depth=2))},
        templates=(form(boxes=boxes, repeats=(Repeat(id="r", group="P", rows=2, dy=6.0),)),),
    )


def paths() -> st.SearchStrategy[tuple[str, str]]:
    """A key with a path of it."""
    person = st.tuples(st.sampled_from(PEOPLE), st.sampled_from([key for key in VALUES if key.startswith("person")]))
    case = st.sampled_from([key for key in VALUES if not key.startswith("person")])
    return st.one_of(person.map(lambda of: (of[1], f"person[{of[0]}]{of[1][6:]}")), case.map(lambda key: (key, key)))


@st.composite
def facts(draw: Draw, *, sure: bool = False) -> Fact:
    """Something said about the case: a value, わからない or taken back; with `sure`, a value."""
    key, path = draw(paths())
    values = VALUES[key] if sure else (*VALUES[key], *VALUES[key], Held(), Cleared())
    return Fact(path=path, value=draw(st.sampled_from(values)), source=Source.INTERVIEW, by="test", at=AT)


def case_of(*persons: str) -> Case:
    """A case about these people about which nothing has been said."""
    return Case(id=uuid.UUID(int=7), slip="", event="move", today=TODAY, opened_at=AT, persons=persons)
