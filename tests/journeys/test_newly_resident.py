"""Who becomes a resident from abroad, or without moving; who is too young to file; who files after they have left."""

import pytest

from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, person, printed, told
from tests.visits import MOVERS, Desk

LANDED = {
    **PLAIN,
    **HERE,
    MOVERS: "全員",
    "case.applicant_role": "世帯主",
    "case.tenshutsu_kind": "国外から",
    "case.moved_on": "R8.4.12",
    "household.card_holders": "なし",
    "household.employer_insured": "なし",
    "household.foreigners": "全員",
    "jido.claimant": "p1",
}
NONE = {"insurance.previous": "その他なし", "pension.kind": "未加入・対象外", "occupation": "パート・アルバイト"}
VISA = {"foreign.category": "中長期在留者", "foreign.status": "定住者", "foreign.period": "1年"}


def anna(born: str = "H1.2.7", **more: str) -> dict[str, str]:
    return person("SAMPLE ANNA", born, phone="03-0000-0000", **{**NONE, **VISA, **more})


def landed(event: str, *people: dict[str, str], **said: str) -> Desk:
    return told("tennyu", {**LANDED, "case.event_type": event, **said}, *(people or (anna(),)))


@pytest.mark.parametrize("event", ["国外転入等", "法30条の46転入", "法30条の47届出"])
def test_whoever_becomes_a_resident_between_20_and_59_joins_the_pension_from_that_day(event: str) -> None:
    desk = landed(event, **{"case.became_on": "R8.4.12"})
    outcome = desk.outcome("P12")
    assert (outcome.need, outcome.persons, str(outcome.deadline and outcome.deadline.due)) == (
        Need.NEEDED,
        ("p1",),
        "2026-04-27",
    )
    assert not any("退職" in paper for paper in outcome.bring)
    assert printed(desk, "F03-p1", "異動年月日") == "令和8年4月12日"


def test_of_foreign_residents_no_family_register_is_wanted_and_of_a_japanese_with_them_it_is() -> None:
    alone = landed("国外転入等").outcome("P01").bring
    assert "パスポート" in alone
    assert not any("戸籍" in paper for paper in alone)
    taro = person("架空　太郎", "H1.2.8", "夫", **NONE)
    both = landed("国外転入等", anna(), taro, **{"household.foreigners": "p1"}).outcome("P01").bring
    assert {"パスポート", "戸籍謄本・戸籍の附票"} <= set(both)
    at_home = landed("国内転入").outcome("P01").bring
    assert not any("パスポート" in paper or "戸籍" in paper for paper in at_home)


def test_who_becomes_a_resident_without_moving_is_asked_the_day_of_it_and_not_when_they_moved() -> None:
    asked = landed("国外転入等").say({"case.event_type": "法30条の47届出"})  # a change of mind: the other day goes
    assert ("case.became_on" in asked.open, asked.value("case.moved_on")) == (True, None)
    said = asked.say({"case.became_on": "R8.4.15"})
    deadline = said.outcome("P01").deadline
    assert deadline is not None
    assert (str(deadline.raw), str(deadline.due)) == ("2026-04-29", "2026-04-30")  # 昭和の日
    assert "30条の47" in deadline.law
    assert printed(said, "F01", "異動年月日") == "令和8年4月15日"
    assert "case.became_on" not in landed("国外転入等").open


def test_a_foreign_child_may_go_to_school_and_brings_no_papers_of_a_school_in_japan() -> None:
    kid = person("SAMPLE KID", "H30.2.7", "子", **{**NONE, **VISA})
    desk = landed("国外転入等", anna(), kid)
    outcome = desk.outcome("P60")
    assert (outcome.need, outcome.forms) == (Need.OPTIONAL, ("F13",))
    assert [paper[:5] for paper in outcome.bring] == ["パスポート"]
    japanese = landed("国外転入等", anna(), person("架空　桜", "H30.2.7", "子"), **{"household.foreigners": "p1"})
    assert japanese.need("P60") is Need.NEEDED
    moved = landed("国内転入", anna(), kid, **{"case.tenshutsu_kind": "転出証明書"})
    assert (moved.need("P60"), "在学証明書" in moved.outcome("P60").bring) == (Need.OPTIONAL, True)


@pytest.mark.parametrize(
    ("born", "may"), [("H23.4.21", True), ("H23.4.22", False), ("H25.1.1", False), ("年月日不詳", True)]
)
@pytest.mark.parametrize("event", ["tennyu", "tenkyo", "tenshutsu"])
def test_who_is_under_fifteen_on_the_day_does_not_file_a_move_alone(event: str, born: str, *, may: bool) -> None:
    move = {"tennyu": "国内転入", "tenkyo": "転居", "tenshutsu": "国内転出"}[event]
    said = {**PLAIN, "case.event_type": move, "case.applicant_role": "本人", "case.moved_on": "R8.4.12"}
    desk = told(event, said, person("架空　若", born))
    found = desk.outcome({"tennyu": "P01", "tenkyo": "P02", "tenshutsu": "P03"}[event])
    assert found.need is (Need.NEEDED if may else Need.NOT_BY_THIS_PERSON)
    by_parent = desk.say({"case.applicant_role": "法定代理人", "agent.poa": "原本あり・内容に不備なし"})
    assert by_parent.outcome(found.procedure).need is Need.NEEDED


@pytest.mark.parametrize(
    ("moved", "late"), [("R8.4.5", True), ("R8.4.6", False), ("R8.4.20", False), ("R8.5.1", False), ("R7.12.1", True)]
)
def test_who_left_more_than_fourteen_days_ago_gets_another_certificate(moved: str, *, late: bool) -> None:
    said = {**PLAIN, "case.event_type": "国内転出", "case.applicant_role": "本人", "case.moved_on": moved}
    outcome = told("tenshutsu", said, person("架空　太郎", "S63.6.15")).outcome("P03")
    assert ("準ずる証明書" in outcome.reason) is late
    assert outcome.need is Need.NEEDED
