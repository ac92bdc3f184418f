"""Moments of a case for the tests of rules: a few facts, and what is said about them."""

from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.model.case import Case
from kiosk.model.fact import Fact, Value
from kiosk.model.source import Source
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.model.wareki import PartialDate
from kiosk.rules.book import RuleBook
from kiosk.rules.facts import Facts
from tests.generated_rules import AT, case_of
from tests.rules_book import event, rule_book

HEAD = Derivation(fact="household.head", value="case.applicant", why="来庁された方が世帯主のため")
INSURED = Derivation(fact="person.insurance", value='m.works ? "社会保険" : "国民健康保険"', why="勤め先の有無から")
ITEMS = (
    Item(key="person.adult", type=Type.BOOL, label="成人"),
    Item(key="person.card.read", type=Type.BOOL, label="読取り"),
    Item(key="person.friends", type=Type.PERSONS, label="友人"),
    Item(key="person.address", type=Type.ADDRESS, label="住所"),
    Item(key="case.grown_on", type=Type.DATE, label="成年の日"),
    Item(key="case.names", type=Type.CODES, codes="kind", label="名"),
    Item(key="case.count", type=Type.INT, label="数"),
    Item(key="case.head_name", type=Type.NAME, label="世帯主の氏名"),
    Item(key="case.place", type=Type.ADDRESS, label="場所"),
    Item(key="case.birth", type=Type.DATE, label="生年月日"),
)
BORN = PartialDate(iso="2001-01-01", era_text="平成13年1月1日")
NAME, WORKS, INSURANCE = "person[p1].name.full", "person[p1].works", "person[p1].insurance"


def rules(
    *derivations: Derivation, items: Sequence[Item] = ITEMS, presets: Mapping[str, str] | None = None
) -> RuleBook:
    """A book of these derivations; usually who has come heads the household, and who works is insured there."""
    made = event(presets=presets or {})
    return rule_book(derivations=derivations or (HEAD, INSURED), items=items, events=[made])


def derived(fact: str, value: str, **changes: str) -> Derivation:
    """A fact that follows."""
    return Derivation(fact=fact, value=value, why="規則から", **changes)


def said(path: str, value: Value, **changes: Any) -> Fact:
    """What somebody said at the desk."""
    return Fact(**{"path": path, "value": value, "source": Source.INTERVIEW, "by": "test", "at": AT, **changes})


def case(*persons: str, **told: Value) -> Case:
    """A case about these people; p1_works is what p1 said about works, case__kind what the case is."""
    return more(case_of(*(persons or ("p1",))), **told)


def more(before: Case, **told: Value) -> Case:
    """The case after these answers."""
    facts = (said(path_of(key), value) for key, value in told.items())
    return before.model_copy(update={"ledger": before.ledger.add(facts)})


def path_of(key: str) -> str:
    """p1_birth__date → person[p1].birth.date."""
    name = key.replace("__", ".")
    return f"person[{name[:2]}].{name[3:]}" if name[0] == "p" and name[1].isdigit() else name


def shown(facts: Facts) -> dict[str, Value]:
    """Everything that is known, without where it comes from."""
    return {path: fact.value for path, fact in facts.by_path.items()}
