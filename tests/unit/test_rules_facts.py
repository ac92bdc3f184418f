"""What is known at one moment of a case: what was said, what is presumed, what follows, and about whom."""

import pytest

from kiosk.model.address import Address
from kiosk.model.fact import Cleared, Held, Value
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item, Type
from kiosk.model.wareki import PartialDate, Precision
from kiosk.rules.cel import Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.open_questions import open_facts
from tests.generated_rules import AT, case_of
from tests.moments import BORN, HEAD, INSURANCE, INSURED, ITEMS, NAME, WORKS, case, derived, more, rules, shown
from tests.rules_book import event, rule_book


# ---- what the counter itself knows -----------------------------------------------------------------------------------
def test_the_counter_knows_the_day_and_who_has_come() -> None:
    facts = Facts(case("p1", "p2"), rules(HEAD))
    assert shown(facts) == {
        "case.filed_on": PartialDate(iso="2026-04-20"),
        "case.applicant": "p1",
        "household.head": "p1",
    }
    filed = facts.by_path["case.filed_on"]
    assert (filed.path, filed.source, filed.by, filed.at, filed.reason, filed.day) == (
        *("case.filed_on", Source.SYSTEM, "system", AT, "", None),
    )


def test_a_visit_of_several_purposes_knows_what_each_of_them_is_the_occasion_of() -> None:
    move = event(presets={"case.occasion": "転入"})
    leave = event(id="leave", presets={"case.occasion": "転出"})
    book = rule_book(events=[move, leave, event(id="other")], derivations=())
    both = case().model_copy(update={"also": ("leave",)})
    assert Facts(both, book).value("case.purposes") == ("転入", "転出")
    assert Facts(case(), book).value("case.purposes") is None


def test_without_anybody_nobody_has_come() -> None:
    facts = Facts(case_of(), rules(INSURED))
    assert facts.value("case.applicant") == ""
    assert facts.person("case.applicant") == ""


def test_nobody_can_say_another_day_or_another_applicant() -> None:
    began = case("p1", "p2", case__applicant="p2", case__filed_on=PartialDate(iso="2020-01-01"))
    first = Facts(began, rules())
    taken_back = more(began, case__applicant=Cleared(), case__filed_on=Cleared())
    later = Facts(more(case("p1", "p2"), case__applicant="p2"), first.book, Facts(case("p1", "p2"), first.book))
    for facts in (first, Facts(taken_back, first.book, first), later):
        assert (facts.value("case.applicant"), facts.value("case.filed_on")) == ("p1", PartialDate(iso="2026-04-20"))


def test_what_an_event_presumes_holds_until_somebody_says_otherwise_and_holds_again_after() -> None:
    book = rules(presets={"case.kind": "転居"})
    first = Facts(case(), book)
    assert (first.value("case.kind"), first.by_path["case.kind"].source) == ("転居", Source.SYSTEM)
    other = more(first.case, case__kind="転入")
    second = Facts(other, book, first)
    assert second.value("case.kind") == Facts(other, book).value("case.kind") == "転入"
    third = Facts(more(other, case__kind=Cleared()), book, second)
    assert (third.value("case.kind"), third.by_path["case.kind"].source) == ("転居", Source.SYSTEM)
    assert third.changed == {"case.kind"}


def test_a_case_of_an_event_that_is_not_there_presumes_nothing() -> None:
    lost = case_of("p1").model_copy(update={"event": "gone"})
    assert shown(Facts(lost, rules(INSURED, presets={"case.kind": "転居"}))).keys() == {
        "case.filed_on",
        "case.applicant",
    }


# ---- what was said ---------------------------------------------------------------------------------------------------
def test_an_answer_is_its_value_and_who_does_not_know_has_none() -> None:
    facts = Facts(case(p1_name__full="架空　太郎", p1_works=Held()), rules())
    assert (facts.value(NAME), facts.held(NAME)) == ("架空　太郎", False)
    assert (facts.value(WORKS), facts.held(WORKS)) == (None, True)
    assert (facts.value("case.kind"), facts.held("case.kind")) == (None, False)


