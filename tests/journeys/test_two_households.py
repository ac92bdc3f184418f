"""A divorce or a marriage can concern two households: each insured one gets a sheet of its own, with its own head."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from tests.visits import MOVERS, Desk

FAMILY = {
    "person[p1].name.full": "架空　晴",
    "person[p1].kana": "カクウ　ハル",
    "person[p1].birth.date": "S62.2.2",
    "person[p1].phone": "03-0000-0000",
    "person[p2].name.full": "架空　凪",
    "person[p2].kana": "カクウ　ナギ",
    "person[p2].birth.date": "S63.3.3",
    "person[p2].phone": "03-0000-0001",
    "person[p3].name.full": "架空　岬",
    "person[p3].birth.date": "H24.8.8",
    "person[p4].name.full": "架空　雫",
    "person[p4].birth.date": "R2.8.8",
}
PARTED = {
    "case.applicant_role": "本人",
    "case.also_moves": "市内で引越した",
    "case.moved_on": "R8.4.18",
    "case.requests": "なし",
    MOVERS: "p2、p4",
    "household.head": "p2",
    "household.old.head_name": "架空　晴",
    "household.current": "国民健康保険",
    "household.nhi_members": "全員",
    "addr.new.text": "見本県架空市緑ケ丘二丁目7番12号",
    "addr.new.katagaki": "なし",
    "addr.old.text": "見本県架空市本町1番2号",
    "divorce.kind": "協議",
    "divorce.husband": "p1",
    "divorce.wife": "p2",
    "divorce.returning": "妻",
    "divorce.surname_back": "仮想",
    "divorce.surname_back_kana": "カソウ",
}
APART = {
    "case.also_moves": "引越しはない",
    "divorce.address.husband": "見本県架空市本町1番2号",
    "divorce.address.wife": "見本県架空市緑ケ丘二丁目7番12号",
    "divorce.head_name.husband": "架空　晴",
    "divorce.head_name.wife": "架空　凪",
}


def divorce(**said: str) -> Desk:
    """Husband and wife, both insured with two children; she moves out with the younger one and takes her name back."""
    desk = Desk(today=dt.date(2026, 4, 20), event="rikon").members(4)
    return desk.say_all({**FAMILY, **PARTED, **{key.replace("__", "."): text for key, text in said.items()}})


def rows(desk: Desk, form: str) -> list[str]:
    """Who stands on a sheet."""
    return [box.text for box in desk.form(form).boxes if box.box == "no11"]


def word(desk: Desk, form: str, box: str) -> str:
    return next("、".join(each.marks) or each.text for each in desk.form(form).boxes if each.box == box)


def test_each_household_has_its_own_head_address_reason_and_people() -> None:
    desk = divorce().say({"person[p3].relation_new": "子", "person[p4].relation_new": "子"})
    assert desk.outcome("P11").forms == ("F02", "F02b")
    assert rows(desk, "F02") == ["仮想　凪", "架空　雫"]
    assert rows(desk, "F02b") == ["架空　晴", "架空　岬"]
    shown = [[word(desk, form, box) for box in ("no2", "no4", "no5", "no7", "no9")] for form in ("F02", "F02b")]
    assert shown == [
        ["仮想　凪", "見本県架空市緑ケ丘二丁目7番12号", "03-0000-0001", "氏名変更、転居", "仮想　凪"],
        ["架空　晴", "見本県架空市本町1番2号", "03-0000-0000", "世帯分離・合併", "架空　晴"],
    ]
    assert [box.text for box in desk.form("F02b").boxes if box.box == "no16"] == ["世帯主", "子"]


def test_where_the_head_leaves_the_other_sheet_names_the_next_head() -> None:
    desk = divorce(household__head="p2").say({"household.old.head_name": "架空　凪", "household.left_adults": "1"})
    assert (word(desk, "F02b", "no2"), word(desk, "F02b", "no7")) == ("架空　晴", "世帯主変更")


def test_who_is_not_insured_has_no_sheet_of_either_household() -> None:
    assert divorce(household__nhi_members="p2、p4").outcome("P11").forms == ("F02",)
    stays = divorce(household__nhi_members="p1、p3")
    assert stays.need("P11") is Need.NOT_NEEDED  # nobody insured leaves, changes the name or is another's dependant


def test_who_lives_apart_and_changes_nothing_is_on_no_sheet() -> None:
    desk = divorce().say(APART)
    assert desk.outcome("P11").forms == ("F02",)
    assert rows(desk, "F02") == ["仮想　凪", "架空　岬", "架空　雫"]


def test_who_lives_apart_and_takes_the_name_back_is_on_the_sheet_of_the_own_household() -> None:
    desk = divorce().say({**APART, "household.head": "p1"})
    assert desk.outcome("P11").forms == ("F02",)
    assert rows(desk, "F02") == ["仮想　凪"]
    assert [word(desk, "F02", box) for box in ("no2", "no4", "no7")] == [
        "仮想　凪",
        "見本県架空市緑ケ丘二丁目7番12号",
        "氏名変更",
    ]


@pytest.mark.parametrize("joins", ["p1、p2", "全員"])
def test_who_joins_on_both_sides_joins_in_two_households(joins: str) -> None:
    desk = divorce(case__requests="国民健康保険に入る", household__nhi_members=joins, household__current="なし")
    desk.say({"nhi.reason": "社保離脱", "nhi.effective_on": "R8.4.18"})
    assert desk.outcome("P10").forms == ("F02", "F02b")
    assert [word(desk, form, "no6") for form in ("F02", "F02b")] == ["取得", "取得"]
    assert [word(desk, form, "no7") for form in ("F02", "F02b")] == ["社保離脱", "社保離脱"]
