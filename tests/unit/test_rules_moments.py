"""What rules are asked at one moment, and what the next moment works out again: what has changed, and no more."""

import pytest

from kiosk.model.fact import Cleared, Value
from kiosk.rules.cel import Unknown
from kiosk.rules.facts import Facts
from tests.generated_rules import case_of
from tests.moments import BORN, HEAD, INSURANCE, INSURED, NAME, WORKS, case, derived, more, rules, shown


# ---- asking ----------------------------------------------------------------------------------------------------------
def answer(facts: Facts, text: str, person: str = "") -> object:
    return facts.ask(facts.book.language.rule(text), person)


@pytest.mark.parametrize(
    ("text", "person", "given"),
    [
        ("m.works", "p1", True),
        ("m.works", "p2", False),
        ("m.works", "p9", Unknown()),
        ("persons.map(p, p.ref)", "", ["p1", "p2"]),
        ("today", "", "2026-04-20"),
        ("city.name", "", "架空市"),
        ("applicant.ref", "", "p1"),
        ("head.ref + head.birth.date", "", "p22001-01-01"),
        ("spouse.ref", "", Unknown("ref")),
        ("claimant.works", "", Unknown("works")),
        ("case.filed_on == today", "", True),
        ("case.kind", "", Unknown("kind")),
    ],
)
def test_a_rule_is_asked_about_members_roles_the_day_and_the_city(text: str, person: str, given: object) -> None:
    told: dict[str, Value] = {"p1_works": True, "p2_works": False, "household__head": "p2", "p2_birth__date": BORN}
    assert answer(Facts(case("p1", "p2", **told), rules(INSURED)), text, person) == given


def test_a_rule_that_is_not_about_a_member_is_asked_once_for_all() -> None:
    facts = Facts(case("p1", "p2", case__requests=("印鑑登録",)), rules())
    assert (
        answer(facts, "case.requests", "p1") is answer(facts, "case.requests", "p2") is answer(facts, "case.requests")
    )
    rule = facts.book.language.rule("case.requests")
    assert facts.ask_all(rule) == {"p1": ["印鑑登録"], "p2": ["印鑑登録"]}


def test_a_rule_about_members_is_asked_of_all_even_while_something_is_open_about_one() -> None:
    book = rules(INSURED)
    rule = book.language.rule("m.works")
    first = Facts(case("p1", "p2", p1_works=True), book)
    assert first.ask_all(rule) == {"p1": True, "p2": Unknown("works")}
    second = Facts(more(first.case, p2_works=False), book, first)
    assert second.ask_all(rule) == {"p1": True, "p2": False}
    assert Facts(case_of(), book).ask_all(rule) == {}


def test_an_answer_stands_until_what_it_looks_at_changes() -> None:
    book = rules(INSURED)
    first = Facts(case("p1", "p2", case__requests=("印鑑登録",), p1_works=True), book)
    stays, follows, open_ = "case.requests", "persons.map(p, has(p.works))", "case.kind"
    before = {text: answer(first, text) for text in (stays, follows, open_)}
    second = Facts(more(first.case, p2_works=True), book, first)
    assert answer(second, stays) is before[stays]
    assert answer(second, follows) == [True, True]
    assert answer(second, open_) == Unknown("kind")
    third = Facts(more(second.case, case__kind="転入"), book, second)
    assert answer(third, open_) == "転入"
    assert answer(third, stays) is before[stays]
    assert answer(third, stays) is answer(third, stays)


def test_who_is_asked_while_facts_are_still_being_derived_is_asked_again_when_more_is_known() -> None:
    facts = Facts(case("p1", p1_works=True), rules(INSURED), only=frozenset())
    assert answer(facts, "m.insurance", "p1") == Unknown("insurance")
    facts.extend(frozenset({"person.insurance"}))
    assert answer(facts, "m.insurance", "p1") == "社会保険"


# ---- the next moment -------------------------------------------------------------------------------------------------
def test_the_first_moment_has_no_change_and_everything_counts_as_touched() -> None:
    facts = Facts(case(p1_works=True), rules())
    assert facts.changed is None
    assert facts.changed_keys == frozenset()
    assert facts.touched(facts.book.language.rule("case.kind"))
    assert not facts.untouched(frozenset({"case.kind"}))
    assert not facts.untouched(frozenset())


def test_the_next_moment_knows_what_has_changed_and_keeps_the_rest() -> None:
    book = rules(HEAD, INSURED)
    first = Facts(case("p1", "p2", p1_works=True, p1_name__full="架空"), book)
    second = Facts(more(first.case, p1_works=False), book, first)
    assert second.changed == {WORKS, INSURANCE}
    assert second.changed_keys == {"person.works", "person.insurance"}
    assert second.by_path[NAME] is first.by_path[NAME]
    assert second.by_path["household.head"] is first.by_path["household.head"]
    touched = [
        second.touched(book.language.rule(text)) for text in ("m.works", "m.insurance == ''", "m.name.full", "head.ref")
    ]
    assert touched == [True, True, False, False]
    assert second.untouched(frozenset({"person.name.full"}))
    assert not second.untouched(frozenset({"person.name.full", "person.works"}))
    assert (first.value(WORKS), first.value(INSURANCE)) == (True, "社会保険")
    assert answer(first, "persons.map(p, has(p.works))") == [True, False]


def test_what_is_said_again_in_the_same_words_is_new_but_what_follows_stays() -> None:
    book = rules(INSURED)
    first = Facts(case("p1", p1_works=True), book)
    second = Facts(more(first.case, p1_works=True), book, first)
    assert second.changed == {WORKS}
    assert second.by_path[INSURANCE] is first.by_path[INSURANCE]


