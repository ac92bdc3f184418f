"""What waits beside boxes and rules: wishes, what completes a fact that is shown, addresses that are no whole ones."""

from typing import Any

import pytest

from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.procedure import Variant
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.facts import Facts
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import take
from kiosk.rules.wants import Want, completing_paths, wants
from tests.moments import case, derived
from tests.papers import box
from tests.rules_book import event, form, procedure, rule_book, version

PLANNER = Planner(OpenDays())
NAME, DIVIDES, REQUESTS = "person.name.full", "person.name.divides", "case.requests"
P1_NAME, P1_DIVIDES = "person[p1].name.full", "person[p1].name.divides"
DIVIDED = Item(key=DIVIDES, type=Type.TEXT, label="名の始まり", section="all", ask="名はどこから。", beside=(NAME,))
HOME, BEFORE = "addr.new.text", "addr.old.text"
PLACES = tuple(Item(key=key, type=Type.ADDRESS, label=key, section="all", ask="どこですか。") for key in (HOME, BEFORE))
LOT = {"prefecture": "見本県", "city": "架空市", "town": "本町", "number": "1"}


def wanted(rules: RuleBook, about: Case) -> list[Want]:
    now = take(about, book=rules, planner=PLANNER)
    return list(wants(now.facts, now.plan, now.forms))


def book(
    *facts: str, items: tuple[Item, ...] = (), derivations: Any = (), opens: Any = None, **changes: Any
) -> RuleBook:
    """A town in which everybody files one form that shows these facts."""
    made = procedure(version(**{"when": "true", "deadline": None, **changes}), scope="case")
    boxes = tuple(box(fact, id=f"b{number}", no=number) for number, fact in enumerate(facts, start=1))
    opened = event(**{"opening": (), **(opens or {})})
    return rule_book(made, templates=[form(boxes=boxes)], items=items, events=[opened], derivations=derivations)


def address(**parts: str) -> Address:
    return Address(text="".join(parts.values()), **parts)


# ---- how a visit begins ----------------------------------------------------------------------------------------------
def test_what_a_visit_opens_with_about_a_person_is_wanted_of_every_member() -> None:
    rules = book(opens={"opening": ("person.works",)}, forms=())
    told = case("p1", "p2", "p3", p2_works=True)
    assert wanted(rules, told) == [Want(f"person[{who}].works", "move", first=True) for who in ("p1", "p3")]


def test_what_a_visit_opens_with_about_the_case_is_wanted_once_however_many_have_come() -> None:
    rules = book(opens={"opening": ("case.kind",)}, forms=())
    assert wanted(rules, case("p1", "p2")) == [Want("case.kind", "move", first=True)]


# ---- wishes ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("variants", [(), (Variant(when="true"),)])
def test_whether_somebody_wants_what_nobody_has_to_have_is_wanted_until_it_is_said(variants: Any) -> None:
    rules = book(optional=True, wish='"印鑑登録" in case.requests', forms=(), variants=variants)
    assert wanted(rules, case()) == [Want(REQUESTS, "P1")]
    assert wanted(rules, case(case__requests=("住民票",))) == []
    assert wanted(rules, case(case__requests=("印鑑登録",))) == []


def test_of_what_nobody_has_to_have_and_everybody_is_only_offered_nothing_is_wanted() -> None:
    assert wanted(book(optional=True, wish="false", forms=()), case()) == []


# ---- what completes a fact -------------------------------------------------------------------------------------------
def test_what_completes_a_fact_is_wanted_for_sure_where_a_form_shows_that_fact_and_it_is_said() -> None:
    shown = book("person[A].name.full", items=(DIVIDED,))
    assert wanted(shown, case()) == [Want(P1_NAME, "F1", certain=True)]
    assert wanted(shown, case(p1_name__full="架空太郎")) == [Want(P1_DIVIDES, "F1", certain=True)]
    assert wanted(shown, case(p1_name__full="架空太郎", p1_name__divides="太郎")) == []
    assert wanted(book(items=(DIVIDED,)), case(p1_name__full="架空太郎")) == []


def test_what_completes_a_fact_is_not_wanted_where_its_condition_says_no_or_it_follows_by_itself() -> None:
    told = case(p1_name__full="架空太郎", p1_works=True)
    never = DIVIDED.model_copy(update={"beside_when": "!m.works"})
    assert wanted(book("person[A].name.full", items=(never,)), told) == []
    follows = book("person[A].name.full", items=(DIVIDED,), derivations=(derived(DIVIDES, "m.name.full"),))
    assert wanted(follows, told) == []


def test_what_follows_by_itself_is_passed_over_and_what_is_beside_it_too_is_not() -> None:
    other = DIVIDED.model_copy(update={"key": "person.name.known_as"})
    rules = book(items=(DIVIDED, other), derivations=(derived(DIVIDES, "m.name.full"),))
    facts = Facts(case(p1_name__full="架空太郎"), rules)
    assert list(completing_paths(facts, P1_NAME)) == ["person[p1].name.known_as"]
    assert list(completing_paths(facts, "case.kind")) == []


# ---- addresses -------------------------------------------------------------------------------------------------------
INTO = {"inside": (HOME,), "outside": (BEFORE,)}


@pytest.mark.parametrize(
    ("key", "place", "whole"),
    [
        (HOME, address(**LOT), True),
        (HOME, address(prefecture="見本県", city="架空市", town="本町"), False),
        (HOME, address(city="架空市", town="本町", number="1"), False),
        (HOME, address(**{**LOT, "city": "隣の市"}), False),
        (HOME, Address(text="架空荘"), True),
        (BEFORE, address(**{**LOT, "city": "隣の市"}), True),
        (BEFORE, address(prefecture="見本県", city="隣の市"), True),
        (BEFORE, address(city="隣の市", number="1"), False),
        (BEFORE, address(**LOT), False),
    ],
)
def test_an_address_that_is_not_whole_or_lies_where_the_purpose_does_not_want_it_is_wanted_again(
    key: str, place: Address, *, whole: bool
) -> None:
    name = key.replace(".", "__")
    rules = book(key, items=PLACES, opens=INTO)
    assert wanted(rules, case(**{name: place})) == ([] if whole else [Want(key, "F1", certain=True)])
    assert wanted(book(items=PLACES, opens=INTO), case(**{name: place})) == []


def test_of_an_address_that_follows_from_another_the_one_that_was_said_is_wanted_again() -> None:
    copied = derived(BEFORE, "addr.new.text")
    short = address(prefecture="見本県", city="架空市", town="本町")
    rules = book(BEFORE, items=PLACES, derivations=(copied,))
    assert wanted(rules, case(addr__new__text=short)) == [Want(HOME, "F1", certain=True)]
