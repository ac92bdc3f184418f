"""住所地特例: who enters a facility stays insured where they were; the filing goes there, and nowhere else."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from tests.visits import MOVE, MOVERS, Desk

FACILITY = {
    "household.circumstances": "施設への入所(住所地特例)",
    "household.special_residents": "p1",
    "person[p1].kaigo.special_facility": "特別養護老人ホーム見本苑",
}


def leaving(born: str, *, has: str, nhi: str = "なし", **said: str) -> Desk:
    """Somebody of this city enters a facility in another one."""
    desk = Desk(today=dt.date(2026, 4, 20), event="tenshutsu")
    words = {
        "case.event_type": "国内転出",
        "case.applicant_role": "本人",
        "case.moved_on": "R8.5.10",
        "addr.new.text": "別見本県仮想市本町三丁目4番5号",
        "addr.new.katagaki": "なし",
        "addr.old.text": "見本県架空市本町1番2号",
        "household.old.head_name": "架空　ウメ",
        "household.current": has,
        "household.nhi_members": nhi,
    }
    desk.say({**words, **FACILITY}, name="架空　ウメ", birth=born)
    return desk.say({key.replace("__", "."): text for key, text in said.items()})


def box(desk: Desk, no: int) -> str:
    return next("、".join(each.marks) or each.text for each in desk.form("F49-p1").boxes if each.no == no)


@pytest.mark.parametrize(
    ("born", "has", "nhi", "schemes"),
    [
        ("S27.3.3", "国民健康保険、介護保険", "p1", "介護保険、国民健康保険"),
        ("S10.3.3", "後期高齢者医療、介護保険", "なし", "介護保険、後期高齢者医療"),
        ("S45.3.3", "国民健康保険", "p1", "国民健康保険"),
    ],
)
def test_each_insurance_that_goes_on_here_is_on_the_one_paper(born: str, has: str, nhi: str, schemes: str) -> None:
    desk = leaving(born, has=has, nhi=nhi)
    assert desk.outcome("P97").forms == ("F49",)
    assert (box(desk, 7), box(desk, 8), box(desk, 9)) == (schemes, "適用", "令和8年5月10日")
    due = desk.outcome("P97").deadline
    assert due is not None
    assert due.due == dt.date(2026, 5, 25)  # 14 days after the day of the move: a Sunday, so Monday
    assert {desk.need(procedure) for procedure in ("P11", "P50", "P51", "P52")} == {Need.NOT_NEEDED}


def test_who_has_no_insurance_of_the_city_files_nothing() -> None:
    assert leaving("S45.3.3", has="なし").need("P97") is Need.NOT_NEEDED


@pytest.mark.parametrize(("event", "word"), [("tennyu", "前の市町村"), ("tenkyo", "保険者の市町村")])
def test_who_came_for_a_facility_is_told_where_to_file(event: str, word: str) -> None:
    desk = Desk(event=event).say({**(MOVE if event == "tennyu" else {}), MOVERS: "全員", "case.moved_on": "R8.4.12"})
    desk.say({**FACILITY, "household.employer_insured": "なし"}, name="架空　ウメ", birth="S10.3.3")
    outcome = desk.outcome("P97")
    version = desk.now.facts.book.procedures["P97"].taken(desk.now.case.today, outcome.variant)
    assert (outcome.need, outcome.forms) == (Need.NEEDED, ())
    assert version is not None
    assert version.no_form is not None
    assert word in version.guide
    assert version.elsewhere


# ---- a hospital: 国保 and 後期 stay where they were, 介護 moves along ----------------------------------------------
HOSPITAL = {"household.circumstances": "病院への入院(住所地特例)", "household.special_residents": "p1"}


@pytest.mark.parametrize(
    ("born", "needed"),
    [
        ("S10.3.3", {"P50", "P97"}),  # 後期 stays
        ("S31.3.3", {"P50", "P97"}),  # 国保 stays
        ("S45.3.3", {"P97"}),
    ],
)
def test_who_came_for_a_hospital_is_insured_for_care_here_and_for_treatment_there(born: str, needed: set[str]) -> None:
    desk = Desk().say({**MOVE, **HOSPITAL, MOVERS: "全員"}, name="架空　ウメ", birth=born)
    checked = ("P10", "P50", "P51", "P52", "P97")
    assert {procedure for procedure in checked if desk.need(procedure) is Need.NEEDED} == needed


def test_who_came_for_a_hospital_and_is_insured_at_work_has_nothing_to_keep() -> None:
    desk = Desk().say({**MOVE, **HOSPITAL, "household.employer_insured": "p1"}, name="架空　ウメ", birth="S45.3.3")
    assert {desk.need(procedure) for procedure in ("P10", "P50", "P97")} == {Need.NOT_NEEDED}


def test_the_care_insurance_of_who_leaves_for_a_hospital_ends_here() -> None:
    desk = leaving(
        "S27.3.3", has="国民健康保険、介護保険", nhi="p1", household__circumstances="病院への入院(住所地特例)"
    )
    assert (desk.need("P11"), desk.need("P50"), desk.need("P97")) == (Need.NOT_NEEDED, Need.NEEDED, Need.NEEDED)
    assert box(desk, 7) == "国民健康保険"