def test_a_role_is_a_member_of_the_visit_or_nobody() -> None:
    book = rules(INSURED)
    assert Facts(case("p1", "p2", household__head="p2"), book).person("household.head") == "p2"
    assert Facts(case("p1", household__head=""), book).person("household.head") == ""
    assert Facts(case("p1", household__head="p9"), book).person("household.head") == ""
    assert Facts(case("p1", household__children=1), book).person("household.children") == ""
    assert Facts(case("p1"), book).person("household.head") == ""
    assert Facts(case("p1"), rules(derived("household.head", "'p9'"))).person("household.head") == ""


def test_who_has_left_the_visit_is_named_by_nothing_any_more() -> None:
    told: dict[str, Value] = {
        "p2_works": True,
        "p1_works": True,
        "household__head": "p2",
        "p1_friends": ("p2", "p3"),
        "p3_friends": ("p1",),
    }
    facts = Facts(case("p1", "p3", **told), rules(INSURED))
    left = shown(facts)
    assert "person[p2].works" not in left
    assert "household.head" not in left
    assert left["person[p1].friends"] == ("p3",)
    assert facts.by_path["person[p1].friends"].by == "test"
    assert facts.by_path["person[p3].friends"] is facts.said["person[p3].friends"]
    assert left[WORKS] is True
    assert Facts(facts.case, facts.book, facts).changed == set()


def test_who_names_a_member_says_what_stays_also_when_it_is_nobody_or_not_known() -> None:
    for named in ("p1", "", Held()):
        facts = Facts(case("p1", household__head=named, p1_friends=Held()), rules(INSURED))
        assert facts.by_path["household.head"] is facts.said["household.head"]
        assert facts.held("person[p1].friends")


def test_an_answer_about_who_has_left_is_taken_back_when_it_changes_to_name_them() -> None:
    book = rules(HEAD)
    first = Facts(case("p1", household__head="p1"), book)
    second = Facts(more(first.case, household__head="p2"), book, first)  # p2 is no member
    assert second.value("household.head") == "p1"
    assert second.by_path["household.head"].source is Source.DERIVED


# ---- what follows ----------------------------------------------------------------------------------------------------
def test_what_follows_says_from_what_and_why() -> None:
    facts = Facts(case("p1", "p2", p1_works=True), rules(HEAD, INSURED))
    fact = facts.by_path[INSURANCE]
    assert (fact.value, fact.source, fact.by, fact.at, fact.reason, fact.path) == (
        *("社会保険", Source.DERIVED, INSURED.value, AT, "勤め先の有無から", INSURANCE),
    )
    assert "person[p2].insurance" not in facts.by_path
    assert facts.by_path["household.head"].reason == HEAD.why


def test_what_somebody_says_stands_over_what_would_follow_and_what_follows_comes_back() -> None:
    book = rules(INSURED)
    first = Facts(case("p1", "p2", p1_works=True, p2_works=True), book)
    second = Facts(more(first.case, p1_insurance="後期高齢者医療"), book, first)
    assert second.value(INSURANCE) == "後期高齢者医療"
    assert second.value("person[p2].insurance") == "社会保険"
    third = Facts(more(second.case, p1_insurance=Cleared()), book, second)
    assert (third.value(INSURANCE), third.by_path[INSURANCE].source) == ("社会保険", Source.DERIVED)


@pytest.mark.parametrize(
    ("fact", "value", "given"),
    [
        ("case.grown_on", "'2021-01-01'", PartialDate(iso="2021-01-01")),
        ("case.names", "['a', 'b']", ("a", "b")),
        ("case.names", "[1, 2]", ("1", "2")),
        ("case.kind", "'転入'", "転入"),
        ("case.count", "1 + 1", 2),
        ("case.count", "1.5", None),
        ("case.names", "{'a': 1}", None),
        ("case.grown_on", "3", 3),
        ("case.unheard_of", "'x'", "x"),
        ("case.kind", "case.moved_on", None),
    ],
)
def test_what_follows_is_of_its_own_kind(fact: str, value: str, given: Value | None) -> None:
    assert Facts(case(), rules(derived(fact, value))).value(fact) == given


