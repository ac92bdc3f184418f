"""Who stays behind is on no paper of who leaves, and whose parent somebody is does not depend on who is the head."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from kiosk.model.wareki import PartialDate
from tests.visits import MOVERS, Desk, moved

TODAY = dt.date(2026, 4, 20)
FAMILY = {
    "person[p1].name.full": "架空　太郎",
    "person[p1].birth.date": "S50.1.1",
    "person[p2].name.full": "架空　花子",
    "person[p2].birth.date": "S52.1.1",
    "person[p3].birth.date": "H19.6.1",
    "person[p4].birth.date": "R4.6.1",
    "person[p1].part": "残る",
    "person[p2].part": "残る",
    "person[p4].part": "残る",
    "case.applicant_role": "世帯主",
    "household.old.head_name": "架空　太郎",
    "household.current": "国民健康保険、児童手当、子ども医療費助成、保育所等",
    "household.nhi_members": "なし",
    "household.circumstances": "なし",
    "case.requests": "なし",
    "household.card_holders": "なし",
    "jido.recipient": "p1",
    "addr.old.text": "見本県架空市栄町二丁目2番2号",
    "addr.new.text": "見本県架空市本町一丁目1番1号",
    "addr.new.katagaki": "なし",
}


def family(event: str, movers: str, **more: str) -> Desk:
    """Father (the head, who came), mother, a son of 18 and a child of 3; `movers` leave."""
    kind = {"tenshutsu": "国内転出", "tenkyo": "転居"}[event]
    desk = Desk(today=TODAY, event=event).members(4)
    return desk.say_all({**FAMILY, MOVERS: movers, "case.event_type": kind, "case.moved_on": "R8.4.15", **more})


def needed(desk: Desk) -> set[str]:
    return {found.procedure for found in desk.now.plan.outcomes if found.need is Need.NEEDED}


@pytest.mark.parametrize(
    ("event", "movers", "papers"),
    [
        ("tenshutsu", "p3", {"P03", "P61"}),
        ("tenkyo", "p3", {"P02", "P61"}),
        ("tenshutsu", "p1", {"P03", "P20", "P21", "P61"}),
        ("tenkyo", "p2、p4", {"P02", "P20", "P21", "P61"}),
    ],
)
def test_benefits_end_or_change_only_with_the_child_or_who_receives_them(
    event: str, movers: str, papers: set[str]
) -> None:
    assert needed(family(event, movers, **{"household.head": movers[:2]})) == papers


def test_a_father_who_stays_is_not_the_head_of_his_sons_new_household() -> None:
    desk = family("tenkyo", "p3")
    assert "household.head" in desk.open
    desk.say({"household.head": "p3"})
    form = {box.box: box.text for box in desk.form("F01").boxes}
    assert desk.value("person[p1].address") == "見本県架空市栄町二丁目2番2号"
    assert desk.value("moving.filing.address") == "見本県架空市栄町二丁目2番2号"
    assert "見本県架空市栄町二丁目2番2号" in form.values()


def test_day_care_goes_on_where_only_somebody_else_leaves() -> None:
    ends, changes = range(2)
    assert family("tenshutsu", "p3").outcome("P61").variant == changes
    assert family("tenshutsu", "p2、p4").outcome("P61").variant == ends


def grandfather(applicant: str) -> Desk:
    """A daughter and her child move in with the grandfather, who is the head; either of them files."""
    desk = moved(applicant_role="世帯主" if applicant == "p1" else "同一世帯員").members(3)
    grown = {"p1": ("S28.1.1", "男"), "p2": ("S62.1.1", "女")}
    if applicant == "p2":
        grown = {"p2": grown["p1"], "p1": grown["p2"]}
    head, mother = ("p1", "p2") if applicant == "p1" else ("p2", "p1")
    desk.say_all({f"person[{ref}].birth.date": birth for ref, (birth, _) in grown.items()})
    desk.say_all({f"person[{ref}].sex": sex for ref, (_, sex) in grown.items()})
    desk.say_all({MOVERS: f"{mother}、p3", "person[p3].birth.date": "H29.1.1", "person[p3].relation_new": "子の子"})
    return desk.say_all(
        {"household.head": head, "jido.claimant": mother, f"person[{mother}].relation_new": "子", "case.came": "全員"}
    )


@pytest.mark.parametrize("applicant", ["p1", "p2"])
def test_a_grandchild_of_the_head_is_the_child_of_the_mother_who_claims(applicant: str) -> None:
    desk = grandfather(applicant)
    assert desk.value("person[p3].relation_to_claimant") == "子"
    assert desk.value("school.guardian") == ("p2" if applicant == "p1" else "p1")
    assert desk.value("school.guardian_relation") == "母"


def test_whose_child_it_is_is_asked_where_the_register_does_not_tell() -> None:
    desk = grandfather("p1").say({"person[p3].relation_new": "縁故者"})
    assert "person[p3].relation_to_claimant" in desk.open
    assert desk.value("school.guardian") == "p1"
    assert desk.value("school.guardian_relation") == "保護者"


def test_a_grandfather_who_brings_a_grandchild_up_is_no_father() -> None:
    desk = grandfather("p1").say({MOVERS: "p3", "jido.claimant": "p1"})
    assert desk.value("person[p3].relation_to_claimant") == "子の子"
    assert desk.value("school.guardian_relation") == "祖父"


def test_the_integrated_card_is_for_residents() -> None:
    desk = moved(today=dt.date(2026, 7, 1)).members(2)
    desk.say_all(
        {"household.foreigners": "全員", "person[p1].foreign.status": "留学", "person[p2].foreign.status": "短期滞在"}
    )
    desk.say({f"person[{ref}].foreign.category": "中長期在留者" for ref in ("p1", "p2")})
    assert desk.outcome("P33").persons == ("p1",)


@pytest.mark.parametrize(("applicant", "papers"), [("p1", ("委任状",)), ("p2", ())])
def test_who_takes_somebody_in_and_files_for_them_brings_a_power_of_attorney(
    applicant: str, papers: tuple[str, ...]
) -> None:
    filing = grandfather(applicant).outcome("P01").filing
    assert filing is not None
    assert filing.papers == papers


def test_the_day_care_paper_of_a_household_that_parts_is_the_fathers_and_not_the_grandfathers() -> None:
    desk = (
        Desk(today=TODAY, event="setai")
        .members(3)
        .say_all(
            {
                "case.event_type": "世帯分離",
                "case.applicant_role": "世帯主",
                "person[p1].birth.date": "S35.1.1",
                "person[p2].birth.date": "H5.1.1",
                "person[p3].birth.date": "R4.1.1",
                MOVERS: "p2、p3",
                "person[p1].part": "残る",
                "case.id_papers": "旅券（パスポート）",
                "case.id_expiry": "R15.1.1",
                "case.requests": "なし",
                "household.current": "保育所等",
                "household.head": "p2",
                "person[p3].relation_new": "子",
            }
        )
    )
    assert desk.value("school.guardian") == "p2"


def test_a_child_who_died_is_on_the_papers_and_the_brother_is_not() -> None:
    desk = (
        Desk(today=TODAY, event="shibo")
        .members(2)
        .say_all(
            {
                "case.applicant_role": "世帯主",
                "case.id_papers": "旅券（パスポート）",
                "case.id_expiry": "R15.1.1",
                "death.filed": "はい",
                "death.at": "R8.4.10",
                "death.person.name": "見本　蕾",
                "death.person.birth": "R2.12.16",
                "death.had": "児童手当の対象のお子さんだった",
                "household.current": "児童手当、子ども医療費助成",
                "case.requests": "なし",
                "person[p1].birth.date": "S60.1.1",
                "person[p2].birth.date": "H30.1.1",
            }
        )
    )
    for form in ("F28", "F30"):
        assert not {box.person for box in desk.form(form).boxes if box.person}
        assert "見本　蕾" in {box.text for box in desk.form(form).boxes}
    assert (desk.value("jido.end_kind"), desk.value("kodomo.kind")) == ("額改定(減額)", "喪失")


@pytest.mark.parametrize(
    ("foreigners", "kind", "who"),
    [("なし", "第3号", {"p1"}), ("なし", "国民年金第1号", {"p1", "p2"}), ("p2", "国民年金第1号", {"p1"})],
)
def test_only_japanese_of_the_first_kind_may_go_on_paying_from_abroad(
    foreigners: str, kind: str, who: set[str]
) -> None:
    desk = (
        Desk(today=TODAY, event="tenshutsu")
        .members(2)
        .say_all(
            {
                "case.event_type": "国外転出",
                "case.applicant_role": "世帯主",
                "case.moved_on": "R8.5.1",
                MOVERS: "全員",
                "person[p1].birth.date": "S60.1.1",
                "person[p2].birth.date": "S61.1.1",
                "household.foreigners": foreigners,
                "household.current": "国民年金第1号",
                "person[p1].pension.kind": "国民年金第1号",
                "person[p2].pension.kind": kind,
                "case.requests": "国民年金の任意加入",
                "case.id_papers": "旅券（パスポート）",
                "case.id_expiry": "R15.1.1",
            }
        )
    )
    assert set(desk.outcome("P12").persons) == who
    assert desk.value("pension.filing_kind") == "任意加入"


def test_an_age_that_nobody_knows_does_not_keep_the_others_from_being_asked() -> None:
    desk = moved(today=dt.date(2026, 7, 1), moved_on="R8.6.20").members(3).say({MOVERS: "全員"})
    desk.say(
        {"person[p1].birth.date": "昭和26年頃", "person[p2].birth.date": "H2.1.1", "person[p3].birth.date": "H3.1.1"}
    )
    desk.say({"household.foreigners": "なし", "household.employer_insured": "なし"})
    assert "household.insurance_before" in desk.open


PROVEN = {"case.id_papers": "旅券（パスポート）", "case.id_expiry": "R15.1.1", "case.requests": "なし"}


def test_the_mother_who_leaves_with_the_children_is_their_guardian_and_not_the_grandfather_who_files() -> None:
    desk = Desk(today=TODAY, event="tenshutsu").members(4)
    desk.say_all(
        {
            **PROVEN,
            "case.event_type": "国内転出",
            "case.applicant_role": "世帯主",
            "case.moved_on": "R8.5.1",
            "person[p1].birth.date": "S28.1.1",
            "person[p2].name.full": "仮想　美咲",
            "person[p2].birth.date": "S62.1.1",
            "person[p3].birth.date": "H29.1.1",
            "person[p4].birth.date": "R4.1.1",
            MOVERS: "p2、p3、p4",
            "person[p1].part": "残る",
            "household.head": "p2",
            "person[p3].relation_new": "子",
            "person[p4].relation_new": "子",
            "household.current": "保育所等",
        }
    )
    assert [box.text for form in ("F31", "F34") for box in desk.form(form).boxes if box.box == "no3"] == [
        "仮想　美咲"
    ] * 2


def test_a_single_mothers_child_is_hers_also_where_her_father_is_the_head() -> None:
    desk = Desk(today=TODAY, event="tandoku").members(3).say_all({**PROVEN, "case.requests": "ひとり親医療の申請"})
    desk.say_all(
        {
            "case.applicant_role": "同一世帯員",
            "person[p1].birth.date": "S62.1.1",
            "person[p2].birth.date": "S28.1.1",
            "person[p3].birth.date": "H29.1.1",
            "household.head": "p2",
            "person[p1].relation_new": "子",
            "person[p3].relation_new": "子の子",
        }
    )
    assert [box.text for box in desk.form("F48").boxes if box.box == "no12" and box.person == "p3"] == ["子"]


@pytest.mark.parametrize(
    ("birth", "since", "why"), [("H18.4.21", "2026-04-20", "20歳到達"), ("H18.4.11", "2026-04-12", "国外転入")]
)
def test_who_turned_20_after_coming_from_abroad_is_insured_from_that_day(birth: str, since: str, why: str) -> None:
    desk = moved(event_type="国外転入等", tenshutsu_kind="国外から").say(
        birth=birth, occupation="無職", pension="未加入・対象外", insured="その他なし"
    )
    day = desk.say(PROVEN).value("person[p1].pension.effective_on")
    assert isinstance(day, PartialDate)
    assert (day.iso, desk.value("person[p1].pension.reason")) == (since, why)
