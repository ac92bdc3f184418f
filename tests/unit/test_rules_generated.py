"""Whatever a rule is made of, the plan follows its answers: nothing stale, nothing left unasked, nothing misread."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.model.case import Case
from kiosk.model.fact import Fact
from kiosk.model.plan import Need
from kiosk.model.source import Source
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot, take
from kiosk.rules.written import written
from tests.generated_rules import AT, PEOPLE, books, case_of, conditions, facts
from tests.rules_book import form, rule_book, ruled
from tests.short import examples
from tests.unit.test_rules_incremental import seen
from tests.visits import book as book_of_the_town

PLANNER = Planner(OpenDays())
LANGUAGE = rule_book().language


def tries(count: int) -> settings:
    return settings(max_examples=examples(count), deadline=None, suppress_health_check=list(HealthCheck))


def told(case: Case, fact: Fact) -> Case:
    return case.model_copy(update={"ledger": case.ledger.say(fact)})


def taken(case: Case, book: RuleBook, previous: Snapshot | None = None) -> Snapshot:
    return take(case, book=book, planner=PLANNER, previous=previous)


@tries(60)
@given(books(), st.lists(facts(), min_size=3, max_size=14))
def test_after_every_answer_the_quick_way_and_the_whole_way_agree(book: RuleBook, said: list[Fact]) -> None:
    case = case_of(*PEOPLE)
    snapshot = taken(case, book)
    for fact in said:
        case = told(case, fact)
        snapshot = taken(case, book, snapshot)
        assert seen(snapshot) == seen(taken(case, book)), fact


@tries(60)
@given(books(), st.lists(facts(sure=True), max_size=14))
def test_a_rule_that_is_open_always_has_a_question_that_leads_on(book: RuleBook, said: list[Fact]) -> None:
    case = case_of(*PEOPLE)
    for fact in said:
        case = told(case, fact)
    snapshot = taken(case, book)
    for outcome in snapshot.plan.outcomes:
        assert outcome.need is not Need.HELD  # nobody said わからない
        assert bool(outcome.undecided) == bool(outcome.missing)
        assert set(outcome.missing) <= set(snapshot.interview.open)


@pytest.mark.parametrize("when", ["[m].exists(p, case.kind == '転入')", "[m, persons[0]].all(p, case.kind != '転出')"])
def test_a_rule_that_only_names_somebody_is_about_them_all_the_same(when: str) -> None:
    book = rule_book(ruled(when), templates=[form()])
    fact = Fact(path="case.kind", value="転入", source=Source.INTERVIEW, by="test", at=AT)
    (outcome,) = taken(told(case_of(*PEOPLE), fact), book).plan.outcomes
    assert (outcome.need, outcome.persons) == (Need.NEEDED, PEOPLE)


def test_a_rule_that_only_names_a_role_hears_who_has_it() -> None:
    rule = LANGUAGE.rule("[head].exists(p, true)")
    assert (rule.refs, rule.looks.named, rule.of_member) == ((), ("head",), False)
    assert "household.head" in rule_book(ruled("true")).depends(rule)


@tries(200)
@given(conditions(depth=4))
@example("size([1, 2].map(x, x > 1, -x)) - -1 * (2 - 3) % 4 == 1 ? case.a.b : {'a': 1u, \"b\\n\": 1.5e10}[case.`x-y`]")
@example("[b'\\x00', null, true].exists(x, !(!x) && -case.a < 0 || .case.b in [[], {}])")
@example("google.protobuf.StringValue{value: 'a'} == case.a.b.c(1).d(2)")
def test_a_rule_taken_apart_and_written_again_is_the_same_rule(text: str) -> None:
    rule = LANGUAGE.rule(text)
    again = LANGUAGE.rule(written(rule.tree))
    assert again.tree == rule.tree
    assert again.refs == rule.refs


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ('case["event_type"] == "転入"', ("case.event_type",)),
        ("case\n  .event_type == '転入'", ("case.event_type",)),
        ("persons.filter(p, p.a).exists(q, q.b)", ("each.a", "each.b")),
        ("persons.map(p, [p.a, p.b]).exists(q, q[0])", ("each.a", "each.b")),
        ("persons.filter(m, m.a).all(m, m.b) && m.c", ("each.a", "each.b", "m.c")),
        ("persons.exists(case, case.a && .case.b)", ("each.a", "case.b")),
        ("(case.a ? m : head).birth.date > today", ("case.a", "head.birth.date", "m.birth.date")),
        ("case.requests.exists(r, r.startsWith('x'))", ("case.requests",)),
        ("case[m.a] == 1", ("m.a", "case")),
        ("persons[0].a && [m, head][1].b", ("each.a", "head.b", "m.b")),
        ("size(persons) > 2 && persons.size() < 5", ()),
        ("persons.exists(p, p == m)", ("each", "m")),
        ("has(m.card) && !has(m.card.expired)", ("m.card", "m.card.expired")),
        ("'case.a' == \"m.b && persons.exists(p, p.c)\"", ()),
        ("case.a == city.b // && case.c", ("case.a", "city.b")),
        ("{'x': m}.x.a", ("m.a",)),
    ],
)
def test_a_rule_looks_at_what_its_syntax_tree_names(text: str, refs: tuple[str, ...]) -> None:
    rule = LANGUAGE.compile(text)
    assert rule.refs == refs


def test_what_has_asks_about_is_looked_at_but_not_used() -> None:
    rule = LANGUAGE.compile("has(m.card) && case.a")
    assert rule.refs == ("m.card", "case.a")
    assert rule.looks.values == ("case.a",)


def test_a_fact_taken_by_a_computed_name_is_told_to_those_who_write_rules() -> None:
    book = rule_book()
    book.compile('m[case.kind] == "x"', where="P1")
    assert [str(issue) for issue in book.issues] == [
        "P1: どの事実を見るのかが決まらない式です（m）。（事実の名前を書きます）"
    ]


def test_what_is_kept_of_the_rules_for_the_next_start_is_what_reading_them_again_gives() -> None:
    town = book_of_the_town()
    assert town.read
    fresh = replace(town, read={})
    for text, kept in town.read.items():
        again = fresh.language.rule(text)
        assert again.found == kept.found
        assert town.language.rule(text).tree == again.tree
