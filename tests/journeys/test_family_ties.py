"""Marriages, divorces, births, deaths: whose name changes, with whom a child lives, who files, and since when."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from tests.visits import MOVERS, Desk, moved


def shown(desk: Desk, form: str, label: str) -> str:
    """What stands in a box: its text or its marks."""
    template = desk.visit.outside.book.templates[form, "001"]
    box = next(box.id for box in template.boxes if box.label == label)
    filled = next(each for each in desk.form(form).boxes if each.box == box)
    return filled.text or "、".join(filled.marks)


def on(desk: Desk, form: str) -> set[str]:
    return {box.person for box in desk.form(form).boxes if box.person}


# ---- a marriage with a foreign national ------------------------------------------------------------------------------
def wedding(foreigners: str, *, also: str = "市内で引越した", insured: str = "p1、p3") -> Desk:
    """She and her child move to him inside the city."""
    desk = Desk(today=dt.date(2026, 12, 25), event="konin").members(3)
    return desk.say_all(
        {
            "case.applicant_role": "本人",
            "case.id_papers": "旅券（パスポート）",
            "case.id_expiry": "R15.1.1",
            "marriage.filed": "いいえ",
            "case.also_moves": also,
            "case.moved_on": "R8.12.15",
            "person[p1].name.full": "見本　さくら",
            "person[p1].birth.date": "H3.1.1",
            "person[p2].name.full": "SAMPLE JOHN",
            "person[p2].birth.date": "1990-05-05",
            "person[p3].name.full": "見本　つぼみ",
            "person[p3].birth.date": "R1.5.1",
            "case.requests": "なし",
            MOVERS: "p1、p3",
            "household.foreigners": foreigners,
            "household.head": "p2",
            "marriage.husband": "p2",
            "marriage.wife": "p1",
            "marriage.honseki.husband": "アメリカ合衆国",
            "marriage.address.husband": "見本県架空市本町9番9号",
            "marriage.address.wife": "見本県架空市本町9番9号",
            "marriage.surname": "夫の氏",
            "household.current": "国民健康保険、児童手当、印鑑登録",
            "household.nhi_members": insured,
            "jido.recipient": "p1",
            "person[p1].relation_new": "妻",
            "person[p3].relation_new": "妻の子",
        }
    )


def test_who_marries_a_foreign_national_keeps_the_name_everywhere() -> None:
    desk = wedding("p2")
    assert desk.value("person[p1].name.new") == "見本　さくら"
    assert desk.need("P35") is Need.NOT_NEEDED
    assert "marriage.surname" not in desk.open
    assert "marriage.koseki_head_name.husband" not in desk.open
    assert shown(desk, "F21", "夫 本籍・筆頭者") == "アメリカ合衆国"
    assert shown(desk, "F21", "婚姻後の夫婦の氏") == ""
    assert wedding("なし").value("person[p1].name_changes") is True


def test_a_stepchild_of_the_head_is_the_child_of_the_wife_who_receives() -> None:
    assert wedding("p2").value("person[p3].relation_to_claimant") == "子"


@pytest.mark.parametrize(
    ("foreigners", "also", "reasons", "from_day"),
    [
        ("p2", "市内で引越した", ("転居",), "2026-12-15"),
        ("なし", "市内で引越した", ("氏名変更", "転居"), "2026-12-15"),
        ("なし", "引越しはない", ("氏名変更",), "2026-12-25"),
    ],
)
def test_the_insurance_says_why_it_changes_and_counts_from_the_move(
    foreigners: str, also: str, reasons: tuple[str, ...], from_day: str
) -> None:
    desk = wedding(foreigners, also=also)
    assert desk.value("nhi.reasons") == reasons
    due = desk.outcome("P11").deadline
    assert due is not None
    assert str(due.start) == from_day


@pytest.mark.parametrize(("foreigners", "insured"), [("p2", "p1"), ("なし", "なし")])
def test_an_insurance_in_which_nothing_changes_needs_no_filing(foreigners: str, insured: str) -> None:
    assert wedding(foreigners, also="引越しはない", insured=insured).need("P11") is Need.NOT_NEEDED


# ---- a divorce in which the head leaves ------------------------------------------------------------------------------
def parting(people: int = 4) -> Desk:
    """He, the head, takes his name back and moves with the elder child; she stays with the younger and joins."""
    desk = Desk(today=dt.date(2026, 12, 28), event="rikon").members(people)
    return desk.say_all(
        {
            "case.applicant_role": "本人",
            "case.id_papers": "旅券（パスポート）",
            "case.id_expiry": "R15.1.1",
            "divorce.filed": "いいえ",
            "case.also_moves": "市内で引越した",
            "case.moved_on": "R8.12.20",
            "person[p1].name.full": "見本　さくら",
            "person[p1].birth.date": "S61.1.1",
            "person[p2].name.full": "見本　健",
            "person[p2].kana": "ミホン　ケン",
            "person[p2].birth.date": "S60.5.5",
            "person[p3].name.full": "見本　一",
            "person[p3].birth.date": "H29.5.1",
            "person[p4].name.full": "見本　二",
            "person[p4].birth.date": "R3.5.1",
            MOVERS: "p2、p3",
            "person[p1].part": "残る",
            "person[p4].part": "残る",
            "household.head": "p2",
            "household.old.head_name": "見本　健",
            "household.current": "児童手当、子ども医療費助成",
            "divorce.husband": "p2",
            "divorce.returning": "夫",
            "divorce.surname_back": "仮想",
            "divorce.surname_back_kana": "カソウ",
            "divorce.kind": "協議",
            "case.requests": "国民健康保険に入る",
            "household.nhi_members": "p1",
            "jido.recipient": "p2",
            "jido.claimant": "p1",
            "addr.old.text": "見本県架空市栄町二丁目2番2号",
            "addr.new.text": "見本県架空市本町一丁目1番1号",
            "addr.new.katagaki": "なし",
        }
    )


def test_who_stays_joins_the_insurance_in_the_household_that_stays() -> None:
    desk = parting()
    assert desk.value("nhi.head_name") == "見本　さくら"
    assert desk.value("nhi.address") == "見本県架空市栄町二丁目2番2号"
    assert desk.value("nhi.filing.relation") == "世帯主"
    assert desk.value("household.new.head_name") == "仮想　健"


def test_the_next_head_is_asked_where_two_grown_people_stay() -> None:
    desk = parting(5).say({"person[p5].birth.date": "S30.1.1"})
    desk.say({"person[p5].name.full": "見本　ウメ", "household.card_holders": "なし", "nhi.reason": "社保離脱"})
    assert "household.left_head" in desk.open
    assert desk.say({"household.left_head": "p5"}).value("nhi.head_name") == "見本　ウメ"


def test_the_allowance_is_claimed_for_the_children_who_stay_with_who_claims() -> None:
    desk = parting()
    assert {ref for ref in ("p3", "p4") if desk.value(f"person[{ref}].cared")} == {"p4"}
    assert desk.value("jido.end_kind") == "額改定(減額)"
    assert desk.value("person[p4].lives_with_claimant") is True


def test_husband_and_wife_who_live_apart_already_have_their_own_addresses() -> None:
    desk = parting().say({"case.also_moves": "引越しはない", "divorce.address.wife": "見本県架空市本町9番9号"})
    desk.say({"divorce.address.husband": "見本県仮想市本町3番5号"})
    assert desk.value("person[p1].address") == "見本県架空市本町9番9号"
    assert desk.value("person[p2].address") == "見本県仮想市本町3番5号"


# ---- births and deaths -----------------------------------------------------------------------------------------------
def test_a_brother_who_is_helped_already_is_not_registered_for_the_medical_aid_again() -> None:
    desk = Desk(event="shussei").members(3).say({"birth.children": "p3", "household.current": "子ども医療費助成"})
    desk.say(
        {"person[p2].birth.date": "H30.1.1", "person[p3].birth.date": "R8.4.10", "birth.insurance": "国民健康保険"}
    )
    desk.say(
        {
            "case.id_papers": "資格確認書、年金証書・年金手帳",
            "case.applicant_role": "本人",
            "household.circumstances": "ひとり親",
        }
    )
    assert on(desk, "F05") == {"p3"}
    assert desk.value("person[p2].insurance.number") is None
    assert desk.need("P22") is Need.OPTIONAL


DEATH = {
    "case.applicant_role": "同一世帯員",
    "death.filed": "はい",
    "death.at": "R8.12.15",
    "death.person.birth": "S26.1.1",
    "household.current": "児童手当、子ども医療費助成",
    "case.requests": "なし",
    "death.insurance": "勤務先の健康保険など",
    "death.dependents": "なし",
    "death.pension": "なし",
}


@pytest.mark.parametrize(
    ("had", "relation", "single"),
    [
        ("なし", "子の妻", Need.NOT_NEEDED),
        ("なし", "妻", Need.NOT_NEEDED),
        ("児童手当を受けていた", "母", Need.OPTIONAL),
        ("18歳年度末までのお子さんの父・母だった", "母", Need.OPTIONAL),
    ],
)
def test_the_death_of_a_grandparent_makes_nobody_a_single_parent(had: str, relation: str, single: Need) -> None:
    desk = Desk(today=dt.date(2026, 12, 25), event="shibo").members(2).say_all(DEATH)
    desk.say({"death.had": had, "death.applicant_relation": relation, "person[p2].birth.date": "H27.1.1"})
    desk.say({"household.head": "p1", "person[p2].relation_new": "子の子"})
    assert (desk.need("P22"), desk.need("P21") is not Need.NOT_NEEDED) == (single, single is Need.OPTIONAL)


def test_the_dead_are_taken_off_care_and_pension_within_a_fortnight_that_rolls() -> None:
    due = Desk(today=dt.date(2026, 12, 25), event="shibo").say_all(DEATH).outcome("P85").deadline
    assert due is not None
    assert (due.raw, due.due) == (dt.date(2026, 12, 29), dt.date(2027, 1, 4))


@pytest.mark.parametrize(("birth", "insured"), [("S26.12.16", False), ("S26.12.17", True)])
def test_who_was_insured_through_the_dead_joins_unless_75_on_the_day_after(birth: str, *, insured: bool) -> None:
    desk = Desk(today=dt.date(2026, 12, 25), event="shibo").say_all({**DEATH, "death.dependents": "p1"})
    assert desk.say(birth=birth).value("person[p1].nhi.files") is insured


# ---- ages and statuses on the day itself -----------------------------------------------------------------------------
@pytest.mark.parametrize(("birth", "need"), [("S41.4.3", Need.NEEDED), ("S41.4.2", Need.NOT_NEEDED)])
def test_who_came_from_abroad_before_60_files_for_the_pension_although_60_by_now(birth: str, need: Need) -> None:
    desk = moved(event_type="国外転入等", moved_on="R8.4.1", tenshutsu_kind="国外から").say(
        {"household.old.head_name": "架空　太郎"},
        birth=birth,
        occupation="無職",
        pension="未加入・対象外",
        insured="その他なし",
    )
    assert desk.say({"case.id_papers": "旅券（パスポート）", "case.id_expiry": "R15.1.1"}).need("P12") is need


@pytest.mark.parametrize(("day", "kept"), [("R8.4.21", True), ("R8.4.20", False), ("R8.4.1", False)])
def test_a_card_is_kept_abroad_only_by_who_files_before_leaving(day: str, *, kept: bool) -> None:
    desk = Desk(event="tenshutsu").say_all(
        {
            "case.event_type": "国外転出",
            "case.applicant_role": "本人",
            "case.moved_on": day,
            "household.foreigners": "なし",
        }
    )
    desk.say({"household.card_holders": "全員", "person[p1].birth.date": "S55.1.1"})
    assert (desk.need("P30") is not Need.NOT_NEEDED, desk.need("P34") is not Need.NOT_NEEDED) == (kept, not kept)


def test_who_leaves_for_a_facility_stays_insured_here() -> None:
    desk = Desk(event="tenshutsu").say_all(
        {
            "case.event_type": "国内転出",
            "case.applicant_role": "本人",
            "case.moved_on": "R8.4.25",
            "household.current": "国民健康保険",
            "household.nhi_members": "全員",
            "household.circumstances": "施設への入所(住所地特例)",
            "household.special_residents": "全員",
            "person[p1].birth.date": "S33.1.1",
        }
    )
    assert [desk.need(name) for name in ("P11", "P50")] == [Need.NOT_NEEDED] * 2


def test_who_stays_and_takes_the_name_back_has_no_new_address_on_the_card() -> None:
    desk = parting().say(
        {"divorce.returning": "妻", "household.card_holders": "p1、p2", "household.foreigners": "なし"}
    )
    sheets = {key: {box.box: box.text for box in desk.form(key).boxes} for key in ("F06-p1", "F06-p2")}
    assert {key: sheet["no9"] for key, sheet in sheets.items()} == dict.fromkeys(sheets, "記載事項の変更")
    assert [sheets[key]["no5"] for key in sheets] == ["", "見本県架空市本町一丁目1番1号"]


def test_a_card_whose_name_changes_is_due_in_a_fortnight_although_the_others_moved_in() -> None:
    desk = wedding("なし", also="市外から引越してきた").say({MOVERS: "p2", "household.card_holders": "全員"})
    due = (
        desk.say({"case.tenshutsu_kind": "転出証明書", "case.tenshutsu_planned_on": "R8.12.14"}).outcome("P30").deadline
    )
    assert due is not None
    assert due.count == 14


@pytest.mark.parametrize(("to", "within"), [("見本県仮想市本町3番5号", True), ("別見本県仮想市本町3番5号", False)])
def test_the_union_of_the_prefecture_goes_on_insuring_the_old(to: str, *, within: bool) -> None:
    desk = Desk(event="tenshutsu").say_all(
        {"case.event_type": "国内転出", "case.applicant_role": "本人", "case.moved_on": "R8.4.25", "addr.new.text": to}
    )
    desk.say({"household.circumstances": "なし", "person[p1].birth.date": "S20.1.1"})
    taken = desk.visit.outside.book.procedures["P52"].taken(desk.now.plan.on, desk.outcome("P52").variant)
    assert taken is not None
    assert ("県内" in taken.name) is within