def test_what_is_taken_back_takes_back_what_followed_from_it() -> None:
    book = rules(INSURED)
    first = Facts(case("p1", p1_works=True), book)
    second = Facts(more(first.case, p1_works=Cleared()), book, first)
    assert second.changed == {WORKS, INSURANCE}
    assert shown(second).keys() == {"case.filed_on", "case.applicant"}
    assert answer(second, "has(m.works) || has(m.insurance)", "p1") is False


def test_a_fact_below_one_of_the_vocabulary_changes_what_holds_it_too() -> None:
    book = rules(INSURED, items=())
    first = Facts(case("p1"), book)
    second = Facts(more(first.case, p1_card__read__at="x"), book, first)
    assert second.changed == {"person[p1].card.read.at"}
    assert second.changed_keys == {"person.card.read.at", "person.card.read", "person.card", "person"}
    third = Facts(more(second.case, p1_card__expired=True), book, second)
    assert third.changed_keys == {"person.card.expired"}


@pytest.mark.parametrize("what", ["another book", "another member"])
def test_a_moment_of_another_book_or_of_other_people_begins_from_nothing(what: str) -> None:
    first = Facts(case("p1", p1_works=True), rules())
    if what == "another book":
        second = Facts(first.case, rules(derived("case.kind", "'転居'")), first)
        assert second.value("case.kind") == "転居"
        assert INSURANCE not in second.by_path
    else:
        second = Facts(first.case.model_copy(update={"persons": ("p2",)}), first.book, first)
        assert second.value("case.applicant") == "p2"
        assert shown(second).keys().isdisjoint({WORKS, INSURANCE})
    assert second.changed is None
    assert second.groups_before == {}


def test_what_others_found_is_handed_on_and_the_next_moment_begins_its_own() -> None:
    first = Facts(case("p1"), rules())
    first.groups["P"] = (("p1",), (), True)
    second = Facts(first.case, first.book, first)
    assert second.groups_before == {"P": (("p1",), (), True)}
    assert (second.groups, second.behind, second.changed) == ({}, {}, set())


# ---- only what is needed ---------------------------------------------------------------------------------------------
def test_only_what_some_keys_need_is_derived_and_more_on_request() -> None:
    book = rules(HEAD, INSURED, derived("person.adult", "m.insurance == '社会保険'"))
    facts = Facts(case("p1", p1_works=True), book, only=frozenset({"person.insurance"}))
    assert shown(facts).keys() == {"case.filed_on", "case.applicant", WORKS, INSURANCE}
    assert facts.worked == {"person.insurance"}
    facts.extend(frozenset({"person.adult"}))
    assert facts.value("person[p1].adult") is True
    assert facts.worked == {"person.insurance", "person.adult"}
    facts.extend(None)
    assert facts.value("household.head") == "p1"


def test_what_was_derived_and_is_not_needed_any_more_is_forgotten_once_all_is_settled() -> None:
    book = rules(HEAD, INSURED)
    first = Facts(case("p1", "p2", p1_works=True, p2_works=True, p2_insurance="後期高齢者医療"), book)
    second = Facts(first.case, book, first, only=frozenset({"household.head"}))
    assert second.value(INSURANCE) == "社会保険"
    second.settle()
    assert second.value(INSURANCE) is None
    assert answer(second, "has(m.insurance)", "p1") is False
    assert second.value("person[p2].insurance") == "後期高齢者医療"
    assert second.value("household.head") == "p1"
    assert second.changed == {INSURANCE}
    second.settle()
    assert second.changed == {INSURANCE}


def test_what_becomes_needed_again_follows_what_was_said_meanwhile() -> None:
    book, none = rules(INSURED), frozenset[str]()
    first = Facts(case("p1", p1_works=True), book)
    second = Facts(first.case, book, first, only=none)
    second.settle()
    third = Facts(more(second.case, p1_works=False), book, second, only=none)
    third.settle()
    fourth = Facts(third.case, book, third)
    assert fourth.value(INSURANCE) == "国民健康保険"


# ---- references ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ref", "paths"),
    [
        ("m.works", ["person[p2].works"]),
        ("case.kind", ["case.kind"]),
        ("each.works", ["person[p1].works", "person[p2].works"]),
        ("each.card", [f"person[p{n}].card.{key}" for key in ("expired", "read") for n in (1, 2)]),
        ("applicant.birth.date", ["person[p1].birth.date"]),
        ("head.birth.date", ["household.head"]),
        ("head.card", ["household.head"]),
        ("head.ref", []),
        ("m.ref", []),
        ("city.name", []),
    ],
)
def test_a_reference_means_the_facts_of_whom_it_is_about(ref: str, paths: list[str]) -> None:
    assert list(Facts(case("p1", "p2"), rules(INSURED)).paths(ref, "p2")) == paths


def test_what_a_rule_counts_with_is_listed_for_those_to_whom_it_is_put() -> None:
    facts = Facts(case("p1", "p2", "p3"), rules(HEAD))
    rule = facts.book.language.rule("m.works && case.kind == 'a' && head.works && has(m.card)")
    assert facts.used_by(rule, ("p2", "p3")) == (
        *("person[p2].works", "person[p3].works", "case.kind", "person[p1].works"),
    )
    first_of_the_case = facts.book.language.rule("case.kind == 'a' && m.works")
    assert facts.used_by(first_of_the_case, ("p2",)) == ("case.kind", "person[p2].works")
    everybody = facts.book.language.rule("persons.exists(p, p.works)")
    assert facts.used_by(everybody, ("p2",)) == tuple(f"person[p{number}].works" for number in (1, 2, 3))
