"""Why may she not file this: the role, the papers, who has come - in one sentence, with what was looked at."""

import pytest

from kiosk.designing.trace import Trace, Tracer
from kiosk.rules.calendar import OpenDays
from tests.visits import Desk, told

BY_AGENT = {"case.applicant_role": "任意代理人", "agent.poa": "なし"}


def explained(desk: Desk, procedure: str) -> Trace:
    tracer = Tracer(desk.now, OpenDays(), desk.visit.outside.wording)
    return next(trace for trace in tracer.traces() if trace.id == procedure)


@pytest.mark.parametrize(
    ("said", "procedure", "words"),
    [
        (BY_AGENT, "P01", ("届出できません", "委任状", "= なし")),
        (BY_AGENT, "P22", ("届出できません", "任意代理人", "届出できる方")),
        ({"case.id_papers": "診察券"}, "P20", ("このままでは届出できません", "2点")),
        ({"case.id_papers": "診察券"}, "P01", ("届出できます", "郵便")),
        ({}, "P01", ("届出できます",)),
    ],
)
def test_the_answer_is_one_sentence_with_its_cause(
    said: dict[str, str], procedure: str, words: tuple[str, ...]
) -> None:
    filing = explained(told("boshi").say(said), procedure).filing
    assert filing is not None
    assert all(word in filing.answer for word in words), filing.answer


def test_it_names_the_role_the_check_and_what_was_shown() -> None:
    filing = explained(told("kazoku4"), "P20").filing
    assert filing is not None
    assert (filing.role, filing.identity) == ("世帯主", "1点または2点と番号確認")
    assert any("本人確認書類" in line for line in filing.shown)


def test_what_is_still_to_be_asked_is_named() -> None:
    filing = explained(Desk().say({"case.event_type": "国内転入"}), "P01").filing
    assert filing is not None
    assert "届出人の区分" in filing.answer


def test_what_is_not_needed_is_filed_by_nobody() -> None:
    assert explained(told("tanshin"), "P20").filing is None


@pytest.mark.parametrize(
    ("persona", "procedure", "not_looked_at"),
    [
        ("shussei_kokuho", "P30", {"person[p1].has_mynumber_card", "case.requests", "person[p1].name_changes"}),
        ("tanshin", "P72", {"case.moved_on"}),
        ("kazoku4", "P20", {"household.current"}),
    ],
)
def test_only_what_the_outcome_looked_at_is_shown(persona: str, procedure: str, not_looked_at: set[str]) -> None:
    looks = {look.path for vote in explained(told(persona), procedure).votes for look in vote.looks}
    assert looks
    assert looks.isdisjoint(not_looked_at)


def test_variants_after_the_one_that_is_taken_were_not_tried() -> None:
    found = explained(told("shussei_kokuho"), "P30")
    assert found.variants[-1].result == "成り立つ"
    assert [variant.result for variant in found.variants[:-1]] == ["成り立たない"] * (len(found.variants) - 1)


def test_what_holds_a_procedure_is_named_in_the_words_of_its_question() -> None:
    found = explained(told("tanshin").hold("addr.new.text"), "P01")
    assert found.need == "保留"
    assert found.lacks == ("新しい住所はどちらですか。",)
    assert found.deadline is not None
    assert found.deadline.due == "令和8年5月7日"
