"""Which question comes next, and which never comes: the order of the interview and what a decided branch keeps away."""

import pytest

from kiosk.model.path import key_of
from kiosk.rules.open_questions import open_facts
from tests.visits import MOVE, Desk, book, moved


def behind(desk: Desk, text: str, *, every: bool = False) -> tuple[str, ...]:
    facts = desk.now.facts
    return open_facts(facts, facts.book.language.rule(text), every=every)


# ---- the order -----------------------------------------------------------------------------------------------------
def test_who_may_file_is_asked_before_who_has_come_and_both_before_any_box() -> None:
    opening = {"case.event_type": "国内転入", "case.tenshutsu_kind": "転出証明書", "case.moved_on": "R8.4.12"}
    desk = Desk().say({**opening, "case.applicant_role": "任意代理人"})
    assert desk.open.index("agent.poa") < desk.open.index("case.id_papers") < desk.open.index("addr.new.text")


def test_what_must_be_asked_anyway_comes_before_what_may_turn_out_needless() -> None:
    later = {"household.employer_insured", "household.foreigners"}  # a foreigner's short stay decides P10 as well
    told = {path: words for path, words in MOVE.items() if path not in later}
    desk = Desk().say({**told, "case.requests": "水道の使用開始", "person[p1].birth.date": "S63.6.15"})
    assert desk.outcome("P10").missing == ("household.employer_insured",)
    assert desk.open.index("water.payment") < desk.open.index("household.employer_insured")


def test_a_topic_is_finished_before_the_next_one_begins() -> None:
    desk = moved().members(3)
    topics = desk.now.facts.book.vocabulary.topics
    told = [topics[key_of(path)] for path in desk.open if key_of(path).startswith(("person.name", "person.kana"))]
    assert told == sorted(told)
    assert len(set(told)) == 1


def test_a_question_is_put_to_every_member_before_the_next_question() -> None:
    births = [path for path in moved().members(4).open if path.endswith("birth.date")]
    assert births == [f"person[p{number}].birth.date" for number in range(1, 5)]


def test_the_current_question_of_the_page_is_the_first_of_the_order() -> None:
    desk = moved().members(2)
    (current,) = (view.path for section in desk.page.sections for view in section.questions if view.current)
    assert current == desk.open[0]


def test_the_page_keeps_the_topics_in_the_order_of_the_vocabulary() -> None:
    sections = [section.id for section in moved().page.sections]
    assert sections == [section.id for section in moved().now.facts.book.vocabulary.sections if section.id in sections]


# ---- what a decided branch keeps away ------------------------------------------------------------------------------
def test_a_divorce_never_asks_about_a_wedding() -> None:
    desk = Desk(event="rikon").members(2).say({"divorce.returning": "妻"})
    assert not any(path.startswith("marriage.") for path in desk.open)


def test_an_operand_that_is_already_true_is_not_asked_about_further() -> None:
    desk = Desk(event="shussei").members(2)
    text = '(case.occasion == "出生" || persons.exists(p, p.is_child18)) && !claimant.is_public_servant'
    assert behind(desk, text) == ("jido.claimant",)


def test_the_branch_of_a_conditional_that_is_not_taken_is_not_asked_about() -> None:
    text = 'case.applicant_role == "世帯主" ? koseki.head_name == "" : koseki.honseki == ""'
    assert behind(Desk(), text, every=True) == ("case.applicant_role",)
    assert behind(moved(), text, every=True) == ("koseki.head_name",)
    assert behind(moved(applicant_role="本人"), text, every=True) == ("koseki.honseki",)


def test_one_operand_at_a_time_is_asked_about_but_every_undecided_one_can_be_listed() -> None:
    text = '!(koseki.head_name == "") && case.applicant_role == "世帯主" && koseki.honseki != ""'
    assert behind(moved(), text) == ("koseki.head_name",)
    assert behind(moved(), text, every=True) == ("koseki.head_name", "koseki.honseki")
    assert behind(moved(applicant_role="本人"), text, every=True) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("case.a ? case.b : case.c", ("case.a", "case.b", "case.c")),
        ("(case.a ? case.b : (case.c ? case.d : case.e))", ("case.a", "case.b", "case.c ? case.d : case.e")),
        ("case.a ? (case.b ? case.c : case.d) : case.e", ("case.a", "case.b ? case.c : case.d", "case.e")),
        ('case.a == "?"', ()),
        ("[case.a ? case.b : case.c]", ()),
    ],
)
def test_a_conditional_is_taken_apart_at_the_top_only(text: str, found: tuple[str, ...]) -> None:
    language = book().language
    assert tuple(part.text for part in language.operands(language.rule(text))[1]) == found