def test_a_fact_is_taken_over_from_whom_a_rule_names() -> None:
    book = rules(HEAD, derived("case.head_name", "household.head", of="person.name.full", otherwise="case.kind"))
    told: dict[str, Value] = {"p1_name__full": "架空　太郎", "p2_name__full": "架空　花子", "case__kind": "別"}
    assert Facts(case("p1", "p2", **told), book).value("case.head_name") == "架空　太郎"
    assert Facts(case("p1", "p2", **told, household__head="p2"), book).value("case.head_name") == "架空　花子"
    assert Facts(case("p1", "p2", **told, household__head=""), book).value("case.head_name") == "別"
    assert Facts(case("p1", "p2", **told, household__head=Held()), book).value("case.head_name") is None


def test_what_is_the_same_as_another_fact_is_taken_over_as_it_was_declared() -> None:
    book = rules(
        HEAD,
        derived("case.birth", "head.birth.date"),
        derived("case.place", "head.address"),
        derived("person.adult", "m.works"),
    )
    place = Address(text="見本県架空市本町１番")
    told: dict[str, Value] = {"p1_birth__date": BORN, "p1_address": place, "p1_works": False}
    facts = Facts(case("p1", "p2", **told), book)
    assert (facts.value("case.birth"), facts.value("case.place")) == (BORN, place)
    assert (facts.value("person[p1].adult"), facts.value("person[p2].adult")) == (False, None)
    for nobody in ("", Held()):
        assert Facts(case("p1", **told, household__head=nobody), book).value("case.birth") is None


def test_a_layer_uses_what_the_layers_before_it_gave() -> None:
    book = rules(
        INSURED,
        derived("person.adult", "m.insurance == '社会保険'"),
        derived("case.count", "persons.filter(p, p.adult).size()"),
    )
    facts = Facts(case("p1", "p2", p1_works=True, p2_works=False), book)
    assert (facts.value("person[p1].adult"), facts.value("person[p2].adult"), facts.value("case.count")) == (
        True,
        False,
        1,
    )


def test_a_birth_that_is_known_to_the_year_decides_what_every_day_of_it_decides() -> None:
    book, year = rules(), {"p1_birth__date": PartialDate(iso="1950", precision=Precision.YEAR)}
    facts = Facts(case("p1", "p2", **year), book)
    old, older = (book.language.rule(f"legal_age(m.birth.date, today) >= {age}") for age in (65, 76))
    assert facts.ask(old, "p1") is True
    assert isinstance(facts.ask(older, "p1"), Unknown)


# ---- what was open before --------------------------------------------------------------------------------------------
def test_an_open_rule_says_what_it_stumbles_over_now_although_nothing_it_looks_at_was_said() -> None:
    """Before anything of a birth is known it stumbles over the birth, then over the one word that comes first."""
    asked = (("place", "出生地"), ("weight", "体重"))
    births = [Item(key=f"person.birth.{key}", type=Type.TEXT, label=name, ask="？") for key, name in asked]
    book = rules(items=[*ITEMS, *births])
    rule = book.language.rule("m.birth.date == m.birth.weight")
    nothing = Facts(case("p1"), book)
    before = nothing.ask(rule, "p1"), open_facts(nothing, rule, person="p1")
    placed = Facts(more(nothing.case, p1_birth__place="架空市"), book, nothing)
    after = placed.ask(rule, "p1"), open_facts(placed, rule, person="p1")
    anew = Facts(placed.case, book)
    assert after == (anew.ask(rule, "p1"), open_facts(anew, rule, person="p1"))
    assert after != before


def test_what_was_open_is_looked_at_again_only_when_something_near_it_has_changed() -> None:
    book = rules()
    rule = book.language.rule("m.birth.date < case.moved_on && m.works")
    first = Facts(case("p1"), book)
    asked, questions = first.ask(rule, "p1"), open_facts(first, rule, person="p1")
    other = Facts(more(first.case, p1_name__full="架空　太郎"), book, first)
    assert other.ask(rule, "p1") is asked
    assert open_facts(other, rule, person="p1") is questions
    worker = Facts(more(other.case, p1_works=False), book, other)
    assert worker.ask(rule, "p1") is False
    assert open_facts(worker, rule, person="p1") == ()
