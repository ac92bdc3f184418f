"""A rule book of a few facts and no files, in which every test changes the one thing it is about."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.designing.rule_check import check_rules
from kiosk.model.base import Issue
from kiosk.model.life_event import LifeEvent
from kiosk.model.procedure import Procedure
from kiosk.model.template import Rect, Template
from kiosk.model.vocabulary import Derivation, Item, Section, Type, Vocabulary
from kiosk.rules.book import RuleBook

TODAY = dt.date(2026, 4, 20)
START = dt.date(2026, 4, 1)
RECT = {"x": 10.0, "y": 10.0, "w": 20.0, "h": 5.0}

_ITEMS = (
    Item(key="case.filed_on", type=Type.DATE, label="届出日"),
    Item(key="case.applicant", type=Type.PERSON, label="届出人"),
    Item(key="case.kind", type=Type.CODE, codes="kind", label="種別", section="all", ask="どれですか。"),
    Item(key="case.moved_on", type=Type.DATE, label="異動日", section="all", ask="いつですか。", not_future=True),
    Item(key="case.requests", type=Type.CODES, codes="requests", label="希望", section="all", ask="希望は。"),
    Item(key="household.head", type=Type.PERSON, label="世帯主"),
    Item(key="household.children", type=Type.INT, label="子の数", section="all", ask="何人ですか。"),
    Item(key="person.name.full", type=Type.NAME, label="氏名", section="all", ask="お名前は。"),
    Item(key="person.birth.date", type=Type.DATE, label="生年月日", section="all", ask="生年月日は。", not_future=True),
    Item(key="person.works", type=Type.BOOL, label="勤めている", section="all", ask="お勤めですか。"),
    Item(key="person.insurance", type=Type.CODE, codes="insurance", label="医療保険"),
    Item(key="person.card.expired", type=Type.BOOL, label="カードの期限切れ"),
)
_CODES = {
    "kind": ("転入", "転出", "転居"),
    "requests": ("印鑑登録", "住民票"),
    "insurance": ("国民健康保険", "社会保険", "後期高齢者医療"),
}
_DERIVED = (
    Derivation(fact="household.head", value="case.applicant", why="来庁された方が世帯主のため"),
    Derivation(fact="person.insurance", value='m.works ? "社会保険" : "国民健康保険"', why="勤め先の有無から"),
)
_EVENT = LifeEvent(id="move", name="引越し", opening=("case.kind",), procedures=("P1",))
_WHEN = (
    'case.kind == "転入" && m.insurance == "国民健康保険" && legal_age(m.birth.date, case.moved_on) >= 20'
    ' && ("印鑑登録" in case.requests) && household.children < 3 && m.name.full != ""'
)


def version(**changes: Any) -> dict[str, Any]:
    """A sound version, with changes."""
    deadline = {"count": 14, "start": "case.moved_on", "law": "見本法1条"}
    sound = {"valid_from": START, "when": _WHEN, "reason": "必要なため", "reason_not": "不要なため", "forms": ("F1",)}
    return {**sound, "deadline": deadline, **changes}


def procedure(*versions: Mapping[str, Any], **changes: Any) -> Procedure:
    """P1, asked for each member."""
    return Procedure(**{"id": "P1", "name": "見本の手続", "scope": "person", "versions": versions, **changes})


def ruled(when: str, **changes: Any) -> Procedure:
    """P1 with one version and this rule."""
    return procedure(version(when=when), **changes)


def form(name: str = "F1", number: str = "001", **changes: Any) -> Template:
    """A form with one box, valid from the counter's beginning."""
    box = {"id": "b1", "no": 1, "label": "異動日", "fact": "case.moved_on", "rect": RECT}
    sound = {"title": name, "addressee": "", "law": "", "department": "", "confidence": "", "valid_from": START}
    return Template(**{"id": name, "version": number, "boxes": (box,), **sound, **changes})


def rule_book(
    *procedures: Procedure,
    templates: Sequence[Template] | None = None,
    items: Sequence[Item] = (),
    derivations: Sequence[Derivation] = _DERIVED,
    events: Sequence[LifeEvent] = (_EVENT,),
    groups: Mapping[str, str] | None = None,
    city: Mapping[str, str | int] | None = None,
) -> RuleBook:
    """The book with these procedures; everything else is sound unless it is given."""
    forms = [form()] if templates is None else templates
    named = {item.key: item for item in (*_ITEMS, *items)}
    return RuleBook(
        vocabulary=Vocabulary(
            items=tuple(named.values()),
            codes=_CODES,
            sections=(Section(id="all", label="すべて"),),
            derivations=tuple(derivations),
        ),
        procedures={made.id: made for made in procedures or (procedure(version()),)},
        events={event.id: event for event in events},
        templates={(made.id, made.version): made for made in forms},
        groups=groups or {},
        city={"name": "架空市", "prefecture": "見本県", **(city or {})},
    )


def event(**changes: Any) -> LifeEvent:
    """The event, with changes."""
    return _EVENT.model_copy(update=changes)


def issues(book: RuleBook) -> list[str]:
    """Everything that is wrong with the rules of a book, in words."""
    return [str(issue) for issue in check_rules(book).issues]


def only(book: RuleBook) -> Issue:
    """The one thing that is wrong, questions that the changed rule no longer needs left aside."""
    found = [issue for issue in check_rules(book).issues if "質問" not in issue.message]
    assert len(found) == 1, found
    return found[0]


RECTANGLE = Rect(**RECT)
