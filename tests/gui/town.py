"""A small made-up town for the window's tests: every question of a family of four, three papers, five procedures."""

import datetime as dt
from collections.abc import Iterator

from kiosk.model.life_event import Joins, LifeEvent
from kiosk.model.procedure import DeadlineRule, Filer, Identity, Procedure, Version
from kiosk.model.template import Box, Kind, Rect, Repeat, Template
from kiosk.model.vocabulary import Derivation, Item, Section, Type, Vocabulary
from kiosk.rules.book import RuleBook
from tests.gui.family import CODES, EVENTS, GRID, QUESTIONS, SECTIONS

START = dt.date(2026, 4, 1)
ON_THE_FIRST = ("name.full", "kana", "birth.date")
ON_THE_SECOND = ("sex", "relation_new", "insurance.previous")


def town() -> RuleBook:
    """Its rules; nothing of it stands in a file."""
    return RuleBook(
        vocabulary=Vocabulary(
            items=tuple(_items()),
            codes=CODES,
            sections=tuple(Section(id=name, label=label, grid=name == "members") for name, label in SECTIONS.items()),
            derivations=(
                Derivation(fact="household.head", value="case.applicant"),
                Derivation(fact="household.spouse", value='"p2"'),
            ),
        ),
        procedures={procedure.id: procedure for procedure in _procedures()},
        events={f"e{at}": _event(f"e{at}", name, at) for at, name in enumerate(EVENTS)},
        templates={(form.id, form.version): form for form in _forms()},
        groups={"P": "true"},
        city={"name": "架空市", "prefecture": "見本県"},
    )


def _event(key: str, name: str, order: int) -> LifeEvent:
    opening = ("case.event_type", "case.applicant_role")
    procedures = tuple(procedure.id for procedure in _procedures())
    event = LifeEvent(id=key, name=name, order=order, opening=opening, procedures=procedures, persons=4)
    return event.model_copy(update={"joins": Joins()}) if name == "証明書" else event


def _items() -> Iterator[Item]:
    for order, (section, key, label, ask, kind, codes, why) in enumerate((*QUESTIONS, *GRID)):
        yield Item(
            key=key,
            type=kind,
            label=label,
            section=section,
            order=order,
            ask=ask,
            codes=codes,
            why=why,
            digits=7 * (kind is Type.DIGITS),
        )
    yield Item(
        key="agent.poa", type=Type.CODE, label="委任状", codes="poa", section="visit", ask="委任状はありますか。"
    )
    for key, kind in (("case.filed_on", Type.DATE), ("case.language", Type.TEXT), ("person.jpki.sign", Type.SIGNATURE)):
        yield Item(key=key, type=kind, label=key)
    for role in ("case.applicant", "household.head", "household.spouse"):
        yield Item(key=role, type=Type.PERSON, label=role)


def _procedures() -> Iterator[Procedure]:
    moved = DeadlineRule(count=14, start="case.moved_on", law="住民基本台帳法22条")
    yield _procedure("P01", "転入届", "市民課", "true", forms=("F01",), deadline=moved)
    yield _procedure(
        "P20",
        "児童手当 認定請求",
        "子育て支援課",
        "true",
        forms=("F04",),
        identity=Identity.NUMBER,
        filers=(
            Filer(role="本人"),
            Filer(role="世帯主"),
            Filer(role="任意代理人", papers=("委任状",), proof="agent.poa"),
        ),
    )
    yield _procedure("P30", "国民健康保険 資格取得", "保険年金課", "true", forms=("F02",))
    yield _procedure("P10", "電子証明書", "市民課", "size(household.card_holders) > 0")
    yield _procedure("P70", "犬の登録変更", "環境課", "false")


def _procedure(key: str, name: str, department: str, when: str, **version: object) -> Procedure:
    said = {"identity": Identity.NONE, "reason": "必要なため。", "reason_not": "当てはまらないため。", **version}
    made = Version.model_validate({"valid_from": START, "when": when, **said})
    law = "住民基本台帳法22条" if key == "P01" else ""
    return Procedure(id=key, name=name, department=department, law=law, versions=(made,))


def _forms() -> Iterator[Template]:
    case = [question[1] for question in QUESTIONS]
    yield _form("F01", "住民異動届", case, rows=ON_THE_FIRST)
    about_children = [key for key in case if key.startswith(("jido", "bank"))]
    yield _form("F04", "児童手当認定請求書", [*about_children, "person.jpki.sign"], rows=())
    addresses = [key for key in case if key.startswith("addr")]
    yield _form("F02", "国民健康保険資格取得届", [*addresses, "person.jpki.sign"], rows=ON_THE_SECOND, signer="S")


def _form(name: str, title: str, keys: list[str], *, rows: tuple[str, ...], signer: str = "A") -> Template:
    once = [_box(at, key, f"person[{signer}]") for at, key in enumerate(keys)]
    each = [_box(len(keys) + at, f"person.{key}", "person[P]", repeat="people") for at, key in enumerate(rows)]
    people = (Repeat(id="people", group="P", rows=9, dy=10),) if rows else ()
    said = {"id": name, "version": "1", "title": title, "valid_from": START, "boxes": (*once, *each), "repeats": people}
    return Template.model_validate({"addressee": "", "law": "", "department": "", "confidence": "", **said})


def _box(at: int, key: str, person: str, repeat: str = "") -> Box:
    signed = key.endswith(".sign")
    return Box(
        id=key,
        no=at,
        label=key,
        kind=Kind.SIGNATURE if signed else Kind.TEXT,
        fact=key.replace("person.", f"{person}.", 1) if key.startswith("person.") else key,
        rect=Rect(x=70, y=24 + at * 9.5, w=125, h=9.5),
        repeat=repeat,
    )
