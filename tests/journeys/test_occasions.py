"""きっかけと手続の表: what each occasion leads to, and what a procedure is called and where it is done on it."""

import datetime as dt
import json

import pytest

from kiosk.designing.rule_check import check_rules
from kiosk.exchange.records.recorder import Recorder
from kiosk.model.filled import BoxState
from kiosk.model.plan import Need
from tests.played import visit
from tests.visits import Desk, book, persona

# rows of the table of the guide to procedures, by the forms or topics of its first column
REGISTER, CARD, SIGNING = {"P01", "P02", "P03", "P04"}, {"P30"}, {"P31"}
HEALTH, PENSION, LATE, CARE = {"P10", "P11"}, {"P12"}, {"P52"}, {"P50"}
ALLOWANCE, MEDICAL, SCHOOL, NURSERY, HANDBOOK = {"P20"}, {"P21"}, {"P60"}, {"P61"}, {"P73"}
SEAL, THINGS, ESTATE = {"P35"}, {"P70", "P71", "P72"}, {"P85"}
OLD, REST = (LATE, CARE), (HANDBOOK, THINGS)
TABLE = {
    "tennyu": [REGISTER, CARD, SIGNING, HEALTH, PENSION, *OLD, ALLOWANCE, MEDICAL, SCHOOL, NURSERY, *REST, SEAL],
    "tenkyo": [REGISTER, CARD, SIGNING, HEALTH, *OLD, ALLOWANCE, MEDICAL, SCHOOL, NURSERY, *REST],
    "tenshutsu": [REGISTER, CARD, HEALTH, PENSION, *OLD, ALLOWANCE, MEDICAL, SCHOOL, NURSERY, *REST],
    "setai": [REGISTER, HEALTH, ALLOWANCE, MEDICAL, NURSERY],
    "shussei": [CARD, HEALTH, {"P86"}, ALLOWANCE, MEDICAL, NURSERY],
    "konin": [REGISTER, CARD, SIGNING, HEALTH, ALLOWANCE, MEDICAL, NURSERY, HANDBOOK, SEAL],
    "rikon": [REGISTER, CARD, SIGNING, HEALTH, PENSION, ALLOWANCE, MEDICAL, SCHOOL, NURSERY, HANDBOOK, SEAL],
    "shibo": [REGISTER, HEALTH, {"P84"}, ALLOWANCE, MEDICAL, THINGS, ESTATE],
}
CALLED = {
    ("tenkyo_kosodate", "P20"): "児童手当 住所の変更",
    ("tenkyo_kosodate", "P30"): "マイナンバーカードの住所の変更",
    ("tenshutsu_kazoku", "P11"): "国民健康保険 資格喪失（転出）",
    ("tenshutsu_kazoku", "P20"): "児童手当 受給事由の消滅（転出）",
    ("tenshutsu_kazoku", "P21"): "子ども医療費助成 受給者証の返却（転出）",
    ("tenshutsu_kazoku", "P50"): "介護保険 資格喪失（転出）",
    ("tenshutsu_kazoku", "P51"): "介護保険 受給資格証明書の交付",
    ("tenshutsu_kazoku", "P60"): "転学の手続（転出）",
    ("tenshutsu_kazoku", "P61"): "保育所等の退園",
    ("tenshutsu_kazoku", "P71"): "原付・小型特殊の廃車申告",
    ("tenshutsu_kazoku", "P72"): "水道の使用中止",
    ("kokugai_tenshutsu", "P12"): "国民年金 国外転出（任意加入の相談）",
    ("daisanshi", "P20"): "児童手当 額改定請求（お子さんが増えた）",
    ("shussei_kokuho", "P20"): "児童手当 認定請求",
    ("rikon_kosodate", "P12"): "国民年金 第3号から第1号への変更",
    ("rikon_kosodate", "P20"): "児童手当 受給者の変更",
    ("rikon_kosodate", "P35"): "印鑑登録の廃止（氏が変わる方）",
    ("setai_kosodate", "P20"): "児童手当 世帯・配偶者の変更",
    ("shibo_kosodate", "P20"): "児童手当 認定請求・未支払の請求（受給者が亡くなられた）",
    ("shibo_kosodate", "P70"): "犬の所有者の変更",
    ("taishoku", "P10"): "国民健康保険 資格取得（ほかの保険をやめた方）",
    ("shaho_kanyu", "P11"): "国民健康保険 資格喪失（ほかの保険に入った方）",
    ("inin_sakusei", "P90"): "委任状の作成",
}


