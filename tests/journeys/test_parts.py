"""Who is what in a visit: only who moves is on the moving form, and every sheet names who files for its person."""

import datetime as dt
import json

import pytest

from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import AddPerson, Answer
from kiosk.model.path import person_of
from kiosk.model.plan import Need
from tests.visits import Desk, moved, told

MOVERS, FOREIGN, HOLDERS = "household.movers", "household.foreigners", "household.card_holders"
ADULT, GIRL = "S63.6.15", "H29.5.20"
SAID = {
    "case.applicant_role": "本人",
    "case.also_moves": "市内で引越した",
    "case.moved_on": "R8.4.12",
    "household.head": "p2",
    FOREIGN: "なし",
    HOLDERS: "p1、p2、p3",
    "divorce.husband": "p1",
    "divorce.returning": "妻",
    "divorce.surname_back": "仮想",
    "divorce.surname_back_kana": "カソウ",
    "divorce.kind": "協議",
    "household.current": "児童手当",
    "case.requests": "国民健康保険に入る",
    "household.nhi_members": "p2",
    "addr.new.text": "見本県架空市緑ケ丘二丁目7番12号",
    "addr.new.katagaki": "なし",
    "addr.old.text": "見本県架空市本町1番2号",
}


def divorced(*, last: bool = False) -> Desk:
    """She and the child move inside the city; he came, and stays where he is. `last`: he is told about at the end."""
    desk = Desk(today=dt.date(2026, 4, 20), event="rikon").members(3)
    he = {"name": "架空　晴", "kana": "カクウ　ハル", "birth": "S62.2.2", "sex": "男", "phone": "03-0000-0000"}
    if not last:
        desk.member("p1", **he)
    desk.member("p2", name="架空　凪", kana="カクウ　ナギ", birth="S63.3.3", sex="女", phone="03-0000-0001")
    desk.member("p3", name="架空　雫", kana="カクウ　シズク", birth="H23.8.8", sex="女", relation="子")
    desk.say({MOVERS: "p2、p3", **SAID, "person[p2].pension.kind": "第3号", "person[p1].pension.kind": "第3号"})
    return desk.member("p1", **he) if last else desk


def on(desk: Desk, form: str) -> set[str]:
    """The members who have a row or a sheet of a form."""
    forms = [each for each in desk.now.forms if each.template == form]
    return {each.subject for each in forms if each.subject} | {
        box.person for each in forms for box in each.boxes if box.person and not each.subject
    }


def printed(desk: Desk, key: str, box: str) -> str:
    form = next(each for each in desk.now.forms if each.key == key)
    return next(each.text for each in form.boxes if each.box == box)


# ---- who stays has no part in the move ------------------------------------------------------------------------------
@pytest.mark.parametrize("last", [False, True])
def test_who_stays_is_on_no_moving_form_and_has_no_card_rewritten(*, last: bool) -> None:
    desk = divorced(last=last)
    assert on(desk, "F01") == {"p2", "p3"}
    assert "p1" not in {*on(desk, "F06"), *on(desk, "F06b")}
    assert desk.outcome("P30").persons == ("p2", "p3")
    assert desk.outcome("P60").persons == ("p3",)


def test_each_sheet_says_who_files_for_the_person_of_the_sheet() -> None:
    desk = divorced()
    assert printed(desk, "F03-p2", "no16") == "仮想　凪（本人）"
    assert printed(desk, "F03-p2", "no9") == "03-0000-0001"
    assert (printed(desk, "F02", "no9"), printed(desk, "F02", "no5")) == ("仮想　凪", "03-0000-0001")
    assert printed(desk, "F06-p3", "no7") == "仮想　凪（法定代理人）"
    assert printed(desk, "F01", "no12") == "仮想　凪"


def test_a_change_of_name_is_printed_old_and_new_where_the_form_has_both_and_new_elsewhere() -> None:
    desk = divorced()
    assert (printed(desk, "F06-p2", "no2"), printed(desk, "F06-p2", "no10")) == ("架空　凪", "仮想　凪")
    assert printed(desk, "F02", "no11") == "仮想　凪"
    assert printed(desk, "F03-p2", "no5") == "カソウ　ナギ"


def test_who_changes_her_mind_about_moving_ends_where_who_never_meant_to_move_is() -> None:
    there = moved().members(2).say({MOVERS: "p1、p2", FOREIGN: "p2"}).member("p2", birth=ADULT, name="架空　花子")
    there.say({MOVERS: "p1", FOREIGN: "なし"})
    here = moved().members(2).say({MOVERS: "p1", FOREIGN: "なし"}).member("p2", birth=ADULT, name="架空　花子")
    assert there.now.plan == here.now.plan
    assert there.now.forms == here.now.forms


