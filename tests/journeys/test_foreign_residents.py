"""What a foreign resident has and what not: 特別永住者 no status and no period, 永住者 a period without an end."""

import pytest

from tests.visits import MOVE, Desk

P1 = "person[p1].foreign"
BOXES = {"no22": "区分", "no23": "在留資格", "no24": "在留期間", "no25": "満了の日"}


def resident(**foreign: str) -> Desk:
    desk = Desk().say({**MOVE, "household.foreigners": "p1", "household.insurance_before": "国民健康保険"})
    desk.say({"addr.new.text": "見本県架空市本町1番2号", "addr.new.katagaki": "なし"})
    return desk.say({f"{P1}.{key}": text for key, text in foreign.items()}, name="KIM TARO", birth="1980-02-03")


def shown(desk: Desk) -> dict[str, str]:
    return {BOXES[box.box]: box.text for box in desk.form("F01").boxes if box.box in BOXES and box.text}


def asked(desk: Desk) -> set[str]:
    return {path.rpartition(".")[2] for path in desk.open if path.startswith(P1)}


@pytest.mark.parametrize("category", ["特別永住者", "出生による経過滞在者", "国籍喪失による経過滞在者"])
def test_who_has_no_status_of_residence_is_asked_for_none(category: str) -> None:
    desk = resident(category=category, nationality="大韓民国", card_no="AB12345678CD")
    assert asked(desk) == set()
    assert shown(desk) == {"区分": category}
    assert desk.value(f"{P1}.short_stay") is False
    assert desk.need("P10").value == "needed"


@pytest.mark.parametrize("status", ["永住者", "高度専門職2号", "高度専門職（２号）"])
def test_a_stay_without_an_end_has_no_last_day(status: str) -> None:
    desk = resident(category="中長期在留者", status=status, nationality="大韓民国", card_no="AB12345678CD")
    assert asked(desk) == set()
    assert shown(desk) == {"区分": "中長期在留者", "在留資格": status, "在留期間": "無期限"}


def test_the_spouse_of_a_permanent_resident_has_both() -> None:
    desk = resident(category="中長期在留者", status="永住者の配偶者等", period="3年", nationality="大韓民国")
    assert asked(desk) == {"expiry", "card_no"}


def test_what_was_said_before_the_category_is_taken_back_where_there_is_none() -> None:
    desk = resident(status="永住者", nationality="大韓民国", card_no="AB12345678CD").say(
        {f"{P1}.category": "特別永住者"}
    )
    assert shown(desk) == {"区分": "特別永住者"}


@pytest.mark.parametrize("foreign", [{"status": "短期滞在"}, {"status": "留学", "period": "3月"}])
def test_who_stays_three_months_or_less_is_still_on_no_paper(foreign: dict[str, str]) -> None:
    assert "F01" not in {form.template for form in resident(category="中長期在留者", **foreign).now.forms}