def called(desk: Desk, procedure: str) -> str:
    return next(view.name for view in desk.page.outcomes if view.id == procedure)


@pytest.mark.parametrize("event", sorted(TABLE))
def test_an_occasion_offers_everything_the_table_lists_for_it(event: str) -> None:
    offered = set(book().events[event].procedures)
    assert [row for row in TABLE[event] if not row & offered] == []


def test_every_procedure_that_an_occasion_lists_can_come_to_be_needed_there() -> None:
    found = check_rules(book())
    assert (found.issues, found.remarks) == ((), ())


@pytest.mark.parametrize(("name", "procedure"), sorted(CALLED))
def test_a_procedure_is_called_what_it_is_on_that_occasion(name: str, procedure: str) -> None:
    desk, _ = visit(name)
    assert desk.need(procedure) in {Need.NEEDED, Need.OPTIONAL}
    assert called(desk, procedure) == CALLED[name, procedure]


# ---- a birth -------------------------------------------------------------------------------------------------------
def test_twins_have_a_sheet_each_in_one_visit_and_stand_together_on_the_other_forms() -> None:
    desk, _ = visit("shussei_futago")
    assert [form.key for form in desk.now.forms] == ["F19-p2", "F19-p3", "F02", "F04", "F05", "F40"]
    asked = [(f"F19-{child}", f"person[{child}].birth") for child in ("p2", "p3")]
    days = [desk.boxes(form, f"{birth}.date")[0].text for form, birth in asked]
    times = [desk.boxes(form, f"{birth}.time")[0].text for form, birth in asked]
    assert (days, times) == (["令和8年4月19日", "令和8年4月20日"], ["午後11時58分", "午前0時21分"])
    for form in ("F02", "F04", "F05"):
        rows = [box.person for box in desk.form(form).boxes if box.text in {"仮想　一星", "仮想　双葉"}]
        assert rows == ["p2", "p3"], form


def test_the_fortnight_of_twins_begins_with_the_first_of_them() -> None:
    deadline = visit("shussei_futago")[0].outcome("P80").deadline
    assert deadline is not None
    assert (deadline.start, deadline.raw) == (dt.date(2026, 4, 19), dt.date(2026, 5, 2))


def test_a_mother_who_is_a_member_of_the_visit_is_not_asked_for_twice() -> None:
    desk, went = visit("shussei_futago")
    assert not {"birth.mother", "birth.mother_birth", "person[p2].sex", "person[p3].sex"} & set(went.questions)
    assert desk.value("birth.mother") == "仮想　澪"
    assert [desk.value(f"person[{child}].sex") for child in ("p2", "p3")] == ["男", "女"]


# ---- whom a filing is for ------------------------------------------------------------------------------------------
def test_only_those_whom_it_concerns_stand_on_the_insurance_form() -> None:
    desk, _ = visit("hachinin")
    members = {box.person for box in desk.form("F02").boxes if box.person}
    assert members == {"p1", "p2", "p4", "p5", "p6", "p7", "p8"}  # p3 is in the late-elderly scheme
    assert desk.outcome("P10").persons == tuple(sorted(members))


def test_who_moves_out_marks_the_reason_that_is_printed() -> None:
    desk, _ = visit("tenshutsu_fufu")
    assert [box.marks for box in desk.boxes("F02", "nhi.reasons")] == [("転出",)]