# ---- who can be chosen -----------------------------------------------------------------------------------------------
def test_everybody_is_everybody_who_moves_and_others_are_refused() -> None:
    desk = moved().members(3).say({MOVERS: "p1、p2", HOLDERS: "全員"})
    assert desk.value(HOLDERS) == ("p1", "p2")
    assert [choice.code for choice in desk.question(HOLDERS).choices] == ["p1", "p2"]
    desk.act(Answer(path=HOLDERS, text="p3"))
    assert "対象の方ではありません" in desk.question(HOLDERS).issue


# ---- lives elsewhere, is joined --------------------------------------------------------------------------------------
def test_a_child_cared_for_elsewhere_is_on_the_allowance_alone() -> None:
    desk = moved().members(2).say({MOVERS: "p1"}).say(birth=ADULT, name="架空　岳", occupation="会社員")
    desk.member("p2", birth=GIRL, name="架空　湊").say({"person[p2].part": "別に暮らす", "jido.claimant": "p1"})
    assert on(desk, "F04") == {"p2"}
    assert on(desk, "F01") == {"p1"}
    assert (desk.need("P20"), desk.need("P21"), desk.need("P60")) == (Need.NEEDED, Need.NOT_NEEDED, Need.NOT_NEEDED)


def test_a_household_that_takes_somebody_in_has_its_head_among_the_people_of_the_visit() -> None:
    desk = moved().act(AddPerson()).say({MOVERS: "p1", "case.applicant_role": "本人", "household.head": "p2"})
    desk.say(name="架空　松").member("p2", name="見本　梅", birth="S30.1.10").say({"person[p1].relation_new": "母"})
    assert desk.value("person[p2].part") == "迎える世帯の方"
    assert printed(desk, "F01", "no6") == "見本　梅"
    assert on(desk, "F01") == {"p1"}
    about = {path for path in desk.open if person_of(path) == "p2"}
    assert about <= {"person[p2].name.full"}


# ---- short stays -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("status", "period"),
    [("短期滞在", "90日"), ("特定活動", "3月"), ("研修", "3か月"), ("文化活動", "３月"), ("研修", "90 日間")],
)
def test_a_short_stay_is_not_registered_and_joins_nothing(status: str, period: str) -> None:
    desk = moved().members(2).say({MOVERS: "全員", FOREIGN: "p2", "case.event_type": "国外転入等"})
    desk.say(birth=ADULT).member("p2", birth=ADULT, name="SAMPLE ANNA")
    desk.say({"person[p2].foreign.status": status, "person[p2].foreign.period": period})
    desk.say({"person[p1].pension.kind": "未加入・対象外", "person[p2].pension.kind": "未加入・対象外"})
    assert on(desk, "F01") == {"p1"}
    assert "p2" not in desk.outcome("P10").persons + desk.outcome("P12").persons


@pytest.mark.parametrize(("period", "asked"), [("1 年", False), ("指定書のとおり", True)])
def test_how_long_a_stay_is_is_asked_where_the_words_do_not_tell(period: str, *, asked: bool) -> None:
    desk = moved(event_type="国外転入等").say({FOREIGN: "p1", "person[p1].foreign.status": "研修"})
    assert ("person[p1].foreign.short_stay" in desk.say({"person[p1].foreign.period": period}).open) is asked


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        (("留学", "2年"), ("短期滞在", "90日"), "書かない方: SAMPLE ANNA（"),
        (("技能実習", "1年"), ("特定活動", "3月"), "書かない方: SAMPLE ANNA（"),
        (("公用", "1年"), ("家族滞在", "6か月"), "書かない方: SAMPLE BEN（"),
        (("特定活動", "4月"), ("家族滞在", "１２月"), ""),
        (("留学", "2年"), ("家族滞在", "2年"), ""),
    ],
)
def test_the_clerk_is_told_who_is_not_on_the_moving_form_and_why(
    one: tuple[str, str], other: tuple[str, str], left: str
) -> None:
    reason = next(each.reason for each in visitors(one, other).page.outcomes if each.id == "P01")
    assert reason.startswith("新しく市内に住み始めたため")
    assert left in reason
    assert ("住民基本台帳法30条の45" in reason) is bool(left)


def visitors(*stays: tuple[str, str]) -> Desk:
    desk = moved().members(2).say({MOVERS: "全員", FOREIGN: "全員"}).say(name="SAMPLE BEN")
    desk.member("p2", birth=ADULT, name="SAMPLE ANNA")
    for ref, (status, period) in zip(("p1", "p2"), stays, strict=True):
        desk.say({f"person[{ref}].foreign.status": status, f"person[{ref}].foreign.period": period})
    return desk


@pytest.mark.parametrize("stays", [("短期滞在", "外交"), ("短期滞在", "短期滞在")])
def test_where_nobody_can_be_registered_there_is_no_moving_in(stays: tuple[str, str]) -> None:
    desk = visitors((stays[0], "90日"), (stays[1], "1年"))
    assert desk.need("P01") is Need.NOT_NEEDED
    assert "F01" not in {form.key for form in desk.now.forms}


