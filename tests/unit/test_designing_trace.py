"""A trace leads from an outcome back to every fact, its source and the counting of the deadline."""

import datetime as dt

import pytest

from kiosk.designing.trace import Look, Trace, Tracer
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from tests.rules_book import rule_book, ruled, version
from tests.visits import Desk

SATURDAY = "R8.4.18"


def desk(book: RuleBook) -> Desk:
    """Taro, who moved so that fourteen days end on a Saturday."""
    words = {"case.kind": "転入", "case.moved_on": "R8.4.4", "case.requests": "印鑑登録"}
    return Desk(rules=book, event="move").say(words, name="架空　太郎", birth="S63.6.15")


def tracer(visit: Desk) -> Tracer:
    return Tracer(visit.now, OpenDays(), visit.visit.outside.wording)


def trace(visit: Desk) -> Trace:
    return tracer(visit).traces()[0]


def by_path(found: Trace) -> dict[str, Look]:
    return {look.path: look for look in found.votes[0].looks}


def test_a_needed_procedure_shows_rule_version_votes_and_both_reasons() -> None:
    found = trace(desk(rule_book()).say({"person[p1].works": "いいえ", "household.children": "1"}))
    assert (found.id, found.need, found.version) == ("P1", "必要", "令和8年4月1日から")
    assert (found.reason, found.excluded) == ("必要なため", "不要なため")
    assert [(vote.name, vote.result, vote.joint) for vote in found.votes] == [("架空　太郎", "成り立つ", "すべて")]
    assert {part.result for part in found.votes[0].parts} == {"成り立つ"}
    assert found.forms == ("F1",)


def test_a_refused_procedure_shows_which_part_failed_and_which_reason_was_not_given() -> None:
    found = trace(desk(rule_book()).say({"person[p1].works": "はい", "household.children": "1"}))
    assert (found.need, found.reason, found.excluded) == ("不要", "不要なため", "必要なため")
    failed = [part.text for part in found.votes[0].parts if part.result == "成り立たない"]
    assert failed == ['m.insurance == "国民健康保険"']
    assert found.deadline is None


def test_an_open_procedure_names_what_is_missing() -> None:
    found = trace(desk(rule_book()))
    assert found.need == "確認中"
    assert found.missing == ("勤めている（架空　太郎）",)
    assert "分からない" in {part.result for part in found.votes[0].parts}
    assert by_path(found)["household.children"].value == "まだ分からない"


def test_a_derived_fact_shows_its_text_its_why_and_its_own_inputs() -> None:
    found = by_path(trace(desk(rule_book()).say({"person[p1].works": "いいえ", "household.children": "1"})))
    insurance = found["person[p1].insurance"]
    assert (insurance.value, insurance.source) == ("国民健康保険", "導出")
    assert (insurance.rule, insurance.why) == ('m.works ? "社会保険" : "国民健康保険"', "勤め先の有無から")
    assert [(look.label, look.value, look.source) for look in insurance.inputs] == [
        ("勤めている（架空　太郎）", "いいえ", "聞き取り")
    ]


def test_a_role_shows_who_it_is_and_why() -> None:
    found = by_path(trace(desk(rule_book(ruled("!head.works", scope="case")))))
    assert found["household.head"].value == "架空　太郎"
    assert found["household.head"].why == "来庁された方が世帯主のため"


def test_a_deadline_that_ends_on_a_weekend_shows_the_days_it_rolled_over() -> None:
    visit = desk(rule_book()).say({"person[p1].works": "いいえ", "household.children": "1"})
    counted = trace(visit).deadline
    assert counted is not None
    assert (counted.start, counted.started, counted.first) == ("異動日", "令和8年4月4日", "令和8年4月5日")
    assert (counted.raw, counted.due) == ("令和8年4月18日", "令和8年4月20日")
    assert counted.rolled == ("令和8年4月18日（土曜日）", "令和8年4月19日（日曜日）")
    assert not counted.late


def test_a_version_that_is_not_in_force_and_a_rule_that_cannot_be_read_are_told_apart() -> None:
    later = version(valid_from=dt.date(2026, 8, 1))
    coming = tracer(desk(rule_book(ruled("true").model_copy(update={"versions": ()}))))
    assert [entry.why for entry in coming.absent()] == ["この日に有効な版がありません。"]
    dated = tracer(desk(rule_book(ruled("true", versions=(later,)))))
    assert dated.absent()[0].why == "この日に有効な版がありません。次の版は令和8年8月1日からです。"
    broken = tracer(desk(rule_book(ruled("m.works &&"))))
    assert broken.traces() == ()
    assert "式が正しくありません" in broken.absent()[0].why


@pytest.mark.parametrize(
    ("text", "expected", "how"),
    [
        ("case.a", ("case.a",), ""),
        ("(case.a || case.b)", ("case.a", "case.b"), "どれか"),
        ("case.a && case.b && case.c", ("case.a", "case.b", "case.c"), "すべて"),
        ("case.a && (case.b || case.c)", ("case.a", "case.b || case.c"), "すべて"),
        ("case.a && case.b || case.c", ("case.a && case.b", "case.c"), "どれか"),
        ("(case.a) ||\n (case.b) // remark", ("case.a", "case.b"), "どれか"),
        ('case.a == "x || y"', ('case.a == "x || y"',), ""),
        ("!(case.a && case.b)", ("!(case.a && case.b)",), ""),
        ("case.a ? case.b && case.c : case.d", ("case.a ? case.b && case.c : case.d",), ""),
        ("persons.exists(p, p.a && p.b) && case.c", ("persons.exists(p, p.a && p.b)", "case.c"), "すべて"),
    ],
)
def test_a_rule_is_taken_apart_where_its_outermost_words_join_it(
    text: str, expected: tuple[str, ...], how: str
) -> None:
    (vote,) = trace(desk(rule_book(ruled(text)))).votes
    assert tuple(part.text for part in vote.parts) == expected
    assert vote.joint == how