def test_what_needs_no_counter_of_its_own_is_done_where_the_move_is_filed() -> None:
    views = {view.id: view for view in visit("tenkyo_kosodate")[0].page.outcomes}
    assert {views[name].department for name in ("P02", "P50", "P52")} == {"市民課"}
    assert "転居届でいっしょに" in views["P50"].guide


def test_the_water_is_shut_off_at_the_old_address() -> None:
    desk, _ = visit("tenshutsu_kazoku")
    place, code = desk.boxes("F17", "water.place")
    assert (place.text, code.text) == ("見本県架空市本町1番2号", "中止,令和8年5月10日,見本県架空市本町1番2号,架空　渡")
    assert [box.marks for box in desk.boxes("F17", "water.kind")] == [("中止",), ()]


def test_who_moves_out_still_lives_at_the_old_address_on_the_day_of_filing() -> None:
    desk, _ = visit("tenshutsu_kazoku")
    assert desk.boxes("F01", "moving.filing.address")[0].text == "見本県架空市本町1番2号"
    assert {box.text for box in desk.boxes("F12-p5", "person[p5].address")} == {"見本県架空市本町1番2号"}
    assert {box.text for box in desk.boxes("F12-p5", "person[p5].other_address")} == {"別見本県仮想市本町三丁目4番5号"}
    assert {box.text for box in desk.boxes("F17", "water.bill_to")} == {"別見本県仮想市本町三丁目4番5号"}


def test_a_spouse_who_is_no_member_of_the_visit_leaves_their_boxes_to_the_staff() -> None:
    desk = Desk(event="shussei").say(persona("shussei_kokuho").answers | {"case.spouse_exists": "はい"})
    assert {box.state for box in desk.form("F04").boxes if box.no in {14, 15, 17, 18}} == {BoxState.HELD}


# ---- who came --------------------------------------------------------------------------------------------------------
def test_the_agent_stands_where_the_paper_asks_who_came_and_the_principal_where_it_asks_for_whom() -> None:
    desk, _ = visit("dairi_shomei")
    agent = ["仮想　代", "カソウ　ダイ", "見本県仮想市中央五丁目6番7号", "昭和50年5月5日", "03-0000-0002"]
    came = ["visitor.name", "visitor.kana", "visitor.address", "visitor.birth", "visitor.phone"]
    assert [desk.boxes("F08", path)[0].text for path in came] == agent
    assert [box.text for box in desk.boxes("F08", "cert.subject_name")] == ["架空　頼"]
    assert [box.text for box in desk.boxes("F10", "visitor.name")] == ["仮想　代"]


def test_without_an_agent_it_is_the_applicant_who_came() -> None:
    desk, _ = visit("shomei")
    assert desk.boxes("F08", "visitor.name")[0].text == desk.value("person[p1].name.full")


def test_the_record_names_the_agent_as_the_agent() -> None:
    desk, _ = visit("dairi_shomei")
    recorder = Recorder(municipality="999997", municipality_name="見本県架空市")
    made = json.loads(recorder.record(desk.now, desk.outcome("P40"), at=dt.datetime(2026, 4, 27, 1, tzinfo=dt.UTC)))
    people = {row["shimei"]: row["yakuwari"] for row in made["taishosha"] if "shimei" in row}
    assert people["仮想　代"] == ["代理人"]
    assert not any(path.startswith("visitor.") for path in made["shussho"])


def test_only_the_principal_can_make_a_power_of_attorney() -> None:
    case = persona("inin_sakusei")
    agent = Desk(event="tandoku").say(case.answers | {"case.applicant_role": "任意代理人", "agent.poa": "なし"})
    assert [form.template for form in visit("inin_sakusei")[0].now.forms] == ["F23"]
    assert (called(agent, "P90"), agent.now.forms) == ("委任状の確認", ())