@pytest.mark.parametrize(
    ("status", "insured"),
    [
        ("特定活動（医療滞在）", Need.NOT_NEEDED),
        ("特定活動（観光・保養）", Need.NOT_NEEDED),
        ("技能実習", Need.NEEDED),
    ],
)
def test_medical_stays_are_registered_and_not_insured(status: str, insured: Need) -> None:
    desk = moved(foreigners="p1").say({"person[p1].foreign.status": status, "person[p1].foreign.period": "1年"})
    desk.say(birth=ADULT)
    assert on(desk, "F01") == {"p1"}
    assert desk.need("P10") is insured


# ---- what leaves -----------------------------------------------------------------------------------------------------
def test_the_record_of_a_move_calls_only_those_movers_who_move() -> None:
    desk = divorced()
    made = json.loads(Recorder("999997", "架空市").record(desk.now, desk.outcome("P02"), at=desk.now.case.opened_at))
    people = {row["taishoshabango"]: row for row in made["taishosha"]}
    assert {ref for ref, row in people.items() if "異動者" in row["yakuwari"]} == {"p2", "p3"}
    assert people["p2"]["shimei"] == "仮想　凪"
    assert "jusho_hyoki" not in people.get("p1", {})


# ---- who stays behind, who was insured through the deceased, who was filed for --------------------------------------
@pytest.mark.parametrize(("left", "need"), [("2", Need.NEEDED), ("1", Need.NOT_NEEDED)])
def test_a_head_who_leaves_two_adults_behind_leaves_them_a_head_to_name(left: str, need: Need) -> None:
    """Not everybody who stays is at the counter: it is asked how many they are."""
    desk = Desk(event="tenkyo").members(2).say({"case.applicant_role": "本人", "case.moved_on": "R8.4.12"})
    desk.say(name="架空　主", birth=ADULT).say(
        {MOVERS: "p1", "household.head": "p1", "household.old.head_name": "架空主"}
    )
    desk.member("p2", name="架空　残").say({"person[p2].part": "残る"})
    assert "household.left_adults" in desk.open
    assert desk.say({"household.left_adults": left}).need("P04") is need
    assert on(desk, "F01") == {"p1"}


@pytest.mark.parametrize(("kind", "pension"), [("第3号", Need.NEEDED), ("国民年金第1号", Need.NOT_NEEDED)])
def test_a_family_insured_through_the_deceased_joins_from_the_day_after(kind: str, pension: Need) -> None:
    desk = Desk(event="shibo").members(2).say({"death.filed": "いいえ", "case.applicant_role": "本人"})
    desk.say({"death.at": "R8.4.10", "death.insurance": "勤務先の健康保険など", "death.dependents": "p1、p2"})
    desk.say({"death.person.name": "架空　亡"})
    desk.say(name="架空　妻", birth=ADULT, pension=kind).member("p2", name="架空　子", birth=GIRL)
    assert desk.outcome("P10").persons == ("p1", "p2")
    assert desk.need("P12") is pension
    assert str(desk.now.facts.value("nhi.effective_on")) == "令和8年4月11日" or desk.value("nhi.reason") == "社保離脱"
    deadline = desk.outcome("P10").deadline
    assert deadline is not None
    assert deadline.due == dt.date(2026, 4, 27)


def test_a_death_that_was_filed_already_asks_only_for_what_follows() -> None:
    desk = Desk(event="shibo").say({"death.filed": "はい"})
    assert desk.need("P81") is Need.NOT_NEEDED
    assert not {"death.known_on", "death.reporter_role", "death.cremation", "death.household_work"} & set(desk.open)
    asked = set(Desk(event="shibo").say({"death.filed": "いいえ"}).open)
    assert len(desk.open) < len(asked)


def test_a_birth_that_was_filed_where_the_child_was_born_asks_only_for_what_follows() -> None:
    desk = told("shussei_futago", signed=False).say({"birth.filed": "はい"})
    assert (desk.need("P80"), desk.outcome("P80").reason.startswith("出生届はもう出されている")) == (
        Need.NOT_NEEDED,
        True,
    )
    assert [found.procedure for found in desk.now.plan.needed] == ["P10", "P20", "P21", "P86"]
    assert "F19" not in {form.template for form in desk.now.forms}
    fresh = Desk(event="shussei").say({"birth.filed": "はい"})
    assert fresh.open[0] == "case.applicant_role"
    assert not {"birth.place", "birth.legitimacy", "koseki.honseki"} & set(fresh.open)


@pytest.mark.parametrize("procedure", ["P10", "P50", "P51", "P52"])
def test_who_moves_into_a_facility_stays_with_the_insurer_of_before(procedure: str) -> None:
    desk = moved().say({"household.circumstances": "要介護・要支援の認定、施設への入所(住所地特例)"})
    desk.say({"household.kaigo_certified": "p1", "household.special_residents": "p1"}).say(birth="S20.3.3")
    assert desk.need(procedure) is Need.NOT_NEEDED
